/**
 * Longest line in bytes that a program can read as a line. A terminal's line buffer (Linux, N_TTY) holds 4,096 bytes
 * with the line end.
 */
export const LONGEST_LINE = 4095;

/** All control characters of ASCII, DEL and C1, except tab and line ends. */
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/**
 * Returns the text without control characters, so that it is safe to paste. An end mark of bracketed paste, even a
 * nested one, would make the rest of the text count as typed; a Ctrl-C or an escape sequence would act as a key.
 */
export function pasteable(text: string): string {
  return text.replace(CONTROLS, '');
}

export function linesOf(text: string): string[] {
  return text.trimEnd().split(/\r\n|\r|\n/);
}

/** Returns the bytes of the longest line if a program that reads lines would lose its end, else 0. */
export function tooLongLine(text: string): number {
  const utf8 = new TextEncoder();
  let longest = 0;
  for (const line of linesOf(text)) {
    // Each UTF-16 code unit takes at most three bytes.
    if (line.length * 3 > LONGEST_LINE) longest = Math.max(longest, utf8.encode(line).length);
  }
  return longest > LONGEST_LINE ? longest : 0;
}
