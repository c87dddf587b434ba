import { expect, test } from 'vitest';
import type { Manifest } from '../shared/manifest';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import { readingJob, type Reader } from './job';

const [CLS, SEP] = [101, 102];

/** A model of ten tokens a row whose tokens are words. */
const reader: Reader = {
  model: {
    encode: (text) => [CLS, ...text.split(/\s+/).map((word) => word.length), SEP],
    logits: () => Promise.reject(new Error('no job runs the model')),
    dispose: () => Promise.resolve(),
  },
  manifest: { threshold: 0.5, maxTokens: 10 } as unknown as Manifest,
  isForeignLanguage: () => false,
};
const [joy, sadness] = [
  [0, 1, 0, 0, 0, 0],
  [1, 0, 0, 0, 0, 0],
];

test('a text as long as the window is one row', () => {
  const { rows, finish } = readingJob(reader, 'one two three four five six seven eight');
  expect(rows.map(({ length }) => length)).toEqual([10]);
  expect(finish([joy])).toMatchObject({ label: 'joy', truncated: false });
  expect(finish([joy])).not.toHaveProperty('sentences');
});

test('a longer one is read in sentences that weigh by their tokens, each row whole from [CLS] to [SEP]', () => {
  const text = 'I laughed. Then it rained all day and I cried.';
  const { rows, finish } = readingJob(reader, text);
  expect(rows.map((row) => [row.at(0), row.length - 2, row.at(-1)])).toEqual([
    [CLS, 2, SEP],
    [CLS, 8, SEP],
  ]);
  const { label, scores, sentences } = finish([joy, sadness]);
  expect([label, scores[0]?.score, scores[1]?.score]).toEqual(['sadness', expect.closeTo(0.8), expect.closeTo(0.2)]);
  expect(sentences?.map(({ start, end, label: of }) => [text.slice(start, end), of])).toEqual([
    ['I laughed.', 'joy'],
    ['Then it rained all day and I cried.', 'sadness'],
  ]);
});

test('a text past the limit says that it was cut', () => {
  const { spans, finish } = readingJob(reader, 'I am glad. '.repeat(MAX_TEXT_LENGTH));
  expect(spans.at(-1)?.end).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
  expect(finish(spans.map(() => joy))).toMatchObject({ label: 'joy', truncated: true });
});
