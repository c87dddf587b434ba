/** Records of cells as rows: what stands above, names and all. */
import type { Account } from '../account';
import { MOST_COLUMNS, tooManyColumns } from '../file-problem';
import type { Row } from '../row';
import type { Layout } from '../layout';
import { isRuler, unbroken, type Shape } from './csv-shape';

export interface GridRecord {
  readonly cells: readonly unknown[];
  readonly lines: number;
  readonly isStray?: boolean;
}

export const isEmpty = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

export class Grid {
  #columns: readonly string[] | undefined;
  #names: readonly unknown[] = [];

  /**
   * @param shape cells of most records, where no record names the columns; those beyond a name that next to no record fills
   * @param joint what stood between cells, for text that runs over into more of them
   */
  constructor(
    readonly layout: Pick<Layout, 'heading' | 'first' | 'names' | 'isIndexed'>,
    readonly shape: Pick<Shape, 'width' | 'idle' | 'isEven'>,
    readonly joint: string,
    readonly account: Account,
  ) {}

  /** What a record is; `null` where it is no row, which is put to the account. */
  row({ cells, lines, isStray = false }: GridRecord, number: number): Row | null {
    const { heading, first } = this.layout;
    // Cells that stand alone, far to the right of the rows, are no columns.
    const isWide = cells.length > MOST_COLUMNS && number >= heading;
    if (isWide && (number === heading ? cells.length : cells.filter((cell) => !isEmpty(cell)).length) > MOST_COLUMNS)
      throw tooManyColumns(`Row ${String(number)}`, cells.length);
    if (number === heading) {
      this.#names = cells;
      this.#columns = named(namedCells(this.layout.isIndexed ? ['', ...cells] : cells, this.shape));
      this.account.put('heading', lines);
      return null;
    }
    if (number < first || cells.every(isEmpty) || this.#isNothing(cells)) {
      this.account.put(number < first ? 'above' : 'blank', lines);
      return null;
    }
    if (this.#isAgain(cells)) {
      this.account.put('heading', lines);
      return null;
    }
    const columns = (this.#columns ??= this.layout.names
      ? named(this.layout.names)
      : numbered(Math.min(MOST_COLUMNS, Math.max(cells.length, this.shape.width))));
    const width = columns.length;
    // As in a spreadsheet: cells that are missing at the end are empty, and empty ones beyond the last column are nothing.
    const filled = cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
    const whole = filled > width && width > 1 && this.joint === ',' ? unbroken(cells.slice(0, filled)) : cells;
    const isWider = filled > width && whole.length !== width;
    // A file of one column often has unquoted commas in it; so has the last column of others.
    const rest = width > 1 ? cells.slice(width - 1, filled) : cells;
    const own = isWider ? [...cells.slice(0, width - 1), joined(rest, this.joint)] : whole;
    const fields = Object.fromEntries(columns.map((column, i) => [column, own[i] ?? '']));
    const surplus = isWider && width > 1 ? { surplus: filled - width } : {};
    return { kind: 'row', number, lines, columns, fields, ...surplus, ...(isStray && { isStray }) };
  }

  /** A line that is drawn, or the mark by which a data base ends a table. */
  #isNothing(cells: readonly unknown[]): boolean {
    return (this.#columns?.length ?? this.shape.width) > 1 && (isRuler(cells) || (cells.length === 1 && cells[0] === '\\.'));
  }

  /** Files that were put together have their names again. */
  #isAgain(cells: readonly unknown[]): boolean {
    return cells.length > 1 && cells.length === this.#names.length && cells.every((cell, at) => cell === this.#names[at]);
  }
}

/** Where they are many, without the empty ones. */
const joined = (cells: readonly unknown[], joint: string): string =>
  (cells.length > MOST_COLUMNS ? cells.filter((cell) => !isEmpty(cell)) : cells).join(joint);

const numbered = (width: number): string[] => Array.from({ length: width }, (_, at) => `Column ${String(at + 1)}`);

function namedCells(cells: readonly unknown[], { width, idle, isEven }: Grid['shape']): readonly unknown[] {
  const last = cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
  const own = Math.max(last, cells.length - idle);
  // Where all rows are wider than the names, what is beyond them has columns of its own.
  return Array.from({ length: isEven ? Math.max(own, width - idle) : own }, (_, at) => cells[at] ?? '');
}

/** Two columns of one name get numbers; one without a name is told by its place. */
function named(cells: readonly unknown[]): string[] {
  const names = new Set<string>();
  for (const [i, cell] of cells.entries()) {
    const name = isEmpty(cell) ? `Column ${String(i + 1)}` : String(cell).trim();
    let own = name;
    for (let number = i + 1; names.has(own); number++) own = `${name} (${String(number)})`;
    names.add(own);
  }
  return [...names];
}

/** What is let go of at once: millions of characters may become rows in one step. */
const BATCH = 1000;

export function* batches(rows: Iterable<Row | null>): Generator<readonly Row[], void, undefined> {
  let batch: Row[] = [];
  for (const row of rows) {
    if (!row || batch.push(row) < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
