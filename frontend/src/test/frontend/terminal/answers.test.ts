import { Terminal } from '@xterm/headless';
import type { IParser } from '@xterm/xterm';
import { beforeEach, describe, expect, test } from 'vitest';
import { holdAnswers, reportsByItself } from '../../../main/frontend/terminal/answers.js';

const ESC = '\x1b';

let xterm: Terminal;
let mayAnswer: boolean;
let answers: string;

beforeEach(() => {
  xterm = new Terminal({ allowProposedApi: true });
  mayAnswer = false;
  answers = '';
  holdAnswers(xterm.parser, () => mayAnswer);
  xterm.onData((text) => (answers += text));
});

function write(text: string): Promise<void> {
  return new Promise((resolve) => xterm.write(text, resolve));
}

describe('queries', () => {
  test.each([
    ['primary device attributes', `${ESC}[c`],
    ['secondary device attributes', `${ESC}[>c`],
    ['status', `${ESC}[5n`],
    ['cursor position', `${ESC}[6n`],
    ['cursor position of DEC', `${ESC}[?6n`],
    ['mode of ANSI', `${ESC}[4$p`],
    ['mode of DEC', `${ESC}[?25$p`],
    ['setting', `${ESC}P$qm${ESC}\\`],
  ])('%s is answered only by a page that may answer', async (_, query) => {
    await write(query);
    expect(answers).toBe('');

    mayAnswer = true;
    await write(query);
    expect(answers).not.toBe('');
  });

  test('no query prevents the output after it', async () => {
    await write(`a${ESC}[cb${ESC}[6nc`);

    expect(xterm.buffer.active.getLine(0)?.translateToString(true)).toBe('abc');
  });

  test('sequences that are no queries work as usual', async () => {
    await write(`${ESC}[2;3Hx${ESC}]11;#102030\x07${ESC}[?25l`);

    expect(xterm.buffer.active.getLine(1)?.translateToString(true)).toBe('  x');
  });
});

describe('operating system commands', () => {
  /** Returns whether the command with this number is kept from the terminal, which in the browser would obey it. */
  function isKept(command: number, data: string): boolean {
    const handlers = new Map<number, (data: string) => boolean | Promise<boolean>>();
    const ignored = () => ({ dispose: () => {} });
    const parser: Partial<IParser> = {
      registerCsiHandler: ignored,
      registerDcsHandler: ignored,
      registerOscHandler: (number, handler) => {
        handlers.set(number, handler);
        return ignored();
      },
    };
    holdAnswers(parser as IParser, () => mayAnswer);
    return handlers.get(command)?.(data) === true;
  }

  test.each([
    ['palette', 4, '1;?', '1;#ff0000'],
    ['foreground', 10, '?', '#ff0000'],
    ['background', 11, '?', '#ff0000'],
    ['cursor', 12, '?', '#ff0000'],
  ])('a query of the colours (%s) is answered only by a page that may answer', (_, command, query, change) => {
    expect([isKept(command, query), isKept(command, change)]).toEqual([true, false]);

    mayAnswer = true;
    expect([isKept(command, query), isKept(command, change)]).toEqual([false, false]);
  });

  test('no program writes to the clipboard', () => {
    mayAnswer = true;

    expect(isKept(52, 'c;aGVsbG8=')).toBe(true);
  });
});

describe('a report that a terminal sends by itself', () => {
  test.each([
    ['focus', `${ESC}[I`],
    ['loss of focus', `${ESC}[O`],
    ['mouse in SGR', `${ESC}[<0;10;5M`],
    ['release of the mouse in SGR', `${ESC}[<0;10;5m`],
    ['mouse of X10', `${ESC}[M !!`],
  ])('%s', (_, text) => {
    expect(reportsByItself(text)).toBe(true);
  });

  test.each([
    ['a letter', 'M'],
    ['arrow key', `${ESC}[A`],
    ['Escape', ESC],
    ['pasted text', `${ESC}[200~x`],
    ['function key', `${ESC}OP`],
  ])('%s is none', (_, text) => {
    expect(reportsByItself(text)).toBe(false);
  });
});
