import { input } from './protocol.js';

/** The platform refuses more than this beyond what the node has taken. */
const WINDOW = 128 * 1024;

/** Small enough that acknowledgements get in between. */
const CHUNK = 16 * 1024;

/** What one may type or paste ahead; more than this is a mistake. */
const MAX_AHEAD = 64 * 1024 * 1024;

type Chunk = { offset: number; bytes: Uint8Array };

/**
 * What is typed, on its way to the node: sent as fast as the node takes it, and sent again after a reconnect as far as
 * the platform has not got it.
 */
export class Typing {
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private sent: Chunk[] = [];
  private next = 0;
  private taken = 0;

  /** @param send undefined while there is no connection */
  send: ((frame: ArrayBuffer) => void) | undefined;

  add(bytes: Uint8Array) {
    if (this.waitingBytes + bytes.length > MAX_AHEAD) return;
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    this.flow();
  }

  takenUpTo(offset: number) {
    this.taken = Math.max(this.taken, offset);
    this.sent = this.sent.filter((chunk) => chunk.offset + chunk.bytes.length > offset);
    this.flow();
  }

  /** The platform has everything before this offset: what we sent beyond it was lost with the connection. */
  resumeAt(offset: number, send: (frame: ArrayBuffer) => void) {
    const known = this.sent.length === 0 ? this.next : this.sent[0].offset;
    if (offset >= known) {
      const lost = this.sent
        .filter((chunk) => chunk.offset + chunk.bytes.length > offset)
        .map((chunk) => chunk.bytes.subarray(Math.max(0, offset - chunk.offset)));
      this.waiting.unshift(...lost);
      this.waitingBytes += lost.reduce((sum, bytes) => sum + bytes.length, 0);
    }
    this.begin(offset, send);
  }

  /** Another shell: what was typed for the last one is not for this one. */
  forget(offset: number, send: (frame: ArrayBuffer) => void) {
    this.waiting = [];
    this.waitingBytes = 0;
    this.begin(offset, send);
  }

  private begin(offset: number, send: (frame: ArrayBuffer) => void) {
    this.sent = [];
    this.next = offset;
    this.taken = offset;
    this.send = send;
    this.flow();
  }

  private flow() {
    while (this.send && this.waiting.length > 0 && this.next - this.taken < WINDOW) {
      const first = this.waiting[0];
      const room = Math.min(CHUNK, WINDOW - (this.next - this.taken));
      const bytes = first.subarray(0, room);
      if (bytes.length === first.length) this.waiting.shift();
      else this.waiting[0] = first.subarray(room);
      this.waitingBytes -= bytes.length;
      this.sent.push({ offset: this.next, bytes });
      this.send(input(this.next, bytes));
      this.next += bytes.length;
    }
  }
}
