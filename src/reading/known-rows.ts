/** Enough for the longest text in the shortest sentences and pairs of them, with what an explanation asks beside it. */
const CAPACITY = 3_000;

/** What the model said of the last parts of long texts, by their tokens. */
export class KnownRows {
  #known = new Map<string, readonly number[]>();

  get(row: readonly number[]): readonly number[] | undefined {
    const key = row.join();
    const probabilities = this.#known.get(key);
    if (probabilities) this.#put(key, probabilities); // asked again: the youngest now
    return probabilities;
  }

  set(row: readonly number[], probabilities: readonly number[]): void {
    this.#put(row.join(), probabilities);
    const [oldest] = this.#known.keys();
    if (this.#known.size > CAPACITY && oldest !== undefined) this.#known.delete(oldest);
  }

  #put(key: string, probabilities: readonly number[]): void {
    this.#known.delete(key);
    this.#known.set(key, probabilities);
  }
}
