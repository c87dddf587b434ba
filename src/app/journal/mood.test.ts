import { expect, test } from 'vitest';
import type { Emotion } from '../../index';
import type { EntryReading } from './entry';
import { moodInWords, moodName, moodOf } from './mood';

/** A reading of sentences with these labels and lengths. */
function readingOf(...sentences: readonly (readonly [Emotion | null, number])[]): EntryReading {
  let start = 0;
  return {
    model: 'm',
    isForeign: false,
    isCut: false,
    sentences: sentences.map(([label, length]) => ({ start, end: (start += length), label, score: 0.9 })),
  };
}

test('an entry with clear sentences has a mood, however many say nothing', () => {
  expect(moodName(readingOf([null, 40], ['joy', 10], [null, 50]))).toBe('Joy');
});

test('longer sentences count for more', () => {
  const mood = moodOf([readingOf(['joy', 10], ['joy', 10], ['sadness', 80])]);
  expect(mood.label).toBe('sadness');
  expect(mood.shares.map(({ emotion, share }) => [emotion, share])).toEqual([
    ['sadness', 0.8],
    ['joy', 0.2],
  ]);
});

test('two emotions that have nearly as much of an entry are both named', () => {
  expect(moodName(readingOf(['joy', 50], ['fear', 40]))).toBe('Joy and fear');
  expect(moodName(readingOf(['joy', 80], ['fear', 20]))).toBe('Joy');
});

test('words say how many sentences speak of what', () => {
  expect(moodInWords(readingOf(['joy', 20], ['joy', 20], [null, 20], ['fear', 5]))).toBe('Joy in 2 of 4 sentences, fear in 1');
  expect(moodInWords(readingOf(['love', 20]))).toBe('Love');
});

test('without a clear sentence nothing is claimed', () => {
  expect(moodInWords(readingOf([null, 20], [null, 20]))).toBe('Not sure');
  expect(moodName({ ...readingOf([null, 20]), isForeign: true })).toBe('Not English');
  expect(moodName(null)).toBe('Not read yet');
  expect(moodOf([])).toMatchObject({ label: null, sentences: 0, shares: [] });
});

test('a week is what its entries are together', () => {
  expect(moodOf([readingOf(['joy', 20]), null, readingOf(['anger', 30])]).label).toBe('anger');
});
