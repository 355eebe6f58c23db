import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Connection, type State } from '../../../main/frontend/terminal/connection.js';
import { FakeHost } from './fake-host.js';
import { FakeSocket } from './fake-socket.js';
import { toHex } from './hex.js';
import * as platform from './platform-frames.js';

const KIB = 1024;
const ACK = '04';
const SECOND = 1000;

let host: FakeHost;
let connection: Connection;

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

function socket(): FakeSocket {
  return FakeSocket.opened.at(-1)!;
}

function state(): State {
  return connection.state;
}

/** Connects with a ticket and sends the platform's first frames. */
function connect(...frames: ArrayBuffer[]): FakeSocket {
  if (state().kind !== 'connecting') connection.start();
  connection.useTicket('secret');
  socket().accept();
  socket().receive(...frames);
  return socket();
}

/** Returns the frames with this opcode that the page has sent over the newest socket. */
function sent(opcode: string): string[] {
  return socket()
    .sent.map(toHex)
    .filter((hex) => hex.startsWith(opcode));
}

function acknowledged(): number[] {
  return sent(ACK).map((hex) => parseInt(hex.slice(2), 16));
}

function hello() {
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

function viewerNumber(): bigint {
  return new DataView(socket().sent[0]).getBigUint64(2);
}

describe('opening', () => {
  test('a first connection says hello with its ticket and without a position', () => {
    connect();

    expect(socket().url).toBe('wss://school.example/app/ws/terminal');
    expect(hello()).toEqual({ opcode: 1, epoch: 0n, offset: -1n, columns: 80, visible: 1, ticket: 'secret' });
  });

  test('hello reports a hidden terminal', () => {
    host.isVisible = false;

    connect();

    expect(hello().visible).toBe(0);
  });

  test('a second ticket for the same connection is ignored', () => {
    connect();

    connection.useTicket('another');

    expect(FakeSocket.opened).toHaveLength(1);
  });

  test('Welcome without history makes the terminal live with its role', () => {
    connect(platform.welcome({ role: platform.VIEWER }));

    expect(host.states.map(({ kind }) => kind)).toEqual(['connecting', 'live']);
    expect(state()).toEqual({ kind: 'live', role: 'viewer' });
  });

  test('the terminal replays until the history is parsed', () => {
    connect(platform.welcome({ offset: 10, end: 13 }), platform.output(10, 'old'));
    expect(state().kind).toBe('replaying');

    host.parseAll();

    expect(state()).toEqual({ kind: 'live', role: 'driver' });
  });

  test('without a ticket the page tries again after 20 s', () => {
    connection.start();

    vi.advanceTimersByTime(20 * SECOND);

    expect(state()).toMatchObject({ kind: 'waiting', why: 'The platform does not answer.' });
  });

  test('without an open socket the page tries again after 15 s', () => {
    connection.start();
    connection.useTicket('secret');

    vi.advanceTimersByTime(15 * SECOND);

    expect(state()).toMatchObject({ kind: 'waiting', why: 'The platform does not answer.' });
    expect(socket().readyState).toBe(3);
  });

  test('if there is no ticket, the page does not try again', () => {
    connection.start();

    connection.refuse('This lab has ended.');

    expect(state()).toEqual({ kind: 'ended', why: 'This lab has ended.', next: 'retry' });
  });
});

describe('output', () => {
  test('is written in order', () => {
    connect(platform.welcome(), platform.output(0, 'ab'), platform.output(2, 'c'));

    expect(host.log).toEqual(['reset', 'ab', 'c']);
  });

  test('out of order ends the connection', () => {
    connect(platform.welcome(), platform.output(0, 'ab'), platform.output(3, 'd'));

    expect(state()).toMatchObject({ kind: 'waiting', why: 'Output came out of order.' });
  });

  test('a message that is no frame ends the connection', () => {
    connect(platform.welcome(), new ArrayBuffer(3));

    expect(state()).toMatchObject({ kind: 'waiting', why: 'The platform sent an unexpected message.' });
  });

  test('history and new output are written separately', () => {
    connect(platform.welcome({ end: 3 }), platform.output(0, 'oldnew'));

    expect(host.log).toEqual(['reset', 'old', 'new']);
  });

  test('a snapshot after a gap replaces the screen and states how much is missing', () => {
    connect(platform.welcome(), platform.output(0, 'ab'));
    host.parseAll();
    host.log.length = 0;

    socket().receive(platform.gap(2, 12_002), platform.snapshot(12_002, 100, 30, 'screen'), platform.output(12_002, '!'));

    expect(host.log).toEqual([
      'reset',
      'size 100x30 in the past',
      'note above 30 rows: 12,000 bytes of output were skipped',
      'screen',
      '!',
    ]);
  });

  test('the missing output is mentioned once', () => {
    connect(platform.welcome(), platform.gap(0, 100), platform.snapshot(100, 80, 24, 'screen'));

    socket().receive(platform.snapshot(100, 80, 24, 'again'));

    expect(host.log.filter((entry) => entry.startsWith('note'))).toEqual(['note above 24 rows: 100 bytes of output were skipped']);
  });

  test('a snapshot at the start mentions no missing output', () => {
    connect(platform.welcome({ offset: 500, end: 500 }), platform.snapshot(500, 80, 24, 'screen'));

    expect(host.log).toEqual(['reset', 'reset', 'size 80x24 in the past', 'screen']);
  });

  test('sizes of the history are applied at their position, later ones at once', () => {
    connect(platform.welcome({ end: 3 }), platform.size(90, 20), platform.output(0, 'old'), platform.size(100, 30));

    expect(host.log).toEqual(['reset', 'size 90x20 in the past', 'old', 'size 100x30']);
  });

  test('Cleared resets the terminal', () => {
    connect(platform.welcome(), platform.output(0, 'ab'), platform.cleared());

    expect(host.log).toEqual(['reset', 'ab', 'reset']);
  });
});

describe('acknowledgement', () => {
  test('nothing is acknowledged before it is parsed', () => {
    connect(platform.welcome(), platform.output(0, 'x'.repeat(40 * KIB)));

    vi.advanceTimersByTime(SECOND);

    expect(acknowledged()).toEqual([]);
  });

  test('output is acknowledged as soon as 32 KiB are parsed', () => {
    const half = 'x'.repeat(16 * KIB);
    connect(platform.welcome(), platform.output(0, half), platform.output(16 * KIB, half), platform.output(32 * KIB, half));

    host.parseOne();
    expect(acknowledged()).toEqual([]);

    host.parseOne();
    expect(acknowledged()).toEqual([32 * KIB]);

    host.parseOne();
    expect(acknowledged()).toEqual([32 * KIB]);
  });

  test('less output is acknowledged once, 100 ms after it was parsed', () => {
    connect(platform.welcome({ offset: 7 }), platform.output(7, 'ab'), platform.output(9, 'c'));
    host.parseAll();

    vi.advanceTimersByTime(99);
    expect(acknowledged()).toEqual([]);

    vi.advanceTimersByTime(1);
    expect(acknowledged()).toEqual([10]);

    vi.advanceTimersByTime(SECOND);
    expect(acknowledged()).toEqual([10]);
  });

  test('Alive is answered with what is parsed', () => {
    connect(platform.welcome(), platform.output(0, 'ab'), platform.output(2, 'c'));
    host.parseOne();

    socket().receive(platform.alive());

    expect(acknowledged()).toEqual([2]);
  });

  test('a snapshot is acknowledged by its offset', () => {
    connect(platform.welcome(), platform.gap(0, 500), platform.snapshot(500, 80, 24, 'screen'));
    expect(acknowledged()).toEqual([]);

    host.parseAll();

    expect(acknowledged()).toEqual([500]);
  });

  test('output of an earlier shell does not count for the next one', () => {
    connect(platform.welcome({ epoch: 1 }), platform.output(0, 'x'.repeat(40 * KIB)));
    socket().lose();
    connection.wake();
    connect(platform.welcome({ epoch: 2 }), platform.output(0, 'y'));

    host.parseOne();
    vi.advanceTimersByTime(SECOND);
    expect(acknowledged()).toEqual([]);

    host.parseOne();
    vi.advanceTimersByTime(100);
    expect(acknowledged()).toEqual([1]);
  });
});

describe('reconnecting', () => {
  test('resumes after the output that has arrived, also if it is not parsed yet', () => {
    connect(platform.welcome({ epoch: 5 }), platform.output(0, 'abc'));
    const before = viewerNumber();
    socket().lose();
    expect(state()).toMatchObject({ kind: 'waiting', why: 'The connection was lost.' });

    connection.wake();
    connect(platform.welcome({ epoch: 5, offset: 3 }), platform.output(3, 'd'));

    expect(hello()).toMatchObject({ epoch: 5n, offset: 3n });
    expect(viewerNumber()).toBe(before);
    expect(host.log).toEqual(['reset', 'abc', 'd']);
  });

  test('sends input again that the platform has not received', () => {
    connect(platform.welcome());
    connection.type(new TextEncoder().encode('abc'));
    socket().lose();
    connection.type(new TextEncoder().encode('d'));
    connection.wake();

    connect(platform.welcome({ input: 1 }));

    expect(sent('02')).toEqual(['0200000000000000016263', '02000000000000000364']);
  });

  test('a new shell replaces the screen and is announced', () => {
    connect(platform.welcome({ epoch: 1 }), platform.output(0, 'old'));
    socket().lose();
    connection.wake();

    connect(platform.welcome({ epoch: 2 }), platform.output(0, 'new'));

    expect(host.log).toEqual([
      'reset',
      'old',
      'reset',
      'note: This is a new shell: the last one was lost, perhaps because its machine was recreated',
      'new',
    ]);
  });

  test('a new shell on a recreated machine names the reason', () => {
    connect(platform.welcome({ epoch: 1 }), platform.closed(7, 'The machine was recreated.'));
    connection.wake();

    connect(platform.welcome({ epoch: 2 }));

    expect(host.log).toEqual(['reset', 'reset', 'note: The machine was recreated: this is a new shell']);
  });

  test('a new shell after the end of the last one needs no explanation', () => {
    connect(platform.welcome({ epoch: 1 }), platform.exit(0));

    connect(platform.welcome({ epoch: 2 }));

    expect(host.log).toEqual(['reset', 'reset']);
  });

  test('each failed attempt doubles the delay, up to 20 s', () => {
    const delays: number[] = [];
    connection.start();
    for (let attempt = 0; attempt < 9; attempt++) {
      connection.useTicket('secret');
      socket().accept();
      socket().lose();
      const waiting = state() as State & { kind: 'waiting' };
      delays.push(Math.round(waiting.until - performance.now()));
      vi.advanceTimersByTime(waiting.until - performance.now());
      expect(state().kind).toBe('connecting');
    }

    expect(delays).toEqual([300, 600, 1200, 2400, 4800, 9600, 19_200, 20_000, 20_000]);
  });

  test('the delay is random, from half of its length on', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    connect(platform.welcome());

    socket().lose();

    expect((state() as State & { kind: 'waiting' }).until - performance.now()).toBeCloseTo(150);
  });

  test('after a connection of more than 5 s the delay starts at its minimum again', () => {
    for (let attempt = 0; attempt < 4; attempt++) {
      connect(platform.welcome());
      socket().lose();
      connection.wake();
    }
    connect(platform.welcome());
    vi.advanceTimersByTime(5 * SECOND + 1);

    socket().lose();

    expect((state() as State & { kind: 'waiting' }).until - performance.now()).toBeCloseTo(300);
  });

  test('50 s without a message count as a lost connection', () => {
    connect(platform.welcome());
    vi.advanceTimersByTime(49 * SECOND);
    socket().receive(platform.alive());

    vi.advanceTimersByTime(49 * SECOND);
    expect(state().kind).toBe('live');

    vi.advanceTimersByTime(SECOND);
    expect(state()).toMatchObject({ kind: 'waiting', why: 'The connection was lost.' });
  });

  test('the end of an earlier socket does not affect the present one', () => {
    const first = connect(platform.welcome());
    connection.start();
    connect(platform.welcome());

    first.lose();
    first.receive(platform.output(0, 'late'));

    expect(state().kind).toBe('live');
    expect(host.log).not.toContain('late');
  });

  test('wake connects only a terminal that waits', () => {
    connection.wake();
    expect(host.tickets).toBe(0);

    connect(platform.welcome());
    socket().lose();
    connection.wake();
    connection.wake();

    expect(host.tickets).toBe(2);
  });

  test('stop ends the attempts', () => {
    connect(platform.welcome());
    socket().lose();

    connection.stop();
    vi.advanceTimersByTime(60 * SECOND);

    expect(state()).toEqual({ kind: 'idle' });
    expect(host.tickets).toBe(1);
  });
});

