import { describe, expect, test } from 'vitest';
import { HELP, command, composes } from '../../../main/frontend/terminal/keys.js';

function key(pressed: string, modifiers = '', others: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return {
    type: 'keydown',
    key: pressed,
    code: '',
    ctrlKey: modifiers.includes('C'),
    shiftKey: modifiers.includes('S'),
    altKey: modifiers.includes('A'),
    metaKey: modifiers.includes('M'),
    isComposing: false,
    keyCode: 0,
    ...others,
  } as KeyboardEvent;
}

describe('command', () => {
  test.each([
    ['Ctrl+Shift+C', key('C', 'CS'), 'copy'],
    ['Ctrl+Shift+V', key('V', 'CS'), 'browser'],
    ['Ctrl+Shift+F', key('F', 'CS'), 'find'],
    ['Ctrl+Insert', key('Insert', 'C'), 'copy'],
    ['Shift+Insert', key('Insert', 'S'), 'browser'],
    ['Ctrl and +', key('+', 'C'), 'bigger'],
    ['Ctrl+Shift and +', key('+', 'CS'), 'bigger'],
    ['Ctrl and =', key('=', 'C'), 'bigger'],
    ['Ctrl and −', key('-', 'C'), 'smaller'],
    ['Ctrl+0', key('0', 'C'), 'usual-size'],
    ['Ctrl+Shift+C on a Cyrillic keyboard', key('С', 'CS', { code: 'KeyC' }), 'copy'],
    ['Ctrl+0 on a French keyboard', key('à', 'C', { code: 'Digit0' }), 'usual-size'],
  ])('%s', (_, event, expected) => {
    expect(command(event)).toBe(expected);
  });

  test.each([
    ['Ctrl+C', key('c', 'C')],
    ['Ctrl+V', key('v', 'C')],
    ['Ctrl+F', key('f', 'C')],
    ['Shift+C', key('C', 'S')],
    ['Insert', key('Insert')],
    ['Ctrl+Shift+Insert', key('Insert', 'CS')],
    ['Ctrl+Alt+Shift+C, as AltGr sends it', key('C', 'CSA')],
    ['Ctrl+Meta+Shift+C', key('C', 'CSM')],
    ['−', key('-')],
    ['Ctrl+Shift and =, which is + on some keyboards only', key('=', 'CS')],
    ['Ctrl+Shift+J on a keyboard whose J has the position of C', key('J', 'CS', { code: 'KeyC' })],
    ['release of Ctrl+Shift+C', key('C', 'CS', { type: 'keyup' })],
    ['Ctrl+Shift+C within a composition', key('C', 'CS', { isComposing: true })],
  ])('%s is for the shell', (_, event) => {
    expect(command(event)).toBeUndefined();
  });
});

test('a composition is recognised by its flag, in Safari by the key code', () => {
  expect(composes(key('a', '', { isComposing: true }))).toBe(true);
  expect(composes(key('Enter', '', { keyCode: 229 }))).toBe(true);
  expect(composes(key('Enter', '', { keyCode: 13 }))).toBe(false);
});

test('the help names the keys that belong to the browser', () => {
  const [, explanation] = HELP.find(([keys]) => /Ctrl\+W|⌘W/.test(keys)) ?? [];

  expect(explanation).toContain('belong to the browser');
  expect(explanation).toContain('In full screen they reach the shell');
});
