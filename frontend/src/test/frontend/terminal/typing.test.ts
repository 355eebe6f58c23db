import { beforeEach, expect, test } from 'vitest';
import { Typing } from '../../../main/frontend/terminal/typing.js';

const KIB = 1024;
const WINDOW = 128 * KIB;

/** Input frames that were sent, as offset and bytes. */
let sent: { offset: number; bytes: Uint8Array }[];
let typing: Typing;

beforeEach(() => {
  sent = [];
  typing = new Typing();
});

function send(frame: ArrayBuffer) {
  sent.push({ offset: Number(new DataView(frame).getBigUint64(1)), bytes: new Uint8Array(frame, 9) });
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const sentText = () => sent.map(({ offset, bytes }) => `${offset}:${text(bytes)}`);
const type = (typed: string) => typing.add(new TextEncoder().encode(typed));
const sentBytes = () => sent.reduce((sum, { bytes }) => sum + bytes.length, 0);

test('keys before the first connection wait for it', () => {
  type('ls');
  expect(sent).toEqual([]);

  typing.resumeAt(0, send);

  expect(sentText()).toEqual(['0:ls']);
});

test('a key is sent at once, at the end of the input before it', () => {
  typing.resumeAt(7, send);

  type('a');
  type('bc');
  type('d');

  expect(sentText()).toEqual(['7:a', '8:bc', '10:d']);
});

test('a large paste is sent in order, in frames of 16 KiB', () => {
  const paste = Uint8Array.from({ length: 40 * KIB }, (_, index) => index % 251);
  typing.resumeAt(0, send);

  typing.add(paste);

  expect(sent.map(({ offset, bytes }) => [offset, bytes.length])).toEqual([
    [0, 16 * KIB],
    [16 * KIB, 16 * KIB],
    [32 * KIB, 8 * KIB],
  ]);
  expect(Uint8Array.from(sent.flatMap(({ bytes }) => [...bytes]))).toEqual(paste);
});

test('no more than 128 KiB are sent before the node has taken some', () => {
  typing.resumeAt(0, send);

  typing.add(new Uint8Array(200 * KIB));
  expect(sentBytes()).toBe(WINDOW);

  typing.takenUpTo(10 * KIB);
  expect(sentBytes()).toBe(WINDOW + 10 * KIB);

  typing.takenUpTo(WINDOW + 10 * KIB);
  expect(sentBytes()).toBe(200 * KIB);
});

test('an older report of taken input changes nothing', () => {
  typing.resumeAt(0, send);
  typing.add(new Uint8Array(100 * KIB));
  typing.takenUpTo(50 * KIB);

  typing.takenUpTo(5 * KIB);
  typing.add(new Uint8Array(60 * KIB));

  expect(sentBytes()).toBe(160 * KIB);
});

test('after a reconnect, exactly the part is sent again that the platform has not received', () => {
  typing.resumeAt(0, send);
  type('abc');
  type('def');
  typing.send = undefined;
  type('gh');
  sent = [];

  typing.resumeAt(4, send);

  expect(sentText()).toEqual(['4:ef', '6:gh']);
});

test('nothing is sent again if the platform has received everything', () => {
  typing.resumeAt(0, send);
  type('abc');
  sent = [];

  typing.resumeAt(3, send);
  type('d');

  expect(sentText()).toEqual(['3:d']);
});

test('input that the node has taken is not sent again after the platform has restarted', () => {
  typing.resumeAt(0, send);
  type('rm x\r');
  typing.takenUpTo(5);
  type('uncertain');
  typing.send = undefined;
  type('later');
  sent = [];

  typing.resumeAt(0, send);

  expect(sentText()).toEqual(['0:later']);
});

test.each([5, 777_777])('input that was sent is not sent again if the platform counts from another number, %i', (start) => {
  typing.resumeAt(1000, send);
  type('rm x\r');
  typing.send = undefined;
  type('later');
  sent = [];

  typing.resumeAt(start, send);

  expect(sentText()).toEqual([`${start}:later`]);
});

test('another shell does not receive what was typed for the last one', () => {
  typing.resumeAt(0, send);
  type('sent');
  typing.send = undefined;
  type('waiting');
  sent = [];

  typing.forget(0, send);
  type('new');

  expect(sentText()).toEqual(['0:new']);
});

test('input beyond 64 MiB is dropped as a whole', () => {
  typing.add(new Uint8Array(64 * KIB * KIB));
  type('too much');

  typing.resumeAt(0, send);
  for (let taken = 0; taken < 64 * KIB * KIB; taken += WINDOW) typing.takenUpTo(taken + WINDOW);

  expect(sentBytes()).toBe(64 * KIB * KIB);
});
