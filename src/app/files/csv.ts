/** Rows of a CSV or TSV file, read by Papa Parse, which also finds out what separates the cells. */
import Papa from 'papaparse';
import { LONGEST_ROW, tooLong } from './file-problem';
import type { Row } from './rows';

type Result = Papa.ParseResult<string[]>;
type Listener = (piece?: string) => void;

export async function* csvRows(pieces: AsyncIterable<string>, header: boolean): AsyncGenerator<readonly Row[], void, undefined> {
  let columns: readonly string[] | undefined;
  let number = 0;
  for await (const { data, errors, meta } of parsed(pieces)) {
    const quoted = new Map(errors.flatMap(({ type, row }) => (type === 'Quotes' ? [[row, type]] : [])));
    const rows: Row[] = [];
    for (const [i, raw] of data.entries()) {
      number++;
      if (raw.every((cell) => cell.trim() === '')) continue;
      if (!columns) {
        columns = header ? named(raw) : raw.map((_, at) => `Column ${String(at + 1)}`);
        if (header) continue;
      }
      // A file of one column often has unquoted commas in it.
      const cells = columns.length === 1 ? [raw.join(meta.delimiter)] : raw;
      if (quoted.has(i)) rows.push({ kind: 'broken', number, why: 'a quotation mark is not closed, or stands inside a cell' });
      else if (cells.length === columns.length) rows.push({ kind: 'row', number, fields: withNames(columns, cells) });
      else
        rows.push({ kind: 'broken', number, why: `it has ${String(cells.length)} cells, the first row ${String(columns.length)}` });
    }
    yield rows;
  }
}

/** Two columns of one name get numbers; one without a name is told by its place. */
function named(cells: readonly string[]): string[] {
  const names: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const name = cell.trim() || `Column ${String(i + 1)}`;
    const same = names.filter((other) => other === name).length;
    names.push(same > 0 ? `${name} (${String(i + 1)})` : name);
  }
  return names;
}

const withNames = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));

/**
 * Papa Parse reads files itself, but cuts characters of several bytes in two. It takes what looks like a Node stream too, and answers
 * each piece at once: so this is one that we push.
 */
async function* parsed(pieces: AsyncIterable<string>): AsyncGenerator<Result, void, undefined> {
  const listeners = new Map<string, Listener>();
  const results: Result[] = [];
  const stream = {
    readable: true,
    read: () => null,
    pause: () => undefined,
    resume: () => undefined,
    on: (event: string, listener: Listener) => listeners.set(event, listener),
    removeListener: () => undefined,
  };
  Papa.parse<string[]>(stream as unknown as File, {
    // Its own guess takes the empty line at the end of a short file for a row of one cell.
    delimiter: (start) => Papa.parse(start, { preview: 10, skipEmptyLines: 'greedy' }).meta.delimiter,
    chunk: (result) => results.push(result),
    complete: () => undefined,
  });
  let begun = 0;
  let number = 0;
  for await (const piece of pieces) {
    listeners.get('data')?.(piece);
    begun += piece.length;
    for (const result of results.splice(0)) {
      if (result.data.length > 0) begun = 0;
      number += result.data.length;
      yield result;
    }
    if (begun > LONGEST_ROW) throw tooLong(number + 1);
  }
  listeners.get('end')?.();
  yield* results.splice(0);
}
