import { expect, test } from 'vitest';
import { LONGEST_LINE, linesOf, pasteable, tooLongLine } from '../../../main/frontend/terminal/paste.js';

test('tabs, line ends and other characters stay', () => {
  expect(pasteable('if x:\n\tgrüße 界 🛑\r\nend\r')).toBe('if x:\n\tgrüße 界 🛑\r\nend\r');
});

test.each([
  ['Ctrl-C', 'a\x03b'],
  ['Escape', 'a\x1bb'],
  ['NUL', 'a\x00b'],
  ['vertical tab', 'a\x0bb'],
  ['DEL', 'a\x7fb'],
  ['CSI of C1', 'a\x9bb'],
])('%s is removed', (_, text) => {
  expect(pasteable(text)).toBe('ab');
});

test('no text can end its bracketed paste, however its end marks are nested', () => {
  expect(pasteable('\x1b[20\x1b[201~1~rm\r')).not.toContain('\x1b');
});

test('lines end with any line end, and line ends at the end of the text begin no further line', () => {
  expect(linesOf('a\nb\r\nc\rd\n\n')).toEqual(['a', 'b', 'c', 'd']);
  expect(linesOf('a\n')).toEqual(['a']);
  expect(linesOf('a\n\nb')).toEqual(['a', '', 'b']);
});

test('the longest possible line is not too long, one byte more is', () => {
  expect(tooLongLine(`short\n${'x'.repeat(LONGEST_LINE)}\n`)).toBe(0);
  expect(tooLongLine(`short\n${'x'.repeat(LONGEST_LINE + 1)}\n`)).toBe(LONGEST_LINE + 1);
});

test('the length of a line is counted in bytes of UTF-8', () => {
  expect(tooLongLine('é'.repeat(2047))).toBe(0);
  expect(tooLongLine('é'.repeat(2048))).toBe(4096);
  expect(tooLongLine('🛑'.repeat(1024))).toBe(4096);
});

test('of several lines that are too long, the longest counts', () => {
  expect(tooLongLine(`${'x'.repeat(5000)}\n${'x'.repeat(6000)}\n${'x'.repeat(4500)}`)).toBe(6000);
});
