import { MenuButton } from '../panes/menu.js';
import type { State } from './connection.js';

/** Actions of the line's buttons. */
export interface StateActions {
  again(): void;
  find(): void;
  resize(by: number): void;
  reset(): void;
  fullScreen(): void;
  help(): void;
}

const MORE =
  '<svg viewBox="0 0 24 24" width="18" height="18" fill="currentColor" aria-hidden="true">' +
  '<circle cx="12" cy="5" r="2"/><circle cx="12" cy="12" r="2"/><circle cx="12" cy="19" r="2"/></svg>';

/** Line that shows the state of the connection and has buttons for the connection and the terminal. */
export class StateLine {
  readonly element = document.createElement('div');
  private readonly text = document.createElement('span');
  private readonly countdown = document.createElement('span');
  private readonly action = document.createElement('button');
  private readonly notice = document.createElement('span');
  private ticking: number | undefined;
  private state: State = { kind: 'idle' };
  private frozen = false;

  constructor(private readonly actions: StateActions) {
    this.element.className = 'terminal-state';
    this.element.toggleAttribute('region', true);
    const dot = document.createElement('span');
    dot.className = 'terminal-dot';
    dot.setAttribute('aria-hidden', 'true');
    this.text.setAttribute('role', 'status');
    // A screen reader would announce this countdown each second, which would interrupt all other announcements.
    this.countdown.setAttribute('aria-hidden', 'true');
    this.action.type = 'button';
    this.notice.className = 'terminal-notice';
    const tools = document.createElement('div');
    tools.className = 'terminal-tools';
    tools.append(
      button('Find', 'Find in the output', () => actions.find()),
      button('A−', 'Smaller font', () => actions.resize(-1), 'terminal-size'),
      button('A+', 'Larger font', () => actions.resize(1), 'terminal-size'),
      button('Keys & looks', 'Keyboard, mouse and looks', () => actions.help()),
      new MenuButton('Terminal menu', MORE, () => [
        { text: 'Reset terminal', action: () => actions.reset() },
        { text: 'Full screen', action: () => actions.fullScreen() },
        { text: 'Keyboard, mouse and looks', action: () => actions.help() },
      ]).element,
    );
    this.element.append(dot, this.text, this.countdown, this.action, this.notice, tools);
  }

  show(state: State) {
    this.state = state;
    clearInterval(this.ticking);
    this.element.dataset.state = this.frozen && state.kind === 'live' ? 'frozen' : state.kind;
    this.say(sentence(state, this.frozen));
    this.countdown.textContent = '';
    this.action.hidden = state.kind !== 'waiting' && state.kind !== 'ended';
    this.action.onclick = () => this.actions.again();
    if (state.kind === 'waiting') {
      this.action.textContent = 'Connect now';
      this.count(state.until);
      this.ticking = window.setInterval(() => this.count(state.until), 500);
    } else if (state.kind === 'ended') {
      this.action.textContent = { shell: 'New shell', reload: 'Reload the page', retry: 'Try again' }[state.next];
      if (state.next === 'reload') this.action.onclick = () => location.reload();
    }
  }

  /** Sets whether the machine is paused. */
  freeze(frozen: boolean) {
    this.frozen = frozen;
    this.show(this.state);
  }

  /** Shows a text that users of this terminal must know, for example that it is recorded. */
  note(text: string) {
    this.notice.textContent = text;
  }

  stop() {
    clearInterval(this.ticking);
  }

  private say(text: string) {
    if (this.text.textContent !== text) this.text.textContent = text;
  }

  private count(until: number) {
    this.countdown.textContent = `in ${Math.max(1, Math.ceil((until - performance.now()) / 1000))} s`;
  }
}

function button(text: string, label: string, action: () => void, className = ''): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.title = label;
  button.className = className;
  // The accessible name contains the visible words, for users of speech control.
  if (!label.includes(text)) button.setAttribute('aria-label', /^\p{L}{2}/u.test(text) ? `${text}: ${label}` : label);
  button.onclick = action;
  return button;
}

export function sentence(state: State, frozen = false): string {
  switch (state.kind) {
    case 'idle':
      return 'Not connected';
    case 'connecting':
      return 'Connecting';
    case 'replaying':
      return 'Replaying earlier output';
    case 'live':
      if (frozen) return 'Paused to save power. Press any key to continue.';
      return state.role === 'driver' ? 'Live' : 'Live, watching: type to take over';
    case 'waiting':
      return `${state.why} Reconnecting`;
    case 'ended':
      return state.next === 'shell' ? `${state.why} Press Enter for a new shell.` : state.why;
  }
}
