import { LONGEST_LINE, linesOf, pasteable, tooLongLine } from './paste.js';
import { ask } from './question.js';
import type { Screen } from './screen.js';
import { change, settings } from './settings.js';

/** Part of a paste that the question shows. */
const SHOWN_LINES = 6;
const SHOWN_COLUMNS = 80;

/**
 * Copies and pastes. The right button copies the selection, or pastes if nothing is selected; with Shift it opens the
 * browser's own menu. Several lines are pasted only after a question if the program would process each line at once.
 */
export class Clipboard {
  constructor(
    private readonly owner: HTMLElement,
    box: HTMLElement,
    private readonly screen: Screen,
  ) {
    box.addEventListener('paste', (event) => this.pasted(event), { capture: true });
    box.addEventListener('drop', (event) => this.dropped(event), { capture: true });
    box.addEventListener('contextmenu', (event) => this.rightClicked(event));
  }

  /** Copies the selection. Returns false if nothing is selected. */
  copy(): boolean {
    const text = this.screen.selection();
    if (!text) return false;
    if (navigator.clipboard) navigator.clipboard.writeText(text).catch(() => document.execCommand('copy'));
    else document.execCommand('copy');
    return true;
  }

  async paste(text: string) {
    const clean = pasteable(text);
    if (!clean) return;
    if (!(await this.mayPasteLongLine(clean)) || !(await this.mayPaste(clean))) return;
    this.screen.paste(clean);
    this.screen.focus();
  }

  /**
   * Asks before a paste with a line that the terminal would cut. A program that enables bracketed paste reads keys, not
   * lines, and receives the whole text.
   */
  private async mayPasteLongLine(text: string): Promise<boolean> {
    const bytes = this.screen.bracketsPastes() ? 0 : tooLongLine(text);
    if (bytes === 0) return true;
    const answer = await ask(this.owner, {
      title: `Paste a line of ${bytes.toLocaleString('en')} bytes?`,
      text:
        `A program that reads line by line, such as cat, gets only the first ${LONGEST_LINE.toLocaleString('en')} bytes of it; ` +
        'the terminal drops the rest. Break the line up, or put the text into a file with an editor.',
      action: 'Paste anyway',
    });
    if (!answer.yes) this.screen.focus();
    return answer.yes;
  }

  private async mayPaste(text: string): Promise<boolean> {
    const lines = linesOf(text);
    const runsAtOnce = lines.length > 1 && !this.screen.bracketsPastes();
    if (!runsAtOnce || !settings().askBeforePaste) return true;
    const shown = lines.slice(0, SHOWN_LINES).map((line) => line.slice(0, SHOWN_COLUMNS));
    if (lines.length > SHOWN_LINES) shown.push('…');
    const answer = await ask(this.owner, {
      title: `Paste ${lines.length.toLocaleString('en')} lines?`,
      text: 'The running program processes each line as soon as it arrives.',
      detail: shown.join('\n'),
      action: 'Paste',
      remember: 'Do not ask again',
    });
    if (answer.yes && answer.remember) change({ askBeforePaste: false });
    if (!answer.yes) this.screen.focus();
    return answer.yes;
  }

  private pasted(event: ClipboardEvent) {
    event.preventDefault();
    event.stopPropagation();
    void this.paste(event.clipboardData?.getData('text/plain') ?? '');
  }

  /** Pastes text that is dropped onto the terminal. */
  private dropped(event: DragEvent) {
    event.preventDefault();
    event.stopPropagation();
    void this.paste(event.dataTransfer?.getData('text/plain') ?? '');
  }

  private rightClicked(event: MouseEvent) {
    // A long touch opens the system's own menu. A program that tracks the mouse has already received the click.
    if (event.shiftKey || (event as PointerEvent).pointerType === 'touch') return;
    if (this.screen.followsMouse()) {
      event.preventDefault();
    } else if (this.copy()) {
      event.preventDefault();
      this.screen.clearSelection();
    } else if (navigator.clipboard?.readText) {
      event.preventDefault();
      navigator.clipboard.readText().then(
        (text) => this.paste(text),
        () => this.screen.note('The browser does not let pages read the clipboard: paste with Ctrl+Shift+V'),
      );
    }
  }
}
