/** What the rows of a table have in common, by which a line is known to be one. */
import type { CsvRecord, Separator } from './csv-record';

/** A cell of one column over so many lines, in a file that quotes nothing else, is none. */
const MOST_LINES = 10;

export class Shape {
  /** Cells of most rows. */
  readonly width: number;
  /** Columns that hold numbers. */
  readonly #numbers: readonly number[];
  readonly #isQuoting: boolean;
  readonly #separators: RegExp;

  constructor(records: readonly CsvRecord[], separator: Separator) {
    const filled = records.filter(isFilled);
    this.width = mostCommon(filled.map(({ cells }) => cells.length));
    const rows = filled.filter(({ cells }) => cells.length === this.width).map(({ cells }) => cells);
    this.#numbers = Array.from({ length: this.width }, (_, column) => column).filter((column) => {
      const values = rows.map((cells) => cells[column]?.trim() ?? '').filter((cell) => cell !== '');
      return values.length > 2 && values.filter(isNumber).length >= 0.9 * values.length;
    });
    this.#isQuoting = filled.some(({ needed }) => needed > 0);
    const spaced = rows.reduce((sum, cells) => sum + cells.slice(1).filter((cell) => cell.startsWith(' ')).length, 0);
    // Where no blank follows the commas between cells, one with a blank is a comma in a text.
    const isComma = separator === ',' && spaced <= 0.5 * rows.length * (this.width - 1);
    this.#separators = isComma ? /,(?! )/ : new RegExp(`[${separator}]`);
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

export const isFilled = ({ cells }: CsvRecord): boolean => cells.some((cell) => cell.trim() !== '');

const isNumber = (text: string): boolean => /^\s*"?[-+]?[\d.,]*\d%?"?\s*$/.test(text);

/** Of the numbers that occur most often, the largest. */
export function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a);
  return most?.[0] ?? 1;
}
