import { FitAddon } from '@xterm/addon-fit';
import { SearchAddon } from '@xterm/addon-search';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { WebLinksAddon } from '@xterm/addon-web-links';
import type { WebglAddon } from '@xterm/addon-webgl';
import { Terminal } from '@xterm/xterm';
import { holdAnswers, reportsByItself } from './answers.js';
import { openChecked, openLink } from './links.js';
import { FONT, type Look } from './look.js';
import type { Size } from './protocol.js';
import { lastLines } from './transcript.js';

const SCROLLBACK_LINES = 5000;

/**
 * Limits of a terminal's size. The platform tracks no larger screen; a wall of displays with 4K letters of 8 pixels has
 * as many cells.
 */
const MAX_COLUMNS = 1000;
const MAX_CELLS = 160_000;

/**
 * Resets everything that a shell has changed in its terminal. RIS alone keeps a hidden cursor, redefined colours and
 * held back output. The modes are listed one by one, so that the result does not depend on which of them xterm.js
 * resets with RIS.
 */
const RESET =
  '\x18\x1bc\x1b[3J' +
  ['9', '1000', '1002', '1003', '1004', '1006', '1016', '2004', '2026'].map((mode) => `\x1b[?${mode}l`).join('') +
  '\x1b[?25h\x1b[20l\x1b[0 q\x1b]104\x07\x1b]110\x07\x1b]111\x07\x1b]112\x07\x1b]2;\x07';

const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** Listener for the events of a screen. */
export interface Listener {
  typed(bytes: Uint8Array): void;
  /** Returns the text that a key sends, changed by the touch keys that are held. */
  keyed(text: string): string;
  /** Returns whether the terminal may answer queries of the shell. */
  mayAnswer(): boolean;
  /** Returns whether another viewer drives. */
  watches(): boolean;
  bell(): void;
  /** Called when more output is on the screen. */
  changed(): void;
}

/** Screen of a terminal: xterm.js with the platform's settings and addons. */
export class Screen {
  readonly search = new SearchAddon();
  private readonly xterm: Terminal;
  private readonly fitting = new FitAddon();
  private webgl: WebglAddon | undefined;
  private wantsWebgl = false;
  private readonly utf8 = new TextEncoder();

  /** @param listener receives typed and pasted text, and decides which viewer answers queries of the shell */
  constructor(
    private readonly parent: HTMLElement,
    listener: Listener,
  ) {
    this.xterm = new Terminal({
      allowProposedApi: true, // for the widths of Unicode 11
      fontFamily: FONT,
      scrollback: SCROLLBACK_LINES,
      linkHandler: { activate: (_, uri) => void openChecked(parent, uri), allowNonHttpProtocols: false },
    });
    this.xterm.loadAddon(this.fitting);
    this.xterm.loadAddon(this.search);
    this.xterm.loadAddon(new WebLinksAddon((_, uri) => openLink(uri)));
    this.xterm.loadAddon(new Unicode11Addon());
    this.xterm.unicode.activeVersion = '11';
    holdAnswers(this.xterm.parser, () => listener.mayAnswer());
    this.xterm.onData((text) => {
      if (listener.watches() && reportsByItself(text)) return;
      listener.typed(this.utf8.encode(listener.keyed(text)));
    });
    // Mouse reports in the one encoding that is not text.
    this.xterm.onBinary((text) => {
      if (!listener.watches()) listener.typed(Uint8Array.from(text, (char) => char.charCodeAt(0)));
    });
    this.xterm.onBell(() => listener.bell());
    this.xterm.onWriteParsed(() => listener.changed());
    this.xterm.open(parent);
  }

  write(bytes: Uint8Array, parsed: () => void) {
    this.xterm.write(bytes, parsed);
  }

  /**
   * Shows a note between the output. CAN comes first, because the output may have stopped within an escape sequence.
   */
  note(text: string) {
    this.xterm.write(`\x18\r\n\x1b[0;2m── ${text} ──\x1b[0m\r\n`);
  }

  /** Shows a note in the scrollback, above an empty screen with this number of rows. */
  noteAbove(text: string, rows: number) {
    this.note(text);
    this.xterm.write(`${'\r\n'.repeat(rows)}\x1b[H`);
  }

