/** A text in each line; labels may stand before it. */
import type { Row } from '../row';
import { MOST_BYTES, type Format } from './format';
import { areLabelled, labelledRow } from './labelled-lines';
import { rowsOfLines } from './line-rows';

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
  layoutOf: ({ text }) => (areLabelled(text) ? { way: 'labelled' } : {}),
  rows: (source, account) => rowsOfLines(source, account, source.layout.way === 'labelled' ? labelledRow : textRow),
};
