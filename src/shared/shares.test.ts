import { expect, test } from 'vitest';
import type { Emotion } from './emotions';
import { sharesOf } from './shares';

const sentence = (label: Emotion | null, start: number, end: number) => ({ label, start, end, scores: [] });

test('an emotion has as much of a text as its sentences are long, and what has none comes last', () => {
  const sentences = [sentence(null, 0, 50), sentence('joy', 50, 70), sentence('fear', 70, 80), sentence('joy', 80, 100)];
  expect(sharesOf(sentences)).toEqual([
    { label: 'joy', share: 0.4 },
    { label: 'fear', share: 0.1 },
    { label: null, share: 0.5 },
  ]);
});

test('no sentences have no shares', () => {
  expect(sharesOf([])).toEqual([]);
});
