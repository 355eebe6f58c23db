/** Properties of a tab in a tab bar. */
export type Tab = { id: string; title: string; panel: HTMLElement };

/** Actions on tabs. */
export interface TabActions {
  select(id: string): void;
  /** Selects the tab and moves the focus into it. */
  enter(id: string): void;
  close(id: string): void;
}

/** Tab bar of one pane, after the tab pattern of WAI-ARIA: arrow keys select, Delete closes. */
export class TabBar {
  readonly element = document.createElement('div');
  private readonly list = document.createElement('div');
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(
    private readonly actions: TabActions,
    tools: HTMLElement[],
  ) {
    this.element.className = 'pane-bar';
    this.element.toggleAttribute('region', true);
    this.list.className = 'pane-tabs';
    this.list.setAttribute('role', 'tablist');
    this.list.onkeydown = (event) => this.key(event);
    const toolbar = document.createElement('div');
    toolbar.className = 'pane-tools';
    toolbar.append(...tools);
    this.element.append(this.list, toolbar);
  }

  /** @param label name for screen readers, which distinguishes two bars */
  show(tabs: Tab[], front: string | undefined, label: string) {
    this.list.setAttribute('aria-label', label);
    const wanted = new Set(tabs.map((tab) => tab.id));
    for (const [id, button] of this.buttons) {
      if (wanted.has(id)) continue;
      button.parentElement?.remove();
      this.buttons.delete(id);
    }
    tabs.forEach((tab, index) => {
      const button = this.button(tab);
      const holder = button.parentElement!;
      if (this.list.children[index] !== holder) this.list.insertBefore(holder, this.list.children[index] ?? null);
      const selected = tab.id === front;
      button.setAttribute('aria-selected', String(selected));
      button.tabIndex = selected ? 0 : -1;
      if (selected) holder.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  focus() {
    this.list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  private button(tab: Tab): HTMLButtonElement {
    const known = this.buttons.get(tab.id);
    if (known) {
      known.textContent = tab.title;
      return known;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'pane-tab';
    button.textContent = tab.title;
    button.dataset.tab = tab.id;
    button.setAttribute('role', 'tab');
    button.onclick = () => this.actions.enter(tab.id);
    // The middle button closes a tab, as in the browser's own tabs.
    button.onauxclick = (event) => event.button === 1 && this.actions.close(tab.id);
    const close = document.createElement('span');
    close.className = 'pane-tab-close';
    close.title = `Close ${tab.title}`;
    // Only for the mouse: by keyboard it is Delete, and the pane's menu has an entry for it.
    close.setAttribute('aria-hidden', 'true');
    close.textContent = '×';
    close.onclick = () => this.actions.close(tab.id);
    const holder = document.createElement('div');
    holder.className = 'pane-tab-holder';
    holder.setAttribute('role', 'presentation');
    holder.append(button, close);
    this.buttons.set(tab.id, button);
    return button;
  }

  private key(event: KeyboardEvent) {
    const ids = [...this.list.querySelectorAll<HTMLElement>('[role=tab]')].map((tab) => tab.dataset.tab!);
    const now = ids.indexOf((event.target as HTMLElement).dataset.tab ?? '');
    if (now < 0) return;
    const target: Record<string, number> = {
      ArrowRight: (now + 1) % ids.length,
      ArrowLeft: (now + ids.length - 1) % ids.length,
      Home: 0,
      End: ids.length - 1,
    };
    if (event.key === 'Delete') {
      event.preventDefault();
      this.actions.close(ids[now]);
    } else if (event.key in target) {
      event.preventDefault();
      this.actions.select(ids[target[event.key]]);
      this.focus();
    }
  }
}
