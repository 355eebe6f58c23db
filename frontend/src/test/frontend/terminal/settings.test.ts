import { beforeEach, expect, test, vi } from 'vitest';
import { disabledStorage, fakeStorage } from '../fake-storage.js';

const KEY = 'slipway.terminal';

let changedElsewhere: (event: { key: string }) => void;

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: (event: { key: string }) => void) => (changedElsewhere = listener),
  });
});

/** Loads the module as a new page does. */
function load(storage: Storage) {
  vi.stubGlobal('localStorage', storage);
  return import('../../../main/frontend/terminal/settings.js');
}

test('a choice is stored, and a later page has it', async () => {
  const storage = fakeStorage();
  (await load(storage)).change({ fontSize: 20, askBeforePaste: false });

  vi.resetModules();
  const later = await load(storage);

  expect(later.settings()).toEqual({ fontSize: 20, theme: 'page', reader: false, askBeforePaste: false });
});

test.each([
  [3, 8],
  [100, 32],
  [14.4, 14],
  [NaN, 14],
])('font size %d becomes %d', async (wanted, size) => {
  const { change, settings } = await load(fakeStorage());

  change({ fontSize: wanted });

  expect(settings().fontSize).toBe(size);
});

test.each(['not JSON', '{"fontSize":"huge"}', 'null'])('stored %j gives the usual font size', async (stored) => {
  const { settings, USUAL_FONT_SIZE } = await load(fakeStorage({ [KEY]: stored }));

  expect(settings().fontSize).toBe(USUAL_FONT_SIZE);
});

test('without storage a choice lasts until the page is closed', async () => {
  const { change, settings } = await load(disabledStorage());

  change({ theme: 'dark' });

  expect(settings().theme).toBe('dark');
});

test('a follower learns the settings now and at each change, until it stops', async () => {
  const { change, follow } = await load(fakeStorage());
  const seen: number[] = [];

  const stop = follow(({ fontSize }) => seen.push(fontSize));
  change({ fontSize: 15 });
  stop();
  change({ fontSize: 16 });

  expect(seen).toEqual([14, 15]);
});

test('a change by another page is followed, changes of other entries are not', async () => {
  const storage = fakeStorage();
  const { follow } = await load(storage);
  const seen: number[] = [];
  follow(({ fontSize }) => seen.push(fontSize));

  storage.setItem(KEY, '{"fontSize":18}');
  changedElsewhere({ key: 'other' });
  changedElsewhere({ key: KEY });

  expect(seen).toEqual([14, 18]);
});
