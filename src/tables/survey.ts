/** What is learnt of a file while its rows go by: which are read, which are left out and why, and where each line went. */
import { Account } from './account';
import { MOST_COLUMNS, tooManyColumns } from './file-problem';
import { isGarbled, withText, type BrokenRow, type Row } from './row';

/** Broken rows that are listed by number; more are only counted. */
const MOST_TOLD = 100;

export interface Broken {
  readonly number: number;
  readonly why: string;
}

/** A row with a text in it. */
export type TextRow = Exclude<ReturnType<typeof withText>, BrokenRow>;

export class Survey {
  readonly account = new Account();
  /** All columns, in the order of their first appearance. */
  readonly columns = new Set<string>();
  readonly broken: Broken[] = [];
  brokenCount = 0;
  /** Rows with characters that the encoding does not know. */
  garbledCount = 0;
  /** Rows with a quotation mark that is just a character. */
  strayCount = 0;
  /** Rows with a text. */
  count = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The row with its text, or `null` where it has none and is left out.
   * @throws {FileProblem} where rows bring ever more columns of their own: each would be a cell of every row that is saved
   */
  take(read: Row): TextRow | null {
    const row = withText(read, this.#text);
    if (row.kind === 'broken') {
      if (this.broken.length < MOST_TOLD) this.broken.push({ number: row.number, why: row.why });
      this.brokenCount++;
      this.account.inBroken += row.lines;
      return null;
    }
    this.count++;
    this.account.inRows += row.lines;
    if (isGarbled(row)) this.garbledCount++;
    if (row.isStray) this.strayCount++;
    for (const column of row.columns) this.columns.add(column);
    if (this.columns.size > MOST_COLUMNS) throw tooManyColumns(`Up to row ${String(row.number)} the file`, this.columns.size);
    return row;
  }
}
