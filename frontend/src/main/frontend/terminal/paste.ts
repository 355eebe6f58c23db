/** A terminal's line buffer (Linux, N_TTY) holds 4,096 bytes with the line's end; a program that reads lines gets no more of one. */
export const LONGEST_LINE = 4095;

/** All control characters of ASCII, DEL and those of C1, but tab and the ends of lines. */
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/**
 * Text that may go into a shell as a paste. No control character is left: an end mark of bracketed paste, however it is
 * nested, would let the rest of the text in as if it were typed, and a Ctrl-C or an escape sequence would act as a key.
 */
export function pasteable(text: string): string {
  return text.replace(CONTROLS, '');
}

export function linesOf(text: string): string[] {
  return text.trimEnd().split(/\r\n|\r|\n/);
}

/** The bytes of the longest line if a program that reads lines would lose its end, else 0. */
export function tooLongLine(text: string): number {
  const utf8 = new TextEncoder();
  let longest = 0;
  for (const line of linesOf(text)) {
    // No character takes more than three bytes for each of its units.
    if (line.length * 3 > LONGEST_LINE) longest = Math.max(longest, utf8.encode(line).length);
  }
  return longest > LONGEST_LINE ? longest : 0;
}
