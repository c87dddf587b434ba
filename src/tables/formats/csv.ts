/** Rows of a CSV or TSV file: records with the names of the columns. */
import type { Account } from '../account';
import { CsvRecords, type CsvRecord } from './csv-records';
import { dialectOf, recordsOf, type Separator } from './csv-dialect';
import { isFilled, Shape } from './csv-shape';
import type { Row } from '../row';

export async function* csvRows(
  pieces: AsyncIterable<string>,
  header: boolean,
  account: Account,
): AsyncGenerator<readonly Row[], void, undefined> {
  let records: CsvRecords | undefined;
  let width = 0;
  let separator: Separator = ',';
  let isTold = false;
  let columns: readonly string[] | undefined;
  let number = 0;

  function* rowsOf(found: Iterable<CsvRecord>): Generator<Row, void, undefined> {
    for (const record of found) {
      number++;
      const { lines, cells } = record;
      if (isTold && number === 1) account.put('sign', lines);
      else if (!isFilled(record)) account.put('blank', lines);
      else if (!columns && header) {
        columns = named(cells);
        account.put('heading', lines);
      } else {
        columns ??= Array.from({ length: Math.max(cells.length, width) }, (_, at) => `Column ${String(at + 1)}`);
        yield rowOf(record, number, columns, separator);
      }
    }
  }

  for await (const piece of pieces) {
    if (!records) {
      const told = /^sep=([,;|\t])[\r\n]/i.exec(piece)?.[1] as Separator | undefined; // Excel's own first line
      isTold = told !== undefined;
      const dialect = dialectOf(piece, told && [told]);
      ({ separator } = dialect);
      const shape = new Shape(recordsOf(piece, dialect), separator);
      ({ width } = shape);
      records = new CsvRecords(dialect, shape);
    }
    yield* batches(rowsOf(records.take(piece)));
  }
  if (records) yield* batches(rowsOf(records.end()));
}

/** As in a spreadsheet: cells that are missing at the end are empty, and empty ones beyond the last column are nothing. */
function rowOf({ cells, lines, stray }: CsvRecord, number: number, columns: readonly string[], separator: string): Row {
  const width = columns.length;
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const isWider = filled > width;
  // A file of one column often has unquoted commas in it; so has the last column of others.
  const own = isWider ? [...cells.slice(0, width - 1), cells.slice(width - 1).join(separator)] : cells;
  const fields = Object.fromEntries(columns.map((column, i) => [column, own[i] ?? '']));
  return {
    kind: 'row',
    number,
    lines,
    columns,
    fields,
    ...(isWider && width > 1 && { surplus: filled - width }),
    ...(stray > 0 && { isStray: true }),
  };
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
