/** The values of one column of a job, by row: few of them come again and again, so each is kept once. */
import { isFiller } from '../../tables/fillers';
import { cellText, valueAt } from '../../tables/row';
import { rowsOf } from '../../tables/rows';
import type { Job } from './job';

export interface ColumnValues {
  /** Each value once, as first met. */
  readonly values: readonly string[];
  /** For each row the place of its value; `NO_VALUE` where it has none, or one of too many. */
  readonly codes: Uint16Array;
}

export const NO_VALUE = 0xffff;
/** More values than this are no kinds of anything. */
const MOST_VALUES = 5000;

/** @throws {FileProblem} where the kept file cannot be read */
export async function columnValues({ choice, numbers }: Job, column: string): Promise<ColumnValues> {
  const places = new Map<string, number>();
  const codes = new Uint16Array(numbers.length).fill(NO_VALUE);
  let row = 0;
  for await (const batch of rowsOf(choice.source)) {
    for (const read of batch) {
      if (read.kind !== 'row' || read.number !== numbers[row]) continue;
      const value = cellText(valueAt(read.fields, column))?.trim() ?? '';
      if (value !== '' && !isFiller(value)) {
        const place = places.get(value) ?? places.size;
        if (place < MOST_VALUES) {
          places.set(value, place);
          codes[row] = place;
        }
      }
      row++;
    }
  }
  return { values: [...places.keys()], codes };
}
