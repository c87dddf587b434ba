import { expect, test } from 'vitest';
import { addDays, dayName, daysOf, isDay, isWallTime, monthName, wallTime, weekday, weekOf } from './days';

test('the clock on the wall is written in the order of time', () => {
  expect(wallTime(new Date(2026, 0, 3, 4, 5))).toBe('2026-01-03T04:05');
});

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '0000-01-01', '', 'today'])(
  'no calendar has the day "%s"',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);

test('leap days and days of long ago are days', () => {
  expect(['2024-02-29', '1901-12-31', '0099-01-01'].every(isDay)).toBe(true);
});

test('a wall time has an hour and a minute that clocks show', () => {
  expect(isWallTime('2026-11-27T23:59')).toBe(true);
  expect(['2026-11-27', '2026-11-27T24:00', '2026-11-27T12:60', '2026-02-30T12:00', '2026-11-27T12:00Z'].some(isWallTime)).toBe(
    false,
  );
});

test('days go on over months, years and nights in which clocks are changed', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
});

test('a week begins on Monday', () => {
  expect(weekday('2026-11-23')).toBe(0);
  expect(weekOf('2026-11-29')).toBe('2026-11-23');
  expect(weekOf('2027-01-01')).toBe('2026-12-28');
});

test('days have names that people use', () => {
  expect(dayName('2026-11-27')).toBe('Friday, 27 November 2026');
  expect(monthName('2026-02')).toBe('February');
  expect(daysOf('2024-02')).toHaveLength(29);
});
