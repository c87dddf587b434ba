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

/** The numbers of the rows to show. */
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
  const emotion = sort === 'surest' ? null : sort;
  const weakness = new Uint32Array(readings.length);
  for (const row of shown) {
    const score = emotion ? readings.score(row, emotion) : readings.strength(row);
    weakness[row] = Math.round((1 - score) * (DIGIT ** 2 - 1));
  }
  return byDigit(
    byDigit(shown, (row) => (weakness[row] ?? 0) % DIGIT),
    (row) => Math.floor((weakness[row] ?? 0) / DIGIT),
  );
}

const DIGIT = 1024;

/** Counted instead of compared, digit by digit: a quarter of a million rows in a few milliseconds. Those of one digit keep their order. */
function byDigit(rows: Uint32Array, digitOf: (row: number) => number): Uint32Array {
  const starts = new Uint32Array(DIGIT + 1);
  for (const row of rows) starts[digitOf(row) + 1] = (starts[digitOf(row) + 1] ?? 0) + 1;
  for (let digit = 1; digit <= DIGIT; digit++) starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const digit = digitOf(row);
    const place = starts[digit] ?? 0;
    sorted[place] = row;
    starts[digit] = place + 1;
  }
  return sorted;
}
