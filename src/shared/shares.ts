import { EMOTIONS, type Emotion } from './emotions';
import type { SentenceReading } from './reading';

/** How much of a text an emotion has, 0 to 1; `null` for what has none. */
export interface Share {
  readonly label: Emotion | null;
  readonly share: number;
}

/** Each emotion's part of a text, by the length of its sentences, largest first; what has no label comes last. */
export function sharesOf(sentences: readonly SentenceReading[]): Share[] {
  const total = sentences.reduce((sum, { start, end }) => sum + end - start, 0);
  return [...EMOTIONS, null]
    .map((label) => {
      const length = sentences.filter((sentence) => sentence.label === label).reduce((sum, { start, end }) => sum + end - start, 0);
      return { label, share: total === 0 ? 0 : length / total };
    })
    .filter(({ share }) => share > 0)
    .sort((a, b) => Number(a.label === null) - Number(b.label === null) || b.share - a.share);
}
