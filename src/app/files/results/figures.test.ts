import { expect, test } from 'vitest';
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
  expect(course?.spans).toHaveLength(6);
  expect(course?.counts.joy).toEqual([1, 0, 0, 0, 0, 1]);
  expect(course?.counts.none).toEqual([0, 1, 0, 0, 0, 0]);
  expect(course?.counts.fear).toEqual([0, 0, 0, 0, 0, 1]);
  expect(course?.counts.anger).toEqual([0, 0, 0, 0, 0, 0]);
});

test('without two dates there is no course', () => {
  expect(courseOf(job([['2024-01-31', 'joy']]))).toBeNull();
  expect(courseOf({ ...job([]), times: null })).toBeNull();
});
