import { Divider } from './divider.js';
import { Layout, type Pane, type Split } from './layout.js';
import { MenuButton, type Entry } from './menu.js';
import { TabBar, type Tab } from './tab-bar.js';

/** Something that the user can open in a new tab. The server sends the list. */
type Offer = { id: string; text: string; available: boolean };

const PLUS = '<svg viewBox="0 0 24 24" class="line-icon" aria-hidden="true"><path d="M12 5v14M5 12h14"/></svg>';
const PANES =
  '<svg viewBox="0 0 24 24" class="line-icon" aria-hidden="true"><rect x="4" y="5" width="16" height="14" rx="2"/><path d="M12 5v14"/></svg>';

/** Below this width all tabs are in one pane. On a wider page the earlier split returns. */
const narrow = matchMedia('(max-width: 800px)');

/**
 * Tabs in one or two panes. Each child with the attribute `tab` is the content of one tab. It never moves in the
 * document, because an iframe reloads when it is moved; panes are areas of a grid. Events: `tabs-remembered` with
 * `{open}`, the tabs that were open before the page was loaded; `tab-wanted` with `{offer}`; `tab-close-wanted` with
 * `{tab}`.
 */
class PanesElement extends HTMLElement {
  private layout!: Layout;
  private bars: TabBar[] = [];
  private readonly divider = new Divider(this, (share, done) => this.resized(share, done), Layout.limits);
  private readonly empty = document.createElement('p');
  private readonly watching = new MutationObserver(() => this.sync());
  private readonly rearrange = () => this.arrange();
  private wantedPane: Pane | undefined;

  constructor() {
    super();
    this.addEventListener('focusin', (event) => this.focused(event));
    this.addEventListener('keydown', (event) => this.key(event), { capture: true });
  }

  connectedCallback() {
    this.layout = new Layout(this.getAttribute('name') ?? '');
    this.bars = ([0, 1] as const).map((pane) => new TabBar(this, this.tools(pane)));
    this.bars.forEach((bar, pane) => bar.element.setAttribute('pane', String(pane)));
    this.empty.className = 'pane-empty';
    this.empty.textContent = 'No tab is open. Press + above to open a terminal.';
    this.append(...this.chrome());
    this.watching.observe(this, { childList: true });
    narrow.addEventListener('change', this.rearrange);
    const open = this.layout.remembered();
    // Deferred until the server's component listens.
    if (open) queueMicrotask(() => this.tell('tabs-remembered', { open }));
    this.sync();
  }

  disconnectedCallback() {
    this.watching.disconnect();
    narrow.removeEventListener('change', this.rearrange);
    this.chrome().forEach((part) => part.remove());
  }

  /** Returns the children that this element itself created. */
  private chrome(): HTMLElement[] {
    return [...this.bars.map((bar) => bar.element), this.divider.element, this.empty];
  }

  /** Brings a tab to the front and moves the focus into it. */
  enter(id: string) {
    this.select(id);
    const panel = this.tabs().find((tab) => tab.id === id)?.panel;
    panel?.querySelector<HTMLElement>('textarea, iframe, [tabindex]')?.focus();
  }

  select(id: string) {
    this.sync();
    if (!this.layout.has(id)) return;
    this.layout.select(id);
    this.arrange(true);
  }

  /** Shows a tab in a second pane beside the tab in front, if there is another tab to stay in the first pane. */
  showBeside(id: string) {
    this.sync();
    if (!this.layout.has(id)) return;
    if (this.layout.split === 'none' && this.layout.panes[0].length > 1) this.layout.moveAcross(id);
    this.select(id);
  }

  close(id: string) {
    this.tell('tab-close-wanted', { tab: id });
  }

  /** Called by the server when all tabs from before the reload are open again. */
  restored() {
    this.sync();
    this.layout.settle();
    this.arrange(true);
  }

  private tabs(): Tab[] {
    return [...this.children]
      .filter((child): child is HTMLElement => child instanceof HTMLElement && child.hasAttribute('tab'))
      .map((panel) => ({ id: panel.getAttribute('tab')!, title: panel.getAttribute('tab-title') ?? '', panel }));
  }

  /** Updates the layout after the server added or removed tabs. */
  private sync() {
    const tabs = this.tabs();
    const ids = new Set(tabs.map((tab) => tab.id));
    let removed = false;
    let wanted: string | undefined;
    for (const id of this.layout.panes.flat()) {
      if (ids.has(id)) continue;
      this.layout.remove(id);
      removed = true;
    }
    for (const tab of tabs) {
      if (this.layout.has(tab.id)) continue;
      if (this.wantedPane !== undefined) {
        this.layout.active = this.wantedPane;
        this.wantedPane = undefined;
        wanted = tab.id;
      }
      this.layout.add(tab.id);
      this.watching.observe(tab.panel, { attributes: true, attributeFilter: ['tab-title'] });
    }
    if (removed) this.layout.settle();
    this.arrange(removed);
    if (wanted !== undefined) this.enter(wanted);
    else if (removed && document.activeElement === document.body) this.bars[this.layout.active].focus();
  }

