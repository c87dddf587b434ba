import { expect, test } from 'vitest';
import { median } from './statistics';
import { BLOCK, makeTexts } from './texts';

const words = (text: string): number => text.split(' ').length;

test('the same seed gives the same texts, another seed others', () => {
  expect(makeTexts(100, 1)).toEqual(makeTexts(100, 1));
  expect(makeTexts(100, 1)).not.toEqual(makeTexts(100, 2));
});

test('ten thousand texts are all different, so that no cache can answer for the model', () => {
  expect(new Set(makeTexts(10_000, 3)).size).toBe(10_000);
});

test('so many that the short ones run out are all different too, and of the same lengths', () => {
  const texts = makeTexts(100_000, 3);
  expect(new Set(texts).size).toBe(100_000);
  expect(
    texts
      .slice(-BLOCK)
      .map(words)
      .toSorted((a, b) => a - b)[0],
  ).toBe(4);
});

test('every block has the same lengths: median 15 words, from 4 to 60', () => {
  const texts = makeTexts(4 * BLOCK, 4);
  const lengths = [0, 1, 2, 3].map((i) => texts.slice(i * BLOCK, (i + 1) * BLOCK).map(words));
  const sorted = lengths.map((block) => block.toSorted((a, b) => a - b));
  expect(new Set(sorted.map(String)).size).toBe(1);
  expect(new Set(lengths.map(String)).size).toBe(4); // in another order each
  expect(median(sorted[0]!)).toBe(15);
  expect([sorted[0]![0], sorted[0]!.at(-1)]).toEqual([4, 60]);
});
