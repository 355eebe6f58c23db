import { ack, decode, hello, Reason, reset, resize, sight, type FromServer, type Role, type Size } from './protocol.js';
import { Typing } from './typing.js';

/** What a viewer must know about its connection. */
export type State =
  | { kind: 'idle' }
  | { kind: 'connecting' }
  | { kind: 'replaying' }
  | { kind: 'live'; role: Role }
  | { kind: 'waiting'; until: number; why: string }
  | { kind: 'ended'; why: string; next: Next };

/** What can be done about an end: start a new shell, load the page anew, or nothing. */
export type Next = 'shell' | 'reload' | 'retry';

/** Where output goes and tickets come from. */
export interface Surroundings {
  /** Asks for a ticket, to be given to `useTicket` when it comes. */
  askForTicket(): void;
  size(): Size;
  /** Whether anybody can see the terminal. */
  visible(): boolean;
  write(bytes: Uint8Array, parsed: () => void): void;
  /** Says something in between the output. */
  note(text: string): void;
  /** As `note`, in the scrollback, above an empty screen of so many rows. */
  noteAbove(text: string, rows: number): void;
  reset(): void;
  stateChanged(state: State): void;
  /** @param past of the output that happened before; it comes in its place between the output */
  sizeChanged(size: Size, past: boolean): void;
}

/** A quarter of what the platform sends ahead, and one of its frames: the next are on their way before these are parsed. */
const ACK_STEP = 32 * 1024;
const ACK_WHEN_IDLE_MS = 100;

/** The platform says something at least each 20 s. */
const SILENCE_MS = 50_000;
const TICKET_MS = 20_000;
const OPENING_MS = 15_000;
const PROBE_MS = 5_000;

/** Tickets that are refused one after the other have a cause that another one does not remove. */
const MOST_REFUSALS = 5;

const FIRST_DELAY_MS = 300;
const LONGEST_DELAY_MS = 20_000;

/** A connection that lived this long was a good one: the next attempt comes soon. */
const STABLE_MS = 5_000;

/**
 * The browser's end of the terminal protocol: keeps one terminal connected, over as many sockets as it takes, and knows
 * exactly what of the output it has.
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

  constructor(private readonly surroundings: Surroundings) {}

  /** Connects, now. */
  start() {
    this.dropSocket();
    this.become({ kind: 'connecting' });
    this.within(TICKET_MS, () => this.later('The platform does not answer.'));
    this.surroundings.askForTicket();
  }

  /** Connects when it should and does not already try. */
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

  /** A browser hides from its page why a socket was refused, but not whether the platform answers otherwise. */
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
        'If this goes on, sign in again; then tell your administrator, who finds the reason in the platform’s log.'
      );
    } catch {
      return 'The platform cannot be reached. Check your network.';
    }
  }

  /** Nobody gives us a ticket: there is nothing to connect to. */
  refuse(why: string) {
    this.end(why);
  }

  /** Lets go, without a word. */
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

  /** Tells whether anybody can see the terminal now. */
  seen(visible: boolean) {
    if (this.typing.send) this.send(sight(visible));
  }

  /** Undoes what programs have done to the terminal; the shell goes on. */
  reset() {
    if (this.typing.send) this.send(reset());
    else this.surroundings.reset();
  }

  /** Whether a question in the output now being parsed is ours to answer: not if it was answered before, or by another. */
  mayAnswer(): boolean {
    return this.role === 'driver' && !(this.fresh && this.parsed < this.historyEnd);
  }

  private page() {
    return { size: this.surroundings.size(), visible: this.surroundings.visible() };
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
      this.later('The platform sent something unexpected.');
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
        this.surroundings.reset();
        break;
      case 'role':
        this.role = frame.role;
        this.showProgress();
        break;
      case 'size':
        this.surroundings.sizeChanged(frame.size, this.received < this.historyEnd);
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
      // What was typed while the first connection was made is for this shell.
      if (this.epoch === undefined) this.typing.resumeAt(frame.input, send);
      else this.typing.forget(frame.input, send);
      this.surroundings.reset();
      // Before the new shell's first prompt, which comes next.
      if (this.replaced) this.surroundings.note('The machine was recreated: this is a new shell');
      else if (this.epoch !== undefined && !this.exited) {
        this.surroundings.note('This is a new shell: the one before was lost, as when its machine is recreated');
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
    // Apart, so that it is clear while parsing which of the two it is.
    const history = Math.max(0, Math.min(bytes.length, this.historyEnd - offset));
    if (history > 0) this.write(offset, bytes.subarray(0, history));
    if (history < bytes.length) this.write(offset + history, bytes.subarray(history));
  }

  /** Takes the place of the output before it. */
  private snapshot(frame: FromServer & { type: 'snapshot' }) {
    this.surroundings.reset();
    this.surroundings.sizeChanged(frame.size, true);
    if (this.missing > 0) {
      const text = `${this.missing.toLocaleString('en')} bytes of output were skipped`;
      this.surroundings.noteAbove(text, frame.size.rows);
    }
    this.missing = 0;
    this.received = frame.offset;
    const epoch = this.epoch;
    this.surroundings.write(frame.bytes, () => {
      if (epoch !== this.epoch) return;
      this.parsed = frame.offset;
      this.acknowledge();
      this.showProgress();
    });
  }

  private write(offset: number, bytes: Uint8Array) {
    const epoch = this.epoch;
    this.surroundings.write(bytes, () => {
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

  private closed(reason: number, text: string) {
    switch (reason) {
      case Reason.ticket:
        if (++this.refusals >= MOST_REFUSALS) this.end(text, 'reload');
        else this.later(text);
        break;
      case Reason.unreachable:
      case Reason.stopping:
        this.later(text);
        break;
      case Reason.replacedNode:
        this.replaced = true;
        this.later(text);
        break;
      case Reason.silent:
        this.start();
        break;
      default:
        this.end(text, reason === Reason.version || reason === Reason.signedOut ? 'reload' : 'retry');
    }
  }

  private later(why: string) {
    this.dropSocket();
    if (this.liveSince && performance.now() - this.liveSince > STABLE_MS) this.failures = 0;
    this.liveSince = 0;
    const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.failures++);
    // Not all at once when the platform comes back.
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
    this.surroundings.stateChanged(state);
  }
}

/** Beside the page, wherever the platform is mounted. */
function socketPath(): string {
  return new URL('ws/terminal', document.baseURI).pathname;
}
