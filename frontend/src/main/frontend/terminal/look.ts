import type { ITheme } from '@xterm/xterm';
import type { ThemeChoice } from './settings.js';

/** All colours have a contrast of at least 4.5 to the background. */
const DARK: ITheme = {
  background: '#11151c',
  foreground: '#dfe5ee',
  cursor: '#7cc4ff',
  cursorAccent: '#11151c',
  selectionBackground: '#35507a',
  selectionInactiveBackground: '#35507a',
  black: '#7b8698',
  red: '#ff7b85',
  green: '#7ed491',
  yellow: '#e9c46a',
  blue: '#7cb3ff',
  magenta: '#d59bf6',
  cyan: '#66d3d8',
  white: '#dfe5ee',
  brightBlack: '#8f9aab',
  brightRed: '#ff9aa2',
  brightGreen: '#a0e5ae',
  brightYellow: '#f4d78e',
  brightBlue: '#a3caff',
  brightMagenta: '#e3bcfb',
  brightCyan: '#94e4e8',
  brightWhite: '#ffffff',
};

const LIGHT: ITheme = {
  background: '#fbfcfe',
  foreground: '#1c2430',
  cursor: '#0b63b5',
  cursorAccent: '#fbfcfe',
  selectionBackground: '#bcd7f5',
  selectionInactiveBackground: '#bcd7f5',
  black: '#1c2430',
  red: '#b3202e',
  green: '#1b6e33',
  yellow: '#7d5a00',
  blue: '#0b57b0',
  magenta: '#8a2fa8',
  cyan: '#0a6a75',
  white: '#5b6675',
  brightBlack: '#4d5868',
  brightRed: '#a3182a',
  brightGreen: '#14602a',
  brightYellow: '#6b4d00',
  brightBlue: '#094c9c',
  brightMagenta: '#792794',
  brightCyan: '#075c66',
  brightWhite: '#3c4654',
};

/** Theme with a contrast of at least 7, which `minimumContrastRatio` enforces for all colours. */
const CONTRAST: ITheme = {
  ...DARK,
  background: '#000000',
  foreground: '#ffffff',
  cursor: '#ffff00',
  cursorAccent: '#000000',
  selectionBackground: '#ffffff',
  selectionInactiveBackground: '#ffffff',
  selectionForeground: '#000000',
};

export const FONT = '"JetBrains Mono", "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

export type Look = { theme: ITheme; contrast: number };

/**
 * Returns the look for this choice; for `page`, `light` and `dark`, the look that the element's colour scheme gives.
 */
export function lookFor(element: HTMLElement, choice: ThemeChoice): Look {
  if (choice === 'contrast') return { theme: CONTRAST, contrast: 7 };
  return { theme: themeFor(element), contrast: 4.5 };
}

function themeFor(element: HTMLElement): ITheme {
  const scheme = getComputedStyle(element).colorScheme;
  const dark = scheme.includes('dark') && (!scheme.includes('light') || systemIsDark.matches);
  return dark ? DARK : LIGHT;
}

/** Calls back when the look of the page may have changed. Returns a function that stops this. */
export function onSchemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ['class', 'style', 'theme', 'data-scheme'] });
  }
  systemIsDark.addEventListener('change', callback);
  return () => {
    observer.disconnect();
    systemIsDark.removeEventListener('change', callback);
  };
}
