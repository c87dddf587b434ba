import { expect, test } from 'vitest';
import { emptyReading, rankScores, readingOf, softmax } from './reading';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

test('softmax sums to one and does not overflow', () => {
  for (const logits of [
    [1, 2, 3, 4, 5, 6],
    [1000, -1000, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
  ]) {
    expect(sum(softmax(logits, 1))).toBeCloseTo(1, 12);
  }
});

test('a higher temperature makes a reading less sure and keeps the order', () => {
  const cold = softmax([3, 1, 0, 0, 0, 0], 0.5);
  const hot = softmax([3, 1, 0, 0, 0, 0], 2);
  expect(hot[0]).toBeLessThan(cold[0] ?? 0);
  expect(rankScores(hot).map(({ label }) => label)).toEqual(rankScores(cold).map(({ label }) => label));
});

test('the strongest score names the label, in the order of the logits', () => {
  const reading = readingOf([0.01, 0.02, 0.9, 0.03, 0.02, 0.02], 0.5, { truncated: false });
  expect(reading.label).toBe('love');
  expect(reading.scores[0]).toEqual({ label: 'love', score: 0.9 });
  expect(reading).not.toHaveProperty('reason');
  expect(reading).not.toHaveProperty('mixed');
});

test('below the threshold there is no label but a reason', () => {
  const reading = readingOf([0.3, 0.2, 0.2, 0.1, 0.1, 0.1], 0.5, { truncated: false });
  expect(reading).toMatchObject({ label: null, reason: 'unsure' });
});

test('two close emotions are mixed', () => {
  expect(readingOf([0.5, 0, 0, 0.45, 0.05, 0], 0.4, { truncated: false })).toMatchObject({ label: 'sadness', mixed: 'anger' });
});

test('a reading of nothing has six even scores', () => {
  const { scores, label, reason } = emptyReading('blank');
  expect([label, reason]).toEqual([null, 'blank']);
  expect(sum(scores.map(({ score }) => score))).toBeCloseTo(1, 12);
});
