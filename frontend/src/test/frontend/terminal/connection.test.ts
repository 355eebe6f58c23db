import { describe, expect, test, vi } from 'vitest';
import { acknowledged, connect, connection, hello, host, KIB, SECOND, sent, socket, state } from './connection-fixture.js';
import { FakeSocket } from './fake-socket.js';
import { toHex } from './hex.js';
import * as platform from './platform-frames.js';

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
