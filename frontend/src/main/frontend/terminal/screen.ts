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

const SCROLLBACK_LINES = 5000;

/** The platform keeps no larger screen; a wall of displays with 4K letters of 8 pixels has as many cells. */
const MAX_COLUMNS = 1000;
const MAX_CELLS = 160_000;

/**
 * Undoes whatever a shell has done to its terminal. RIS alone leaves a hidden cursor, colours that were redefined and held
 * back output as they are; the modes are named one by one, so that it does not depend on xterm.js which of them RIS knows.
 */
const RESET =
  '\x18\x1bc\x1b[3J' +
  ['9', '1000', '1002', '1003', '1004', '1006', '1016', '2004', '2026'].map((mode) => `\x1b[?${mode}l`).join('') +
  '\x1b[?25h\x1b[20l\x1b[0 q\x1b]104\x07\x1b]110\x07\x1b]111\x07\x1b]112\x07\x1b]2;\x07';

const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** Whom a screen tells what happens on it. */
export interface Listener {
  typed(bytes: Uint8Array): void;
  /** What a key sends, after keys that are held for it. */
  keyed(text: string): string;
  /** Whether the terminal may answer what the shell asks it. */
  mayAnswer(): boolean;
  /** Whether somebody else drives. */
  watches(): boolean;
  bell(): void;
  /** More output is on the screen. */
  changed(): void;
}

/** A terminal's screen: xterm.js with what we want of it. */
export class Screen {
  readonly search = new SearchAddon();
  private readonly xterm: Terminal;
  private readonly fitting = new FitAddon();
  private webgl: WebglAddon | undefined;
  private wantsWebgl = false;
  private readonly utf8 = new TextEncoder();

  /** @param listener hears what is typed and pasted, and decides who answers what the shell asks */
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
    // Reports of the mouse, in the one encoding that is no text.
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

  /** CAN first: the output may have stopped within an escape sequence. */
  note(text: string) {
    this.xterm.write(`\x18\r\n\x1b[0;2m── ${text} ──\x1b[0m\r\n`);
  }

  /** As a note in the scrollback, above an empty screen of so many rows. */
  noteAbove(text: string, rows: number) {
    this.note(text);
    this.xterm.write(`${'\r\n'.repeat(rows)}\x1b[H`);
  }

  reset() {
    // Through the stream, so that it comes after what is still being parsed.
    this.xterm.write(RESET);
  }

  /** The size that would fill the space, if there is any. */
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

  /** Another size from this place of the output on. */
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

  /** Whether the program that runs tells a paste from typing. */
  bracketsPastes(): boolean {
    return this.xterm.modes.bracketedPasteMode;
  }

  /** Whether clicks are for the program that runs. */
  followsMouse(): boolean {
    return this.xterm.modes.mouseTrackingMode !== 'none';
  }

  /** As if this was typed; arrows as the program that runs wants them. */
  key(text: string) {
    const arrow = /^\x1b\[([A-D])$/.exec(text);
    this.xterm.input(arrow && this.xterm.modes.applicationCursorKeysMode ? `\x1bO${arrow[1]}` : text);
    this.xterm.focus();
  }

  /** The last lines of the output, each as it was before the screen broke it. */
  lines(most: number): string[] {
    const buffer = this.xterm.buffer.active;
    const lines: string[] = [];
    for (let row = Math.max(0, buffer.length - most); row < buffer.length; row++) {
      const line = buffer.getLine(row);
      const text = line?.translateToString(true) ?? '';
      if (line?.isWrapped && lines.length > 0) lines[lines.length - 1] += text;
      else lines.push(text);
    }
    return lines;
  }

  /** What can be seen now, however it is drawn. */
  text(): string {
    const buffer = this.xterm.buffer.active;
    const lines: string[] = [];
    for (let row = 0; row < this.xterm.rows; row++) {
      lines.push(buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '');
    }
    return lines.join('\n').trimEnd();
  }

  /** Draws by WebGL, of which a browser has only a few: for a visible terminal alone. */
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
      // No WebGL here: the DOM does as well, more slowly.
    }
  }

  /** The cursor stands still: xterm.js would blink it by an animation, for which the whole page is drawn 60 times a second. */
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
