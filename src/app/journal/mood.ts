/** What an entry feels like, from its sentences: a long text has many feelings, and is not "not sure" for that. */
import { EMOTIONS, type Emotion } from '../../index';
import { feeling, pair } from '../words/feelings';
import { capital, fill } from '../words/forms';
import { number, words } from '../words/speech';
import type { EntryReading } from './entry';

export interface Mood {
  /** The emotion that has the most of the text; `null` where no sentence is clear. */
  readonly label: Emotion | null;
  /** Another that has nearly as much. */
  readonly second: Emotion | null;
  /** The part of the text that each has, 0 to 1, strongest first; those with none are left out. What no emotion has is missing to 1. */
  readonly shares: readonly { readonly emotion: Emotion; readonly share: number; readonly sentences: number }[];
  /** All sentences, the unclear ones too. */
  readonly sentences: number;
}

/** A second emotion is named when it has at least this part of what the first has. */
const SECOND_RATIO = 0.6;

const known = new WeakMap<EntryReading, Mood>();

/** The mood of some readings together: an entry, or a week of them. Longer sentences count for more. */
export function moodOf(readings: readonly (EntryReading | null)[]): Mood {
  const [first, ...others] = readings;
  if (!first || others.length > 0) return counted(readings);
  const mood = known.get(first) ?? counted(readings);
  known.set(first, mood);
  return mood;
}

function counted(readings: readonly (EntryReading | null)[]): Mood {
  const sentences = readings.flatMap((reading) => reading?.sentences ?? []);
  const found = new Map(EMOTIONS.map((emotion) => [emotion, { length: 0, sentences: 0 }]));
  let total = 0;
  for (const { start, end, label } of sentences) {
    total += end - start;
    const own = label && found.get(label);
    if (!own) continue;
    own.length += end - start;
    own.sentences++;
  }
  const shares = [...found]
    .map(([emotion, { length, sentences }]) => ({ emotion, share: length / total, sentences }))
    .filter(({ sentences }) => sentences > 0)
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  return {
    label: first?.emotion ?? null,
    second: first && second && second.share >= SECOND_RATIO * first.share ? second.emotion : null,
    shares,
    sentences: sentences.length,
  };
}

/** "Joy", "Joy and fear", "Not sure", "Not English", or "Not read yet". */
export function moodName(reading: EntryReading | null): string {
  const said = words().journal;
  if (!reading) return said.notRead;
  if (reading.isForeign) return said.foreign;
  const { label, second } = moodOf([reading]);
  if (!label) return said.unsure;
  return capital(second ? pair(label, second) : feeling(label));
}

/** "Joy in 3 of 5 sentences, fear in 1"; of a single sentence nothing more than its name. */
export function moodInWords(reading: EntryReading | null): string {
  const { shares, sentences } = moodOf([reading]);
  if (shares.length === 0 || sentences < 2) return moodName(reading);
  const said = words().journal;
  const parts = shares.map(({ emotion, sentences: own }, i) =>
    fill(i === 0 ? said.moodOfOne : said.moodOfMore, { feeling: feeling(emotion), k: number(own), n: number(sentences) }),
  );
  return capital(parts.reduce((list, next) => fill(said.moodList, { list, next })));
}
