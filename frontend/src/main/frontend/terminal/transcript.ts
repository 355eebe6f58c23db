import type { IBuffer } from '@xterm/xterm';

/** More lines than a user of a screen reader goes back, and few enough to be written into the page twice a second. */
const LINES = 400;
const UPDATE_MS = 500;

/**
 * Returns the lines in the last rows of a screen, each without the breaks that the screen added.
 *
 * @param most number of rows
 */
export function lastLines(buffer: IBuffer, most: number): string[] {
  const lines: string[] = [];
  for (let row = Math.max(0, buffer.length - most); row < buffer.length; row++) {
    const line = buffer.getLine(row);
    const text = line?.translateToString(true) ?? '';
    if (line?.isWrapped && lines.length > 0) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  return lines;
}

/** Output as plain text from top to bottom, for screen readers. Hidden until the user enables it. */
export class Transcript {
  readonly element = document.createElement('pre');
  private timer: number | undefined;

  /** @param lines returns the last lines of the output */
  constructor(private readonly lines: (most: number) => string[]) {
    this.element.className = 'terminal-transcript';
    this.element.tabIndex = 0;
    this.element.hidden = true;
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', 'Transcript');
  }

  label(terminal: string) {
    this.element.setAttribute('aria-label', `Transcript: ${terminal}`);
  }

  show(on: boolean) {
    this.element.hidden = !on;
    if (on) this.update();
  }

  /** Schedules an update after more output. */
  changed() {
    if (this.element.hidden) return;
    this.timer ??= window.setTimeout(() => this.update(), UPDATE_MS);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private update() {
    this.stop();
    const text = this.lines(LINES).join('\n').trimEnd();
    if (text === this.element.textContent) return;
    const atEnd = this.element.scrollTop + this.element.clientHeight >= this.element.scrollHeight - 4;
    this.element.textContent = text;
    if (atEnd) this.element.scrollTop = this.element.scrollHeight;
  }
}
