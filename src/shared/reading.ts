import { EMOTIONS, type Emotion } from './emotions';

/** How strongly a text speaks for one emotion. */
export interface EmotionScore {
  /** The emotion that is meant. */
  readonly label: Emotion;
  /** Calibrated probability, from 0 to 1. The six scores of a text sum to 1. */
  readonly score: number;
}

/** One part of a text that was read in parts. */
export interface SentenceReading {
  /** Where the part begins, in UTF-16 units of the text. */
  readonly start: number;
  /** Where it ends, exclusive, in UTF-16 units. */
  readonly end: number;
  /** `null` where no emotion is strong enough. */
  readonly label: Emotion | null;
  /** All six, strongest first, summing to 1. */
  readonly scores: readonly EmotionScore[];
  /** Words of somebody else, quoted in a text of the writer's: reported, but not counted in the text's label. Absent otherwise. */
  readonly quoted?: boolean;
}

/** How much of a text speaks for one emotion. */
export interface EmotionShare {
  readonly label: Emotion;
  /** The part of the text, from 0 to 1, whose sentences have this label. */
  readonly share: number;
}

/**
 * Why a reading has no label: the text has no words, no emotion is strong enough, or it is not in a language that the model knows.
 */
export type Reason = 'blank' | 'unsure' | 'unsupported-language';

/** What the classifier says about a text. */
export interface Reading {
  /** The strongest emotion, or `null` where the model is not sure enough; then `reason` says why. */
  readonly label: Emotion | null;
  /** Present exactly where `label` is `null`. */
  readonly reason?: Reason;
  /** A second emotion nearly as strong as the label. */
  readonly mixed?: Emotion;
  /** All six, strongest first, summing to 1. */
  readonly scores: readonly EmotionScore[];
  /** The part of the text that each emotion holds, largest first; what is left to 1 is without emotion. Of the writer's own words only. */
  readonly shares?: readonly EmotionShare[];
  /** Present where the text has several sentences: each of them, in order. */
  readonly sentences?: readonly SentenceReading[];
  /** Whether the text was longer than 10,000 UTF-16 units, so that its end was not read. */
  readonly truncated: boolean;
}

/** How much one word points to an emotion; in a text of more than 200 words, a few neighbours together. */
export interface WordWeight {
  /** Where the word begins, in UTF-16 units of the text. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
  /**
   * The part of the emotion's odds that goes with the word, -1 to 1: above 0 the word points to the emotion, below 0 away from it. Of words
   * that say the same each has its share. 0 for words like `the`, which are not asked about.
   */
  readonly weight: number;
  /** For what the weight counts: the label, or what is mixed in; without a label, that of the first two to which the word points more. */
  readonly emotion: Emotion;
}

/** A reading and the words that it rests on. */
export interface Explanation {
  /** As `classify` gives it. */
  readonly reading: Reading;
  /** All words of the text that was read, in order; past 200, neighbours share an entry. Empty where the text was not read at all. */
  readonly words: readonly WordWeight[];
}

/** How the model's numbers become a label. Fitted in training, shipped in the manifest. */
export interface Calibration {
  /** Divides the logits before the softmax (Guo et al. 2017); above 0. */
  readonly temperature: number;
  /** A strongest score below this, from 0 to 1, gets no label. */
  readonly threshold: number;
}

/** A second emotion counts as mixed in when its score is at least this part of the first. */
const MIXED_RATIO = 0.6;

const EVEN: readonly number[] = EMOTIONS.map(() => 1 / EMOTIONS.length);

/** Logits (6) to probabilities (6). */
export function softmax(logits: readonly number[], temperature: number): number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp((logit - highest) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Six probabilities in model order to scores, strongest first. */
export function rankScores(probabilities: readonly number[]): EmotionScore[] {
  return EMOTIONS.map((label, i) => ({ label, score: probabilities[i] ?? 0 })).sort((a, b) => b.score - a.score);
}

/** The label of ranked scores, or `null` below the threshold. */
export function labelOf(scores: readonly EmotionScore[], threshold: number): Emotion | null {
  const strongest = scores[0];
  return strongest && strongest.score >= threshold ? strongest.label : null;
}

/** Labels of parts, each with what it weighs, to the share of each emotion, largest first. */
export function weighedShares(parts: readonly { readonly label: Emotion | null; readonly weight: number }[]): EmotionShare[] {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return EMOTIONS.map((label) => ({
    label,
    share: parts.reduce((sum, part) => sum + (part.label === label ? part.weight : 0), 0) / Math.max(total, 1e-9),
  }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** What a reading holds besides its scores. */
interface More {
  readonly truncated: boolean;
  readonly sentences?: readonly SentenceReading[];
  readonly shares?: readonly EmotionShare[];
  /** Two emotions that each have sentences: together they must reach the threshold, which neither may reach in the mean. */
  readonly both?: readonly [Emotion, Emotion];
}

/** A reading from six probabilities in model order. */
export function readingOf(probabilities: readonly number[], threshold: number, { both, ...more }: More): Reading {
  const scores = rankScores(probabilities);
  const scoreOf = (emotion: Emotion): number => scores.find(({ label }) => label === emotion)?.score ?? 0;
  const [first, second] = scores;
  if (both && scoreOf(both[0]) + scoreOf(both[1]) >= threshold) {
    const [label, mixed] = scoreOf(both[0]) >= scoreOf(both[1]) ? both : [both[1], both[0]];
    return { label, mixed, scores, ...more };
  }
  const label = labelOf(scores, threshold);
  if (label === null) return { label, reason: 'unsure', scores, ...more };
  const isMixed = first && second && second.score >= MIXED_RATIO * first.score;
  return { label, ...(isMixed && { mixed: second.label }), scores, ...more };
}

/** A reading without a label whose scores say nothing: each a sixth. */
export function emptyReading(reason: Reason, truncated = false): Reading {
  return { label: null, reason, scores: rankScores(EVEN), truncated };
}
