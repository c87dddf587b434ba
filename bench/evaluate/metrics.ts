import { EMOTIONS, type Emotion } from '../../src/shared/emotions';
import type { Reading } from '../../src/shared/reading';

/** What a labelled file says of a text. */
export type Truth = Emotion | 'neutral';

/** A text's true label beside what was read. */
export interface Outcome {
  readonly truth: Truth;
  readonly reading: Reading;
}

/** Figures of a labelled file; shares and scores from 0 to 1, `null` where the file has no row to count. */
export interface Metrics {
  readonly rows: number;
  readonly accuracy: number | null;
  readonly f1_weighted: number | null;
  readonly f1_macro: number | null;
  /** Of each emotion that some row has. */
  readonly f1: Readonly<Partial<Record<Emotion, number>>>;
  /** Share of emotional rows that got a label. */
  readonly answered: number | null;
  /** Share of neutral rows that got none. */
  readonly neutral_unlabelled: number | null;
  readonly ece: number | null;
}

const BINS = 15;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;

/** All figures but `neutral_unlabelled` count only rows labelled with one of the six; the guess is the strongest score. */
export function metricsOf(outcomes: readonly Outcome[]): Metrics {
  const emotional = outcomes.filter(({ truth }) => truth !== 'neutral');
  const neutral = outcomes.filter(({ truth }) => truth === 'neutral');
  const f1s = EMOTIONS.map((emotion) => ({ emotion, ...f1Of(emotion, emotional) })).filter(({ support }) => support > 0);
  return {
    rows: outcomes.length,
    accuracy: mean(emotional.map(({ truth, reading }) => Number(strongest(reading).label === truth))),
    f1_weighted: emotional.length === 0 ? null : f1s.reduce((sum, { f1, support }) => sum + f1 * support, 0) / emotional.length,
    f1_macro: mean(f1s.map(({ f1 }) => f1)),
    f1: Object.fromEntries(f1s.map(({ emotion, f1 }) => [emotion, f1])),
    answered: mean(emotional.map(({ reading }) => Number(reading.label !== null))),
    neutral_unlabelled: mean(neutral.map(({ reading }) => Number(reading.label === null))),
    ece: expectedCalibrationError(emotional),
  };
}

function strongest(reading: Reading): Reading['scores'][number] {
  const [first] = reading.scores;
  if (!first) throw new RangeError('A reading without scores');
  return first;
}

function f1Of(emotion: Emotion, outcomes: readonly Outcome[]): { f1: number; support: number } {
  const count = (test: (isTrue: boolean, isGuessed: boolean) => boolean): number =>
    outcomes.filter(({ truth, reading }) => test(truth === emotion, strongest(reading).label === emotion)).length;
  const hits = count((isTrue, isGuessed) => isTrue && isGuessed);
  const misses = count((isTrue, isGuessed) => isTrue !== isGuessed);
  return { f1: hits === 0 ? 0 : (2 * hits) / (2 * hits + misses), support: count((isTrue) => isTrue) };
}

/** The mean gap between how sure and how right, in 15 bins of equal width (Guo et al. 2017). */
function expectedCalibrationError(outcomes: readonly Outcome[]): number | null {
  if (outcomes.length === 0) return null;
  const bins = Array.from({ length: BINS }, () => 0);
  for (const { truth, reading } of outcomes) {
    const { label, score } = strongest(reading);
    const bin = Math.min(Math.floor(score * BINS), BINS - 1);
    bins[bin] = (bins[bin] ?? 0) + score - Number(label === truth);
  }
  return bins.reduce((sum, gap) => sum + Math.abs(gap), 0) / outcomes.length;
}
