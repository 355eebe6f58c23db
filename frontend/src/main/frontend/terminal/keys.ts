export type Command = 'copy' | 'browser' | 'find' | 'bigger' | 'smaller' | 'usual-size';

/**
 * Returns the command of a key that the page handles instead of the shell. `browser` leaves the key to the browser,
 * which pastes.
 */
export function command(event: KeyboardEvent): Command | undefined {
  if (event.type !== 'keydown' || composes(event) || event.altKey || event.metaKey) return undefined;
  if (event.key === 'Insert' && event.ctrlKey !== event.shiftKey) return event.ctrlKey ? 'copy' : 'browser';
  if (!event.ctrlKey) return undefined;
  const key = meaning(event);
  if (key === '+' || (key === '=' && !event.shiftKey)) return 'bigger';
  if (key === '-') return 'smaller';
  if (key === '0') return 'usual-size';
  return event.shiftKey ? SHIFTED[key] : undefined;
}

const SHIFTED: Record<string, Command | undefined> = { c: 'copy', v: 'browser', f: 'find' };

/**
 * Returns whether the key belongs to an input method that composes a character. Safari reports this only by the key
 * code.
 */
export function composes(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Returns the meaning of a key: its character if that is ASCII, in any layout. Otherwise its position on the keyboard,
 * so that Ctrl+Shift+C works on a Cyrillic keyboard, and Ctrl+0 on a French one, whose digits need Shift.
 */
function meaning(event: KeyboardEvent): string {
  if (/^[!-~]$/.test(event.key)) return event.key.toLowerCase();
  return (/^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? event.key).toLowerCase();
}

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** Lines of the help. */
export const HELP: [keys: string, what: string][] = [
  [MAC ? '⌘C / ⌘V' : 'Ctrl+Shift+C / Ctrl+Shift+V', 'copy / paste'],
  ['Ctrl+Insert / Shift+Insert', 'copy / paste'],
  ['Right click', 'copies the selection; pastes if nothing is selected'],
  ['Shift+right click', 'the browser’s own menu'],
  ['Ctrl+Shift+F', 'find in the output; Enter goes to older matches, Shift+Enter to newer ones'],
  ['Ctrl and +, −, 0', 'larger, smaller, default font size'],
  ['Ctrl+F6 or Ctrl+Shift+Esc', 'leave the terminal and go to the next part of the page'],
  ['Ctrl+Shift+F6', 'go to the previous part of the page'],
  ['Ctrl+Shift+← / →', 'go to the previous / next tab'],
  ['Ctrl+Shift+↑ / ↓', 'go to the other pane'],
  ['Shift+Page up / Page down', 'scroll'],
  ['Delete on a tab', 'close the terminal'],
  [
    MAC ? '⌘W, ⌘T, ⌘N' : 'Ctrl+W, Ctrl+T, Ctrl+N',
    'belong to the browser: they close or open tabs and windows. In full screen they reach the shell, in browsers that allow it',
  ],
  ['Full screen', 'hold Esc to leave it; a short Esc goes to the shell'],
];
