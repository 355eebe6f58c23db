import { composes } from './keys.js';
import type { ISearchOptions, SearchAddon } from '@xterm/addon-search';

/** Colours that are visible on light and dark screens. */
const OPTIONS: ISearchOptions = {
  decorations: {
    matchBackground: '#8a6d1f',
    activeMatchBackground: '#c2410c',
    matchOverviewRuler: '#8a6d1f',
    activeMatchColorOverviewRuler: '#c2410c',
  },
};

/** Bar for searching the output. Hidden until the user opens it. */
export class FindBar {
  readonly element = document.createElement('form');
  private readonly field = document.createElement('input');
  private readonly found = document.createElement('span');

  /** @param leave moves the focus back to the terminal */
  constructor(
    private readonly search: SearchAddon,
    private readonly leave: () => void,
  ) {
    this.element.className = 'terminal-find';
    this.element.setAttribute('role', 'search');
    this.element.hidden = true;
    this.field.type = 'search';
    this.field.placeholder = 'Find in output';
    this.field.setAttribute('aria-label', 'Find in output');
    this.field.oninput = () => this.find(true, true);
    this.found.className = 'terminal-found';
    this.found.setAttribute('role', 'status');
    this.element.append(
      this.field,
      this.found,
      this.button('Older', () => this.find(true)),
      this.button('Newer', () => this.find(false)),
      this.button('Close', () => this.close()),
    );
    this.element.onsubmit = (event) => event.preventDefault();
    this.element.onkeydown = (event) => this.key(event);
    search.onDidChangeResults(({ resultIndex, resultCount }) => this.count(resultIndex, resultCount));
  }

  open() {
    this.element.hidden = false;
    this.field.focus();
    this.field.select();
  }

  private key(event: KeyboardEvent) {
    if (composes(event)) return;
    if (event.key === 'Escape' && !event.ctrlKey) this.close();
    else if (event.key === 'Enter' && event.target === this.field) this.find(!event.shiftKey);
  }

  private find(older: boolean, incremental = false) {
    const options = { ...OPTIONS, incremental };
    if (older) this.search.findPrevious(this.field.value, options);
    else this.search.findNext(this.field.value, options);
    if (!this.field.value) this.count(-1, 0);
  }

  private count(index: number, count: number) {
    if (!this.field.value) this.found.textContent = '';
    else if (count === 0) this.found.textContent = 'Not found';
    else this.found.textContent = index < 0 ? `${count} found` : `${index + 1} of ${count}`;
  }

  private close() {
    this.element.hidden = true;
    this.search.clearDecorations();
    this.leave();
  }

  private button(text: string, action: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.onclick = action;
    return button;
  }
}
