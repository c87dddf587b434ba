/** The sheets of a workbook, read on this thread. The library that does it comes with this module: import it when there is one. */
import { readOds } from 'hucre/ods';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import type { Account } from '../account';
import { FileProblem } from '../file-problem';
import { turn } from '../pieces';
import { cellText, type Row } from '../row';
import type { Layout, Source } from '../layout';
import { entriesOf, unpacked } from '../zip';
import { mostCommon } from './csv-shape';
import { Grid } from './grid';
import { placeOf } from './heading';

/** More than this in a workbook, unpacked, is no spreadsheet but a bomb. */
const MOST_UNPACKED = 500e6;
const LOOKED_AT = 200;
/** Rows between two turns of the page. */
const BATCH = 250;

interface SheetRow {
  readonly index: number;
  readonly values: readonly unknown[];
}

/** @throws {FileProblem} where it is a bomb, or no spreadsheet */
async function kindOf(file: File): Promise<'xlsx' | 'ods'> {
  const entries = await entriesOf(file);
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  const isOds = has('content.xml') && has('mimetype');
  if (!isOds && !has('xl/workbook.xml'))
    throw new FileProblem(`${file.name} is no spreadsheet inside. Save its table as .xlsx or .csv first.`);
  // The directory may lie about sizes: each part is unpacked once and counted, before a library holds it.
  let size = 0;
  for (const entry of entries) {
    if (!entry.name.endsWith('.xml')) continue;
    for await (const piece of unpacked(file, entry, MOST_UNPACKED)) {
      size += piece.length;
      if (size > MOST_UNPACKED)
        throw new FileProblem(`${file.name} is more than 500 MB unpacked. Save the sheet that you need as .csv and open that.`);
    }
  }
  return isOds ? 'ods' : 'xlsx';
}

export async function layoutOf(file: File): Promise<Partial<Layout>> {
  const kind = await kindOf(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheets: string[] = [];
  const asides: string[] = [];
  try {
    if (kind === 'xlsx') {
      await readXlsx(bytes, {
        sheets: ({ name, hidden, veryHidden }) => {
          if (hidden === true || veryHidden === true) asides.push(name);
          else sheets.push(name);
          return false;
        },
      });
    } else {
      for (const { name } of (await readOds(bytes)).sheets) sheets.push(name);
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  // Lists that forms choose from are hidden, at the front at times.
  sheets.push(...asides);
  // Covers and notes come first at times: the first sheet that has several rows is meant.
  let best: Partial<Layout> | undefined;
  for (const sheet of sheets.slice(0, 3)) {
    const records: (readonly string[])[] = [];
    for await (const { index, values } of sheetRows(file, kind, sheet)) {
      while (records.length < index) records.push([]);
      records.push(values.map((value) => cellText(value) ?? ''));
      if (records.length >= LOOKED_AT) break;
    }
    const width = mostCommon(records.filter((cells) => cells.some(Boolean)).map((cells) => cells.length));
    best ??= { sheet, sheets, ...placeOf(records, width) };
    if (records.length > 2) return { sheet, sheets, ...placeOf(records, width) };
  }
  return best ?? {};
}

export async function* rows({ file, layout }: Source, account: Account): AsyncGenerator<readonly Row[], void, undefined> {
  const kind = await kindOf(file);
  const grid = new Grid(layout, { width: 1, idle: 0, isEven: false }, ' ', account);
  let batch: Row[] = [];
  let next = 0;
  for await (const { index, values } of sheetRows(file, kind, layout.sheet)) {
    // Rows without a cell are not in the file.
    while (next < index) grid.row({ cells: [], lines: 1 }, ++next);
    const row = grid.row({ cells: values, lines: 1 }, ++next);
    account.lines = next;
    if (row) batch.push(row);
    if (next % BATCH > 0) continue;
    yield batch;
    batch = [];
    await turn();
  }
  yield batch;
}

async function* sheetRows(file: File, kind: 'xlsx' | 'ods', sheet: string): AsyncGenerator<SheetRow, void, undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    if (kind === 'xlsx') {
      for await (const { index, values } of streamXlsxRows(bytes, { sheet })) yield { index, values: values.map(plain) };
    } else {
      const found = (await readOds(bytes)).sheets.find(({ name }) => name === sheet);
      for (const [index, values] of (found?.rows ?? []).entries()) yield { index, values: values.map(plain) };
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : unreadable(file, error);
  }
}

/** A moment of a spreadsheet is a time of day in no zone. */
function plain(value: unknown): unknown {
  if (!(value instanceof Date)) return value ?? '';
  const text = value.toISOString().replace('T', ' ').slice(0, 19);
  return text.endsWith(' 00:00:00') ? text.slice(0, 10) : text;
}

const unreadable = ({ name }: File, cause: unknown): FileProblem =>
  new FileProblem(`${name} could not be read as a spreadsheet. Is it protected by a password? Save it as .csv and open that.`, {
    cause,
  });
