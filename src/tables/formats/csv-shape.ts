/** What the rows of a table have in common, by which a line is known to be one. */
import { inPattern, type CsvRecord, type Dialect } from './csv-record';

/** A cell of one column over so many lines, in a file that quotes nothing else, is none. */
const MOST_LINES = 10;

export class Shape {
  /** Cells of most rows; where blanks follow commas inside of texts alone, such a comma parts none. */
  readonly width: number;
  /** How many of the last columns are empty in nearly all rows. */
  readonly idle: number;
  /** Whether nearly all rows are of that width. */
  readonly isEven: boolean;
  /** Columns that hold numbers. */
  readonly #numbers: readonly number[];
  readonly #isQuoting: boolean;
  readonly #separators: RegExp;

  constructor(records: readonly CsvRecord[], { separator, isSpaced = false }: Pick<Dialect, 'separator' | 'isSpaced'>) {
    const filled = records.filter(isFilled);
    const isComma = separator === ',' && !isSpaced && isContinuing(filled.map(({ cells }) => cells));
    this.width = mostCommon(filled.map(({ cells }) => (isComma ? unbroken(cells) : cells).length));
    const rows = filled.filter(({ cells }) => cells.length === this.width).map(({ cells }) => cells);
    this.#numbers = Array.from({ length: this.width }, (_, column) => column).filter((column) => {
      const values = rows.map((cells) => cells[column]?.trim() ?? '').filter((cell) => cell !== '');
      return values.length > 2 && values.filter(isNumber).length >= 0.9 * (values.length - 1); // but for a name
    });
    this.#isQuoting = filled.some(({ needed }) => needed > 0);
    this.idle = idleIn(rows);
    this.isEven = rows.length >= 0.9 * (filled.length - 1); // but for the names
    this.#separators = isComma ? /,(?! )/ : new RegExp(inPattern(separator));
  }

  /** Whether these lines, which a cell between two marks would join, are rows. */
  joinsRows(lines: readonly string[]): boolean {
    const [first = '', ...below] = lines;
    const last = below.at(-1) ?? '';
    if (this.width < 2) return !this.#isQuoting && lines.length > MOST_LINES;
    const inner = below.slice(0, -1).filter((line) => line.trim() !== '');
    const begins = first.split(this.#separators).length >= this.width;
    return begins && this.#isRow(last) && inner.filter((line) => this.#isRow(line)).length >= inner.length / 2;
  }

  #isRow(line: string): boolean {
    const cells = line.split(this.#separators);
    return (
      cells.length === this.width &&
      this.#numbers.every((column) => /^"?"?$/.test(cells[column] ?? '') || isNumber(cells[column] ?? ''))
    );
  }
}

const isContinued = (cell: unknown): boolean => typeof cell === 'string' && /^ \S/.test(cell);

/** The cells of a record whose writer quotes no commas in texts: what begins with a blank goes on with the cell before it. */
export function unbroken<T>(cells: readonly T[]): (T | string)[] {
  const whole: (T | string)[] = [];
  for (const cell of cells) {
    if (whole.length > 0 && isContinued(cell)) whole.push(`${String(whole.pop())},${String(cell)}`);
    else whole.push(cell);
  }
  return whole;
}

/** Whether commas before a blank are those of texts: rows are of one width without them. */
function isContinuing(rows: readonly (readonly string[])[]): boolean {
  const all = regular(rows.map((cells) => cells.length));
  const without = regular(rows.map((cells) => unbroken(cells).length));
  // Where a blank follows every comma of the first line, that is how the file parts its cells.
  const isTable = without.width === 1 && (rows[0]?.length ?? 1) > 1 && all.share >= 0.6;
  return all.width === without.width || (without.share > all.share && !isTable);
}

function regular(widths: readonly number[]): { readonly width: number; readonly share: number } {
  const width = mostCommon(widths);
  return { width, share: widths.filter((one) => one === width).length / widths.length };
}

/** Some programs end each line in separators. What stands beyond them now and then is a text that has one in it. */
function idleIn(rows: readonly (readonly string[])[]): number {
  const width = rows[0]?.length ?? 0;
  let idle = 0;
  while (idle < width - 1) {
    const values = rows.filter((cells) => (cells[width - 1 - idle] ?? '').trim() !== '').length;
    if (values > 0.1 * rows.length) break;
    idle++;
  }
  return idle;
}

export const isFilled = ({ cells }: CsvRecord): boolean => cells.some((cell) => cell.trim() !== '') && !isRuler(cells);

/** A line that is drawn between the rows, as terminals and Markdown have it: `+----+----+`, `|:---|---:|`. */
export function isRuler(cells: readonly unknown[]): boolean {
  const drawn = cells.filter((cell) => typeof cell !== 'string' || cell.trim() !== '');
  return drawn.length > 0 && drawn.every((cell) => typeof cell === 'string' && /^\s*[+:]?[-=_+|]{2,}[-=_+:|\s]*$/.test(cell));
}

const isNumber = (text: string): boolean => /^\s*"?[-+]?[\d.,]*\d%?"?\s*$/.test(text);

/** Of the numbers that occur most often, the largest. */
export function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a);
  return most?.[0] ?? 1;
}
