/**
 * Cuts a CSV text into records. Our own, since no parser that we know of reads a mark that opens no cell as the character it is, and goes on
 * with the next cell.
 */
import { LONGEST_ROW } from '../file-problem';
import { inPattern, type CsvRecord, type Dialect } from './csv-record';
import type { Shape } from './csv-shape';

type Draft = { -readonly [key in keyof CsvRecord]: CsvRecord[key] } & { cells: string[] };
/** A cell with the place behind it; it may not end yet in what is here. */
interface Cell {
  readonly text: string;
  readonly end: number;
}

/** Takes a text piece by piece and gives its records as they become whole. Blank lines are records of one empty cell. */
export class CsvRecords {
  readonly #cellEnd: RegExp;
  /** A separator, the end of a line, or that of what is here: half of a CR LF or of a separator may come with the next piece. */
  readonly #separator: RegExp;
  /** Two marks that are no empty cell. */
  readonly #doubled: RegExp;
  readonly #shape: Shape | undefined;
  readonly #isQuoting: boolean;
  readonly #isEscaping: boolean;
  readonly #isSpaced: boolean;
  readonly #hasEscapes: boolean;
  /** Whether apostrophes are what marks are elsewhere: each is read as the other, and given back. */
  readonly #isSwapped: boolean;
  #text = '';
  /** Whether what is here must do: nothing follows, or too much has. */
  #isFinal = false;
  /** Whether what comes belongs to a line that is too long. */
  #isSkipping = false;

  /** @param shape what a row of the file looks like, where that is known: then a cell of many lines that are rows is none */
  constructor({ separator, quotes, isSpaced = false, hasEscapes = false }: Dialect, shape?: Shape) {
    const own = inPattern(separator);
    this.#cellEnd = new RegExp(`${own}|[\r\n]`, 'g');
    this.#separator = new RegExp(` *(?:(${own})|(\r?$${separator === '::' ? '|:$' : ''})|\r\n|\n|\r)`, 'y');
    this.#doubled = new RegExp(`[^"${own}\r\n]""|""[^"${own}\r\n]`);
    this.#isSwapped = quotes === 'single';
    this.#isQuoting = quotes !== 'none';
    this.#isEscaping = quotes === 'escaped';
    this.#isSpaced = isSpaced;
    this.#hasEscapes = hasEscapes;
    this.#shape = shape;
  }

