import { input } from './protocol.js';

/** Maximum number of bytes that the node has not read yet; the platform refuses more. */
const WINDOW = 128 * 1024;

/** Size of an input frame, small enough that acknowledgements are sent in between. */
const CHUNK = 16 * 1024;

/** Maximum size of input that is not sent yet; more is a mistake of the user. */
const MAX_AHEAD = 64 * 1024 * 1024;

type Chunk = { offset: number; bytes: Uint8Array };

/**
 * Queue of input for the node. Sends input as fast as the node reads it. After a reconnect, sends again the part that
 * the platform has not received.
 */
export class Typing {
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private sent: Chunk[] = [];
  private next = 0;
  private taken = 0;

  /** Sends a frame; undefined while there is no connection. */
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

  /**
   * Continues after a reconnect. The platform has received everything before this offset; later input was lost with the
   * connection and is sent again.
   */
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

  /** Continues with another shell. Input that was typed for the last shell is discarded. */
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
