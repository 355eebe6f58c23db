import { Clipboard } from './clipboard.js';
import { Connection, type State } from './connection.js';
import { FindBar } from './find-bar.js';
import { openHelp } from './help-dialog.js';
import { enterFullScreen } from './full-screen.js';
import { command, composes } from './keys.js';
import { lookFor, onSchemeChange } from './look.js';
import type { Size } from './protocol.js';
import { Screen } from './screen.js';
import { change, follow, settings, USUAL_FONT_SIZE } from './settings.js';
import { sentence, StateLine } from './state-line.js';
import { TouchKeys } from './touch-keys.js';
import { Transcript } from './transcript.js';

/** Delay that combines the many sizes of a dragged pane edge: the shell receives only the last one. */
const RESIZE_MS = 80;

/** Size of a terminal that has not been visible yet: the traditional default. */
const USUAL: Size = { columns: 80, rows: 24 };

/** Duration of the visual bell: long enough to be seen, short enough for the next one. */
const BELL_MS = 250;

/** Parts that exist only while the element is in the page. */
type Parts = {
  screen: Screen;
  connection: Connection;
  stateLine: StateLine;
  findBar: FindBar;
  clipboard: Clipboard;
  transcript: Transcript;
};

/**
 * Terminal in the page. Connects when it first becomes visible. Events: `ticket-needed` before each connection,
 * answered by `connect(ticket)` or `refuse(why)`; `connection-state` with `{state, text}`. Attributes: `aria-label`;
 * `frozen` while its machine is paused; `notice`, a text that users must know; `renderer="dom"` to disable WebGL.
 */
class SlipwayTerminal extends HTMLElement {
  static observedAttributes = ['aria-label', 'frozen', 'notice'];

  private parts: Parts | undefined;
  private tidyUp: (() => void)[] = [];
  private resizeTimer: number | undefined;
  private bellTimer: number | undefined;
  private driverSize: Size | undefined;
  private onPage = false;

  connectedCallback() {
    const box = document.createElement('div');
    box.className = 'terminal-box';
    box.toggleAttribute('region', true);
    // In the document before the screen opens, because the screen measures it.
    this.replaceChildren(box);
    const connection = this.newConnection();
    const touchKeys = new TouchKeys((text) => this.parts?.screen.key(text));
    const screen = new Screen(box, {
      typed: (bytes) => connection.type(bytes),
      keyed: (text) => touchKeys.apply(text),
      mayAnswer: () => connection.mayAnswer(),
      watches: () => connection.role === 'viewer',
      bell: () => this.bell(),
      changed: () => this.parts?.transcript.changed(),
    });
    const stateLine = new StateLine({
      again: () => this.again(),
      find: () => this.parts?.findBar.open(),
      resize: (by) => change({ fontSize: settings().fontSize + by }),
      reset: () => this.reset(),
      fullScreen: () => this.fullScreen(),
      help: () => openHelp(this),
    });
    const findBar = new FindBar(screen.search, () => screen.focus());
    const transcript = new Transcript((most) => screen.lines(most));
    const clipboard = new Clipboard(this, box, screen);
    this.append(transcript.element, findBar.element, touchKeys.element, stateLine.element);
    this.parts = { screen, connection, stateLine, findBar, clipboard, transcript };
    screen.onKey((event) => this.key(event));
    stateLine.show(connection.state);
    this.attributeChangedCallback();
    this.watch(box);
  }

  disconnectedCallback() {
    this.tidyUp.forEach((tidy) => tidy());
    this.tidyUp = [];
    clearTimeout(this.resizeTimer);
    clearTimeout(this.bellTimer);
    const parts = this.parts;
    this.parts = undefined;
    parts?.connection.stop();
    parts?.stateLine.stop();
    parts?.transcript.stop();
    parts?.screen.dispose();
  }

  attributeChangedCallback() {
    const name = this.getAttribute('aria-label') ?? 'Terminal';
    this.parts?.screen.label(`${name}. Ctrl+F6 leaves it.`);
    this.parts?.transcript.label(name);
    this.parts?.stateLine.freeze(this.hasAttribute('frozen'));
    this.parts?.stateLine.note(this.getAttribute('notice') ?? '');
  }

  /** Answers `ticket-needed` with a ticket. */
  connect(ticket: string) {
    this.parts?.connection.useTicket(ticket);
  }

  /** Answers `ticket-needed` if there is no ticket. */
  refuse(why: string) {
    this.parts?.connection.refuse(why);
  }

  override focus() {
    this.parts?.screen.focus();
  }

  /** Returns the visible text, independent of the renderer; for tests. */
  screenText(): string {
    return this.parts?.screen.text() ?? '';
  }

  private newConnection(): Connection {
    return new Connection({
      askForTicket: () => this.dispatchEvent(new CustomEvent('ticket-needed')),
      size: () => this.parts?.screen.fittingSize() ?? this.parts?.screen.size() ?? USUAL,
      visible: () => this.isSeen(),
      write: (bytes, parsed) => this.parts?.screen.write(bytes, parsed),
      note: (text) => this.parts?.screen.note(text),
      noteAbove: (text, rows) => this.parts?.screen.noteAbove(text, rows),
      reset: () => this.parts?.screen.reset(),
      stateChanged: (state) => this.stateChanged(state),
      sizeChanged: (size, past) => this.sizeChanged(size, past),
    });
  }

