import { expect, test } from 'vitest';
import { momentText, timeLeft } from '../../../main/frontend/ui/time-text.js';

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [299, '4:59'],
  [300, '5 min'],
  [359, '5 min'],
  [7199, '119 min'],
  [7200, '2 h 0 min'],
  [7500, '2 h 5 min'],
  [90_000, '25 h 0 min'],
])('%d s left are shown as %s', (seconds, text) => {
  expect(timeLeft(seconds)).toBe(text);
});

const NOON = new Date(2026, 1, 3, 12, 0);

test('a moment of today is shown with its time', () => {
  expect(momentText(new Date(2026, 1, 3, 14, 5), NOON)).toBe('Today, 14:05');
  expect(momentText(new Date(2026, 1, 3, 0, 0), NOON)).toBe('Today, 00:00');
});

test('a moment of another day is shown with its date', () => {
  expect(momentText(new Date(2026, 1, 2, 23, 59), NOON)).toBe('2 Feb 2026, 23:59');
  expect(momentText(new Date(2025, 1, 3, 12, 0), NOON)).toBe('3 Feb 2025, 12:00');
});
