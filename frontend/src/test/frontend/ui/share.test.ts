import { expect, test } from 'vitest';
import { limited, shareAfterKey } from '../../../main/frontend/ui/share.js';

test.each([
  [50, 50],
  [33.333, 33.3],
  [19.99, 20],
  [-5, 20],
  [80.04, 80],
  [1000, 80],
])('share %d becomes %d', (share, expected) => {
  expect(limited(share, [20, 80])).toBe(expected);
});

test.each([
  ['ArrowLeft', false, 48],
  ['ArrowRight', false, 52],
  ['ArrowUp', false, undefined],
  ['ArrowDown', false, undefined],
  ['ArrowLeft', true, undefined],
  ['ArrowRight', true, undefined],
  ['ArrowUp', true, 48],
  ['ArrowDown', true, 52],
  ['Home', false, 20],
  ['End', true, 80],
  ['Enter', false, undefined],
])('%s, stacked: %s', (key, stacked, expected) => {
  expect(shareAfterKey(key, 50, [20, 80], stacked)).toBe(expected);
});
