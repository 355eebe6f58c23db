import { expect, test } from 'vitest';
import { controlCharacter } from '../../../main/frontend/terminal/touch-keys.js';

test.each([
  ['c', '\x03'],
  ['C', '\x03'],
  ['z', '\x1a'],
  ['@', '\x00'],
  ['[', '\x1b'],
  ['\\', '\x1c'],
  ['_', '\x1f'],
])('Control and %j', (key, expected) => {
  expect(controlCharacter(key)).toBe(expected);
});

test.each(['1', ' ', '{', '`', 'é', '界'])('Control and %j is no control character', (key) => {
  expect(controlCharacter(key)).toBeUndefined();
});
