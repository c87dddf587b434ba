/** Where each line of a file went: into a row that is shown, or into what is reported as left out. The two sides are counted apart. */

/** What is no row, and why that is no loss. */
export type Aside = 'heading' | 'blank' | 'above' | 'sign';

export interface Accounts {
  readonly lines: number;
  readonly inRows: number;
  readonly inBroken: number;
  readonly aside: Readonly<Record<Aside, number>>;
  /** Lines that went nowhere: a bug of ours, and reported. */
  readonly missing: number;
}

export class Account {
  /** Lines that the file has, counted as its text comes. */
  lines = 0;
  /** Lines that are no rows, by what they are. */
  readonly aside: Record<Aside, number> = { heading: 0, blank: 0, above: 0, sign: 0 };
  /** Lines in rows that are shown, and in those reported as left out. */
  inRows = 0;
  inBroken = 0;
  #isOpen = false;
  #endedInCr = false;

  /** The same pieces; their lines are counted on the way. */
  async *counting(pieces: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
    for await (const piece of pieces) {
      this.#count(piece);
      yield piece;
    }
    if (this.#isOpen) this.lines++;
    this.#isOpen = false;
  }

  /** What it says now, as plain data. */
  get accounts(): Accounts {
    const { lines, inRows, inBroken, aside } = this;
    const missing = lines - inRows - inBroken - Object.values(aside).reduce((a, b) => a + b);
    return { lines, inRows, inBroken, aside: { ...aside }, missing };
  }

  put(what: Aside, lines: number): void {
    this.aside[what] += lines;
  }

  #count(piece: string): void {
    if (piece === '') return;
    // Half of a CR LF that the last piece ended in was counted there.
    if (this.#endedInCr && piece.startsWith('\n')) this.lines--;
    this.lines += piece.match(/\r\n|\n|\r/g)?.length ?? 0;
    this.#endedInCr = piece.endsWith('\r');
    this.#isOpen = !/[\r\n]$/.test(piece);
  }
}