  reset() {
    // The reset goes through the stream, so that it takes effect after the output that is still being parsed.
    this.xterm.write(RESET);
  }

  /** Returns the size that fills the available space, or undefined if there is none. */
  fittingSize(): Size | undefined {
    const proposed = this.parent.clientWidth > 0 ? this.fitting.proposeDimensions() : undefined;
    if (!proposed || Number.isNaN(proposed.cols) || Number.isNaN(proposed.rows)) return undefined;
    const columns = Math.min(MAX_COLUMNS, proposed.cols);
    return { columns, rows: Math.min(MAX_COLUMNS, Math.floor(MAX_CELLS / columns), proposed.rows) };
  }

  size(): Size {
    return { columns: this.xterm.cols, rows: this.xterm.rows };
  }

  resize(size: Size) {
    if (size.columns !== this.xterm.cols || size.rows !== this.xterm.rows) this.xterm.resize(size.columns, size.rows);
  }

  /** Changes the size at this position in the output. */
  resizeInOrder(size: Size) {
    this.xterm.write('', () => this.resize(size));
  }

  focus() {
    this.xterm.focus();
  }

  paste(text: string) {
    this.xterm.paste(text);
  }

  selection(): string {
    return this.xterm.getSelection();
  }

  onKey(handler: (event: KeyboardEvent) => boolean) {
    this.xterm.attachCustomKeyEventHandler(handler);
  }

  label(text: string) {
    this.xterm.textarea?.setAttribute('aria-label', text);
  }

  screenReader(on: boolean) {
    this.xterm.options.screenReaderMode = on;
  }

  look({ theme, contrast }: Look, fontSize: number) {
    const options = this.xterm.options;
    options.theme = theme;
    options.minimumContrastRatio = contrast;
    options.fontSize = fontSize;
  }

  clearSelection() {
    this.xterm.clearSelection();
  }

  /** Returns whether the running program distinguishes a paste from typing. */
  bracketsPastes(): boolean {
    return this.xterm.modes.bracketedPasteMode;
  }

  /** Returns whether the running program receives mouse clicks. */
  followsMouse(): boolean {
    return this.xterm.modes.mouseTrackingMode !== 'none';
  }

  /** Sends text as if the user typed it; arrow keys in the encoding that the running program expects. */
  key(text: string) {
    const arrow = /^\x1b\[([A-D])$/.exec(text);
    this.xterm.input(arrow && this.xterm.modes.applicationCursorKeysMode ? `\x1bO${arrow[1]}` : text);
    this.xterm.focus();
  }

  /** Returns the last lines of the output. */
  lines(most: number): string[] {
    return lastLines(this.xterm.buffer.active, most);
  }

  /** Returns the visible text, independent of the renderer. */
  text(): string {
    const buffer = this.xterm.buffer.active;
    const lines: string[] = [];
    for (let row = 0; row < this.xterm.rows; row++) {
      lines.push(buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '');
    }
    return lines.join('\n').trimEnd();
  }

  /**
   * Switches drawing by WebGL on or off. A browser has only a few WebGL contexts, so only visible terminals use one.
   */
  async accelerate(on: boolean) {
    this.wantsWebgl = on;
    if (!on) {
      this.drawByDom();
      return;
    }
    const { WebglAddon } = await import('@xterm/addon-webgl');
    if (!this.wantsWebgl || this.webgl) return;
    try {
      const addon = new WebglAddon();
      addon.onContextLoss(() => this.drawByDom());
      this.xterm.loadAddon(addon);
      this.webgl = addon;
      this.xterm.options.cursorBlink = !stillness.matches;
    } catch {
      // No WebGL here: the DOM renderer works too, but is slower.
    }
  }

  /**
   * Draws by the DOM. The cursor does not blink, because xterm.js would blink it by an animation for which the browser
   * draws the whole page 60 times a second.
   */
  private drawByDom() {
    this.webgl?.dispose();
    this.webgl = undefined;
    this.xterm.options.cursorBlink = false;
  }

  dispose() {
    this.wantsWebgl = false;
    this.xterm.dispose();
  }
}
