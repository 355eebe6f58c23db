import { fromHex } from './hex.js';

// Frames of the platform, with the fields that tests vary.

export const DRIVER = 1;
export const VIEWER = 2;

type Welcome = { epoch?: number; offset?: number; end?: number; input?: number; role?: number };

export function welcome({ epoch = 1, offset = 0, end = offset, input = 0, role = DRIVER }: Welcome = {}): ArrayBuffer {
  return frame('11', u64(epoch), u64(offset), u64(end), u64(input), u8(role));
}

export function output(offset: number, text: string): ArrayBuffer {
  return frame('12', u64(offset), utf8(text));
}

export function gap(from: number, to: number): ArrayBuffer {
  return frame('13', u64(from), u64(to));
}

export function exit(status: number): ArrayBuffer {
  return frame('14', (status >>> 0).toString(16).padStart(8, '0'));
}

export function closed(reason: number, text = 'Closed.'): ArrayBuffer {
  return frame('15', u8(reason), utf8(text));
}

export function role(code: number): ArrayBuffer {
  return frame('16', u8(code));
}

export function size(columns: number, rows: number): ArrayBuffer {
  return frame('17', u16(columns), u16(rows));
}

export function taken(offset: number): ArrayBuffer {
  return frame('18', u64(offset));
}

export function alive(): ArrayBuffer {
  return frame('19');
}

export function snapshot(offset: number, columns: number, rows: number, text: string): ArrayBuffer {
  return frame('1a', u64(offset), u16(columns), u16(rows), utf8(text));
}

export function cleared(): ArrayBuffer {
  return frame('1b');
}

const digits = (value: number, count: number) => value.toString(16).padStart(count, '0');
const u8 = (value: number) => digits(value, 2);
const u16 = (value: number) => digits(value, 4);
const u64 = (value: number) => digits(value, 16);
const utf8 = (text: string) => Array.from(new TextEncoder().encode(text), u8).join('');
const frame = (...parts: string[]) => fromHex(parts.join('')).buffer;
