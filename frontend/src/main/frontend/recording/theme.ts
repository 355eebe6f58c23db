import type { ITheme } from '@xterm/xterm';

/** Names of a terminal's sixteen colours, in the order of the player's palette. */
const PALETTE: (keyof ITheme)[] = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
  'brightBlack',
  'brightRed',
  'brightGreen',
  'brightYellow',
  'brightBlue',
  'brightMagenta',
  'brightCyan',
  'brightWhite',
];

/** Name of the player's theme. Its colours are properties of the element that contains the player. */
export const THEME = 'slipway';

/** Sets the colours of a player to those of a terminal's theme. */
export function paint(element: HTMLElement, theme: ITheme) {
  element.style.setProperty('--cast-foreground', theme.foreground ?? '');
  element.style.setProperty('--cast-background', theme.background ?? '');
  PALETTE.forEach((name, index) => element.style.setProperty(`--cast-${index}`, String(theme[name] ?? '')));
}
