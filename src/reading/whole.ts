import { EMOTIONS } from '../shared/emotions';
import { emptyReading, labelOf, rankScores, readingOf, type Reading, type SentenceReading, weighedShares } from '../shared/reading';

/** A sentence with what the model says of it. */
export interface ReadSentence {
  readonly start: number;
  readonly end: number;
  /** Tokens, without `[CLS]` and `[SEP]`. */
  readonly tokens: number;
  /** Six, in model order, of the sentence by itself. */
  readonly probabilities: readonly number[];
  /** The same of it together with a neighbour, for each that it was read with. */
  readonly together: readonly (readonly number[])[];
  /** Somebody else's words: told, and not counted. */
  readonly quoted?: boolean;
}

export interface WholeRule {
  /** How much a sentence by itself counts for what it means in the text; the rest is what it means beside its neighbours. */
  readonly alone: number;
  /** A sentence without an emotion weighs so much of what a sure one does. */
  readonly neutral: number;
  /** From this score on a sentence weighs in full. */
  readonly sure: number;
  /** A second emotion is mixed in where its share of the emotional text is at least so large. */
  readonly goodShare: number;
}

export const WHOLE_RULE: WholeRule = { alone: 1 / 3, neutral: 0.05, sure: 0.9, goodShare: 0.25 };

/**
 * The reading of a text from those of its sentences, the same rule for two of them as for two hundred. Each is read alone and with each
 * neighbour, since "It was gone by noon." says nothing by itself. Emotional sentences decide, the surer the more; neutral ones only weigh the
 * scores down, a twentieth each; two emotions that both hold a good share of what is emotional are told as mixed. Chosen among
 * rules by `npm run bench:whole`, whose table is in bench/results/whole.md.
 */
export function wholeOf(sentences: readonly ReadSentence[], threshold: number, truncated: boolean, rule = WHOLE_RULE): Reading {
  const told = sentences.map(({ start, end, probabilities, quoted }): SentenceReading => {
    const scores = rankScores(probabilities);
    return { start, end, label: labelOf(scores, threshold), scores, ...(quoted && { quoted }) };
  });
  const counted = sentences.flatMap((sentence, i) =>
    sentence.quoted || sentence.tokens === 0
      ? []
      : [{ ...sentence, label: told[i]?.label ?? null, meant: meantBy(sentence, rule) }],
  );
  if (counted.length === 0) return emptyReading('unsure', truncated);
  const only = counted.length === 1 ? counted[0] : undefined;
  const more = { truncated, ...(sentences.length > 1 && { sentences: told }) };
  if (only) return readingOf(only.probabilities, threshold, { ...more, shares: weighedShares([{ label: only.label, weight: 1 }]) });

  const weights = counted.map(
    ({ tokens, meant }) => tokens * (rule.neutral + (1 - rule.neutral) * sureness(meant, threshold, rule)),
  );
  const total = weights.reduce((a, b) => a + b, 0);
  const mean = EMOTIONS.map((_, emotion) =>
    counted.reduce((sum, { meant }, i) => sum + ((meant[emotion] ?? 0) * (weights[i] ?? 0)) / total, 0),
  );
  const shares = weighedShares(counted.map(({ label, tokens }) => ({ label, weight: tokens })));
  const [first, second] = shares;
  const emotional = shares.reduce((sum, { share }) => sum + share, 0);
  const isMixed = first && second && second.share >= rule.goodShare * emotional;
  return readingOf(mean, threshold, { ...more, shares, ...(isMixed && { both: [first.label, second.label] as const }) });
}

function meantBy({ probabilities, together }: ReadSentence, { alone: weight }: WholeRule): readonly number[] {
  if (together.length === 0) return probabilities;
  return probabilities.map((alone, emotion) => {
    const beside = together.reduce((sum, pair) => sum + (pair[emotion] ?? 0), 0) / together.length;
    return weight * alone + (1 - weight) * beside;
  });
}

/** 0 where there is no emotion, 1 where there surely is one. */
function sureness(probabilities: readonly number[], threshold: number, { sure }: WholeRule): number {
  const strongest = Math.max(...probabilities);
  if (strongest < threshold) return 0;
  return strongest >= sure ? 1 : (strongest - threshold) / (sure - threshold);
}
