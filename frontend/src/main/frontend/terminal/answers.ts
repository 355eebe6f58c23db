import type { IParser } from '@xterm/xterm';

/**
 * Swallows the questions in the output that are not ours to answer, and what nobody may ask: OSC 52 would let any
 * program write to the clipboard. All else takes its usual way.
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

/** What a terminal says without being typed on: where the focus and the mouse are. From one who watches, it is noise. */
export function reportsByItself(text: string): boolean {
  return /^\x1b\[([IO]|<[\d;]+[Mm]|M)/.test(text);
}
