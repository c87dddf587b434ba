import { expect, test } from 'vitest';
import { EMOTIONS, type Emotion } from '../shared/emotions';
import { wholeOf, type ReadSentence } from './whole';

const THRESHOLD = 0.5;

/** A sentence of ten tokens with this emotion, or with none. */
const sentence = (emotion: Emotion | null, more: Partial<ReadSentence> = {}): ReadSentence => ({
  start: 0,
  end: 1,
  tokens: 10,
  probabilities: EMOTIONS.map((e) => (emotion === null ? 1 / 6 : e === emotion ? 0.9 : 0.02)),
  together: [],
  ...more,
});
const times = (count: number, emotion: Emotion | null): ReadSentence[] => Array.from({ length: count }, () => sentence(emotion));

test('a few furious sentences decide a text that is neutral elsewhere, and how many tells the share', () => {
  for (const neutral of [0, 2, 12, 24]) {
    const reading = wholeOf([...times(neutral, null), ...times(4, 'anger')], THRESHOLD, false);
    expect(reading.label).toBe('anger');
    expect(reading.shares).toEqual([{ label: 'anger', share: 4 / (neutral + 4) }]);
  }
});

test('one word among a hundred facts decides nothing', () => {
  expect(wholeOf([...times(100, null), sentence('anger')], THRESHOLD, false)).toMatchObject({ label: null, reason: 'unsure' });
});

test('two emotions that both hold a good share are mixed', () => {
  const reading = wholeOf([sentence('love'), sentence('anger', { tokens: 8 })], THRESHOLD, false);
  expect(reading).toMatchObject({ label: 'love', mixed: 'anger' });
  expect(reading.shares?.map(({ label }) => label)).toEqual(['love', 'anger']);
});

test('a second emotion in passing is not mixed in', () => {
  const reading = wholeOf([...times(9, 'joy'), sentence('fear')], THRESHOLD, false);
  expect(reading.label).toBe('joy');
  expect(reading).not.toHaveProperty('mixed');
});

test('quoted words are told and not counted', () => {
  const reading = wholeOf([sentence('anger', { quoted: true }), sentence('joy')], THRESHOLD, false);
  expect(reading.label).toBe('joy');
  expect(reading.shares).toEqual([{ label: 'joy', share: 1 }]);
  expect(reading.sentences?.map(({ quoted }) => quoted)).toEqual([true, undefined]);
});

test('a single sentence reads as the model reads it, without a list of sentences', () => {
  const reading = wholeOf([sentence('fear')], THRESHOLD, true);
  expect(reading).toMatchObject({ label: 'fear', truncated: true });
  expect(reading).not.toHaveProperty('sentences');
});

test('nothing but empty sentences is unsure', () => {
  expect(wholeOf([sentence('joy', { tokens: 0 })], THRESHOLD, false).label).toBeNull();
});

test('what a sentence means beside its neighbours counts, and the list tells what it says by itself', () => {
  const together = [times(1, 'fear')[0]?.probabilities ?? []];
  const reading = wholeOf([sentence(null, { together }), sentence('fear', { together })], THRESHOLD, false);
  expect(reading.label).toBe('fear');
  expect(reading.sentences?.map(({ label }) => label)).toEqual([null, 'fear']);
  expect(wholeOf([sentence(null, { together }), sentence(null, { together })], THRESHOLD, false).label).toBe('fear');
});

test('a sure sentence weighs more than one that is barely over the threshold', () => {
  const barely = (emotion: Emotion): ReadSentence =>
    sentence(emotion, { probabilities: EMOTIONS.map((e) => (e === emotion ? 0.55 : 0.09)) });
  const { scores } = wholeOf([barely('joy'), sentence('anger', { tokens: 5 })], THRESHOLD, false);
  expect(scores[0]?.label).toBe('anger');
});