  private arrange(save = false) {
    const layout = this.layout;
    const tabs = new Map(this.tabs().map((tab) => [tab.id, tab]));
    const single = layout.split === 'none' || narrow.matches;
    const panes = single ? [layout.panes.flat(), []] : layout.panes;
    const front = single ? [layout.front[layout.active] ?? panes[0][0], undefined] : layout.front;
    this.setAttribute('split', single ? 'none' : layout.split);
    this.bars.forEach((bar, pane) => {
      const own = panes[pane].flatMap((id) => tabs.get(id) ?? []);
      bar.show(own, front[pane], single ? 'Tabs' : pane === 0 ? 'Tabs of the first pane' : 'Tabs of the second pane');
      for (const tab of own) this.place(tab, pane, tab.id === front[pane]);
    });
    this.divider.show(layout.share, layout.split === 'rows');
    this.empty.hidden = tabs.size > 0;
    if (save) layout.save();
  }

  private place({ panel, title }: Tab, pane: number, inFront: boolean) {
    panel.setAttribute('pane', String(pane));
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-label', title);
    panel.hidden = !inFront;
  }

  private tools(pane: Pane): HTMLElement[] {
    const more = new MenuButton('New tab', PLUS, () =>
      this.offers().map((offer) => ({
        text: offer.text,
        available: offer.available,
        action: () => this.want(offer.id, this.effective(pane)),
      })),
    );
    const arrangement = new MenuButton('Arrange tabs', PANES, () => this.arrangements(pane));
    return [more.element, arrangement.element];
  }

  private arrangements(pane: Pane): Entry[] {
    const id = this.frontOf(pane);
    const title = this.tabs().find((tab) => tab.id === id)?.title ?? '';
    const { split } = this.layout;
    const entries: Entry[] = [
      { text: 'One pane', checked: split === 'none', action: () => this.turnTo('none') },
      { text: 'Two panes side by side', checked: split === 'columns', action: () => this.turnTo('columns') },
      { text: 'Two panes, one above the other', checked: split === 'rows', action: () => this.turnTo('rows') },
    ];
    if (narrow.matches) entries.length = 0;
    if (id === undefined) return entries;
    if (split !== 'none' && !narrow.matches) {
      entries.push({ text: `Move ${title} to the other pane`, action: () => this.across(id) });
    }
    entries.push({ text: `Close ${title}`, action: () => this.close(id) });
    return entries;
  }

  /** Returns the pane of the layout that a bar represents. On a narrow page one bar represents both. */
  private effective(pane: Pane): Pane {
    return narrow.matches ? this.layout.active : pane;
  }

  private frontOf(pane: Pane): string | undefined {
    return this.layout.front[this.effective(pane)];
  }

  private turnTo(split: Split) {
    const layout = this.layout;
    if (split === 'none') layout.join();
    else if (layout.split === 'none') this.divide(split);
    else layout.split = split;
    this.arrange(true);
    this.bars[layout.active].focus();
  }

  /** Opens a second pane and moves the tab in front to it. If it is the only tab, requests another one instead. */
  private divide(split: Split) {
    const front = this.layout.front[0];
    this.layout.split = split;
    if (front !== undefined && this.layout.panes[0].length > 1) {
      this.layout.moveAcross(front);
      return;
    }
    const offer = this.offers().find((candidate) => candidate.available);
    if (offer) this.want(offer.id, 1);
    else this.layout.split = 'none';
  }

  private across(id: string) {
    this.layout.moveAcross(id);
    this.arrange(true);
    this.bars[this.layout.paneOf(id)].focus();
  }

  private resized(share: number, done: boolean) {
    this.layout.resize(share);
    this.divider.show(this.layout.share, this.layout.split === 'rows');
    if (done) this.layout.save();
  }

  private focused(event: FocusEvent) {
    const panel = (event.target as HTMLElement).closest<HTMLElement>('[tab]');
    const id = panel?.parentElement === this ? panel.getAttribute('tab') : null;
    if (id !== null && this.layout.has(id)) this.layout.active = this.layout.paneOf(id);
  }

  /** Handles Ctrl+Shift with an arrow key before the terminal does. */
  private key(event: KeyboardEvent) {
    if (!event.ctrlKey || !event.shiftKey || event.altKey || event.metaKey || !event.key.startsWith('Arrow')) return;
    const id = this.layout.tabAfterKey(event.key, narrow.matches);
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.enter(id);
  }

  private offers(): Offer[] {
    return JSON.parse(this.getAttribute('offers') ?? '[]') as Offer[];
  }

  private want(offer: string, pane: Pane) {
    this.wantedPane = pane;
    this.tell('tab-wanted', { offer });
  }

  private tell(type: string, detail: object) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('slipway-panes', PanesElement);
