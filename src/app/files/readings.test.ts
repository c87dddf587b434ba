import { expect, test } from 'vitest';
import { EMOTIONS, type Emotion, type Reading } from '../../index';
import { ordered } from './order';
import { Readings } from './readings';

const reading = (label: Emotion | null, score: number): Reading => ({
  label,
  ...(label === null && { reason: 'unsure' as const }),
  scores: EMOTIONS.map((emotion) => ({ label: emotion, score: emotion === (label ?? 'joy') ? score : (1 - score) / 5 })),
  truncated: false,
});

function filled(): Readings {
  const readings = new Readings(6);
  readings.push(reading('joy', 0.9));
  readings.push(reading('fear', 0.8));
  readings.push(null);
  readings.push({ ...reading('joy', 0.6), mixed: 'love', truncated: true });
  readings.push(reading(null, 0.3));
  return readings;
}

test('a row says what became of it', () => {
  const readings = filled();
  expect([0, 1, 2, 3, 4, 5].map((row) => readings.outcome(row))).toEqual(['joy', 'fear', 'failed', 'joy', 'unsure', 'unread']);
  expect([readings.count('joy'), readings.count('failed'), readings.count('unread')]).toEqual([2, 1, 1]);
  expect(readings.mixed(3)).toBe('love');
  expect(readings.truncated(3)).toBe(true);
  expect(readings.mixed(0)).toBeNull();
  expect(readings.score(1, 'fear')).toBeCloseTo(0.8, 6);
  expect(readings.strength(2)).toBe(0);
});

test('what was kept in part is gone on with from the first row that is not read', () => {
  const resumed = new Readings(6);
  resumed.restore(filled().slice(0, 3));
  resumed.restore(filled().slice(3, 6));
  expect(resumed.read).toBe(5);
  expect(resumed.count('joy')).toBe(2);
  expect(resumed.mixed(3)).toBe('love');
  expect(resumed.strength(4)).toBeCloseTo(0.3, 6);
});

test('rows are shown by emotion, as in the file or the strongest first', () => {
  const readings = filled();
  expect([...ordered(readings, 'all', 'file')]).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...ordered(readings, 'joy', 'file')]).toEqual([0, 3]);
  expect([...ordered(readings, 'none', 'file')]).toEqual([4]);
  expect([...ordered(readings, 'failed', 'file')]).toEqual([2]);
  expect([...ordered(readings, 'all', 'surest')]).toEqual([0, 1, 3, 4, 2, 5]);
  expect([...ordered(readings, 'joy', 'surest')]).toEqual([0, 3]);
  expect([...ordered(readings, 'all', 'fear')]).toEqual([1, 4, 3, 0, 2, 5]);
});
