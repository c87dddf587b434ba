/** A document of JSON, or a script that assigns one: the entries of one of its lists are the rows. */
import { FileProblem } from '../file-problem';
import { piecesOf } from '../pieces';
import { cellText, type Fields, type Row } from '../row';
import type { Layout } from '../layout';
import { mostCommon } from './csv-shape';
import { MOST_BYTES, type Format, type Start } from './format';
import { Grid } from './grid';
import { placeOf } from './heading';
import { COLUMNS, columnsIn, isOfColumns } from './json-columns';
import { listOf } from './json-lists';
import { clothed, startOf } from './json-clothes';
import { jsonRow } from './json-lines';
import { namesBeside } from './json-names';
import { tooLong } from './line-rows';
import { JsonScanner, jsonStart, type Met } from './json-scanner';
import { valueOf } from './json-value';

/** Values that follow one another, in no list. */
const SEQUENCE = '(one after another)';
/** The members of an object are the list. */
const MEMBERS = ' (its members)';
/** More members than this are no fields. */
const MANY = 3;
/** The list is the document. */
const ALL = '(all of it)';

export const json: Format = {
  name: 'json',
  title: 'JSON document',
  says: 'A list of objects or texts, wherever it stands in the document.',
  endings: ['json', 'js', 'sql'],
  types: ['application/json'],
  unit: 'entry',
  mostBytes: MOST_BYTES,
  isOne: (start) => {
    const { text } = startOf(start.text);
    return (
      (start.ending === 'json' && /^\s*\[\s*[-\d]/.test(text)) ||
      /^(?:\{\s*["}]|\[\s*[{["\]])/.test(text.slice(jsonStart(text), jsonStart(text) + 10_000).trimStart())
    );
  },
  layoutOf,
  async *rows({ file, encoding, layout }, account) {
    if (layout.list === COLUMNS) return yield* columnsIn(file, encoding, account);
    const scanner = scannerOf(layout.list);
    const grid = new Grid(layout, { width: 1, idle: 0, isEven: false }, ' ', account);
    let number = 0;
    let isFirst = true;
    const rowOf = (entry: string | null): Row | null => {
      number++;
      if (entry === null) return tooLong(number);
      const cells = cellsOf(entry);
      if (layout.list.endsWith(MEMBERS)) return memberRow(entry, number);
      return cells ? grid.row({ cells, lines: 1 }, number) : jsonRow(entry, number);
    };
    for await (const piece of clothed(piecesOf(file, encoding), layout.way)) {
      const rows: Row[] = [];
      for (const entry of scanner.take(isFirst ? piece.slice(jsonStart(piece)) : piece)) {
        const row = rowOf(entry);
        if (row) rows.push(row);
      }
      isFirst = false;
      yield rows;
    }
    account.lines = scanner.entries;
    if (scanner.rest !== null) yield [{ kind: 'broken', number: number + 1, lines: 1, why: 'the file ends in the middle of it' }];
    else if (scanner.isOpen) yield [{ kind: 'broken', number: number + 1, lines: 0, why: 'the file ends before its list does' }];
  },
};

function scannerOf(list: string): JsonScanner {
  if (list.endsWith(MEMBERS)) return new JsonScanner(list.slice(0, -MEMBERS.length), true);
  return new JsonScanner(list === SEQUENCE ? null : list === ALL ? '' : list);
}

/** A member of an object, whose name is the first column. */
function memberRow(entry: string, number: number): Row {
  const row = jsonRow(`{${entry}}`, number);
  const [name = ''] = row.kind === 'row' ? row.columns : [];
  const value = row.kind === 'row' ? row.fields[name] : null;
  if (typeof value !== 'object' || value === null) return { kind: 'broken', number, lines: 1, why: 'it is no object' };
  const fields: Fields = Object.assign(Object.create(null) as object, { key: name }, value);
  return { kind: 'row', number, lines: 1, columns: Object.keys(fields), fields };
}

/** The cells of an entry that is a list: a row of a table, which may have a heading. */
function cellsOf(entry: string): readonly unknown[] | null {
  if (!entry.trimStart().startsWith('[')) return null;
  try {
    return valueOf(entry) as readonly unknown[];
  } catch {
    return null; // it is told as any other that is none
  }
}

/** Where the table begins, in a list of lists. */
function tableIn(text: string, list: string): Pick<Layout, 'heading' | 'first' | 'names'> | null {
  const entries = [...scannerOf(list).take(text.slice(jsonStart(text)))].slice(0, LOOKED_AT);
  const records = entries.flatMap((entry) => {
    const cells = entry === null ? null : cellsOf(entry);
    return cells ? [cells.map((cell) => cellText(cell) ?? '')] : [];
  });
  if (records.length < entries.length / 2 || records.length === 0) return null;
  const width = mostCommon(records.map((cells) => cells.length));
  const names = namesBeside(text, list, width);
  return names ? { heading: 0, first: 1, names } : placeOf(records, width);
}

const LOOKED_AT = 200;

/** More lists than this are no choice. */
const MOST_OFFERED = 12;

function layoutOf({ text: written, isWhole }: Start, file: File): Partial<Layout> {
  const { text, way } = startOf(written);
  const layout = listLayout(text, isWhole && way === undefined, file);
  return way === undefined ? layout : { ...layout, way };
}

function listLayout(text: string, isWhole: boolean, file: File): Partial<Layout> {
  if (isOfColumns(text, isWhole)) return { list: COLUMNS };
  const scanner = new JsonScanner('\0'); // no list: all of them are met
  // It gives nothing; what it meets is what counts.
  scanner.take(text.slice(jsonStart(text))).next();
  const met = [...scanner.lists.values()].filter(({ told }) => told > 0);
  const [dictionary] = [...scanner.dictionaries.values()]
    .filter(({ told, entries }) => told >= MANY && told >= 0.9 * entries)
    .sort((a, b) => b.told - a.told);
  // Lists in its members are fields of these.
  if (dictionary && met.every(({ depth }) => depth > dictionary.depth + 1)) return { list: `${dictionary.path}${MEMBERS}` };
  if (met.length === 0) {
    if (/^\s*\{/.test(text)) return { list: SEQUENCE };
    throw new FileProblem(`${file.name} is JSON without a list of objects or texts in it.`);
  }
  const list = listOf(met, text);
  const offered = [list, ...met.filter((one) => one.told > 1 && one !== list).sort((a, b) => b.told - a.told)].slice(
    0,
    MOST_OFFERED,
  );
  return { list: nameOf(list), lists: offered.map(nameOf), ...tableIn(text, nameOf(list)) };
}

const nameOf = ({ path }: Met): string => (path === '' ? ALL : path);
