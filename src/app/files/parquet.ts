/** Rows as a Parquet file. The library that writes it is loaded with the first. */
import { EMOTIONS } from '../../tables/labelled';
import { turn } from '../../tables/pieces';
import type { Fields } from '../../tables/row';

type Type = 'STRING' | 'DOUBLE' | 'BOOLEAN';
type Rows = AsyncIterable<readonly Fields[]>;

/** Rows that are packed in one step. */
const GROUP = 1000;

const TYPES: Readonly<Record<string, Type>> = { number: 'DOUBLE', boolean: 'BOOLEAN' };

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

/** What all values of a column are, besides nothing; a text where they differ. */
async function typesOf(fields: readonly string[], rows: Rows): Promise<ReadonlyMap<string, Type>> {
  const types = new Map<string, Type>();
  for await (const batch of rows) {
    for (const row of batch) {
      for (const field of fields) {
        if (isNothing(row[field])) continue;
        const type = TYPES[typeof row[field]] ?? 'STRING';
        types.set(field, (types.get(field) ?? type) === type ? type : 'STRING');
      }
    }
  }
  for (const emotion of EMOTIONS) types.set(`emotion_tag_${emotion}`, 'DOUBLE'); // also where no row has a score
  return types;
}

function cellOf(value: unknown, type: Type): unknown {
  if (value === null || value === undefined || (value === '' && type !== 'STRING')) return null;
  return type !== 'STRING' || typeof value === 'string' ? value : JSON.stringify(value);
}

/** @param read gives the rows from the first on; it is asked twice, since a column must be named with what is in it */
export async function parquetOf(fields: readonly string[], read: () => Rows): Promise<Blob> {
  const { ByteWriter, parquetWriteRows } = await import('hyparquet-writer');
  const types = await typesOf(fields, read());
  const columns = fields.map((name) => ({ name, type: types.get(name) ?? 'STRING' }));
  async function* cells(): AsyncGenerator<Record<string, unknown>, void, undefined> {
    for await (const batch of read()) {
      for (const row of batch) yield Object.fromEntries(columns.map(({ name, type }) => [name, cellOf(row[name], type)]));
      await turn();
    }
  }
  const writer = new ByteWriter();
  await parquetWriteRows({ writer, rows: cells(), columns, rowGroupSize: GROUP, createdBy: 'emotion-tag' });
  return new Blob([writer.getBytes()], { type: 'application/vnd.apache.parquet' });
}
