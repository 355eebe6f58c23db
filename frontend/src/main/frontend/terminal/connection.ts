import { ack, decode, hello, reset, resize, sight, type FromServer, type Reason, type Role, type Size } from './protocol.js';
import { Typing } from './typing.js';

/** State of a connection, as the page shows it. */
export type State =
  | { kind: 'idle' }
  | { kind: 'connecting' }
  | { kind: 'replaying' }
  | { kind: 'live'; role: Role }
  | { kind: 'waiting'; until: number; why: string }
  | { kind: 'ended'; why: string; next: Next };

/** Action after the end of a connection: start a new shell, reload the page, or try again. */
export type Next = 'shell' | 'reload' | 'retry';

/** Host of a connection: it displays output and requests tickets. */
export interface TerminalHost {
  /** Requests a ticket; `useTicket` receives it later. */
  askForTicket(): void;
  size(): Size;
  /** Returns whether the terminal is visible. */
  visible(): boolean;
  write(bytes: Uint8Array, parsed: () => void): void;
  /** Shows a note between the output. */
  note(text: string): void;
  /** Shows a note in the scrollback, above an empty screen with this number of rows. */
  noteAbove(text: string, rows: number): void;
  reset(): void;
  stateChanged(state: State): void;
  /** @param past whether the new size belongs to earlier output; it then takes effect at its position in the output */
  sizeChanged(size: Size, past: boolean): void;
}

/**
 * Step of acknowledgements: a quarter of the platform's window, and one of its frames. The next frames are already on
 * their way while these are parsed.
 */
const ACK_STEP = 32 * 1024;
const ACK_WHEN_IDLE_MS = 100;

/** The platform sends a frame at least every 20 s. */
const SILENCE_MS = 50_000;
const TICKET_MS = 20_000;
const OPENING_MS = 15_000;
const PROBE_MS = 5_000;

/** Number of refused tickets in a row after which the page stops retrying, because another ticket would not help. */
const MOST_REFUSALS = 5;

const FIRST_DELAY_MS = 300;
const LONGEST_DELAY_MS = 20_000;

/** After a connection of this length, the delay before the next attempt starts at its minimum again. */
const STABLE_MS = 5_000;

/**
 * Client side of the terminal protocol. Keeps one terminal connected across reconnects, and tracks the exact offset of
 * the output that it has received.
 */
export class Connection {
  state: State = { kind: 'idle' };
  role: Role = 'viewer';

  private readonly viewer = crypto.getRandomValues(new BigUint64Array(1))[0];
  private readonly typing = new Typing();
  private socket: WebSocket | undefined;
  private epoch: bigint | undefined;
  private received = 0;
  private parsed = 0;
  private acked = 0;
  private historyEnd = 0;
  private missing = 0;
  private refusals = 0;
  private replaced = false;
  private exited = false;
  private fresh = true;
  private failures = 0;
  private liveSince = 0;
  private deadline: number | undefined;
  private ackTimer: number | undefined;

  constructor(private readonly host: TerminalHost) {}

  /** Connects immediately. */
  start() {
    this.dropSocket();
    this.become({ kind: 'connecting' });
    this.within(TICKET_MS, () => this.later('The platform does not answer.'));
    this.host.askForTicket();
  }

  /** Connects immediately if it is waiting to reconnect. */
  wake() {
    if (this.state.kind === 'waiting') this.start();
  }

