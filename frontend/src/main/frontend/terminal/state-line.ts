import type { State } from './connection.js';

/** Says in one line how the connection is, and offers what can be done about it. */
export class StateLine {
  readonly element = document.createElement('div');
  private readonly dot = document.createElement('span');
  private readonly text = document.createElement('span');
  private readonly countdown = document.createElement('span');
  private readonly action = document.createElement('button');
  private readonly reader = document.createElement('button');
  private ticking: number | undefined;

  /**
   * @param again starts the connection anew
   * @param readerChosen hears whether the screen-reader mode is wanted
   */
  constructor(
    private readonly again: () => void,
    readerChosen: (on: boolean) => void,
  ) {
    this.element.className = 'terminal-state';
    this.dot.className = 'terminal-dot';
    this.dot.setAttribute('aria-hidden', 'true');
    this.text.setAttribute('role', 'status');
    // A clock that is read out each second would talk over everything else.
    this.countdown.setAttribute('aria-hidden', 'true');
    this.action.type = 'button';
    this.reader.type = 'button';
    this.reader.className = 'terminal-reader';
    this.reader.textContent = 'Screen reader';
    this.reader.setAttribute('aria-pressed', 'false');
    this.reader.onclick = () => {
      const on = this.reader.getAttribute('aria-pressed') !== 'true';
      readerChosen(on);
    };
    const hint = document.createElement('span');
    hint.className = 'terminal-hint';
    hint.textContent = 'Ctrl+F6 leaves the terminal';
    this.element.append(this.dot, this.text, this.countdown, this.action, hint, this.reader);
  }

  /** Where the focus goes that leaves the terminal. */
  focus() {
    (this.action.hidden ? this.reader : this.action).focus();
  }

  showReader(on: boolean) {
    this.reader.setAttribute('aria-pressed', String(on));
  }

  show(state: State) {
    clearInterval(this.ticking);
    this.element.dataset.state = state.kind;
    this.say(sentence(state));
    this.countdown.textContent = '';
    this.action.hidden = state.kind !== 'waiting' && state.kind !== 'ended';
    this.action.onclick = this.again;
    if (state.kind === 'waiting') {
      this.action.textContent = 'Connect now';
      this.count(state.until);
      this.ticking = window.setInterval(() => this.count(state.until), 500);
    } else if (state.kind === 'ended') {
      this.action.textContent = state.reload ? 'Reload' : 'Start again';
      if (state.reload) this.action.onclick = () => location.reload();
    }
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

export function sentence(state: State): string {
  switch (state.kind) {
    case 'idle':
      return 'Not connected';
    case 'connecting':
      return 'Connecting';
    case 'replaying':
      return 'Replaying what happened';
    case 'live':
      return state.role === 'driver' ? 'Live' : 'Live, watching: type to take over';
    case 'waiting':
      return `${state.why} Reconnecting`;
    case 'ended':
      return state.why;
  }
}
