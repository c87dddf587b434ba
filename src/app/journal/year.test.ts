import { expect, test } from 'vitest';
import type { Emotion } from '../../index';
import type { Entry } from './entry';
import { daysWithEntries, monthsOf, onThisDay, weeksOf, yearsOf } from './year';

/** An entry of one sentence with this label. */
const entry = (day: string, label: Emotion | null = 'joy'): Entry => ({
  id: day,
  at: `${day}T12:00`,
  text: 'x'.repeat(10),
  reading: { model: 'm', isForeign: false, isCut: false, sentences: [{ start: 0, end: 10, label, score: 0.9 }] },
  revision: 1,
});

test('a day has the mood of all its entries', () => {
  const days = daysWithEntries([entry('2026-05-02', 'joy'), entry('2026-05-01', 'fear'), entry('2026-05-02', 'anger')], '2026');
  expect([...days.keys()]).toEqual(['2026-05-01', '2026-05-02']);
  expect(days.get('2026-05-02')).toMatchObject({ entries: 2, mood: { label: 'joy', second: 'anger' } });
});

test('weeks without an entry stand between those that have one', () => {
  const weeks = weeksOf([entry('2026-05-04', 'joy'), entry('2026-05-20', 'fear'), entry('2025-05-20')], '2026');
  expect(weeks.map(({ monday, entries }) => [monday, entries])).toEqual([
    ['2026-05-04', 1],
    ['2026-05-11', 0],
    ['2026-05-18', 1],
  ]);
  expect(weeks[2]?.shares).toMatchObject({ fear: 1, joy: 0 });
  expect(weeksOf([], '2026')).toEqual([]);
  expect(weeksOf([entry('2026-01-01')], '2026')).toHaveLength(1);
});

test('a month counts its entries by their strongest emotion', () => {
  const [may] = monthsOf([entry('2026-05-01'), entry('2026-05-02', null), entry('2026-05-03')], '2026');
  expect(may).toMatchObject({ month: '2026-05', entries: 3, counts: { joy: 2, fear: 0 } });
});

test('years are those with entries and this one, also where a clock is behind them', () => {
  expect(yearsOf([entry('2024-01-01'), entry('2026-01-01')], '2025-06-01')).toEqual(['2026', '2025', '2024']);
});

test('on this day are entries of earlier years and of no later one', () => {
  const entries = ['2027-11-27', '2026-11-27', '2025-11-27', '2025-11-26', '2019-11-27'].map((day) => entry(day));
  expect(onThisDay(entries, '2026-11-27').map(({ at }) => at.slice(0, 4))).toEqual(['2025', '2019']);
});
