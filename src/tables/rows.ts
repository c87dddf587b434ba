/** The rows of a file, whatever its kind, each with its number in the file. */
import { csvRows } from './formats/csv';
import { linesOf } from './formats/lines';
import { piecesOf } from './pieces';
import { asWritten, type Row } from './row';
import type { Source } from './source';

/** The column of a file of plain lines. */
export const TEXT = 'text';

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
