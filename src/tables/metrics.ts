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

const share = (count: number, of: number): number | null => (of === 0 ? null : count / of);

/**
 * All figures but `neutral_unlabelled` and `confusion` count only rows labelled with one of the six; the guess is the strongest score, and
 * `confusion` shows the labels.
 */
export function metricsOf(outcomes: Iterable<Outcome>): Metrics {
  const tally = new Tally();
  for (const { truth, guess, score, label } of outcomes) tally.add(truth, guess, score, label);
  return tally.metrics;
}

const zeros = (): Record<Emotion, number> => Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<Emotion, number>;

/** Counts row by row, and holds none of them: a page counts a quarter of a million between two frames. */
export class Tally {
  #rows = 0;
  readonly #support = zeros();
  readonly #guessed = zeros();
  readonly #hits = zeros();
  /** For the mean gap between how sure and how right: 15 bins of equal width (Guo et al. 2017). */
  readonly #bins = Array.from({ length: BINS }, () => ({ rows: 0, sure: 0, right: 0 }));
  readonly #confusion = Object.fromEntries(
    [...EMOTIONS, 'neutral'].map((truth) => [truth, { ...zeros(), none: 0 }]),
  ) as unknown as Record<Truth, Record<Emotion | 'none', number>>;

  add(truth: Truth, guess: Emotion | null, score: number, label: Emotion | null): void {
    this.#rows++;
    this.#confusion[truth][label ?? 'none']++;
    if (truth === 'neutral') return;
    this.#support[truth]++;
    if (guess) this.#guessed[guess]++;
    if (guess === truth) this.#hits[truth]++;
    const bin = this.#bins[Math.min(Math.floor(score * BINS), BINS - 1)];
    if (!bin) return;
    bin.rows++;
    bin.sure += score;
    bin.right += Number(guess === truth);
  }

  get metrics(): Metrics {
    const told = EMOTIONS.filter((emotion) => this.#support[emotion] > 0);
    const f1Of = (emotion: Emotion): number =>
      (2 * this.#hits[emotion]) / Math.max(1, this.#support[emotion] + this.#guessed[emotion]);
    const sum = (of: (emotion: Emotion) => number): number => told.reduce((total, emotion) => total + of(emotion), 0);
    const emotional = sum((emotion) => this.#support[emotion]);
    const accuracy = share(
      sum((emotion) => this.#hits[emotion]),
      emotional,
    );
    const calibration = this.#bins.map(({ rows, sure, right }) => ({
      rows,
      sure: rows && sure / rows,
      right: rows && right / rows,
    }));
    const neutral = Object.values(this.#confusion.neutral).reduce((a, b) => a + b);
    return {
      rows: this.#rows,
      accuracy,
      accuracy_interval: accuracy === null ? null : intervalOf(accuracy, emotional),
      f1_weighted: share(
        sum((emotion) => f1Of(emotion) * this.#support[emotion]),
        emotional,
      ),
      f1_macro: share(sum(f1Of), told.length),
      f1: Object.fromEntries(told.map((emotion) => [emotion, f1Of(emotion)])),
      answered: share(emotional - sum((emotion) => this.#confusion[emotion].none), emotional),
      neutral_unlabelled: share(this.#confusion.neutral.none, neutral),
      ece: share(
        calibration.reduce((gap, { rows, sure, right }) => gap + rows * Math.abs(sure - right), 0),
        emotional,
      ),
      confusion: this.#confusion,
      calibration,
    };
  }
}

/** Wilson's interval, which stays between 0 and 1 and holds for few rows too. */
export function intervalOf(share: number, count: number): readonly [from: number, to: number] {
  const middle = (share + Z ** 2 / (2 * count)) / (1 + Z ** 2 / count);
  const half = (Z / (1 + Z ** 2 / count)) * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
