/** Lines of a table of text, as a file of some dialect has them. */
import { inPattern, type Dialect } from './formats/csv-record';
import type { Layout } from './layout';

export type Style = Dialect & Pick<Layout, 'lineEnd' | 'decimal'>;

/** What a spreadsheet would run when it opens the file. A number is none, nor is a lone mark. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d.,\s]*%?$).)/s;

export class CsvWriter {
  /** Cells that would have been run as formulas: they begin with an apostrophe now. */
  defused = 0;
  /** Whether some character is none of ASCII. */
  isBeyondAscii = false;
  readonly #special: RegExp;

  constructor(readonly style: Style) {
    this.#special = new RegExp(`${inPattern(style.separator)}|["\r\n]|^[ \t]|[ \t]$${style.hasEscapes ? String.raw`|\\` : ''}`);
  }

  line(cells: readonly unknown[]): string {
    const { separator, lineEnd } = this.style;
    const line = cells.map((cell) => this.#cell(cell)).join(separator) + lineEnd;
    this.isBeyondAscii ||= /[^\0-\x7f]/.test(line);
    return line;
  }

  #cell(value: unknown): string {
    // Between blanks an empty cell is seen by its marks.
    if (value === null || value === undefined || value === '') return this.style.separator === ' ' ? '""' : '';
    if (typeof value === 'number') return this.style.decimal === ',' ? String(value).replace('.', ',') : String(value);
    let text = typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : JSON.stringify(value);
    if (FORMULA.test(text)) {
      this.defused++;
      text = `'${text}`;
    }
    const { quotes, separator, hasEscapes } = this.style;
    if (hasEscapes && quotes === 'none') return escaped(text, separator);
    // Apostrophes are known to quote by standing around every text, blanks to part cells by marks around these.
    const isBare = (quotes !== 'single' && separator !== ' ') || /^[-\d.]*$/.test(text);
    if (isBare && !this.#special.test(text)) return text;
    // A file without quoting takes marks as they are; what would break its lines is quoted anyway.
    if (quotes === 'none' && !text.includes(separator) && !/[\r\n]/.test(text)) return text;
    if (quotes === 'single') return `'${text.replaceAll("'", "''")}'`;
    return `"${quotes === 'escaped' ? text.replaceAll(/[\\"]/g, '\\$&') : text.replaceAll('"', '""')}"`;
  }
}

/** As data bases write a cell without marks; what stands for no value stays. */
const escaped = (text: string, separator: string): string =>
  text === '\\N'
    ? text
    : text
        .replaceAll('\\', '\\\\')
        .replaceAll(separator, separator === '\t' ? '\\t' : `\\${separator}`)
        .replaceAll('\r', '\\r')
        .replaceAll('\n', '\\n');