  useTicket(ticket: string) {
    if (this.state.kind !== 'connecting' || this.socket) return;
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}${socketPath()}`);
    socket.binaryType = 'arraybuffer';
    let opened = false;
    socket.onopen = () => {
      opened = true;
      socket.send(hello(ticket, this.viewer, this.position(), this.page()));
    };
    socket.onmessage = (event) => this.socket === socket && this.receive(event.data as ArrayBuffer);
    socket.onclose = () => this.socket === socket && this.lost(opened);
    this.socket = socket;
    this.within(OPENING_MS, () => this.later('The platform does not answer.'));
  }

  /**
   * Handles the loss of the socket. A browser hides from its page why a socket was refused, so another request finds
   * out whether the platform answers at all.
   */
  private lost(opened: boolean) {
    if (opened) {
      this.later('The connection was lost.');
      return;
    }
    this.dropSocket();
    void this.whyRefused().then((why) => this.state.kind === 'connecting' && !this.socket && this.later(why));
  }

  private async whyRefused(): Promise<string> {
    try {
      await fetch(document.baseURI, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PROBE_MS) });
      return (
        'The platform answers, but it or a proxy before it refuses the terminal’s WebSocket. ' +
        'If this continues, sign in again or tell your administrator: the platform’s log has the reason.'
      );
    } catch {
      return 'The platform cannot be reached. Check your network.';
    }
  }

  /** Ends the connection because no ticket will come. */
  refuse(why: string) {
    this.end(why);
  }

  /** Disconnects without a message. */
  stop() {
    this.dropSocket();
    this.become({ kind: 'idle' });
  }

  type(bytes: Uint8Array) {
    if (this.state.kind !== 'ended') this.typing.add(bytes);
  }

  resized(size: Size) {
    if (this.typing.send) this.send(resize(size));
  }

  /** Reports to the platform whether the terminal is visible. */
  seen(visible: boolean) {
    if (this.typing.send) this.send(sight(visible));
  }

  /** Resets the terminal. The shell keeps running. */
  reset() {
    if (this.typing.send) this.send(reset());
    else this.host.reset();
  }

  /**
   * Returns whether this page must answer a query in the output that is being parsed: not if it only watches, and not
   * if the query is part of the history, where it was answered before.
   */
  mayAnswer(): boolean {
    return this.role === 'driver' && !(this.fresh && this.parsed < this.historyEnd);
  }

  private page() {
    return { size: this.host.size(), visible: this.host.visible() };
  }

  private position() {
    return this.epoch === undefined ? undefined : { epoch: this.epoch, offset: this.received };
  }

  private receive(message: ArrayBuffer) {
    this.within(SILENCE_MS, () => this.later('The connection was lost.'));
    let frame: FromServer;
    try {
      frame = decode(message);
    } catch {
      this.later('The platform sent an unexpected message.');
      return;
    }
    this.handle(frame);
  }

  private handle(frame: FromServer) {
    switch (frame.type) {
      case 'welcome':
        this.welcome(frame);
        break;
      case 'output':
        this.output(frame.offset, frame.bytes);
        break;
      case 'gap':
        this.missing = frame.to - frame.from;
        this.received = frame.to;
        break;
      case 'snapshot':
        this.snapshot(frame);
        break;
      case 'cleared':
        this.host.reset();
        break;
      case 'role':
        this.role = frame.role;
        this.showProgress();
        break;
      case 'size':
        this.host.sizeChanged(frame.size, this.received < this.historyEnd);
        break;
      case 'taken':
        this.typing.takenUpTo(frame.offset);
        break;
      case 'alive':
        this.acknowledge();
        break;
      case 'exit':
        this.exited = true;
        this.end(frame.status > 0 ? `The shell has ended with status ${frame.status}.` : 'The shell has ended.', 'shell');
        break;
      case 'closed':
        this.closed(frame.reason, frame.text);
        break;
    }
  }

  private welcome(frame: FromServer & { type: 'welcome' }) {
    const send = (message: ArrayBuffer) => this.send(message);
    if (frame.epoch === this.epoch) {
      this.fresh = false;
      this.typing.resumeAt(frame.input, send);
    } else {
      // Input that the user typed before the first connection is for this shell.
      if (this.epoch === undefined) this.typing.resumeAt(frame.input, send);
      else this.typing.forget(frame.input, send);
      this.host.reset();
      // The note comes before the new shell's first prompt, which is received next.
      if (this.replaced) this.host.note('The machine was recreated: this is a new shell');
      else if (this.epoch !== undefined && !this.exited) {
        this.host.note('This is a new shell: the last one was lost, perhaps because its machine was recreated');
      }
      this.replaced = false;
      this.exited = false;
      this.fresh = true;
      this.epoch = frame.epoch;
      this.parsed = frame.offset;
    }
    this.refusals = 0;
    this.received = frame.offset;
    this.acked = 0;
    this.historyEnd = frame.end;
    this.role = frame.role;
    this.liveSince = performance.now();
    this.showProgress();
  }

  private output(offset: number, bytes: Uint8Array) {
    if (offset !== this.received) {
      this.later('Output came out of order.');
      return;
    }
    this.received += bytes.length;
    // History and new output are written separately, so that the parser knows which of the two it is parsing.
    const history = Math.max(0, Math.min(bytes.length, this.historyEnd - offset));
    if (history > 0) this.write(offset, bytes.subarray(0, history));
    if (history < bytes.length) this.write(offset + history, bytes.subarray(history));
  }

  /** Replaces the screen by a snapshot, which stands for the output before it. */
  private snapshot(frame: FromServer & { type: 'snapshot' }) {
    this.host.reset();
    this.host.sizeChanged(frame.size, true);
    if (this.missing > 0) {
      const text = `${this.missing.toLocaleString('en')} bytes of output were skipped`;
      this.host.noteAbove(text, frame.size.rows);
    }
    this.missing = 0;
    this.received = frame.offset;
    const epoch = this.epoch;
    this.host.write(frame.bytes, () => {
      if (epoch !== this.epoch) return;
      this.parsed = frame.offset;
      this.acknowledge();
      this.showProgress();
    });
  }

  private write(offset: number, bytes: Uint8Array) {
    const epoch = this.epoch;
    this.host.write(bytes, () => {
      if (epoch !== this.epoch) return;
      this.parsed = offset + bytes.length;
      if (this.parsed - this.acked >= ACK_STEP) this.acknowledge();
      else this.ackTimer ??= window.setTimeout(() => this.acknowledge(), ACK_WHEN_IDLE_MS);
      if (this.state.kind === 'replaying') this.showProgress();
    });
  }

  private acknowledge() {
    clearTimeout(this.ackTimer);
    this.ackTimer = undefined;
    if (!this.typing.send) return;
    this.acked = this.parsed;
    this.send(ack(this.parsed));
  }

  private showProgress() {
    const replaying = this.parsed < this.historyEnd;
    this.become(replaying ? { kind: 'replaying' } : { kind: 'live', role: this.role });
  }

  private closed(reason: Reason, text: string) {
    switch (reason) {
      case 'ticket-refused':
        if (++this.refusals >= MOST_REFUSALS) this.end(text, 'reload');
        else this.later(text);
        break;
      case 'node-unreachable':
      case 'platform-stopping':
        this.later(text);
        break;
      case 'node-replaced':
        this.replaced = true;
        this.later(text);
        break;
      case 'client-silent':
        this.start();
        break;
      default:
        this.end(text, reason === 'version-unsupported' || reason === 'signed-out' ? 'reload' : 'retry');
    }
  }

  private later(why: string) {
    this.dropSocket();
    if (this.liveSince && performance.now() - this.liveSince > STABLE_MS) this.failures = 0;
    this.liveSince = 0;
    const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.failures++);
    // Random, so that not all pages reconnect at once when the platform restarts.
    const delay = longest * (0.5 + Math.random() / 2);
    this.become({ kind: 'waiting', until: performance.now() + delay, why });
    this.within(delay, () => this.start());
  }

  private end(why: string, next: Next = 'retry') {
    this.dropSocket();
    this.become({ kind: 'ended', why, next });
  }

  private dropSocket() {
    clearTimeout(this.deadline);
    clearTimeout(this.ackTimer);
    this.ackTimer = undefined;
    this.typing.send = undefined;
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private send(message: ArrayBuffer) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(message);
  }

  private within(ms: number, otherwise: () => void) {
    clearTimeout(this.deadline);
    this.deadline = window.setTimeout(otherwise, ms);
  }

  private become(state: State) {
    this.state = state;
    this.host.stateChanged(state);
  }
}

/** Returns the path of the WebSocket, relative to the base address of the page. */
function socketPath(): string {
  return new URL('ws/terminal', document.baseURI).pathname;
}
