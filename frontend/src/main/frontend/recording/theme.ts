import type { ITheme } from '@xterm/xterm';

/** The player's names for a terminal's sixteen colours, in their order. */
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

/** The name of the player's theme, whose colours are properties of the element around it. */
export const THEME = 'slipway';

/** Makes recordings look like the terminals they come from. */
export function paint(element: HTMLElement, theme: ITheme) {
  element.style.setProperty('--cast-foreground', theme.foreground ?? '');
  element.style.setProperty('--cast-background', theme.background ?? '');
  PALETTE.forEach((name, index) => element.style.setProperty(`--cast-${index}`, String(theme[name] ?? '')));
}
