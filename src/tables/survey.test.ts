import { expect, test } from 'vitest';
import { rowsOf } from './rows';
import { openSource } from './source';
import { Survey } from './survey';

// fault: files | rows of JSON that each bring ten columns of their own | 1,500 generated rows | a sentence, at the row with which they are too many | nothing
test('rows that each bring columns of their own are refused once these are too many', async () => {
  const own = (row: number): string => Array.from({ length: 10 }, (_, i) => `"c${String(row)}-${String(i)}":${String(i)}`).join();
  const lines = Array.from({ length: 1500 }, (_, row) => `{"text":"I am so happy!",${own(row)}}`);
  const source = await openSource(new File([lines.join('\n')], 'a.jsonl'));
  const survey = new Survey('text');
  const read = async (): Promise<void> => {
    for await (const rows of rowsOf(source)) for (const row of rows) survey.take(row);
  };
  await expect(read()).rejects.toThrow('Up to row 200 the file has 2,001 columns, and 2,000 are the most that is read.');
  expect(survey.columns.size).toBeLessThan(2020);
});
