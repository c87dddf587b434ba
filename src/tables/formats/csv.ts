/** Tables of text: cells with a separator between them. */
import type { Account } from '../account';
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import type { Layout, Source } from '../layout';
import { cellsAt, startsOf } from './aligned';
import type { CsvRecord, Separator } from './csv-record';
import { CsvRecords } from './csv-records';
import { dialectOf, recordsOf, regularityOf } from './csv-dialect';
import { Shape } from './csv-shape';
import { MOST_BYTES, type Format, type Start } from './format';
import { batches, Grid } from './grid';
import { placeOf } from './heading';
import { areLabelled } from './labelled-lines';
import { tooLong } from './line-rows';
import { linesOf } from './lines';

/** Excel's own first line. */
const SIGN = /^sep=([,;|\t])(?:\r\n|\n|\r)/i;

/** Files that were put together have the marks of each. */
const MARKS = /(?<=^|[\r\n])\ufeff+/g;
const unmarked = (text: string): string => (text.includes('\ufeff') ? text.replaceAll(MARKS, '') : text);

export const csv: Format = {
  name: 'csv',
  title: 'table of text',
  says: 'A table, with commas, semicolons, tabs or bars between the cells.',
  endings: ['csv', 'tsv', 'tab', 'psv'],
  types: ['text/csv', 'text/tab-separated-values'],
  unit: 'line',
  mostBytes: MOST_BYTES,
  isOne: (start) =>
    !areLabelled(start.text) &&
    (csv.endings.includes(start.ending) || SIGN.test(start.text) || isTable(start) || alignedIn(start) !== null),
  layoutOf,
  rows,
};

/** Of a file that does not say so: whether its lines have the same number of cells, and more than prose would. */
function isTable({ text, isWhole }: Start): boolean {
  const { lines, share, width } = regularityOf(text, dialectOf(text));
  const isProse = dialectOf(text).separator === ',' && (width < 3 || text.includes(', '));
  const isOne = (lines > 2 || (isWhole && lines > 1)) && width > 1 && share >= (isProse ? 1 : 0.9);
  return isOne && (!isProse || width > 2 || isNamed(text));
}

/** Whether the first line has nothing but names for two columns, and no sentence goes on behind a comma. */
const isNamed = (text: string): boolean => /^\ufeff?\s*["\w -]{1,30},["\w-]{1,30}\s*(?:\r|\n)/.test(text) && hasPairs(text);

const hasPairs = (text: string): boolean => {
  const cells = recordsOf(text, dialectOf(text)).map(({ cells }) => cells);
  const [names = [], ...rows] = cells.filter((row) => row.length > 1);
  return (
    placeOf(cells, 2).heading > 0 &&
    rows.some((row) => row.some((cell) => /^\d/.test(cell))) !== names.some((name) => /^\d/.test(name))
  );
};

/** Where the columns begin in a table that nothing but blanks parts. */
const alignedIn = (start: Start): readonly number[] | null => (isTable(start) ? null : startsOf(unmarked(start.text)));

function layoutOf(start: Start): Partial<Layout> {
  const { ending } = start;
  const text = unmarked(start.text);
  const starts = alignedIn(start);
  if (starts) {
    const lines = text.split(/\r\n|\n|\r/, 300);
    const cells = lines.map((line) => cellsAt(line, starts));
    return { separator: ' ', starts, ...placeOf(cells, starts.length) };
  }
  const told = SIGN.exec(text);
  const rest = text.slice(told?.[0].length ?? 0);
  const only = told ? [told[1] as Separator] : ending === 'tsv' && rest.includes('\t') ? (['\t'] as const) : undefined;
  const dialect = dialectOf(rest, only);
  const records = recordsOf(rest, dialect);
  const { width, idle } = new Shape(records, dialect);
  const place = placeOf(
    records.map(({ cells }) => cells),
    width - idle,
  );
  const above = told ? 1 : 0;
  return {
    ...dialect,
    ...(place.isIndexed && { isIndexed: true }),
    decimal: decimalIn(records, dialect.separator),
    heading: place.heading && place.heading + above,
    first: place.first + above,
  };
}

async function* rows(source: Source, account: Account): AsyncGenerator<readonly Row[], void, undefined> {
  const { file, encoding, layout } = source;
  if (layout.starts) return yield* alignedRows(source, layout.starts, account);
  let records: CsvRecords | undefined;
  let grid: Grid | undefined;
  let isTold = false;
  let number = 0;

  function rowOf({ cells, lines, stray, isTooLong }: CsvRecord): Row | null {
    number++;
    if (isTooLong) return tooLong(number);
    if (isTold && number === 1) account.put('sign', lines);
    else return grid?.row({ cells, lines, isStray: stray > 0 }, number) ?? null;
    return null;
  }

  for await (const counted of account.counting(piecesOf(file, encoding))) {
    const piece = unmarked(counted);
    if (!records) {
      isTold = SIGN.test(piece);
      const shape = new Shape(recordsOf(piece, layout), layout);
      grid = new Grid(layout, shape, layout.separator, account);
      records = new CsvRecords(layout, shape);
    }
    yield* batches(map(records.take(piece), rowOf));
  }
  if (records) yield* batches(map(records.end(), rowOf));
}

async function* alignedRows(
  { file, encoding, layout }: Source,
  starts: readonly number[],
  account: Account,
): AsyncGenerator<readonly Row[], void, undefined> {
  const grid = new Grid(layout, { width: starts.length, idle: 0, isEven: true }, ' ', account);
  let number = 0;
  const rowOf = (line: string | null): Row | null => {
    number++;
    return line === null ? tooLong(number) : grid.row({ cells: cellsAt(unmarked(line), starts), lines: 1 }, number);
  };
  for await (const lines of linesOf(account.counting(piecesOf(file, encoding)))) yield* batches(map(lines, rowOf));
}

function* map<T, U>(from: Iterable<T>, to: (one: T) => U): Generator<U, void, undefined> {
  for (const one of from) yield to(one);
}

/** As the numbers of the file have it. Where it has none, semicolons are how programs write that take the comma for it. */
function decimalIn(records: readonly CsvRecord[], separator: Separator): Layout['decimal'] {
  const cells = records.flatMap(({ cells }) => cells);
  const count = (shape: RegExp): number => cells.filter((cell) => shape.test(cell)).length;
  const [commas, points] = [count(/^-?\d+,\d+$/), count(/^-?\d+\.\d+$/)];
  return separator !== ',' && (commas > points || (commas === points && separator === ';')) ? ',' : '.';
}
