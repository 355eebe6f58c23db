import { Terminal } from '@xterm/headless';
import { expect, test } from 'vitest';
import { lastLines } from '../../../main/frontend/terminal/transcript.js';

async function screen(text: string): Promise<Terminal> {
  const xterm = new Terminal({ allowProposedApi: true, cols: 10, rows: 3 });
  await new Promise<void>((resolve) => xterm.write(text, resolve));
  return xterm;
}

test('a line that the screen has broken is one line', async () => {
  const { buffer } = await screen('one\r\n0123456789abcdefghijKLM\r\nend');

  expect(lastLines(buffer.active, 400)).toEqual(['one', '0123456789abcdefghijKLM', 'end']);
});

test('lines without output are empty', async () => {
  const { buffer } = await screen('one');

  expect(lastLines(buffer.active, 400)).toEqual(['one', '', '']);
});

test('only the last rows count, even if a line began before them', async () => {
  const { buffer } = await screen('one\r\n0123456789abcdefghijKLM\r\nend');

  expect(lastLines(buffer.active, 3)).toEqual(['abcdefghijKLM', 'end']);
});
