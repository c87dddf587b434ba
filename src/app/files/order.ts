/** Which rows a table shows, and in what order. */
import type { Emotion, Reason } from '../../index';
import { OUTCOMES, type Outcome, type Readings } from './readings';

/** Every row; those of one emotion; those that were read and have none; those without an answer. */
export type Filter = 'all' | Emotion | 'none' | Reason | 'failed';
/** As in the file; the surest of their label first; the strongest in one emotion first. */
export type Sort = 'file' | 'surest' | Emotion;

const OTHERS: Partial<Record<Filter, readonly Outcome[]>> = {
  all: OUTCOMES,
  none: ['unsure', 'unsupported-language', 'blank'],
};

/** The outcomes that a filter lets through. */
export const outcomesOf = (filter: Filter): readonly Outcome[] =>
  OTHERS[filter] ?? OUTCOMES.filter((outcome) => outcome === filter);

/** The numbers of the rows to show. Sorting takes numbers of one kind, so that the engine's own sort of 100,000 takes 10 ms. */
export function ordered(
  readings: Readings,
  filter: Filter,
  sort: Sort,
  passes: (row: number) => boolean = () => true,
): Uint32Array {
  const through = new Set(outcomesOf(filter));
  const rows = new Uint32Array(readings.length);
  let count = 0;
  for (let row = 0; row < readings.length; row++) if (through.has(readings.outcome(row)) && passes(row)) rows[count++] = row;
  const shown = rows.subarray(0, count);
  if (sort === 'file') return shown;
  // The weaker, the larger; among equals the row that comes first in the file.
  const keys = Float64Array.from(shown, (row) => {
    const score = sort === 'surest' ? readings.strength(row) : readings.score(row, sort);
    return Math.round((1 - score) * 1e6) * 2 ** 32 + row;
  }).sort();
  return Uint32Array.from(keys, (key) => key % 2 ** 32);
}
