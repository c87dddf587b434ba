import { expect, test } from 'vitest';
import { median, medians, percentile } from './statistics';

test('the median of an odd and of an even number of values, in any order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('percentiles lie on straight lines between neighbours', () => {
  const values = [10, 20, 30, 40, 50];
  expect(percentile(values, 0)).toBe(10);
  expect(percentile(values, 0.95)).toBeCloseTo(48);
  expect(percentile(values, 1)).toBe(50);
  expect(percentile([7], 0.95)).toBe(7);
});

test('values are sorted as numbers, and the list given stays as it was', () => {
  const values = [1000, 9, 100];
  expect(median(values)).toBe(100);
  expect(values).toEqual([1000, 9, 100]);
});

test('no values have no percentile', () => {
  expect(() => median([])).toThrow('No values');
});

test('medians go figure by figure, over the rounds that have it', () => {
  expect(medians<'a' | 'b' | 'c'>([{ a: 1, b: 5 }, { a: 3 }, { a: 2, b: 7 }])).toEqual({ a: 2, b: 6 });
});
