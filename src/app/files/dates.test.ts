import { expect, test } from 'vitest';
import { spanFor, spanName, startOf, timeOf } from './dates';
import { timeLeft, Pace } from './pace';

test.each([
  ['2024-03-01', new Date(2024, 2, 1)],
  ['2024-03-01 10:30', new Date(2024, 2, 1, 10, 30)],
  ['2024-03-01T10:30:00Z', new Date(Date.UTC(2024, 2, 1, 10, 30))],
  ['1709285400', new Date(1709285400000)],
  [1709285400000, new Date(1709285400000)],
])('%s is a moment', (value, date) => {
  expect(timeOf(value)).toBe(date.getTime());
});

test.each(['7', '2024', 'soon', '', null, '12345678901234567890'])('%j is none', (value) => {
  expect(timeOf(value)).toBeNaN();
});

test('a chart has as short stretches as give few enough bars', () => {
  const from = new Date(2024, 0, 31).getTime();
  const days = (count: number): number => from + count * 24 * 3_600_000;
  expect([spanFor(from, days(1)), spanFor(from, days(30)), spanFor(from, days(800)), spanFor(from, days(9000))]).toEqual([
    'hour',
    'day',
    'month',
    'year',
  ]);
  expect(spanName(startOf(from, 'month'), 'month')).toContain('2024');
  expect(startOf(days(10), 'year')).toBe(new Date(2024, 0).getTime());
});

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
