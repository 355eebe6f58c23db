import { Connection, type State } from './connection.js';
import { FindBar } from './find-bar.js';
import { onSchemeChange } from './look.js';
import type { Size } from './protocol.js';
import { Screen } from './screen.js';
import { sentence, StateLine } from './state-line.js';

const READER_KEY = 'slipway.screen-reader';

/** Dragging a pane's edge gives many sizes; a shell wants the last one. */
const RESIZE_MS = 80;

/** Until somebody sees it, a terminal is as large as terminals always were. */
const USUAL: Size = { columns: 80, rows: 24 };

/**
 * A terminal of ours. Connects when it is first seen. Events: `ticket-needed` before each connection, to be answered by
 * `connect(ticket)` or `refuse(why)`; `connection-state` with `{state, text}`.
 */
class SlipwayTerminal extends HTMLElement {
  private screen: Screen | undefined;
  private connection: Connection | undefined;
  private stateLine: StateLine | undefined;
  private tidyUp: (() => void)[] = [];
  private resizeTimer: number | undefined;
  private driverSize: Size | undefined;

  connectedCallback() {
    const box = document.createElement('div');
    box.className = 'terminal-box';
    const connection = new Connection({
      askForTicket: () => this.dispatchEvent(new CustomEvent('ticket-needed')),
      size: () => this.screen?.fittingSize() ?? this.screen?.size() ?? USUAL,
      write: (bytes, parsed) => this.screen?.write(bytes, parsed),
      note: (text) => this.screen?.note(text),
      reset: () => this.screen?.reset(),
      stateChanged: (state) => this.stateChanged(state),
      sizeChanged: (size) => this.sizeChanged(size),
    });
    const stateLine = new StateLine(
      () => connection.start(),
      (on) => this.useScreenReader(on),
    );
    // In place before the screen opens, which measures it.
    this.replaceChildren(box);
    const screen = new Screen(box, () => connection.mayAnswer(), (bytes) => connection.type(bytes));
    const findBar = new FindBar(screen.search, () => screen.focus());
    this.append(findBar.element, stateLine.element);
    this.screen = screen;
    this.connection = connection;
    this.stateLine = stateLine;
    screen.onKey((event) => this.key(event, findBar));
    screen.label(this.label());
    stateLine.show(connection.state);
    this.rememberedScreenReader();
    this.watch(box);
  }

  disconnectedCallback() {
    this.tidyUp.forEach((tidy) => tidy());
    this.tidyUp = [];
    clearTimeout(this.resizeTimer);
    this.connection?.stop();
    this.stateLine?.stop();
    this.screen?.dispose();
    this.screen = undefined;
    this.connection = undefined;
  }

  static observedAttributes = ['aria-label'];

  attributeChangedCallback() {
    this.screen?.label(this.label());
  }

  /** Answers `ticket-needed`. */
  connect(ticket: string) {
    this.connection?.useTicket(ticket);
  }

  /** Answers `ticket-needed` when there will be no ticket. */
  refuse(why: string) {
    this.connection?.refuse(why);
  }

  override focus() {
    this.screen?.focus();
  }

  /** What can be read on the screen now, whatever draws it; for tests. */
  screenText(): string {
    return this.screen?.text() ?? '';
  }

  private label(): string {
    return `${this.getAttribute('aria-label') ?? 'Terminal'}. Ctrl+F6 leaves it.`;
  }

  private watch(box: HTMLElement) {
    const sizes = new ResizeObserver(() => this.fitSoon());
    sizes.observe(box);
    const sight = new IntersectionObserver((entries) => this.seen(entries[entries.length - 1].isIntersecting));
    sight.observe(box);
    const wake = () => document.visibilityState === 'visible' && this.connection?.wake();
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('online', wake);
    this.tidyUp.push(
      () => sizes.disconnect(),
      () => sight.disconnect(),
      () => document.removeEventListener('visibilitychange', wake),
      () => window.removeEventListener('online', wake),
      onSchemeChange(() => this.screen?.refreshTheme()),
    );
  }

  private seen(visible: boolean) {
    if (this.getAttribute('renderer') !== 'dom') void this.screen?.accelerate(visible);
    if (!visible) return;
    this.fit();
    if (this.connection?.state.kind === 'idle') this.connection.start();
  }

  private fitSoon() {
    clearTimeout(this.resizeTimer);
    this.resizeTimer = window.setTimeout(() => this.fit(), RESIZE_MS);
  }

  private fit() {
    const size = this.screen?.fittingSize();
    if (!size) return;
    // One who watches sees what the driver sees, and says what size it would take.
    const shown = this.connection?.role === 'viewer' ? (this.driverSize ?? size) : size;
    this.screen?.resize(shown);
    this.connection?.resized(size);
  }

  private sizeChanged(size: Size) {
    this.driverSize = size;
    if (this.connection?.role === 'viewer') this.screen?.resize(size);
  }

  private stateChanged(state: State) {
    this.stateLine?.show(state);
    if (state.kind === 'live') this.fit();
    this.dispatchEvent(new CustomEvent('connection-state', { detail: { state: state.kind, text: sentence(state) } }));
  }

  private key(event: KeyboardEvent, findBar: FindBar): boolean {
    if (event.type !== 'keydown' || !event.ctrlKey) return true;
    if (event.key === 'F6') {
      event.preventDefault();
      this.stateLine?.focus();
      return false;
    }
    if (!event.shiftKey) return true;
    switch (event.code) {
      case 'KeyC':
        event.preventDefault();
        this.copy();
        return false;
      case 'KeyV':
        // The browser pastes, if we leave the key to it.
        return false;
      case 'KeyF':
        event.preventDefault();
        findBar.open();
        return false;
      default:
        return true;
    }
  }

  private copy() {
    const text = this.screen?.selection();
    if (text) navigator.clipboard?.writeText(text).catch(() => document.execCommand('copy'));
  }

  private useScreenReader(on: boolean) {
    this.screen?.screenReader(on);
    this.stateLine?.showReader(on);
    try {
      localStorage.setItem(READER_KEY, String(on));
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
  }

  private rememberedScreenReader() {
    try {
      if (localStorage.getItem(READER_KEY) === 'true') this.useScreenReader(true);
    } catch {
      // Storage is switched off.
    }
  }
}

customElements.define('slipway-terminal', SlipwayTerminal);
