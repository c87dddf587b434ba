import { expect, test } from 'vitest';
import { readingOf } from '../../src/shared/reading';
import { EMOTIONS, type Emotion } from '../../src/shared/emotions';
import { metricsOf, type Outcome, type Truth } from './metrics';

/** A reading with this guess, this sure. */
function outcome(truth: Truth, guess: Emotion, score: number): Outcome {
  const rest = (1 - score) / 5;
  return {
    truth,
    reading: readingOf(
      EMOTIONS.map((e) => (e === guess ? score : rest)),
      0.5,
      { truncated: false },
    ),
  };
}

test('figures worked out by hand', () => {
  const metrics = metricsOf([
    outcome('joy', 'joy', 0.9),
    outcome('joy', 'joy', 0.9),
    outcome('joy', 'fear', 0.9),
    outcome('fear', 'fear', 0.4),
    outcome('neutral', 'joy', 0.3),
    outcome('neutral', 'joy', 0.8),
  ]);
  expect(metrics.rows).toBe(6);
  expect(metrics.accuracy).toBeCloseTo(3 / 4);
  // joy: precision 1, recall 2/3, F1 0.8; fear: precision 1/2, recall 1, F1 2/3
  expect(metrics.f1_macro).toBeCloseTo((0.8 + 2 / 3) / 2);
  expect(metrics.f1).toEqual({ joy: 0.8, fear: 2 / 3 });
  expect(metrics.f1_weighted).toBeCloseTo((3 * 0.8 + 2 / 3) / 4);
  expect(metrics.answered).toBeCloseTo(3 / 4);
  expect(metrics.neutral_unlabelled).toBeCloseTo(1 / 2);
  // bin of 0.9: 2.7 sure, 2 right; bin of 0.4: 0.4 sure, 1 right
  expect(metrics.ece).toBeCloseTo((0.7 + 0.6) / 4);
});

test('a file of neutral rows has no accuracy', () => {
  expect(metricsOf([outcome('neutral', 'joy', 0.3)])).toEqual({
    rows: 1,
    accuracy: null,
    f1_weighted: null,
    f1_macro: null,
    f1: {},
    answered: null,
    neutral_unlabelled: 1,
    ece: null,
  });
});
