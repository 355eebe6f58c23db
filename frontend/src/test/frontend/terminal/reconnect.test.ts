import { describe, expect, test, vi } from 'vitest';
import type { State } from '../../../main/frontend/terminal/connection.js';
import { connect, connection, hello, host, SECOND, sent, socket, state, viewerNumber } from './connection-fixture.js';
import * as platform from './platform-frames.js';

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
