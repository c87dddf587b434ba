/** A file, read through as the page and the command do; each line of it must be accounted for. */
import { expect } from 'vitest';
import { Account } from '../src/tables/account';
import { previewOf } from '../src/tables/columns';
import type { Source } from '../src/tables/layout';
import { withText, type Row } from '../src/tables/row';
import { rowsOf } from '../src/tables/rows';
import { openSource } from '../src/tables/source';

export async function read(
  name: string,
  ...parts: BlobPart[]
): Promise<{
  source: Source;
  rows: Row[];
  texts: unknown[];
  account: Account;
  text: string;
  date: string | null;
  columns: readonly string[];
}> {
  const source = await openSource(new File(parts, name));
  const account = new Account();
  const rows: Row[] = [];
  for await (const batch of rowsOf(source, account)) rows.push(...batch);
  const { text, date, columns } = await previewOf(source);
  const texts = rows.map((row) => withText(row, text)).map((row) => (row.kind === 'row' ? row.text : row.why));
  for (const row of rows) account[row.kind === 'row' ? 'inRows' : 'inBroken'] += row.lines;
  expect(account.accounts.missing, name).toBe(0);
  return { source, rows, texts, account, text, date, columns };
}