describe('a refused WebSocket', () => {
  test('names the network if the platform cannot be reached', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError()));
    connection.start();
    connection.useTicket('secret');

    socket().lose();
    await vi.waitFor(() => expect(state().kind).toBe('waiting'));

    expect(state()).toMatchObject({ why: 'The platform cannot be reached. Check your network.' });
  });

  test('names the proxy if the platform answers', async () => {
    connection.start();
    connection.useTicket('secret');

    socket().lose();
    await vi.waitFor(() => expect(state().kind).toBe('waiting'));

    expect(state()).toMatchObject({ why: expect.stringContaining('a proxy before it refuses the terminal’s WebSocket') });
  });

  test('does not disturb an attempt that was started meanwhile', async () => {
    let answer: (response: object) => void = () => {};
    vi.stubGlobal('fetch', () => new Promise((resolve) => (answer = resolve)));
    connection.start();
    connection.useTicket('secret');
    socket().lose();

    connect(platform.welcome());
    answer({});
    await vi.advanceTimersByTimeAsync(1);

    expect(state().kind).toBe('live');
  });
});

describe('Closed', () => {
  const ended = (next: string) => ({ kind: 'ended', why: 'Closed.', next });
  const waiting = { kind: 'waiting', why: 'Closed.' };

  test.each([
    ['protocol violated', 1, ended('retry')],
    ['version unsupported', 2, ended('reload')],
    ['ticket refused', 3, waiting],
    ['too many connections', 4, ended('retry')],
    ['node unreachable', 5, waiting],
    ['sandbox over', 6, ended('retry')],
    ['node replaced', 7, waiting],
    ['signed out', 8, ended('reload')],
    ['connection replaced', 9, ended('retry')],
    ['client silent', 10, { kind: 'connecting' }],
    ['platform stopping', 11, waiting],
    ['connection lost', 13, ended('retry')],
    ['platform failed', 14, ended('retry')],
    ['origin refused', 15, ended('retry')],
  ])('%s', (_, reason, next) => {
    connect(platform.welcome(), platform.closed(reason));

    expect(state()).toMatchObject(next);
  });

  test('the fifth refused ticket in a row asks the user to reload the page', () => {
    for (let refusal = 1; refusal < 5; refusal++) {
      connect(platform.closed(3, 'Refused.'));
      expect(state().kind).toBe('waiting');
      connection.wake();
    }

    connect(platform.closed(3, 'Refused.'));

    expect(state()).toEqual({ kind: 'ended', why: 'Refused.', next: 'reload' });
  });

  test('keys after it are dropped, even if the shell continues', () => {
    connect(platform.welcome(), platform.closed(4));
    connection.type(new TextEncoder().encode('x'));

    connect(platform.welcome());

    expect(sent('02')).toEqual([]);
  });

  test('an accepted ticket resets the count of refused ones', () => {
    for (let refusal = 1; refusal <= 7; refusal++) {
      if (refusal === 4) connect(platform.welcome(), platform.closed(3));
      else connect(platform.closed(3));
      expect(state().kind).toBe('waiting');
      connection.wake();
    }
  });
});

