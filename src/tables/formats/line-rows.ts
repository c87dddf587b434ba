import type { Account } from '../account';
import { TOO_LONG } from '../file-problem';
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import type { Source } from '../layout';
import { linesOf } from './lines';

/** What is told of a line that is longer than any row. */
export const tooLong = (number: number): Row => ({ kind: 'broken', number, lines: 1, why: TOO_LONG });

/** The rows of a file that has one in each line; blank lines are none, nor are those of which nothing is made. */
export async function* rowsOfLines(
  { file, encoding }: Source,
  account: Account,
  rowOf: (line: string, number: number) => Row | null,
): AsyncGenerator<readonly Row[], void, undefined> {
  let number = 0;
  for await (const lines of linesOf(account.counting(piecesOf(file, encoding)))) {
    const rows: Row[] = [];
    for (const line of lines) {
      number++;
      const isBlank = line?.trim() === '';
      const row = line === null ? tooLong(number) : isBlank ? null : rowOf(line, number);
      if (row) rows.push(row);
      else account.put(isBlank ? 'blank' : 'above', 1);
    }
    yield rows;
  }
}
