/** Cuts a CSV text into records. Our own, since no parser that we know of goes on in the line below a bad quotation mark. */
import { LONGEST_ROW, tooLong } from '../file-problem';

/** The cells of a record; or a line whose quotation marks make no sense, as it stands. */
export type CsvRecord = readonly string[] | string;

/** Where a record begins that the text does not end yet, or that has a quotation mark which RFC 4180 does not explain. */
type Found = { readonly cells: string[]; readonly end: number } | 'open' | 'bad';

/** Takes a text piece by piece and gives its records as they become whole. Blank lines are records of one empty cell. */
export class CsvRecords {
  readonly #cellEnd: RegExp;
  /** A separator, the end of a line, or that of what is here: half of a CR LF may come with the next piece. */
  readonly #separator: RegExp;
  #text = '';
  #count = 0;

  constructor(delimiter: string) {
    this.#cellEnd = new RegExp(`[${delimiter}\r\n]`, 'g');
    this.#separator = new RegExp(` *(?:([${delimiter}])|(\r?$)|\r\n|\n|\r)`, 'y');
  }

  *take(piece: string): Generator<CsvRecord, void, undefined> {
    this.#text += piece;
    // Without the end of a line nothing becomes whole: a line of megabytes is not gone through again and again.
    if (/[\r\n]/.test(piece) || this.#text.length > LONGEST_ROW) yield* this.#records(false);
  }

  *end(): Generator<CsvRecord, void, undefined> {
    if (this.#text === '') return;
    this.#text += '\n';
    yield* this.#records(true);
  }

  *#records(isLast: boolean): Generator<CsvRecord, void, undefined> {
    let at = 0;
    while (at < this.#text.length) {
      const found = this.#recordAt(at);
      const isTooLong = this.#text.length - at > LONGEST_ROW;
      if (found === 'open' && !isLast && !isTooLong) break;
      if (typeof found === 'object') {
        at = found.end;
        this.#count++;
        yield found.cells;
        continue;
      }
      // A bad quotation mark costs its own line: what lies below may be well.
      const line = this.#lineAt(at);
      if (!line && isTooLong) throw tooLong(this.#count + 1);
      if (!line) break;
      const start = at;
      at = line.end;
      this.#count++;
      yield this.#text.slice(start, line.index);
    }
    this.#text = this.#text.slice(at);
  }

  #recordAt(start: number): Found {
    const text = this.#text;
    const cells: string[] = [];
    for (let at = start; ; at = this.#separator.lastIndex) {
      const isQuoted = text.startsWith('"', at);
      const end = isQuoted ? closingQuote(text, at + 1) : indexOf(this.#cellEnd, text, at);
      if (end < 0) return 'open';
      cells.push(isQuoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
      this.#separator.lastIndex = isQuoted ? end + 1 : end;
      const separator = this.#separator.exec(text);
      if (!separator) return 'bad';
      if (separator[2] !== undefined) return 'open';
      if (separator[1] === undefined) return { cells, end: this.#separator.lastIndex };
    }
  }

  #lineAt(start: number): { readonly index: number; readonly end: number } | null {
    LINE_END.lastIndex = start;
    const found = LINE_END.exec(this.#text);
    return found && { index: found.index, end: LINE_END.lastIndex };
  }
}

const LINE_END = /\r\n|\n|\r(?!$)/g;

/** Two quotation marks stand for one that is in the cell. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function indexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}