  private watch(box: HTMLElement) {
    const sizes = new ResizeObserver(() => this.fitSoon());
    sizes.observe(box);
    const sight = new IntersectionObserver((entries) => this.seen(entries[entries.length - 1].isIntersecting));
    sight.observe(box);
    const wake = () => document.visibilityState === 'visible' && this.parts?.connection.wake();
    const look = () => {
      this.tellSight();
      wake();
    };
    const leave = (event: BeforeUnloadEvent) => this.isInUse() && event.preventDefault();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', wake);
    window.addEventListener('beforeunload', leave);
    this.tidyUp.push(
      () => sizes.disconnect(),
      () => sight.disconnect(),
      () => document.removeEventListener('visibilitychange', look),
      () => window.removeEventListener('online', wake),
      () => window.removeEventListener('beforeunload', leave),
      onSchemeChange(() => this.look()),
      follow(() => this.look()),
    );
  }

  /** Applies the settings and the look of the page. */
  private look() {
    const { theme, fontSize, reader } = settings();
    this.dataset.theme = theme;
    this.parts?.screen.look(lookFor(this, theme), fontSize);
    this.parts?.screen.screenReader(reader);
    this.parts?.transcript.show(reader);
    this.fitSoon();
  }

  /** Returns whether the terminal is visible: its tab is in front, and so is the browser's tab. */
  private isSeen(): boolean {
    return this.onPage && document.visibilityState === 'visible';
  }

  private tellSight() {
    this.parts?.connection.seen(this.isSeen());
  }

  /**
   * Returns whether to ask before the page closes: the user works in this terminal, so the browser's Ctrl+W may have
   * been meant for the shell. Buttons and links of the page take the focus away before they navigate.
   */
  private isInUse(): boolean {
    return this.parts?.connection.state.kind === 'live' && this.contains(document.activeElement);
  }

  private seen(visible: boolean) {
    this.onPage = visible;
    this.tellSight();
    if (this.getAttribute('renderer') !== 'dom') void this.parts?.screen.accelerate(visible);
    if (!visible) return;
    this.fit();
    if (this.parts?.connection.state.kind === 'idle') this.parts.connection.start();
  }

  private fitSoon() {
    clearTimeout(this.resizeTimer);
    this.resizeTimer = window.setTimeout(() => this.fit(), RESIZE_MS);
  }

  private fit() {
    const size = this.parts?.screen.fittingSize();
    if (!this.parts || !size) return;
    const { screen, connection } = this.parts;
    connection.resized(size);
    // Earlier output is replayed at the sizes that it had then.
    if (connection.state.kind === 'replaying') return;
    // A viewer that only watches uses the driver's size; it still reports its own size to the platform.
    screen.resize(connection.role === 'viewer' ? (this.driverSize ?? size) : size);
  }

  private sizeChanged(size: Size, past: boolean) {
    this.driverSize = size;
    if (past) this.parts?.screen.resizeInOrder(size);
    else if (this.parts?.connection.role === 'viewer') this.parts.screen.resize(size);
  }

  private stateChanged(state: State) {
    this.parts?.stateLine.show(state);
    if (state.kind === 'live') this.fit();
    this.dispatchEvent(new CustomEvent('connection-state', { detail: { state: state.kind, text: sentence(state) } }));
  }

  private again() {
    this.parts?.connection.start();
    this.focus();
  }

  private reset() {
    this.parts?.connection.reset();
    this.focus();
  }

  private fullScreen() {
    void enterFullScreen(this).then((refused) => refused && this.parts?.screen.note(refused));
    this.focus();
  }

  private bell() {
    this.toggleAttribute('bell', true);
    clearTimeout(this.bellTimer);
    this.bellTimer = window.setTimeout(() => this.removeAttribute('bell'), BELL_MS);
  }

  /** Handles a key. Returns false if xterm.js, and with it the shell, must not receive it. */
  private key(event: KeyboardEvent): boolean {
    // An Enter that confirms a composition must not start a shell.
    if (composes(event)) return true;
    const state = this.parts?.connection.state;
    if (event.type === 'keydown' && event.key === 'Enter' && state?.kind === 'ended' && state.next === 'shell') {
      event.preventDefault();
      this.again();
      return false;
    }
    const wanted = command(event);
    if (!wanted) return true;
    if (wanted !== 'browser') event.preventDefault();
    if (wanted === 'copy') this.parts?.clipboard.copy();
    else if (wanted === 'find') this.parts?.findBar.open();
    else if (wanted === 'bigger') change({ fontSize: settings().fontSize + 1 });
    else if (wanted === 'smaller') change({ fontSize: settings().fontSize - 1 });
    else if (wanted === 'usual-size') change({ fontSize: USUAL_FONT_SIZE });
    return false;
  }
}

customElements.define('slipway-terminal', SlipwayTerminal);
