import { afterEach, expect, test, vi } from 'vitest';
import { EMOTIONS, type Emotion } from '../../../index';
import type { Job } from '../job';
import { Readings } from '../readings';
import { courseOf } from './figures';

function job(rows: readonly (readonly [string | null, Emotion | null])[]): Job {
  const readings = new Readings(rows.length + 1); // the last is not read yet
  for (const [, label] of rows) {
    const scores = EMOTIONS.map((emotion) => ({ label: emotion, score: emotion === label ? 1 : 0 }));
    readings.push({ label, ...(label === null && { reason: 'unsure' as const }), scores, truncated: false });
  }
  const times = Float64Array.from([...rows.map(([day]) => (day === null ? NaN : new Date(day).getTime())), Date.UTC(1999, 0)]);
  return { readings, times } as unknown as Job;
}

test('months in which nothing was written are there, and rows without a date are not', () => {
  const course = courseOf(
    job([
      ['2024-01-31T12:00', 'joy'],
      ['2024-06-15T12:00', 'joy'],
      ['2024-02-01T12:00', null],
      ['2024-06-30T12:00', 'fear'],
      [null, 'anger'],
    ]),
  );
  expect(course?.starts).toHaveLength(6);
  expect(course?.counts.joy).toEqual([1, 0, 0, 0, 0, 1]);
  expect(course?.counts.none).toEqual([0, 1, 0, 0, 0, 0]);
  expect(course?.counts.fear).toEqual([0, 0, 0, 0, 0, 1]);
  expect(course?.counts.anger).toEqual([0, 0, 0, 0, 0, 0]);
});

test('rows without a date are counted', () => {
  const course = courseOf(
    job([
      ['2024-01-31', 'joy'],
      [null, 'joy'],
      ['2024-02-01', 'joy'],
      [null, 'joy'],
    ]),
  );
  expect(course).toMatchObject({ undated: 2, outside: 0 });
  expect(courseOf(job([[null, 'joy']]))).toMatchObject({ starts: [], undated: 1 });
});

test('dates far from most others are counted and not drawn, so that the bars stay few', () => {
  const years = (...all: number[]): ReturnType<typeof courseOf> =>
    courseOf(job(all.map((year, i) => [`${String(year)}-0${String(1 + (i % 9))}-15T12:00`, 'joy'])));
  const one = years(...Array.from({ length: 3000 }, () => 2024), 9999);
  expect(one?.starts).toHaveLength(9);
  expect(one).toMatchObject({ undated: 0, outside: 1 });
  const long = years(...Array.from({ length: 400 }, (_, i) => 1600 + i));
  expect(long?.starts.length).toBeLessThan(70);
  expect((long?.outside ?? 0) + (long?.counts.joy.reduce((a, b) => a + b) ?? 0)).toBe(400);
});

test('each row is in the bar of its stretch of time', () => {
  const days = Array.from({ length: 60 }, (_, i) => new Date(2024, 2, 1 + i, i % 24).toISOString());
  const course = courseOf(job([...days, ...days].map((day) => [day, 'fear'])));
  expect(course?.counts.fear).toEqual(days.map(() => 2));
});

test('one date draws nothing, and without a column of dates there is no course', () => {
  expect(courseOf(job([['2024-01-31', 'joy']]))?.starts).toEqual([]);
  expect(courseOf({ ...job([]), times: null })).toBeNull();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a night in which clocks are put back has an hour more', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  const hours = Array.from({ length: 24 }, (_, i) => new Date(Date.UTC(2024, 9, 26, 18 + i)).toISOString());
  const course = courseOf(job(hours.map((hour) => [hour, 'joy'])));
  expect(course?.counts.joy).toEqual(hours.map(() => 1));
});
