import { expect, test } from 'vitest';
import type { Emotion } from '../shared/emotions';
import type { Truth } from './label-column';
import { intervalOf, metricsOf, type Outcome } from './metrics';

/** A reading with this guess, this sure. */
const outcome = (truth: Truth, guess: Emotion, score: number): Outcome => ({
  truth,
  guess,
  score,
  label: score < 0.5 ? null : guess,
});

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
  expect(metrics.confusion.joy).toMatchObject({ joy: 2, fear: 1, none: 0 });
  expect(metrics.confusion.neutral).toMatchObject({ joy: 1, none: 1 });
  expect(metrics.calibration.filter(({ rows }) => rows > 0)).toHaveLength(2);
});

test('a file of neutral rows has no accuracy', () => {
  expect(metricsOf([outcome('neutral', 'joy', 0.3)])).toMatchObject({
    rows: 1,
    accuracy: null,
    accuracy_interval: null,
    f1_weighted: null,
    f1_macro: null,
    f1: {},
    answered: null,
    neutral_unlabelled: 1,
    ece: null,
  });
});

test('the interval of an accuracy is Wilson’s: never beyond 0 and 1, wide where rows are few', () => {
  const [from, to] = intervalOf(0.9, 100);
  expect(from).toBeCloseTo(0.8256, 3);
  expect(to).toBeCloseTo(0.9448, 3);
  expect(intervalOf(1, 3)[1]).toBe(1);
  expect(intervalOf(1, 3)[0]).toBeLessThan(0.5);
});

test('a text that no model read is wrong, and sure of nothing', () => {
  const metrics = metricsOf([{ truth: 'joy', guess: null, score: 0, label: null }]);
  expect(metrics).toMatchObject({ accuracy: 0, answered: 0, ece: 0, f1: { joy: 0 } });
});
