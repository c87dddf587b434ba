import type { Emotion } from './emotions';
import { weighedShares, type SentenceReading } from './reading';

/** How much of a text an emotion has, 0 to 1; `null` for what has none. */
export interface Share {
  readonly label: Emotion | null;
  readonly share: number;
}

/** Each emotion's part of the writer's own words, by the length of the sentences, largest first; what has no label comes last. */
export function sharesOf(sentences: readonly SentenceReading[]): Share[] {
  const own = sentences.filter(({ quoted }) => !quoted);
  const shares = weighedShares(own.map(({ label, start, end }) => ({ label, weight: end - start })));
  const rest = own.length === 0 ? 0 : 1 - shares.reduce((sum, { share }) => sum + share, 0);
  return rest > 1e-9 ? [...shares, { label: null, share: rest }] : shares;
}
