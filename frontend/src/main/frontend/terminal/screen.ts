import { FitAddon } from '@xterm/addon-fit';
import { SearchAddon } from '@xterm/addon-search';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { WebLinksAddon } from '@xterm/addon-web-links';
import type { WebglAddon } from '@xterm/addon-webgl';
import { Terminal } from '@xterm/xterm';
import { FONT, themeFor } from './look.js';
import type { Size } from './protocol.js';

const SCROLLBACK_LINES = 5000;

/** A terminal's screen: xterm.js with what we want of it. */
export class Screen {
  readonly search = new SearchAddon();
  private readonly xterm: Terminal;
  private readonly fitting = new FitAddon();
  private webgl: WebglAddon | undefined;
  private wantsWebgl = false;
  private readonly utf8 = new TextEncoder();

  /**
   * @param mayAnswer whether the terminal may answer what the shell asks it
   * @param typed hears what is typed and pasted
   */
  constructor(
    private readonly parent: HTMLElement,
    mayAnswer: () => boolean,
    typed: (bytes: Uint8Array) => void,
  ) {
    this.xterm = new Terminal({
      allowProposedApi: true, // for the widths of Unicode 11
      cursorBlink: true,
      fontFamily: FONT,
      fontSize: 14,
      scrollback: SCROLLBACK_LINES,
      minimumContrastRatio: 4.5,
      theme: themeFor(parent),
      linkHandler: { activate: (_, uri) => openLink(uri), allowNonHttpProtocols: false },
    });
    this.xterm.loadAddon(this.fitting);
    this.xterm.loadAddon(this.search);
    this.xterm.loadAddon(new WebLinksAddon((_, uri) => openLink(uri)));
    this.xterm.loadAddon(new Unicode11Addon());
    this.xterm.unicode.activeVersion = '11';
    this.holdAnswers(mayAnswer);
    this.xterm.onData((text) => typed(this.utf8.encode(text)));
    this.xterm.onBinary((text) => typed(Uint8Array.from(text, (char) => char.charCodeAt(0))));
    this.xterm.open(parent);
  }

  write(bytes: Uint8Array, parsed: () => void) {
    this.xterm.write(bytes, parsed);
  }

  /** CAN first: the output may have stopped within an escape sequence. */
  note(text: string) {
    this.xterm.write(`\x18\r\n\x1b[0;2m── ${text} ──\x1b[0m\r\n`);
  }

  reset() {
    // Through the stream, so that it comes after what is still being parsed.
    this.xterm.write('\x18\x1bc\x1b[3J');
  }

  /** The size that would fill the space, if there is any. */
  fittingSize(): Size | undefined {
    const proposed = this.parent.clientWidth > 0 ? this.fitting.proposeDimensions() : undefined;
    if (!proposed || Number.isNaN(proposed.cols) || Number.isNaN(proposed.rows)) return undefined;
    return { columns: Math.min(1000, proposed.cols), rows: Math.min(1000, proposed.rows) };
  }

  size(): Size {
    return { columns: this.xterm.cols, rows: this.xterm.rows };
  }

  resize(size: Size) {
    if (size.columns !== this.xterm.cols || size.rows !== this.xterm.rows) this.xterm.resize(size.columns, size.rows);
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

  refreshTheme() {
    this.xterm.options.theme = themeFor(this.parent);
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
      this.webgl?.dispose();
      this.webgl = undefined;
      return;
    }
    const { WebglAddon } = await import('@xterm/addon-webgl');
    if (!this.wantsWebgl || this.webgl) return;
    try {
      const addon = new WebglAddon();
      addon.onContextLoss(() => {
        addon.dispose();
        this.webgl = undefined;
      });
      this.xterm.loadAddon(addon);
      this.webgl = addon;
    } catch {
      // No WebGL here: the DOM does as well, more slowly.
    }
  }

  dispose() {
    this.wantsWebgl = false;
    this.xterm.dispose();
  }

  /** Swallows the questions that are not ours to answer; all else takes its usual way. */
  private holdAnswers(mayAnswer: () => boolean) {
    const hold = () => !mayAnswer();
    const parser = this.xterm.parser;
    for (const prefix of [undefined, '>', '=']) parser.registerCsiHandler({ prefix, final: 'c' }, hold);
    for (const prefix of [undefined, '?']) {
      parser.registerCsiHandler({ prefix, final: 'n' }, hold);
      parser.registerCsiHandler({ prefix, intermediates: '$', final: 'p' }, hold);
    }
    parser.registerDcsHandler({ intermediates: '$', final: 'q' }, hold);
    for (const colour of [4, 10, 11, 12]) {
      parser.registerOscHandler(colour, (data) => data.includes('?') && !mayAnswer());
    }
  }
}

/** A link in a terminal may have been put there by anybody. */
function openLink(uri: string) {
  if (!/^https?:\/\//i.test(uri)) return;
  if (confirm(`Open this address in a new tab?\n\n${uri}`)) window.open(uri, '_blank', 'noopener,noreferrer');
}
