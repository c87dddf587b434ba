import { expect, test } from 'vitest';
import type { Emotion, Reading } from '../../index';
import { strongestSentences, summary } from './summary';

const reading = (label: Emotion | null, score = 0.9, mixed?: Emotion): Reading => ({
  label,
  ...(label === null && { reason: 'unsure' as const }),
  ...(mixed && { mixed }),
  scores: label ? [{ label, score }] : [],
  truncated: false,
});
const sentences = (...labels: (Emotion | null)[]) =>
  labels.map((label, i) => ({ start: i * 10, end: i * 10 + 10, label, scores: label ? [{ label, score: 0.5 + i / 100 }] : [] }));

test('a sentence of its own is said with how sure the reading is', () => {
  expect(summary(reading('joy', 0.95), [])).toBe('Clearly joy.');
  expect(summary(reading('joy', 0.7), [])).toBe('Probably joy.');
  expect(summary(reading('joy', 0.5), [])).toBe('Perhaps joy.');
  expect(summary(reading('joy', 0.45, 'love'), [])).toBe('Joy and love, about equally.');
  expect(summary(reading(null), [])).toBe('No clear feeling.');
});

test('a longer text is said by how it begins, goes on and ends', () => {
  const of = (...labels: (Emotion | null)[]): string => summary(reading(null), sentences(...labels));
  expect(of('fear', 'fear', 'joy', 'joy', 'sadness', 'sadness')).toBe('Begins in fear, turns to joy, ends in sadness.');
  expect(of('fear', 'joy', null, 'sadness', 'sadness')).toBe('Begins in fear, turns to joy, ends in sadness.');
  expect(of('fear', 'joy', 'fear', 'joy', 'joy', 'joy', 'anger', 'joy', 'anger', 'anger')).toBe(
    'Begins in fear, turns to joy, ends in anger.',
  );
  expect(of('fear', 'joy')).toBe('Begins in fear, turns to joy.');
  expect(of('joy', 'joy', 'joy', 'joy')).toBe('Joy from beginning to end.');
  expect(of(null, null, 'anger')).toBe('Begins without a clear feeling, turns to anger.');
  expect(of(null, null)).toBe('No clear feeling from beginning to end.');
  expect(of('fear', null, 'joy')).toBe('Begins in fear, grows calm, ends in joy.');
});

test('the clearest sentence of each emotion is quoted before a second of the same', () => {
  expect(strongestSentences(sentences('joy', null, 'joy', 'fear', 'sadness'))).toEqual([2, 3, 4]);
  expect(strongestSentences(sentences('joy', null))).toEqual([0]);
});
