import type { Reading } from '../shared/reading';

/** Readings kept, and the longest text that is worth it, in UTF-16 units: at most 400 KB of text. */
const CAPACITY = 200;
const LONGEST = 1_000;

/**
 * The last readings of one model, so that the same short text is not computed twice. Keyed by the text itself, which a Map hashes: a
 * hash alone could give one text the reading of another.
 */
export class RecentReadings {
  #readings = new Map<string, Reading>();

  get(text: string): Reading | undefined {
    const reading = this.#readings.get(text);
    if (reading) this.set(text, reading); // asked again: the youngest now
    return reading;
  }

  set(text: string, reading: Reading): void {
    if (text.length > LONGEST) return;
    this.#readings.delete(text);
    this.#readings.set(text, reading);
    const [oldest] = this.#readings.keys();
    if (this.#readings.size > CAPACITY && oldest !== undefined) this.#readings.delete(oldest);
  }

  clear(): void {
    this.#readings.clear();
  }
}
