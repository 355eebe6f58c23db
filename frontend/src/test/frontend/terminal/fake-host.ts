import type { State, TerminalHost } from '../../../main/frontend/terminal/connection.js';
import type { Size } from '../../../main/frontend/terminal/protocol.js';

/** Host of a connection that records each call. The test decides when output is parsed. */
export class FakeHost implements TerminalHost {
  tickets = 0;
  isVisible = true;
  /** Output, notes, resets and sizes in their order. */
  readonly log: string[] = [];
  readonly states: State[] = [];
  private readonly unparsed: (() => void)[] = [];

  askForTicket() {
    this.tickets++;
  }

  size(): Size {
    return { columns: 80, rows: 24 };
  }

  visible(): boolean {
    return this.isVisible;
  }

  write(bytes: Uint8Array, parsed: () => void) {
    this.log.push(new TextDecoder().decode(bytes));
    this.unparsed.push(parsed);
  }

  note(text: string) {
    this.log.push(`note: ${text}`);
  }

  noteAbove(text: string, rows: number) {
    this.log.push(`note above ${rows} rows: ${text}`);
  }

  reset() {
    this.log.push('reset');
  }

  stateChanged(state: State) {
    this.states.push(state);
  }

  sizeChanged({ columns, rows }: Size, past: boolean) {
    this.log.push(`size ${columns}x${rows}${past ? ' in the past' : ''}`);
  }

  /** Parses the output that was written first. */
  parseOne() {
    this.unparsed.shift()?.();
  }

  parseAll() {
    this.unparsed.splice(0).forEach((parsed) => parsed());
  }
}
