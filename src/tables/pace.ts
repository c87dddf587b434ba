/** How fast rows are read, and how long the rest will take. */

/** What counts as now, in milliseconds. */
const WINDOW = 15_000;

export class Pace {
  #marks: { readonly time: number; readonly rows: number }[] = [];

  /** Say how many rows are read at a moment in milliseconds. */
  mark(rows: number, time: number): void {
    this.#marks.push({ time, rows });
    while (this.#marks.length > 2 && time - (this.#marks[0]?.time ?? time) > WINDOW) this.#marks.shift();
  }

  /** Forget what was: the work stood still. */
  reset(): void {
    this.#marks = [];
  }

  /** Rows a second of late; 0 while that is not known. */
  get speed(): number {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || !last || last.time - first.time < 1000) return 0;
    return ((last.rows - first.rows) / (last.time - first.time)) * 1000;
  }
}

/** "3 hours", "12 minutes" or "40 seconds". */
export function timeLeft(rows: number, speed: number, language = 'en'): string {
  const seconds = rows / speed;
  const [count, unit] = seconds >= 5400 ? [seconds / 3600, 'hour'] : seconds >= 90 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.max(1, Math.round(count)));
}
