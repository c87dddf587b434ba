import { expect, test } from 'vitest';
import type { Entry } from './entry';
import { EVERYTHING, found } from './search';

const entry = (text: string, label: 'joy' | 'fear' | null = null, at = '2026-11-27T12:00'): Entry => ({
  id: text,
  at,
  text,
  reading: { model: 'm', isForeign: false, isCut: false, sentences: [{ start: 0, end: text.length, label, score: 0.9 }] },
  revision: 1,
});

const entries = [entry('At the Café with Ana', 'joy'), entry('Ana was late again', 'fear', '2026-11-26T12:00'), entry('Rain')];
const texts = (found: readonly Entry[]): string[] => found.map(({ text }) => text);

test('all words must be there, in any order, whatever their capitals and accents', () => {
  expect(texts(found(entries, { ...EVERYTHING, words: 'ana CAFE' }))).toEqual(['At the Café with Ana']);
  expect(texts(found(entries, { ...EVERYTHING, words: '  ána ' }))).toHaveLength(2);
  expect(found(entries, { ...EVERYTHING, words: 'ana rain' })).toEqual([]);
});

test('a date is found as people say it and as it is written', () => {
  expect(texts(found(entries, { ...EVERYTHING, words: 'thursday november' }))).toEqual(['Ana was late again']);
  expect(found(entries, { ...EVERYTHING, words: '2026-11' })).toHaveLength(3);
});

test('an emotion, none, and a day narrow what is found', () => {
  expect(texts(found(entries, { ...EVERYTHING, kind: 'fear' }))).toEqual(['Ana was late again']);
  expect(texts(found(entries, { ...EVERYTHING, kind: 'none' }))).toEqual(['Rain']);
  expect(texts(found(entries, { words: 'ana', kind: 'all', day: '2026-11-27' }))).toEqual(['At the Café with Ana']);
});

test('what looks like a pattern is only letters', () => {
  expect(texts(found([...entries, entry('why? (really)')], { ...EVERYTHING, words: '? (' }))).toEqual(['why? (really)']);
});

test('who looks for nothing gets everything, and the same list', () => {
  expect(found(entries, EVERYTHING)).toBe(entries);
});