describe('the end of the shell', () => {
  test.each([
    [0, 'The shell has ended.'],
    [-1, 'The shell has ended.'],
    [130, 'The shell has ended with status 130.'],
  ])('status %i', (status, why) => {
    connect(platform.welcome(), platform.exit(status));

    expect(state()).toEqual({ kind: 'ended', why, next: 'shell' });
  });

  test('keys after it are not for the next shell', () => {
    connect(platform.welcome({ epoch: 1 }), platform.exit(0));
    connection.type(new TextEncoder().encode('x'));

    connect(platform.welcome({ epoch: 2 }));

    expect(sent('02')).toEqual([]);
  });
});

describe('input and roles', () => {
  test('keys before the first connection reach the first shell', () => {
    connection.start();
    connection.type(new TextEncoder().encode('ls'));

    connect(platform.welcome());

    expect(sent('02')).toEqual(['0200000000000000006c73']);
  });

  test('Taken lets more input follow', () => {
    connect(platform.welcome());
    connection.type(new Uint8Array(140 * KIB));
    expect(sent('02')).toHaveLength(8);

    socket().receive(platform.taken(16 * KIB));

    expect(sent('02')).toHaveLength(9);
  });

  test('a new role is shown', () => {
    connect(platform.welcome({ role: platform.VIEWER }), platform.role(platform.DRIVER));

    expect(state()).toEqual({ kind: 'live', role: 'driver' });
  });

  test('size and sight are sent only while the terminal is connected', () => {
    connection.resized({ columns: 90, rows: 30 });
    connection.seen(false);
    connect(platform.welcome());

    connection.resized({ columns: 100, rows: 30 });
    connection.seen(false);

    expect(socket().sent.slice(1).map(toHex)).toEqual(['030064001e', '0500']);
  });

  test('a reset goes through the platform, or stays on the page if there is no connection', () => {
    connection.reset();
    expect(host.log).toEqual(['reset']);

    connect(platform.welcome());
    connection.reset();

    expect(sent('06')).toEqual(['06']);
  });
});

describe('queries in the output', () => {
  test('the driver answers those in new output, not those in the history', () => {
    connect(platform.welcome({ end: 3 }), platform.output(0, 'oldnew'));
    expect(connection.mayAnswer()).toBe(false);

    host.parseOne();

    expect(connection.mayAnswer()).toBe(true);
  });

  test('after a reconnect, the driver also answers those that came meanwhile', () => {
    connect(platform.welcome());
    socket().lose();
    connection.wake();

    connect(platform.welcome({ end: 3 }), platform.output(0, 'new'));

    expect(connection.mayAnswer()).toBe(true);
  });

  test('another viewer answers none', () => {
    connect(platform.welcome({ role: platform.VIEWER }));

    expect(connection.mayAnswer()).toBe(false);
  });
});
