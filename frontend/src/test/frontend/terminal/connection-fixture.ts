import { afterEach, beforeEach, vi } from 'vitest';
import { Connection, type State } from '../../../main/frontend/terminal/connection.js';
import { FakeHost } from './fake-host.js';
import { FakeSocket } from './fake-socket.js';
import { toHex } from './hex.js';

// A connection with a fake host and a fake socket, recreated for each test.

export const KIB = 1024;
export const SECOND = 1000;
const ACK = '04';

export let host: FakeHost;
export let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // A page is older than its first connection.
  vi.advanceTimersByTime(SECOND);
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('location', { protocol: 'https:', host: 'school.example' });
  vi.stubGlobal('document', { baseURI: 'https://school.example/app/' });
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue({}));
  vi.spyOn(Math, 'random').mockReturnValue(1);
  FakeSocket.opened = [];
  host = new FakeHost();
  connection = new Connection(host);
});

afterEach(() => {
  vi.useRealTimers();
});

export function socket(): FakeSocket {
  return FakeSocket.opened.at(-1)!;
}

export function state(): State {
  return connection.state;
}

/** Connects with a ticket and sends the platform's first frames. */
export function connect(...frames: ArrayBuffer[]): FakeSocket {
  if (state().kind !== 'connecting') connection.start();
  connection.useTicket('secret');
  socket().accept();
  socket().receive(...frames);
  return socket();
}

/** Returns the frames with this opcode that the page has sent over the newest socket. */
export function sent(opcode: string): string[] {
  return socket()
    .sent.map(toHex)
    .filter((hex) => hex.startsWith(opcode));
}

export function acknowledged(): number[] {
  return sent(ACK).map((hex) => parseInt(hex.slice(2), 16));
}

export function hello() {
  const view = new DataView(socket().sent[0]);
  return {
    opcode: view.getUint8(0),
    epoch: view.getBigUint64(10),
    offset: view.getBigInt64(18),
    columns: view.getUint16(26),
    visible: view.getUint8(30),
    ticket: new TextDecoder().decode(socket().sent[0].slice(31)),
  };
}

export function viewerNumber(): bigint {
  return new DataView(socket().sent[0]).getBigUint64(2);
}
