/** The figures that charts show. */
import { EMOTIONS, type Emotion } from '../../../index';
import { Feeling } from '../../words/feelings';
import { words } from '../../words/speech';
import type { Job } from '../job';
import { outcomesOf, type Filter } from '../order';
import type { Readings } from '../readings';
import { LONGEST, spanFor, spanName, startOf, type Span } from './spans';

/** What a chart tells apart: the six, and texts without a label. */
export const KINDS = [...EMOTIONS, 'none'] as const satisfies readonly Filter[];
export type Kind = Emotion | 'none';

export function kindName(kind: Filter): string {
  const emotion = EMOTIONS.find((one) => one === kind);
  return emotion ? Feeling(emotion) : words().files.kindsOfRows[kind as Exclude<Filter, Emotion>];
}

/** How many rows a filter lets through. */
export const countOf = (readings: Readings, filter: Filter): number =>
  outcomesOf(filter).reduce((sum, outcome) => sum + readings.count(outcome), 0);

export interface Course {
  /** How long the stretches of time are. */
  readonly span: Span;
  /** The moments at which they begin, in their order, and the last of all; none where fewer than two rows have a date. */
  readonly starts: readonly number[];
  readonly last: number;
  /** For each kind, the rows in each stretch. */
  readonly counts: Readonly<Record<Kind, readonly number[]>>;
  /** Rows without a date that can be read. */
  readonly undated: number;
  /** Rows whose dates are too far from most others to be drawn with them. */
  readonly outside: number;
}

/** How the emotions of a job change over time, as far as it was read; `null` without a column of dates. */
export function courseOf({ times, readings }: Job): Course | null {
  if (!times) return null;
  const dated = times.subarray(0, readings.read).filter((time) => !Number.isNaN(time));
  const [from, to] = dated.length < 2 ? [NaN, NaN] : rangeOf(dated);
  const span = spanFor(from, to);
  const starts: number[] = [];
  // Beyond the end of each stretch lies the next, however long a day or month is.
  for (let start = startOf(from, span); start <= to; start = next(start, span)) starts.push(start);
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, starts.map(() => 0)])) as unknown as Record<Kind, number[]>;
  const kinds = new Map(KINDS.flatMap((kind) => outcomesOf(kind).map((outcome) => [outcome, counts[kind]])));
  let outside = 0;
  for (let row = 0; row < readings.read; row++) {
    const time = times[row] ?? NaN;
    if (time < from || time > to) outside++;
    if (!(time >= from && time <= to)) continue;
    const inKind = kinds.get(readings.outcome(row));
    const place = placeOf(time, starts);
    if (inKind) inKind[place] = (inKind[place] ?? 0) + 1;
  }
  return { span, starts, last: to, counts, undated: readings.read - dated.length, outside };
}

/** What the stretches are called. */
export const spansOf = ({ span, starts }: Course): readonly string[] => starts.map((start) => spanName(start, span));

/** The rows of one stretch. */
export function rowsOfSpan({ starts, last }: Course, times: Float64Array, place: number): ReadonlySet<number> {
  const [from = NaN, to = last + 1] = [starts[place], starts[place + 1]];
  const rows = new Set<number>();
  for (const [row, time] of times.entries()) if (time >= from && time < to) rows.add(row);
  return rows;
}

/** From when to when the most of these moments lie, of all ranges that can be drawn: a 9999-12-31 for "never" would need thousands of bars. */
function rangeOf(dated: Float64Array): readonly [from: number, to: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const time of dated) {
    if (time < least) least = time;
    if (time > most) most = time;
  }
  if (most - least <= LONGEST) return [least, most];
  const sorted = dated.sort();
  const at = (i: number): number => sorted[i] ?? NaN;
  let [first, last] = [0, 0];
  for (let low = 0, high = 0; high < sorted.length; high++) {
    while (at(high) - at(low) > LONGEST) low++;
    if (high - low > last - first) [first, last] = [low, high];
  }
  return [at(first), at(last)];
}

/** The last of these that does not lie after a moment. */
function placeOf(time: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? NaN) <= time) low = middle;
    else high = middle;
  }
  return low;
}

const LONGER_THAN_ONE = { hour: 1.5 * 3_600_000, day: 36 * 3_600_000, month: 45 * 24 * 3_600_000, year: 550 * 24 * 3_600_000 };

const next = (start: number, span: keyof typeof LONGER_THAN_ONE): number => startOf(start + LONGER_THAN_ONE[span], span);
