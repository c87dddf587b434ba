import { expect, test } from 'vitest';
import { figuresOf, without } from './figures';

test('the words that speak for the label are taken out, and no others', () => {
  const words = [
    { start: 5, end: 10, weight: 0.5 },
    { start: 15, end: 19, weight: -0.5 },
  ];
  expect(without('I am happy but tired', words)).toBe('I am but tired');
});

test('an answer is any word, and a label that is gone has changed', () => {
  const results = [
    { label: 'joy', words: [1, 2], after: null },
    { label: 'joy', words: [1], after: 'joy' },
    { label: 'fear', words: [], after: 'fear' },
    { label: 'fear', words: [1], after: 'anger' },
  ];
  expect(figuresOf(results)).toEqual({ sentences: 4, answered: 0.75, changed: 0.5, words: 1 });
});
