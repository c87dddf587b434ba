import type { Account } from '../account';
import { TOO_LONG } from '../file-problem';
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import type { Source } from '../layout';
import { linesOf } from './lines';

/** What is told of a line that is longer than any row. */
export const tooLong = (number: number): Row => ({ kind: 'broken', number, lines: 1, why: TOO_LONG });

/** The rows of a file that has one in each line; blank lines are none. */
export async function* rowsOfLines(
  { file, encoding }: Source,
  account: Account,
  rowOf: (line: string, number: number) => Row,
): AsyncGenerator<readonly Row[], void, undefined> {
  let number = 0;
  for await (const lines of linesOf(account.counting(piecesOf(file, encoding)))) {
    const rows: Row[] = [];
    for (const line of lines) {
      number++;
      if (line === null) rows.push(tooLong(number));
      else if (line.trim() === '') account.put('blank', 1);
      else rows.push(rowOf(line, number));
    }
    yield rows;
  }
}
