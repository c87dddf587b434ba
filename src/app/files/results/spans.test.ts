import { expect, test } from 'vitest';
import { spanFor, spanName, startOf } from './spans';

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
