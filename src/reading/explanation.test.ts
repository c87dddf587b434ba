import { expect, test } from 'vitest';
import type { Answer } from '../shared/protocol';
import { softmax, type Explanation } from '../shared/reading';
import type { Manifest } from '../shared/manifest';
import { strongWords } from '../shared/strong-words';
import { explanationJob } from './explanation';
import type { Job, Reader } from './job';

const VOCABULARY = ['', 'happy', 'delighted', 'glad', 'not', 'sad', 'the', 'dog', 'i', 'am', 'and'];
/** What each word adds to joy and to sadness. */
const FEELING: Readonly<Record<string, readonly [joy: number, sadness: number]>> = {
  happy: [3, 0],
  delighted: [3, 0],
  glad: [2.5, 0],
  sad: [0, 2],
};

/** A model that is sure of joy as soon as one word says so, and turns it round after `not`. */
const reader: Reader = {
  model: {
    encode: (text) => [
      101,
      ...(text.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => Math.max(0, VOCABULARY.indexOf(word))),
      102,
    ],
    logits: () => Promise.reject(new Error('no job runs the model')),
    dispose: () => Promise.resolve(),
  },
  manifest: { threshold: 0.55, maxTokens: 60 } as unknown as Manifest,
  isForeignLanguage: () => false,
};

function probabilities(row: readonly number[]): number[] {
  const words = row.slice(1, -1).map((id) => VOCABULARY[id] ?? '');
  const [joy, sadness] = [0, 1].map((i) =>
    Math.min(
      4,
      words.reduce((sum, word) => sum + (FEELING[word]?.[i] ?? 0), 0),
    ),
  );
  const felt = words.includes('not') ? [joy ?? 0, sadness ?? 0] : [sadness ?? 0, joy ?? 0];
  return softmax([...felt, 0, 0, 0, 0], 1);
}

/** Run a job to its end; resolves with the answer and the number of rows that it took. */
function explain(text: string): { answer: Explanation; runs: number } {
  let job: Answer | Job<Explanation> = explanationJob(reader, text);
  let runs = 0;
  while ('rows' in job) {
    runs += job.rows.length;
    job = job.finish(job.rows.map(probabilities));
  }
  return { answer: job, runs };
}

const shown = (text: string): string[] =>
  strongWords(explain(text).answer.words).map(
    ({ start, end, emotion, weight }) => `${text.slice(start, end)} ${weight > 0 ? '+' : '-'}${emotion}`,
  );

test('one word that decides is the answer', () => {
  expect(shown('I am happy and the dog')).toEqual(['happy +joy']);
});

test('words that say the same are counted together, though each alone changes nothing', () => {
  const { answer } = explain('I am happy, delighted and glad');
  expect(answer.reading.label).toBe('joy');
  expect(shown('I am happy, delighted and glad')).toEqual(['happy, +joy', 'delighted +joy', 'glad +joy']);
});

test('a word that comes twice is left out twice', () => {
  const text = 'Happy dog, happy dog';
  expect(shown(text)).toEqual(['Happy +joy', 'happy +joy']);
});

test('a word that turns a feeling round counts, and so does what speaks against the label', () => {
  expect(shown('I am not happy')).toEqual(['not +sadness', 'happy +sadness']);
  expect(shown('I am happy and glad and the sad dog')).toContain('sad -joy');
});

test('words that only hold the sentence together are not asked about', () => {
  const { answer, runs } = explain('I am happy and the dog');
  expect(answer.words.map(({ weight }) => weight === 0)).toEqual([true, true, false, true, true, true]);
  expect(runs).toBeLessThan(8);
});

test('where it is not sure, it tells what speaks for each of the first two', () => {
  const text = 'The glad dog and the sad dog';
  expect(explain(text).answer.reading.label).toBeNull();
  expect(shown(text)).toEqual(['glad +joy', 'sad +sadness']);
});

test('sentences without a feeling, or of somebody else, weigh in the answer what they weigh in the label', () => {
  const plain = 'The dog and the dog and the dog and the dog. I am happy and glad.';
  expect(explain(plain).answer.reading.label).toBe('joy');
  expect(shown(plain)).toEqual(['happy +joy', 'glad. +joy']);
  expect(shown('> I am so sad\nI am happy.')).toEqual(['happy. +joy']);
});

test('text that is not read has no words', () => {
  expect(explain('   ').answer.words).toEqual([]);
});
