import { expect, test } from 'vitest';
import type { State } from '../../../main/frontend/terminal/connection.js';
import { sentence } from '../../../main/frontend/terminal/state-line.js';

test.each<[State, string]>([
  [{ kind: 'idle' }, 'Not connected'],
  [{ kind: 'connecting' }, 'Connecting'],
  [{ kind: 'replaying' }, 'Replaying earlier output'],
  [{ kind: 'live', role: 'driver' }, 'Live'],
  [{ kind: 'live', role: 'viewer' }, 'Live, watching: type to take over'],
  [{ kind: 'waiting', until: 0, why: 'The connection was lost.' }, 'The connection was lost. Reconnecting'],
  [{ kind: 'ended', why: 'The shell has ended.', next: 'shell' }, 'The shell has ended. Press Enter for a new shell.'],
  [{ kind: 'ended', why: 'You were signed out.', next: 'reload' }, 'You were signed out.'],
])('%o', (state, text) => {
  expect(sentence(state)).toBe(text);
});

test('a paused machine is mentioned only while the terminal is connected', () => {
  expect(sentence({ kind: 'live', role: 'driver' }, true)).toBe('Paused to save power. Press any key to continue.');
  expect(sentence({ kind: 'connecting' }, true)).toBe('Connecting');
});
