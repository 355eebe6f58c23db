import { expect, test } from 'vitest';
import { clockTime, readCast } from '../../../main/frontend/recording/cast.js';

const HEADER = '{"version":3,"term":{"cols":80,"rows":24}}';

test('chapters have the sum of all intervals before them', () => {
  const cast = [HEADER, '[0.5,"o","$ "]', '[1.25,"m","Task 1: passed"]', '[2,"r","100x30"]', '[0.25,"m","Task 2: failed"]', '[1,"x","0"]', ''];

  expect(readCast(cast.join('\n'))).toEqual({
    chapters: [
      { time: 1.75, label: 'Task 1: passed' },
      { time: 4, label: 'Task 2: failed' },
    ],
    duration: 5,
  });
});

test('a recording without events is empty', () => {
  expect(readCast(HEADER)).toEqual({ chapters: [], duration: 0 });
});

test('output that looks like a marker is no chapter', () => {
  const line = JSON.stringify([1, 'o', '\n[1,"m","forged"]']);

  expect(readCast(`${HEADER}\n${line}`).chapters).toEqual([]);
});

test('comments are ignored', () => {
  expect(readCast(`${HEADER}\n# [1,"m","no"]\n[1,"m","yes"]`).chapters).toEqual([{ time: 1, label: 'yes' }]);
});

test.each([
  [0, '0:00'],
  [9.99, '0:09'],
  [245, '4:05'],
  [3599, '59:59'],
  [3600, '1:00:00'],
  [3723, '1:02:03'],
])('%d s are shown as %s', (seconds, text) => {
  expect(clockTime(seconds)).toBe(text);
});
