import { expect, test } from 'vitest';
import { Pace, timeLeft } from './pace';

test('the pace is that of the last seconds, and forgets a pause', () => {
  const pace = new Pace();
  pace.mark(0, 0);
  expect(pace.speed).toBe(0);
  for (let second = 1; second <= 60; second++) pace.mark(second < 30 ? second : 30 + (second - 30) * 100, second * 1000);
  expect(pace.speed).toBe(100);
  pace.reset();
  expect(pace.speed).toBe(0);
});

test('the time left is told in the unit that fits', () => {
  expect([timeLeft(100, 100), timeLeft(6000, 100), timeLeft(60_000, 100), timeLeft(1e6, 100)]).toEqual([
    '1 second',
    '60 seconds',
    '10 minutes',
    '3 hours',
  ]);
});
