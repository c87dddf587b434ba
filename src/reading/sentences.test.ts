import { describe, expect, test } from 'vitest';
import { areWithin, cutToFit, sentencesIn } from './sentences';

/** A model that takes so many characters. */
const upTo =
  (length: number) =>
  (part: string): boolean =>
    part.length <= length;

const parts = (text: string, length: number): string[] =>
  sentencesIn(text)
    .flatMap((span) => cutToFit(text, span, ({ start, end }) => upTo(length)(text.slice(start, end))))
    .map(({ start, end }) => text.slice(start, end));

describe('sentencesIn and cutToFit', () => {
  test('cuts at sentences first', () => {
    expect(parts('I came. I saw! Did I win?', 20)).toEqual(['I came.', 'I saw!', 'Did I win?']);
  });

  test('cuts a long sentence between words', () => {
    expect(parts('one two three four five six', 14)).toEqual(['one two three', 'four five six']);
  });

  test('cuts a word without end, but no character in two', () => {
    const cut = parts('😀'.repeat(9), 5);
    expect(cut.join('')).toBe('😀'.repeat(9));
    expect(cut.every((part) => part.length <= 5 && !/\p{Cs}/u.test(part))).toBe(true);
  });

  test('leaves a character whole that no window fits', () => {
    expect(parts('a😀', 1)).toEqual(['a', '😀']);
    expect(parts('😀a', 1)).toEqual(['😀', 'a']);
  });

  test('loses nothing but white space', () => {
    const text = '  Mr. Gray said: "No."  Then\n\nhe left…   averyveryverylongwordindeed and  more ';
    for (const length of [3, 7, 12, 40]) {
      expect(parts(text, length).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(parts(text, length).every((part) => part.length <= length)).toBe(true);
    }
  });

  test('a blank text has no parts', () => {
    expect(parts(' \n ', 5)).toEqual([]);
  });

  test('a long line of a quotation does not go on in the writer’s own', () => {
    const text = '> and so he told us all that the whole house would be sold\nwhich is fine';
    expect(parts(text, 100)).toEqual(text.split('\n'));
  });
});

test('spans within others are told, and those that only touch them are not', () => {
  const spans = [0, 2, 4, 6, 8].map((start) => ({ start, end: start + 2 }));
  expect(areWithin(spans, [])).toEqual([false, false, false, false, false]);
  const others = [
    { start: 2, end: 4 },
    { start: 5, end: 10 },
  ];
  expect(areWithin(spans, others)).toEqual([false, true, false, true, true]);
});
