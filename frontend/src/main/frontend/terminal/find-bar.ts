import type { SearchAddon } from '@xterm/addon-search';

/** A line to search the output with. Hidden until it is asked for. */
export class FindBar {
  readonly element = document.createElement('form');
  private readonly field = document.createElement('input');

  /** @param leave puts the focus where it was */
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
    this.field.oninput = () => search.findPrevious(this.field.value, { incremental: true });
    this.element.append(
      this.field,
      this.button('Older', () => search.findPrevious(this.field.value)),
      this.button('Newer', () => search.findNext(this.field.value)),
      this.button('Close', () => this.close()),
    );
    this.element.onsubmit = (event) => {
      event.preventDefault();
      search.findPrevious(this.field.value);
    };
    this.element.onkeydown = (event) => {
      if (event.key === 'Escape') this.close();
    };
  }

  open() {
    this.element.hidden = false;
    this.field.focus();
    this.field.select();
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
