export interface Result {
  readonly label: string;
  readonly words: readonly unknown[];
  /** The label once the words are taken out. */
  readonly after: string | null;
}

/** What the deletion test says: parts of all sentences, and how many words are shaded on average. */
export function figuresOf(results: readonly Result[]): { sentences: number; answered: number; changed: number; words: number } {
  const part = (is: (result: Result) => boolean): number => Math.round((1000 * results.filter(is).length) / results.length) / 1000;
  return {
    sentences: results.length,
    answered: part(({ words }) => words.length > 0),
    changed: part(({ label, after }) => after !== label),
    words: Math.round((10 * results.reduce((sum, { words }) => sum + words.length, 0)) / results.length) / 10,
  };
}

/** The text once the words that speak for its label are taken out. */
export function without(
  text: string,
  words: readonly { readonly start: number; readonly end: number; readonly weight: number }[],
): string {
  const out = words.filter(({ weight }) => weight > 0);
  const kept = [...out, { start: text.length, end: text.length }].map(({ start }, i) => text.slice(out[i - 1]?.end ?? 0, start));
  return kept.join('').replace(/\s+/g, ' ').trim();
}
