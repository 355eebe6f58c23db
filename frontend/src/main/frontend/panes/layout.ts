import { limited, type Limits } from '../ui/share.js';

export type Split = 'none' | 'columns' | 'rows';
export type Pane = 0 | 1;

/** Stored state of a set of tabs. */
type Remembered = {
  split: Split;
  share: number;
  panes: [string[], string[]];
  front: [string | undefined, string | undefined];
  active: Pane;
  at: number;
};

const STORAGE_PREFIX = 'slipway.panes.';

/** Longer than a learner works on one lab. */
const FORGET_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** Arrangement of the tabs: their order, their pane, and the tab in front of each pane. Independent of the DOM. */
export class Layout {
  split: Split = 'none';
  share = 50;
  active: Pane = 0;
  panes: [string[], string[]] = [[], []];
  front: [string | undefined, string | undefined] = [undefined, undefined];

  /** Arrangement from before the page was reloaded. */
  private before: Remembered | undefined;

  constructor(private readonly name: string) {
    forgetOld();
    this.before = read(STORAGE_PREFIX + name);
    if (this.before) {
      this.split = this.before.split;
      this.share = this.before.share;
      this.active = this.before.active;
    }
  }

  /** Returns the tabs that were open before, or undefined if none are stored. */
  remembered(): string[] | undefined {
    return this.before?.panes.flat();
  }

  has(id: string): boolean {
    return this.panes.some((tabs) => tabs.includes(id));
  }

  paneOf(id: string): Pane {
    return this.panes[1].includes(id) ? 1 : 0;
  }

  /** Adds a tab at the position that it had before, else at the end of the active pane. */
  add(id: string) {
    if (this.has(id)) return;
    const before = this.before;
    const known = before?.panes.findIndex((tabs) => tabs.includes(id)) ?? -1;
    const pane = known >= 0 ? (known as Pane) : this.active;
    const tabs = this.panes[pane];
    tabs.push(id);
    if (before && known >= 0) {
      const order = before.panes[known];
      tabs.sort((a, b) => (order.indexOf(a) < 0 || order.indexOf(b) < 0 ? 0 : order.indexOf(a) - order.indexOf(b)));
    }
    if (this.front[pane] === undefined || before?.front[pane] === id) this.front[pane] = id;
  }

  remove(id: string) {
    const pane = this.paneOf(id);
    const tabs = this.panes[pane];
    const index = tabs.indexOf(id);
    if (index < 0) return;
    tabs.splice(index, 1);
    if (this.front[pane] === id) this.front[pane] = tabs[Math.min(index, tabs.length - 1)];
  }

  select(id: string) {
    const pane = this.paneOf(id);
    this.front[pane] = id;
    this.active = pane;
  }

  /**
   * Returns the tab that an arrow key selects: left and right another tab of the pane, up and down the tab in front of
   * the other pane.
   *
   * @param single whether the page is too narrow for two panes
   */
  tabAfterKey(key: string, single: boolean): string | undefined {
    const across = key === 'ArrowUp' || key === 'ArrowDown';
    const pane: Pane = across && this.panes[1].length > 0 ? (this.active === 0 ? 1 : 0) : this.active;
    const tabs = single || this.split === 'none' ? this.panes.flat() : this.panes[pane];
    const step = across ? 0 : key === 'ArrowRight' ? 1 : tabs.length - 1;
    return tabs[(tabs.indexOf(this.front[pane] ?? '') + step) % tabs.length];
  }

  /** Moves a tab to the other pane. Opens a second pane if there is only one. */
  moveAcross(id: string) {
    const target: Pane = this.paneOf(id) === 0 ? 1 : 0;
    this.remove(id);
    this.panes[target].push(id);
    if (this.split === 'none') this.split = 'columns';
    this.select(id);
    this.settle();
  }

  /** Moves all tabs into one pane. */
  join() {
    const front = this.front[this.active];
    this.panes = [this.panes.flat(), []];
    this.front = [front, undefined];
    this.active = 0;
    this.split = 'none';
  }

  /** Closes a pane without tabs. Not to be called while tabs from before the reload may still open. */
  settle() {
    if (this.panes[0].length === 0 && this.panes[1].length > 0) {
      this.panes.reverse();
      this.front.reverse();
      this.active = 0;
    }
    if (this.panes[1].length === 0 && this.split !== 'none') this.join();
    if (this.front[this.active] === undefined) this.active = 0;
  }

  resize(share: number) {
    this.share = limited(share, Layout.limits);
  }

  /** Stores the current arrangement in place of the one from before the reload. */
  save() {
    this.before = undefined;
    const { split, share, panes, front, active } = this;
    write(STORAGE_PREFIX + this.name, { split, share, panes, front, active, at: Date.now() });
  }

  static readonly limits: Limits = [15, 85];
}

function read(key: string): Remembered | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as Remembered | null;
    return found && Array.isArray(found.panes?.[0]) && Array.isArray(found.panes[1]) ? found : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: Remembered) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is disabled: the layout lasts until the page is closed.
  }
}

function forgetOld() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(STORAGE_PREFIX) && Date.now() - (read(key)?.at ?? 0) > FORGET_AFTER_MS) {
        localStorage.removeItem(key);
      }
    }
  } catch {
    // Storage is disabled.
  }
}
