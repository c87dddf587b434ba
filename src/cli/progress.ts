import { Pace, timeLeft } from '../tables/pace';

/** Milliseconds between two tellings. */
const TELL_EVERY = 250;

/** A line on a terminal that says how far the work is. Anywhere else it is silent. */
export class Progress {
  readonly #pace = new Pace();
  readonly #stream: NodeJS.WriteStream;
  #toldAt = -Infinity;

  constructor(
    stream: NodeJS.WriteStream,
    readonly name: string,
    readonly total: number | null,
    readonly unit = 'rows',
  ) {
    this.#stream = stream;
  }

  tell(rows: number): void {
    const now = performance.now();
    if (!this.#stream.isTTY || now - this.#toldAt < TELL_EVERY) return;
    this.#toldAt = now;
    this.#pace.mark(rows, now);
    const { speed } = this.#pace;
    const count = rows.toLocaleString('en');
    const of = this.total === null ? '' : ` of ${this.total.toLocaleString('en')}`;
    const pace = speed === 0 ? '' : `, ${speed.toFixed(0)} a second`;
    const left = speed === 0 || this.total === null ? '' : `, ${timeLeft(this.total - rows, speed)} left`;
    this.#stream.write(`\r\u001b[K${this.name}: ${count}${of} ${this.unit}${pace}${left}`);
  }

  /** Take the line away. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[K');
  }
}
