export type Command = 'copy' | 'browser' | 'find' | 'bigger' | 'smaller' | 'usual-size';

/** What a key does that is ours and not the shell's. `browser` leaves it to the browser, which pastes. */
export function command(event: KeyboardEvent): Command | undefined {
  if (event.type !== 'keydown' || event.altKey || event.metaKey) return undefined;
  if (event.key === 'Insert' && event.ctrlKey !== event.shiftKey) return event.ctrlKey ? 'copy' : 'browser';
  if (!event.ctrlKey) return undefined;
  if (event.key === '+' || (event.key === '=' && !event.shiftKey)) return 'bigger';
  if (event.shiftKey) return SHIFTED[event.code];
  if (event.key === '-') return 'smaller';
  return event.key === '0' ? 'usual-size' : undefined;
}

const SHIFTED: Record<string, Command | undefined> = { KeyC: 'copy', KeyV: 'browser', KeyF: 'find' };

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** What the help says. */
export const HELP: [keys: string, what: string][] = [
  [MAC ? '⌘C / ⌘V' : 'Ctrl+Shift+C / Ctrl+Shift+V', 'copy / paste'],
  ['Ctrl+Insert / Shift+Insert', 'copy / paste'],
  ['Right click', 'copies what is selected, else pastes'],
  ['Shift+right click', 'the browser’s own menu'],
  ['Ctrl+Shift+F', 'find in the output; Enter is older, Shift+Enter newer'],
  ['Ctrl and +, −, 0', 'larger, smaller, usual letters'],
  ['Ctrl+F6 or Ctrl+Shift+Esc', 'leave the terminal, to the next part of the page'],
  ['Ctrl+Shift+F6', 'to the part before'],
  ['Ctrl+Shift+← / →', 'the tab before / after'],
  ['Ctrl+Shift+↑ / ↓', 'the other pane'],
  ['Shift+Page up / Page down', 'scroll'],
  ['Delete on a tab', 'close the terminal'],
];
