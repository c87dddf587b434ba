/** A text in each line. */
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import { MOST_BYTES, type Format } from './format';
import { linesOf } from './lines';

/** The column of a file of plain lines. */
export const TEXT = 'text';

export const textRow = (text: string, number: number): Row => ({
  kind: 'row',
  number,
  lines: 1,
  columns: [TEXT],
  fields: { [TEXT]: text },
});

export const textLines: Format = {
  name: 'text',
  title: 'text',
  says: 'A text in each line.',
  endings: ['txt', 'text'],
  types: ['text/plain'],
  unit: 'line',
  mostBytes: MOST_BYTES,
  isOne: () => true,
  layoutOf: () => ({}),
  async *rows({ file, encoding }, account) {
    let number = 0;
    for await (const lines of linesOf(account.counting(piecesOf(file, encoding)))) {
      const rows: Row[] = [];
      for (const line of lines) {
        number++;
        if (line.trim() === '') account.put('blank', 1);
        else rows.push(textRow(line, number));
      }
      yield rows;
    }
  },
};
