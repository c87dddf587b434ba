import { afterEach, expect, test, vi } from 'vitest';
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

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the hour that comes twice when clocks are put back is two hours, one after the other', () => {
  for (const zone of ['Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
    vi.stubEnv('TZ', zone);
    for (let time = Date.UTC(2024, 0); time < Date.UTC(2025, 0); time += 1_800_000) {
      const start = startOf(time, 'hour');
      if (start > time || time - start >= 3_600_000)
        expect.fail(`${zone}: ${new Date(time).toString()} began ${new Date(start).toString()}`);
    }
  }
});
