/** Rows of a CSV or TSV file: records with the names of the columns. */
import Papa from 'papaparse';
import { CsvRecords, type CsvRecord } from './csv-records';
import type { Row } from '../row';

export async function* csvRows(pieces: AsyncIterable<string>, header: boolean): AsyncGenerator<readonly Row[], void, undefined> {
  let records: CsvRecords | undefined;
  let delimiter = ',';
  let isTold = false;
  let columns: readonly string[] | undefined;
  let number = 0;

  function* rowsOf(found: Iterable<CsvRecord>): Generator<Row, void, undefined> {
    for (const record of found) {
      number++;
      if (isTold && number === 1) continue;
      if (typeof record !== 'string' && record.every((cell) => cell.trim() === '')) continue;
      if (!columns && header) {
        columns = named(typeof record === 'string' ? record.split(delimiter) : record);
        continue;
      }
      if (typeof record === 'string') {
        yield { kind: 'broken', number, why: 'a quotation mark is not closed, or stands inside a cell' };
        continue;
      }
      columns ??= record.map((_, at) => `Column ${String(at + 1)}`);
      // A file of one column often has unquoted commas in it.
      const cells = columns.length === 1 ? [record.join(delimiter)] : record;
      if (cells.length === columns.length) yield { kind: 'row', number, columns, fields: withNames(columns, cells) };
      else yield { kind: 'broken', number, why: `it has ${String(cells.length)} cells, the first row ${String(columns.length)}` };
    }
  }

  for await (const piece of pieces) {
    if (!records) {
      const told = /^sep=([,;|\t])[\r\n]/i.exec(piece)?.[1]; // Excel's own first line
      isTold = told !== undefined;
      records = new CsvRecords((delimiter = told ?? delimiterOf(piece)));
    }
    yield* batches(rowsOf(records.take(piece)));
  }
  if (records) yield* batches(rowsOf(records.end()));
}

/** A quotation mark that is never closed lets go of millions of characters at once. */
const BATCH = 1000;

function* batches(rows: Iterable<Row>): Generator<readonly Row[], void, undefined> {
  let batch: Row[] = [];
  for (const row of rows) {
    if (batch.push(row) < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Papa Parse guesses. Its guess would take the empty line at the end of a short file for a row of one cell. */
const delimiterOf = (start: string): string => Papa.parse(start, { preview: 10, skipEmptyLines: 'greedy' }).meta.delimiter;

/** Two columns of one name get numbers; one without a name is told by its place. */
function named(cells: readonly string[]): string[] {
  const names = new Set<string>();
  for (const [i, cell] of cells.entries()) {
    const name = cell.trim() === '' ? `Column ${String(i + 1)}` : cell;
    let own = name;
    for (let number = i + 1; names.has(own); number++) own = `${name} (${String(number)})`;
    names.add(own);
  }
  return [...names];
}

const withNames = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