  *take(piece: string): Generator<CsvRecord, void, undefined> {
    this.#text += this.#isSwapped ? swapped(piece) : piece;
    if (this.#isSkipping) yield* this.#skip();
    if (this.#isSkipping) return;
    // Without the end of a line nothing becomes whole: a line of megabytes is not gone through again and again.
    if (/[\r\n]/.test(piece) || this.#text.length > LONGEST_ROW) yield* this.#records(false);
  }

  *end(): Generator<CsvRecord, void, undefined> {
    if (this.#isSkipping) yield SKIPPED;
    if (this.#isSkipping) return;
    if (this.#text === '') return;
    if (!this.#text.endsWith('\n')) this.#text += '\n';
    yield* this.#records(true);
  }

  *#records(isLast: boolean): Generator<CsvRecord, void, undefined> {
    let at = 0;
    while (at < this.#text.length) {
      const isTooLong = this.#text.length - at > LONGEST_ROW;
      this.#isFinal = isLast || isTooLong;
      const found = this.#recordAt(at);
      this.#isSkipping = !found && isTooLong;
      if (this.#isSkipping) at = this.#text.length - (this.#text.endsWith('\r') ? 1 : 0);
      if (!found) break;
      at = found.end;
      yield found.record;
    }
    this.#text = this.#text.slice(at);
  }

  /** Goes on behind the end of the line, once it is here. */
  *#skip(): Generator<CsvRecord, void, undefined> {
    const end = /\r\n|\n|\r(?!$)/.exec(this.#text);
    this.#isSkipping = !end;
    this.#text = end ? this.#text.slice(end.index + end[0].length) : this.#text.endsWith('\r') ? '\r' : '';
    if (end) yield SKIPPED;
  }

  #recordAt(start: number): { readonly record: CsvRecord; readonly end: number } | null {
    const text = this.#text;
    const record: Draft = { cells: [], lines: 1, stray: 0, escaped: 0, quoted: 0, needed: 0 };
    for (let at = start; ; at = this.#separator.lastIndex) {
      if (this.#isSpaced) while (text[at] === ' ') at++;
      const isMarked = this.#isQuoting && text.startsWith('"', at);
      const quoted = isMarked ? this.#quotedAt(at, start, record) : 'stray';
      if (isMarked && quoted === 'stray') record.stray++;
      const cell = quoted === 'stray' ? this.#plainAt(at, record) : quoted;
      if (cell === 'open') return null;
      record.cells.push(this.#isSwapped ? swapped(cell.text) : cell.text);
      this.#separator.lastIndex = cell.end;
      const separator = this.#separator.exec(text);
      if (!separator || separator[2] !== undefined) return null;
      if (separator[1] === undefined) return { record, end: this.#separator.lastIndex };
    }
  }

  #plainAt(at: number, record: Draft): Cell | 'open' {
    const text = this.#text;
    const found = (end: number): Cell => ({
      text: this.#hasEscapes ? bare(text.slice(at, end)) : text.slice(at, end),
      end,
    });
    let last: number | undefined;
    for (let from = at; ;) {
      this.#cellEnd.lastIndex = from;
      const end = this.#cellEnd.exec(text)?.index;
      // A backslash at the very end of a file is one.
      if (end === undefined) return last !== undefined && this.#isFinal ? found(last) : 'open';
      if (!this.#hasEscapes || backslashesBefore(text, end, at) % 2 === 0) return found(end);
      const isLineEnd = /[\r\n]/.test(text.charAt(end));
      if (isLineEnd && end >= text.length - 1) return this.#isFinal ? found(end) : 'open';
      if (isLineEnd) record.lines++;
      from = end + (text.startsWith('\r\n', end) ? 2 : 1);
      last = end;
    }
  }

  /** A cell between marks, by either way of writing a mark in it. */
  #quotedAt(at: number, start: number, record: Draft): Cell | 'open' | 'stray' {
    for (const isEscaping of this.#isEscaping ? [true] : [false, true]) {
      const end = closingMark(this.#text, at + 1, isEscaping);
      if (end < 0 && !this.#isFinal && isEscaping === this.#isEscaping) return 'open';
      if (end < 0) continue;
      this.#separator.lastIndex = end + 1;
      const separator = this.#separator.exec(this.#text);
      if (separator?.[2] !== undefined) return 'open';
      if (!separator) continue;
      const inside = this.#text.slice(at + 1, end);
      const breaks = lineEndsIn(inside);
      // A backslash is no more than a guess here: it joins no lines.
      if (breaks > 0 && isEscaping !== this.#isEscaping) continue;
      // Marks that are doubled within a text are those of a cell.
      const isRows = breaks > 0 && !this.#doubled.test(inside) && this.#isOfRows(start, end);
      if (isRows === 'open') return 'open';
      if (isRows) continue;
      record.lines += breaks;
      record.quoted++;
      if (isEscaping && !this.#isEscaping) record.escaped++;
      this.#cellEnd.lastIndex = 0;
      if (inside.includes('"') || (breaks === 0 && this.#cellEnd.test(inside))) record.needed++;
      return { text: isEscaping ? unescaped(inside) : inside.replaceAll('""', '"'), end: end + 1 };
    }
    return 'stray';
  }

  /** Whether the lines that a cell would join are rows of their own. */
  #isOfRows(start: number, end: number): boolean | 'open' {
    if (!this.#shape) return false;
    LINE_END.lastIndex = end;
    const last = LINE_END.exec(this.#text);
    if (!last) return 'open';
    return this.#shape.joinsRows(this.#text.slice(start, last.index).split(LINE_ENDS));
  }
}

const SKIPPED: CsvRecord = { cells: [], lines: 1, stray: 0, escaped: 0, quoted: 0, needed: 0, isTooLong: true };

const swapped = (text: string): string => text.replace(/["']/g, (mark) => (mark === '"' ? "'" : '"'));

const LINE_ENDS = /\r\n|\n|\r/;
const LINE_END = new RegExp(LINE_ENDS, 'g');

const lineEndsIn = (text: string): number => (/[\r\n]/.test(text) ? text.split(LINE_ENDS).length - 1 : 0);

/** The mark that ends a cell: two of them, or one after a backslash, stand for one that is in the cell. */
function closingMark(text: string, from: number, isEscaping: boolean): number {
  let at = text.indexOf('"', from);
  while (at >= 0) {
    if (isEscaping && backslashesBefore(text, at, from) % 2 === 1) at = text.indexOf('"', at + 1);
    else if (text[at + 1] === '"') at = text.indexOf('"', at + 2);
    else break;
  }
  return at;
}

function backslashesBefore(text: string, at: number, from: number): number {
  let count = 0;
  while (at - count > from && text[at - count - 1] === '\\') count++;
  return count;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '' };

/** A cell without marks. `\N` stands for none, and `\.` for the end of a table. */
const bare = (text: string): string =>
  text.replace(/\\(\r\n|.)/gs, (whole, after: string) => ESCAPES[after] ?? (/[\w.]/.test(after) ? whole : after));

const unescaped = (text: string): string =>
  text.replace(/\\(.)|""/gs, (_, after: string | undefined) => (after === undefined ? '"' : (ESCAPES[after] ?? after)));
