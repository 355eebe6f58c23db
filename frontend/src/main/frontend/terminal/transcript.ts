/** More than anybody goes back by ear, little enough to be put into the page twice a second. */
const LINES = 400;
const UPDATE_MS = 500;

/** The output as plain text from top to bottom, which a screen reader can walk through. Off until it is wanted. */
export class Transcript {
  readonly element = document.createElement('pre');
  private timer: number | undefined;

  /** @param lines gives the last lines of the output */
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

  /** There is more output. */
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
