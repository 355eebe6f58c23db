import type { IParser } from '@xterm/xterm';

/**
 * Suppresses queries in the output that this page must not answer, and OSC 52, with which any program could write to
 * the clipboard. All other sequences are handled as usual.
 */
export function holdAnswers(parser: IParser, mayAnswer: () => boolean) {
  const hold = () => !mayAnswer();
  for (const prefix of [undefined, '>', '=']) parser.registerCsiHandler({ prefix, final: 'c' }, hold);
  for (const prefix of [undefined, '?']) {
    parser.registerCsiHandler({ prefix, final: 'n' }, hold);
    parser.registerCsiHandler({ prefix, intermediates: '$', final: 'p' }, hold);
  }
  parser.registerDcsHandler({ intermediates: '$', final: 'q' }, hold);
  for (const colour of [4, 10, 11, 12]) {
    parser.registerOscHandler(colour, (data) => data.includes('?') && !mayAnswer());
  }
  parser.registerOscHandler(52, () => true);
}

/**
 * Returns whether a terminal sent this text by itself: a report of focus or mouse. From a viewer that only watches,
 * such reports are ignored.
 */
export function reportsByItself(text: string): boolean {
  return /^\x1b\[([IO]|<[\d;]+[Mm]|M)/.test(text);
}
