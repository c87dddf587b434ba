/** A reading in an attribute of a tag, where a build has written it: it holds for the text that it was made of, and for no other. */
import { EMOTIONS, type Emotion } from './emotions';
import { rankScores, type EmotionScore, type EmotionShare, type Reading, type Reason } from './reading';
import { textHash } from './text-hash';

/** Six scores in the order of `EMOTIONS`, to four digits. */
type Scores = readonly number[];

interface Written {
  /** The hash of the text. */
  readonly text: string;
  /** What names the model. */
  readonly model: string;
  readonly label: Emotion | null;
  readonly reason?: Reason;
  readonly mixed?: Emotion;
  readonly scores: Scores;
  readonly truncated?: true;
  readonly shares?: readonly EmotionShare[];
  readonly sentences?: readonly (readonly [start: number, end: number, label: Emotion | null, scores: Scores, quoted: boolean])[];
}

const REASONS: readonly Reason[] = ['blank', 'unsupported-language'];

export interface Baked {
  readonly reading: Reading;
  readonly model: string;
}

/** The value of the attribute. */
export function bakedOf(text: string, model: string, reading: Reading): string {
  const { label, reason, mixed, scores, truncated, shares, sentences } = reading;
  const written: Written = {
    text: textHash(text),
    model,
    label,
    ...(reason && { reason }),
    ...(mixed && { mixed }),
    scores: packed(scores),
    ...(truncated && { truncated }),
    ...(shares && { shares: shares.map((one) => ({ ...one, share: rounded(one.share) })) }),
    ...(sentences && {
      sentences: sentences.map((one) => [one.start, one.end, one.label, packed(one.scores), one.quoted === true]),
    }),
  };
  return JSON.stringify(written);
}

/** What the attribute says of this text; `null` where it is of another text, or nothing that a build of ours writes. */
export function bakedFor(text: string, attribute: string | null): Baked | null {
  try {
    const written = JSON.parse(attribute ?? '{}') as Written;
    const { text: hash, model, label, reason, mixed, scores, truncated, shares, sentences } = written;
    if (hash !== textHash(text)) return null;
    let before = 0;
    const reading: Reading = {
      ...unpacked(label, scores),
      ...(label === null && { reason: REASONS.find((one) => one === reason) ?? 'unsure' }),
      ...(mixed && { mixed: emotion(mixed) }),
      truncated: truncated === true,
      ...(shares && { shares: shares.map(({ label, share }) => ({ label: emotion(label), share: within(share, 0, 1) })) }),
      ...(sentences && {
        sentences: sentences.map(([start, end, own, each, quoted]) => ({
          start: within(start, before, end),
          end: (before = within(end, start + 1, text.length)),
          ...unpacked(own, each),
          ...(quoted && { quoted: true }),
        })),
      }),
    };
    return { reading, model };
  } catch {
    return null; // a person's hand, or a build of another version: the text is read as if nothing were there
  }
}

const packed = (scores: readonly EmotionScore[]): number[] =>
  EMOTIONS.map((emotion) => rounded(scores.find(({ label }) => label === emotion)?.score ?? 0));

const rounded = (fraction: number): number => Number(fraction.toFixed(4));

/** Rounded scores need not sum to 1. */
function unpacked(label: Emotion | null, scores: Scores): Pick<Reading, 'label' | 'scores'> {
  const sum = EMOTIONS.reduce((total, _, i) => total + within(scores[i], 0, 1), 0);
  return {
    label: label === null ? null : emotion(label),
    scores: rankScores(scores.map((score) => score / within(sum, 0.9, 1.1))),
  };
}

/** @throws {RangeError} where it is none */
function emotion(written: Emotion): Emotion {
  if (!EMOTIONS.includes(written)) throw new RangeError();
  return written;
}

/** @throws {RangeError} where it is no number, or not from one of these to the other */
function within(written: unknown, least: number, most: number): number {
  if (typeof written !== 'number' || !(written >= least && written <= most)) throw new RangeError();
  return written;
}
