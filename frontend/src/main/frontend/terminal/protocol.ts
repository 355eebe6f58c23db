// Frames of docs/terminal-protocol.md.

const VERSION = 2;

export type Size = { columns: number; rows: number };
export type Role = 'driver' | 'viewer';

/** Position in the output of one session. */
export type Position = { epoch: bigint; offset: number };

export type FromServer =
  | { type: 'welcome'; epoch: bigint; offset: number; end: number; input: number; role: Role }
  | { type: 'output'; offset: number; bytes: Uint8Array }
  | { type: 'gap'; from: number; to: number }
  | { type: 'snapshot'; offset: number; size: Size; bytes: Uint8Array }
  | { type: 'cleared' }
  | { type: 'exit'; status: number }
  | { type: 'closed'; reason: number; text: string }
  | { type: 'role'; role: Role }
  | { type: 'size'; size: Size }
  | { type: 'taken'; offset: number }
  | { type: 'alive' };

/** Reasons for which the platform closed a connection, as far as they determine the next step. */
export const Reason = { version: 2, ticket: 3, unreachable: 5, replacedNode: 7, signedOut: 8, silent: 10, stopping: 11 } as const;

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

/** @throws RangeError if the bytes are not a known frame */
export function decode(message: ArrayBuffer): FromServer {
  const frame = new DataView(message);
  const offset = (at: number) => Number(frame.getBigUint64(at));
  switch (frame.getUint8(0)) {
    case 0x11:
      return {
        type: 'welcome',
        epoch: frame.getBigUint64(1),
        offset: offset(9),
        end: offset(17),
        input: offset(25),
        role: role(frame.getUint8(33)),
      };
    case 0x12:
      return { type: 'output', offset: offset(1), bytes: new Uint8Array(message, 9) };
    case 0x13:
      return { type: 'gap', from: offset(1), to: offset(9) };
    case 0x14:
      return { type: 'exit', status: frame.getInt32(1) };
    case 0x15:
      return { type: 'closed', reason: frame.getUint8(1), text: new TextDecoder().decode(new Uint8Array(message, 2)) };
    case 0x16:
      return { type: 'role', role: role(frame.getUint8(1)) };
    case 0x17:
      return { type: 'size', size: { columns: frame.getUint16(1), rows: frame.getUint16(3) } };
    case 0x18:
      return { type: 'taken', offset: offset(1) };
    case 0x19:
      return { type: 'alive' };
    case 0x1a:
      return {
        type: 'snapshot',
        offset: offset(1),
        size: { columns: frame.getUint16(9), rows: frame.getUint16(11) },
        bytes: new Uint8Array(message, 13),
      };
    case 0x1b:
      return { type: 'cleared' };
    default:
      throw new RangeError(`unknown opcode ${frame.getUint8(0)}`);
  }
}

function start(opcode: number, fields: number): DataView<ArrayBuffer> {
  const frame = new DataView(new ArrayBuffer(1 + fields));
  frame.setUint8(0, opcode);
  return frame;
}

function role(code: number): Role {
  return code === 1 ? 'driver' : 'viewer';
}
