import { expect, test, vi } from 'vitest';
import { enterFullScreen } from '../../../main/frontend/terminal/full-screen.js';

function element(request: () => Promise<void>): HTMLElement {
  return { requestFullscreen: request } as unknown as HTMLElement;
}

test('full screen passes the keys of the browser to the terminal', async () => {
  const lock = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { keyboard: { lock } });

  expect(await enterFullScreen(element(() => Promise.resolve()))).toBeUndefined();

  expect(lock).toHaveBeenCalledOnce();
});

test('full screen works in browsers that do not pass these keys on', async () => {
  vi.stubGlobal('navigator', {});

  expect(await enterFullScreen(element(() => Promise.resolve()))).toBeUndefined();
});

test('a refusal of the browser is explained, and no keys are locked', async () => {
  const lock = vi.fn();
  vi.stubGlobal('navigator', { keyboard: { lock } });

  expect(await enterFullScreen(element(() => Promise.reject(new Error('no'))))).toContain('does not allow');

  expect(lock).not.toHaveBeenCalled();
});
