import type { WordWeight } from './reading';

/** As many words as a person takes in at a glance, for and against each emotion. */
const MOST = 8;
/** A word counts that takes a quarter of the odds with it, and the strongest in any case. */
const LEAST = 0.25;
const LEAST_OF_STRONGEST = 0.05;

/** The words of an explanation that are worth showing, in the text's order. */
export function strongWords<W extends Pick<WordWeight, 'weight' | 'emotion'>>(words: readonly W[]): W[] {
  const shown = new Set<W>();
  for (const emotion of new Set(words.map((word) => word.emotion)))
    for (const sign of [1, -1]) {
      const strongest = words
        .filter((word) => word.emotion === emotion && sign * word.weight > 0)
        .sort((a, b) => sign * (b.weight - a.weight));
      strongest
        .slice(0, MOST)
        .filter(({ weight }, i) => Math.abs(weight) >= (i === 0 && sign > 0 ? LEAST_OF_STRONGEST : LEAST))
        .forEach((word) => shown.add(word));
    }
  return words.filter((word) => shown.has(word));
}
