import { expect, test } from 'vitest';
import { bakedFor, bakedOf } from './baked';
import { emptyReading, readingOf } from './reading';
import { textHash } from './text-hash';

const sentence = {
  start: 0,
  end: 4,
  label: 'joy',
  scores: readingOf([0, 1, 0, 0, 0, 0], 0.5, { truncated: false }).scores,
} as const;
const mixed = readingOf([0.05, 0.5, 0.4, 0.03, 0.01, 0.01], 0.4, {
  truncated: true,
  shares: [{ label: 'joy', share: 0.25 }],
  sentences: [sentence, { ...sentence, start: 4, end: 6, quoted: true }],
});

test('a reading comes out of the attribute as it went in, to four digits', () => {
  expect(bakedFor('a text', bakedOf('a text', 'model', mixed))).toEqual({ reading: mixed, model: 'model' });
  const thirds = readingOf([1 / 3, 1 / 3, 1 / 3, 0, 0, 0], 0.5, { truncated: false });
  const { reading } = bakedFor('b', bakedOf('b', 'model', thirds)) ?? {};
  expect(reading?.reason).toBe('unsure');
  expect(reading?.scores.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 12);
  const blank = emptyReading('unsupported-language');
  expect(bakedFor('c', bakedOf('c', 'model', blank))?.reading.reason).toBe('unsupported-language');
});

test('it holds for no other text, and what no build has written is none', () => {
  const attribute = bakedOf('a text', 'model', mixed);
  for (const other of ['a text ', 'A text', '', 'b text']) expect(bakedFor(other, attribute)).toBeNull();
  const hash = textHash('a');
  for (const wrong of [
    null,
    '',
    'joy',
    '{}',
    '[]',
    'null',
    `{"text":"${hash}"}`,
    `{"text":"${hash}","label":"glee","scores":[1,0,0,0,0,0]}`,
    `{"text":"${hash}","label":"joy","scores":[1,0]}`,
    `{"text":"${hash}","label":"joy","scores":[null,1,"x",0,0,0]}`,
    `{"text":"${hash}","label":"joy","scores":[0,1,0,0,0,0],"mixed":"constructor"}`,
    `{"text":"${hash}","label":"joy","scores":[0,1,0,0,0,0],"shares":[{"label":"joy","share":2}]}`,
    `{"text":"${hash}","label":"joy","scores":[0,1,0,0,0,0],"sentences":[[0,9,"joy",[0,1,0,0,0,0],false]]}`,
  ])
    expect(bakedFor('a', wrong), String(wrong)).toBeNull();
});

test('texts that differ in one place or in order have other hashes', () => {
  const texts = Array.from({ length: 5000 }, (_, i) => `text ${String(i)}`).concat(['', 'ab', 'ba', 'é', 'e\u0301', '😢', '😭']);
  expect(new Set(texts.map(textHash)).size).toBe(texts.length);
  expect(textHash('text')).toMatch(/^[0-9a-f]{14}$/);
});
