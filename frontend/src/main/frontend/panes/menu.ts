/** Entry of a menu. The text of an unavailable entry contains the reason. */
export type Entry = { text: string; available?: boolean; checked?: boolean; action: () => void };

/** Button that opens a list of commands. By keyboard: Enter or Down opens, arrow keys move, Escape closes. */
export class MenuButton {
  readonly element = document.createElement('div');
  private readonly button = document.createElement('button');
  private readonly list = document.createElement('div');

  /** @param entries called each time the menu opens */
  constructor(
    label: string,
    icon: string,
    private readonly entries: () => Entry[],
  ) {
    this.element.className = 'pane-menu';
    this.button.type = 'button';
    this.button.className = 'pane-button';
    this.button.innerHTML = icon;
    this.button.setAttribute('aria-haspopup', 'menu');
    this.button.setAttribute('aria-expanded', 'false');
    this.label(label);
    this.button.onclick = () => (this.list.hidden ? this.open() : this.close());
    this.button.onkeydown = (event) => {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        this.open();
      }
    };
    this.list.className = 'pane-menu-list';
    this.list.setAttribute('role', 'menu');
    this.list.hidden = true;
    this.list.onkeydown = (event) => this.key(event);
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.close(false);
    });
    this.element.append(this.button, this.list);
  }

  label(text: string) {
    this.button.title = text;
    this.button.setAttribute('aria-label', text);
    this.list.setAttribute('aria-label', text);
  }

  private open() {
    this.list.replaceChildren(...this.entries().map((entry) => this.item(entry)));
    this.list.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.items()[0]?.focus();
  }

  private close(refocus = true) {
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    if (refocus) this.button.focus();
  }

  private item(entry: Entry): HTMLButtonElement {
    const item = document.createElement('button');
    item.type = 'button';
    item.tabIndex = -1;
    item.textContent = entry.text;
    item.setAttribute('role', entry.checked === undefined ? 'menuitem' : 'menuitemradio');
    if (entry.checked !== undefined) item.setAttribute('aria-checked', String(entry.checked));
    if (entry.available === false) item.setAttribute('aria-disabled', 'true');
    item.onclick = () => {
      if (entry.available === false) return;
      this.close();
      entry.action();
    };
    return item;
  }

  private items(): HTMLButtonElement[] {
    return [...this.list.querySelectorAll('button')];
  }

  private key(event: KeyboardEvent) {
    const items = this.items();
    const now = items.indexOf(document.activeElement as HTMLButtonElement);
    const target: Record<string, number> = {
      ArrowDown: (now + 1) % items.length,
      ArrowUp: (now + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    } else if (event.key in target) {
      event.preventDefault();
      items[target[event.key]]?.focus();
    }
  }
}
