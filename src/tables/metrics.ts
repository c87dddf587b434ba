/** Figures for texts that were labelled before, compared with our labels: the same for the page and for `npm run evaluate`. */
import { EMOTIONS, type Emotion } from '../shared/emotions';
import type { Reading } from '../shared/reading';
import type { Truth } from './label-column';

/** A text's true label beside what was read. */
export interface Outcome {
  readonly truth: Truth;
  /** The strongest emotion, whether or not it was sure enough to be the label; `null` where no model read the text. */
  readonly guess: Emotion | null;
  /** How sure: 0 to 1. */
  readonly score: number;
  readonly label: Emotion | null;
}

export function outcomeOf(truth: Truth, { label, reason, scores }: Reading): Outcome {
  const [strongest] = scores;
  const isRead = strongest !== undefined && reason !== 'blank' && reason !== 'unsupported-language';
  return { truth, label, guess: isRead ? strongest.label : null, score: isRead ? strongest.score : 0 };
}

export interface Bin {
  /** Rows whose score lies in it, and how sure and how right they are in the mean. */
  readonly rows: number;
  readonly sure: number;
  readonly right: number;
}

/** Figures of a labelled file; shares and scores from 0 to 1, `null` where the file has no row to count. */
export interface Metrics {
  readonly rows: number;
  readonly accuracy: number | null;
  /** The interval that holds the accuracy for all such texts in 95 of 100 files of this length. */
  readonly accuracy_interval: readonly [from: number, to: number] | null;
  readonly f1_weighted: number | null;
  readonly f1_macro: number | null;
  /** Of each emotion that some row has. */
  readonly f1: Readonly<Partial<Record<Emotion, number>>>;
  /** Share of emotional rows that got a label. */
  readonly answered: number | null;
  /** Share of neutral rows that got none. */
  readonly neutral_unlabelled: number | null;
  readonly ece: number | null;
  /** Rows of each true label by the label that they got. */
  readonly confusion: Readonly<Record<Truth, Readonly<Record<Emotion | 'none', number>>>>;
  /** By score, in bins of equal width. */
  readonly calibration: readonly Bin[];
}

const BINS = 15;
/** Of the normal distribution, for 95 of 100. */
const Z = 1.959964;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;

/**
 * All figures but `neutral_unlabelled` and `confusion` count only rows labelled with one of the six; the guess is the strongest score, and
 * `confusion` shows the labels.
 */
export function metricsOf(outcomes: readonly Outcome[]): Metrics {
  const emotional = outcomes.filter(({ truth }) => truth !== 'neutral');
  const neutral = outcomes.filter(({ truth }) => truth === 'neutral');
  const f1s = EMOTIONS.map((emotion) => ({ emotion, ...f1Of(emotion, emotional) })).filter(({ support }) => support > 0);
  const accuracy = mean(emotional.map(({ truth, guess }) => Number(guess === truth)));
  const calibration = binsOf(emotional);
  return {
    rows: outcomes.length,
    accuracy,
    accuracy_interval: accuracy === null ? null : intervalOf(accuracy, emotional.length),
    f1_weighted: emotional.length === 0 ? null : f1s.reduce((sum, { f1, support }) => sum + f1 * support, 0) / emotional.length,
    f1_macro: mean(f1s.map(({ f1 }) => f1)),
    f1: Object.fromEntries(f1s.map(({ emotion, f1 }) => [emotion, f1])),
    answered: mean(emotional.map(({ label }) => Number(label !== null))),
    neutral_unlabelled: mean(neutral.map(({ label }) => Number(label === null))),
    ece:
      emotional.length === 0
        ? null
        : calibration.reduce((sum, { rows, sure, right }) => sum + rows * Math.abs(sure - right), 0) / emotional.length,
    confusion: confusionOf(outcomes),
    calibration,
  };
}

/** Wilson's interval, which stays between 0 and 1 and holds for few rows too. */
export function intervalOf(share: number, count: number): readonly [from: number, to: number] {
  const middle = (share + Z ** 2 / (2 * count)) / (1 + Z ** 2 / count);
  const half = (Z / (1 + Z ** 2 / count)) * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

function f1Of(emotion: Emotion, outcomes: readonly Outcome[]): { f1: number; support: number } {
  const count = (test: (isTrue: boolean, isGuessed: boolean) => boolean): number =>
    outcomes.filter(({ truth, guess }) => test(truth === emotion, guess === emotion)).length;
  const hits = count((isTrue, isGuessed) => isTrue && isGuessed);
  const misses = count((isTrue, isGuessed) => isTrue !== isGuessed);
  return { f1: hits === 0 ? 0 : (2 * hits) / (2 * hits + misses), support: count((isTrue) => isTrue) };
}

/** For the mean gap between how sure and how right: 15 bins of equal width (Guo et al. 2017). */
function binsOf(outcomes: readonly Outcome[]): readonly Bin[] {
  const bins = Array.from({ length: BINS }, () => ({ rows: 0, sure: 0, right: 0 }));
  for (const { truth, guess, score } of outcomes) {
    const bin = bins[Math.min(Math.floor(score * BINS), BINS - 1)];
    if (!bin) continue;
    bin.rows++;
    bin.sure += score;
    bin.right += Number(guess === truth);
  }
  return bins.map(({ rows, sure, right }) => ({ rows, sure: rows && sure / rows, right: rows && right / rows }));
}

function confusionOf(outcomes: readonly Outcome[]): Metrics['confusion'] {
  const none = (): Record<Emotion | 'none', number> =>
    Object.fromEntries([...EMOTIONS, 'none'].map((label) => [label, 0])) as Record<Emotion | 'none', number>;
  const matrix = Object.fromEntries([...EMOTIONS, 'neutral'].map((truth) => [truth, none()])) as Record<
    Truth,
    ReturnType<typeof none>
  >;
  for (const { truth, label } of outcomes) matrix[truth][label ?? 'none']++;
  return matrix;
}
