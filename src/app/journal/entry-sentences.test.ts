import { expect, test } from 'vitest';
import type { Emotion, Reading } from '../../index';
import { paragraphsIn, sentencesOf } from './entry-sentences';

const readingFor = (label: Emotion): Reading => ({ label, scores: [{ label, score: 0.9 }], truncated: false });

const texts = (text: string): string[] => paragraphsIn(text).map(({ start, end }) => text.slice(start, end));

test('an entry is read paragraph by paragraph, and a wrapped line ends none', () => {
  expect(texts(' One line,\nwrapped. \r\n \r\n\tAnother.\n\n\n')).toEqual(['One line,\nwrapped.', 'Another.']);
  expect(texts(' \n\n ')).toEqual([]);
});

test('a paragraph of any length is read in pieces that end with a word, and no word of it is lost', () => {
  const words = Array.from({ length: 5000 }, (_, i) => `word${String(i)}`).join(' ');
  const pieces = texts(words);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(8000);
  expect(pieces.join(' ')).toBe(words);
  expect(texts('x'.repeat(20_000)).join('')).toBe('x'.repeat(20_000));
});

test('sentences stand where they stand in the entry; one that is only quoted has no mood', () => {
  const { scores } = readingFor('joy');
  const sentences = [
    { start: 0, end: 5, label: 'joy', scores },
    { start: 6, end: 9, label: 'anger', scores, quoted: true },
  ] as const;
  expect(sentencesOf({ ...readingFor('joy'), sentences }, { start: 100, end: 109 })).toEqual([
    { start: 100, end: 105, label: 'joy', score: 0.9 },
    { start: 106, end: 109, label: null, score: 0.9 },
  ]);
  expect(sentencesOf(readingFor('fear'), { start: 7, end: 12 })).toEqual([{ start: 7, end: 12, label: 'fear', score: 0.9 }]);
});
