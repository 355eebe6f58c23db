export type Split = 'none' | 'columns' | 'rows';
export type Pane = 0 | 1;

/** What is remembered of a set of tabs. */
type Remembered = {
  split: Split;
  share: number;
  panes: [string[], string[]];
  front: [string | undefined, string | undefined];
  active: Pane;
  at: number;
};

const STORAGE_PREFIX = 'slipway.panes.';
const SHARE_MIN = 15;
const SHARE_MAX = 85;

/** Longer than anybody works on one lab. */
const FORGET_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** Which tabs there are, in which of two panes, and which of them are in front. Knows nothing of the page. */
export class Layout {
  split: Split = 'none';
  share = 50;
  active: Pane = 0;
  panes: [string[], string[]] = [[], []];
  front: [string | undefined, string | undefined] = [undefined, undefined];

  /** Where a tab was before the page was loaded again. */
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

  /** The tabs that were open, if anything is remembered. */
  remembered(): string[] | undefined {
    return this.before?.panes.flat();
  }

  has(id: string): boolean {
    return this.panes.some((tabs) => tabs.includes(id));
  }

  paneOf(id: string): Pane {
    return this.panes[1].includes(id) ? 1 : 0;
  }

  /** A new tab takes the place that it had before, else the end of the active pane. */
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

  /** Moves a tab to the other pane, which opens if there is but one. */
  moveAcross(id: string) {
    const target: Pane = this.paneOf(id) === 0 ? 1 : 0;
    this.remove(id);
    this.panes[target].push(id);
    if (this.split === 'none') this.split = 'columns';
    this.select(id);
    this.settle();
  }

  /** One pane for all tabs. */
  join() {
    const front = this.front[this.active];
    this.panes = [this.panes.flat(), []];
    this.front = [front, undefined];
    this.active = 0;
    this.split = 'none';
  }

  /** A pane without tabs is none. Not while tabs that were there before may still come. */
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
    this.share = Math.round(Math.min(SHARE_MAX, Math.max(SHARE_MIN, share)) * 10) / 10;
  }

  /** From now on, what is there is what is remembered. */
  save() {
    this.before = undefined;
    const { split, share, panes, front, active } = this;
    write(STORAGE_PREFIX + this.name, { split, share, panes, front, active, at: Date.now() });
  }

  static readonly limits = [SHARE_MIN, SHARE_MAX] as const;
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
    // Storage is switched off: the layout lasts as long as the page.
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
    // Storage is switched off.
  }
}
