/** The rows of a file, whatever its kind, each with its number in the file. */
import { csvRows } from './csv';
import { linesOf } from './lines';
import { piecesOf } from './pieces';
import type { Source } from './source';

/** The column of a file of plain lines. */
export const TEXT = 'text';

export type Row =
  | {
      readonly kind: 'row';
      readonly number: number;
      /** In their order, which an object does not keep where names are whole numbers. */
      readonly columns: readonly string[];
      readonly fields: Readonly<Record<string, unknown>>;
    }
  /** It cannot be read; `why` says what is wrong with it. */
  | { readonly kind: 'broken'; readonly number: number; readonly why: string };

/**
 * Read a file from its start, in batches as they come. Blank rows are left out but counted.
 * @throws {FileProblem} where the file cannot be read on
 */
export function rowsOf(source: Source): AsyncGenerator<readonly Row[], void, undefined> {
  switch (source.kind) {
    case 'csv':
      return csvRows(piecesOf(source.file, source.encoding), source.header);
    case 'jsonl':
      return lineRows(source, jsonRow);
    case 'text':
      return lineRows(source, textRow);
  }
}

async function* lineRows(
  source: Source,
  read: (line: string, number: number) => Row,
): AsyncGenerator<readonly Row[], void, undefined> {
  let number = 0;
  for await (const lines of linesOf(piecesOf(source.file, source.encoding))) {
    const rows: Row[] = [];
    for (const line of lines) {
      number++;
      if (line.trim() !== '') rows.push(read(line, number));
    }
    yield rows;
  }
}

const textRow = (line: string, number: number): Row => ({ kind: 'row', number, columns: [TEXT], fields: { [TEXT]: line } });

function jsonRow(line: string, number: number): Row {
  try {
    const value: unknown = JSON.parse(line, asWritten);
    if (typeof value === 'string') return textRow(value, number);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      // Without a prototype: a column "constructor" that this row lacks is not there.
      return {
        kind: 'row',
        number,
        columns: Object.keys(value),
        fields: Object.setPrototypeOf(value, null) as Record<string, unknown>,
      };
    }
    return { kind: 'broken', number, why: 'it is neither an object nor a text' };
  } catch {
    return { kind: 'broken', number, why: 'it is not valid JSON' };
  }
}

/** Whether characters came out that the encoding does not know. */
export const isGarbled = (row: Row): boolean =>
  row.kind === 'row' && row.columns.some((column) => cellText(row.fields[column])?.includes('\ufffd'));

/** A number that is no double, such as an id of twenty digits. `JSON.stringify` writes it as it was. */
interface RawNumber {
  readonly rawJSON: string;
}

const RawJson = JSON as typeof JSON & {
  readonly rawJSON?: (text: string) => RawNumber;
  readonly isRawJSON?: (value: unknown) => value is RawNumber;
};

/** Each number as the file has it, where this browser tells how that was (Chromium 114, Firefox 135, Safari 18.4). */
const asWritten = (_: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === 'number' && context?.source !== undefined && context.source !== String(value)
    ? (RawJson.rawJSON?.(context.source) ?? value)
    : value;

/** A cell as text: what a number or a text says; `null` where there is none. */
export function cellText(value: unknown): string | null {
  if (RawJson.isRawJSON?.(value)) return value.rawJSON;
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
