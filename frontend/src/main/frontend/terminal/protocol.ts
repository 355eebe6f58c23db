// Frames of docs/terminal-protocol.md.

const VERSION = 2;

/** Maximum number of columns, and of rows. */
const LONGEST_SIDE = 1000;

export type Size = { columns: number; rows: number };
export type Role = 'driver' | 'viewer';

/** Position in the output of one session. */
export type Position = { epoch: bigint; offset: number };

/** Reasons for which the platform closes a connection. The code of a reason is its position, starting at 1. */
const REASONS = [
  'protocol-violated',
  'version-unsupported',
  'ticket-refused',
  'too-many-connections',
  'node-unreachable',
  'sandbox-over',
  'node-replaced',
  'signed-out',
  'connection-replaced',
  'client-silent',
  'platform-stopping',
  'shell-busy',
  'connection-lost',
  'platform-failed',
  'origin-refused',
] as const;

export type Reason = (typeof REASONS)[number];

export type FromServer =
  | { type: 'welcome'; epoch: bigint; offset: number; end: number; input: number; role: Role }
  | { type: 'output'; offset: number; bytes: Uint8Array }
  | { type: 'gap'; from: number; to: number }
  | { type: 'snapshot'; offset: number; size: Size; bytes: Uint8Array }
  | { type: 'cleared' }
  | { type: 'exit'; status: number }
  | { type: 'closed'; reason: Reason; text: string }
  | { type: 'role'; role: Role }
  | { type: 'size'; size: Size }
  | { type: 'taken'; offset: number }
  | { type: 'alive' };

/** Properties of the page in a hello. */
export type Page = { size: Size; visible: boolean };

export function hello(ticket: string, viewer: bigint, resume: Position | undefined, { size, visible }: Page): ArrayBuffer {
  const secret = new TextEncoder().encode(ticket);
  const frame = start(0x01, 30 + secret.length);
  frame.setUint8(1, VERSION);
  frame.setBigUint64(2, viewer);
  frame.setBigUint64(10, resume?.epoch ?? 0n);
  frame.setBigInt64(18, BigInt(resume?.offset ?? -1));
  frame.setUint16(26, size.columns);
  frame.setUint16(28, size.rows);
  frame.setUint8(30, visible ? 1 : 0);
  new Uint8Array(frame.buffer).set(secret, 31);
  return frame.buffer;
}

export function input(offset: number, bytes: Uint8Array): ArrayBuffer {
  const frame = start(0x02, 8 + bytes.length);
  frame.setBigUint64(1, BigInt(offset));
  new Uint8Array(frame.buffer).set(bytes, 9);
  return frame.buffer;
}

export function resize(size: Size): ArrayBuffer {
  const frame = start(0x03, 4);
  frame.setUint16(1, size.columns);
  frame.setUint16(3, size.rows);
  return frame.buffer;
}

export function ack(offset: number): ArrayBuffer {
  const frame = start(0x04, 8);
  frame.setBigUint64(1, BigInt(offset));
  return frame.buffer;
}

/** Reports whether the terminal is visible. */
export function sight(visible: boolean): ArrayBuffer {
  const frame = start(0x05, 1);
  frame.setUint8(1, visible ? 1 : 0);
  return frame.buffer;
}

/** Requests a reset of the terminal for all its viewers. */
export function reset(): ArrayBuffer {
  return start(0x06, 0).buffer;
}

/** @throws RangeError if the bytes are not exactly one valid frame */
export function decode(message: ArrayBuffer): FromServer {
  const fields = new Fields(message);
  const frame = decodeFields(fields.u8(), fields);
  fields.end();
  return frame;
}

/** Reads the fields of a frame, which follow each other on the wire in the order of these literals. */
function decodeFields(opcode: number, fields: Fields): FromServer {
  switch (opcode) {
    case 0x11:
      return {
        type: 'welcome',
        epoch: fields.u64(),
        offset: fields.offset(),
        end: fields.offset(),
        input: fields.offset(),
        role: fields.role(),
      };
    case 0x12:
      return { type: 'output', offset: fields.offset(), bytes: fields.rest() };
    case 0x13:
      return { type: 'gap', from: fields.offset(), to: fields.offset() };
    case 0x14:
      return { type: 'exit', status: fields.i32() };
    case 0x15:
      return { type: 'closed', reason: fields.reason(), text: new TextDecoder().decode(fields.rest()) };
    case 0x16:
      return { type: 'role', role: fields.role() };
    case 0x17:
      return { type: 'size', size: fields.size() };
    case 0x18:
      return { type: 'taken', offset: fields.offset() };
    case 0x19:
      return { type: 'alive' };
    case 0x1a:
      return { type: 'snapshot', offset: fields.offset(), size: fields.size(), bytes: fields.rest() };
    case 0x1b:
      return { type: 'cleared' };
    default:
      throw new RangeError(`unknown opcode ${opcode}`);
  }
}

/** Reads one field after the other. Each method throws a RangeError if the message ends before its field does. */
class Fields {
  private at = 0;
  private readonly view: DataView<ArrayBuffer>;

  constructor(private readonly message: ArrayBuffer) {
    this.view = new DataView(message);
  }

  u8(): number {
    return this.view.getUint8(this.skip(1));
  }

  i32(): number {
    return this.view.getInt32(this.skip(4));
  }

  u64(): bigint {
    return this.view.getBigUint64(this.skip(8));
  }

  offset(): number {
    const offset = this.u64();
    if (offset > Number.MAX_SAFE_INTEGER) throw new RangeError(`an offset is at most 2^53 - 1: ${offset}`);
    return Number(offset);
  }

  size(): Size {
    return { columns: this.cells(), rows: this.cells() };
  }

  role(): Role {
    const code = this.u8();
    if (code !== 1 && code !== 2) throw new RangeError(`unknown role ${code}`);
    return code === 1 ? 'driver' : 'viewer';
  }

  reason(): Reason {
    const code = this.u8();
    const reason = REASONS[code - 1];
    if (reason === undefined) throw new RangeError(`unknown reason ${code}`);
    return reason;
  }

  rest(): Uint8Array {
    return new Uint8Array(this.message, this.skip(this.message.byteLength - this.at));
  }

  end() {
    if (this.at < this.message.byteLength) throw new RangeError('bytes after the end of a frame');
  }

  private cells(): number {
    const cells = this.view.getUint16(this.skip(2));
    if (cells < 1 || cells > LONGEST_SIDE) throw new RangeError(`a terminal has 1 to ${LONGEST_SIDE} columns and rows: ${cells}`);
    return cells;
  }

  /** Returns the position of the next field, and moves behind it. */
  private skip(length: number): number {
    const start = this.at;
    this.at += length;
    return start;
  }
}

function start(opcode: number, fields: number): DataView<ArrayBuffer> {
  const frame = new DataView(new ArrayBuffer(1 + fields));
  frame.setUint8(0, opcode);
  return frame;
}
