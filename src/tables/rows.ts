/** The rows of a file, whatever its kind, each with its number in the file. */
import { Account } from './account';
import { csvRows } from './formats/csv';
import { linesOf } from './formats/lines';
import { piecesOf } from './pieces';
import { asWritten, type Row } from './row';
import type { Source } from './source';

/** The column of a file of plain lines. */
export const TEXT = 'text';

/**
 * Read a file from its start, in batches as they come. Blank rows are left out but counted.
 * @param account told where each line went that is in no row
 * @throws {FileProblem} where the file cannot be read on
 */
export function rowsOf(source: Source, account = new Account()): AsyncGenerator<readonly Row[], void, undefined> {
  const pieces = account.counting(piecesOf(source.file, source.encoding));
  switch (source.kind) {
    case 'csv':
      return csvRows(pieces, source.header, account);
    case 'jsonl':
      return lineRows(pieces, jsonRow, account);
    case 'text':
      return lineRows(pieces, textRow, account);
  }
}

async function* lineRows(
  pieces: AsyncIterable<string>,
  read: (line: string, number: number) => Row,
  account: Account,
): AsyncGenerator<readonly Row[], void, undefined> {
  let number = 0;
  for await (const lines of linesOf(pieces)) {
    const rows: Row[] = [];
    for (const line of lines) {
      number++;
      if (line.trim() === '') account.put('blank', 1);
      else rows.push(read(line, number));
    }
    yield rows;
  }
}

const textRow = (line: string, number: number): Row => ({
  kind: 'row',
  number,
  lines: 1,
  columns: [TEXT],
  fields: { [TEXT]: line },
});

function jsonRow(line: string, number: number): Row {
  try {
    const value: unknown = JSON.parse(line, asWritten);
    if (typeof value === 'string') return textRow(value, number);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      // Without a prototype: a column "constructor" that this row lacks is not there.
      return {
        kind: 'row',
        number,
        lines: 1,
        columns: Object.keys(value),
        fields: Object.setPrototypeOf(value, null) as Record<string, unknown>,
      };
    }
    return { kind: 'broken', number, lines: 1, why: 'it is neither an object nor a text' };
  } catch {
    return { kind: 'broken', number, lines: 1, why: 'it is not valid JSON' };
  }
}
