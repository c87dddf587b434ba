import { EMOTIONS } from '../shared/emotions';
import { emptyReading, labelOf, rankScores, readingOf, type Reading, type SentenceReading, weighedShares } from '../shared/reading';

/** A sentence with what the model says of it. */
export interface ReadSentence {
  readonly start: number;
  readonly end: number;
  /** Tokens, without `[CLS]` and `[SEP]`. */
  readonly tokens: number;
  /** Six, in model order. */
  readonly probabilities: readonly number[];
  /** Somebody else's words: told, and not counted. */
  readonly quoted?: boolean;
}

/** A sentence without an emotion weighs so much of what one with an emotion does. */
const NEUTRAL_WEIGHT = 0.1;
/** A second emotion is mixed in where its share of the emotional text is at least so large. */
const GOOD_SHARE = 0.3;

/**
 * The reading of a text from those of its sentences, the same rule for two of them as for two hundred. Emotional sentences decide; neutral
 * ones only weigh the scores down, a tenth each; two emotions that both hold a good share of what is emotional are told as mixed. Chosen among rules by
 * `npm run windows`, whose table is in bench/results/windows.md.
 */
export function wholeOf(sentences: readonly ReadSentence[], threshold: number, truncated: boolean): Reading {
  const told = sentences.map(({ start, end, probabilities, quoted }): SentenceReading => {
    const scores = rankScores(probabilities);
    return { start, end, label: labelOf(scores, threshold), scores, ...(quoted && { quoted }) };
  });
  const counted = sentences.flatMap((sentence, i) =>
    sentence.quoted || sentence.tokens === 0 ? [] : [{ ...sentence, label: told[i]?.label ?? null }],
  );
  if (counted.length === 0) return emptyReading('unsure', truncated);
  const only = counted.length === 1 ? counted[0] : undefined;
  const more = { truncated, ...(sentences.length > 1 && { sentences: told }) };
  if (only) return readingOf(only.probabilities, threshold, { ...more, shares: weighedShares([{ label: only.label, weight: 1 }]) });

  const weights = counted.map(({ tokens, label }) => tokens * (label === null ? NEUTRAL_WEIGHT : 1));
  const total = weights.reduce((a, b) => a + b, 0);
  const mean = EMOTIONS.map((_, emotion) =>
    counted.reduce((sum, { probabilities }, i) => sum + ((probabilities[emotion] ?? 0) * (weights[i] ?? 0)) / total, 0),
  );
  const shares = weighedShares(counted.map(({ label, tokens }) => ({ label, weight: tokens })));
  const [first, second] = shares;
  const emotional = shares.reduce((sum, { share }) => sum + share, 0);
  const isMixed = first && second && second.share >= GOOD_SHARE * emotional;
  return readingOf(mean, threshold, { ...more, shares, ...(isMixed && { both: [first.label, second.label] as const }) });
}
