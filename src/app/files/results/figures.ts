/** The figures that charts show. */
import { EMOTIONS, type Emotion } from '../../../index';
import type { Job } from '../job';
import { outcomesOf, type Filter } from '../order';
import type { Readings } from '../readings';
import { spanFor, spanName, startOf } from './spans';

/** What a chart tells apart: the six, and texts without a label. */
export const KINDS = [...EMOTIONS, 'none'] as const satisfies readonly Filter[];
export type Kind = Emotion | 'none';

export const kindName = (kind: Filter): string =>
  ({ all: 'All', none: 'Not sure', failed: 'Failed' })[kind as string] ?? kind.charAt(0).toUpperCase() + kind.slice(1);

/** How many rows a filter lets through. */
export const countOf = (readings: Readings, filter: Filter): number =>
  outcomesOf(filter).reduce((sum, outcome) => sum + readings.count(outcome), 0);

export interface Course {
  /** The names of the stretches of time, in their order. */
  readonly spans: readonly string[];
  /** For each kind, the rows in each stretch. */
  readonly counts: Readonly<Record<Kind, readonly number[]>>;
}

/** How the emotions of a job change over time; `null` where fewer than two rows that were read have a date. */
export function courseOf({ times, readings }: Job): Course | null {
  if (!times) return null;
  const dated = times.subarray(0, readings.read).filter((time) => !Number.isNaN(time));
  if (dated.length < 2) return null;
  const [from, to] = dated.reduce(([low, high], time) => [Math.min(low, time), Math.max(high, time)], [Infinity, -Infinity]);
  const span = spanFor(from, to);
  const starts: number[] = [];
  // Beyond the end of each stretch lies the next, however long a day or month is.
  for (let start = startOf(from, span); start <= to; start = next(start, span)) starts.push(start);
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, starts.map(() => 0)])) as unknown as Record<Kind, number[]>;
  const kinds = new Map(KINDS.flatMap((kind) => outcomesOf(kind).map((outcome) => [outcome, counts[kind]])));
  for (let row = 0; row < readings.read; row++) {
    const time = times[row] ?? NaN;
    const place = starts.findLastIndex((start) => start <= time);
    const inKind = kinds.get(readings.outcome(row));
    if (place >= 0 && inKind) inKind[place] = (inKind[place] ?? 0) + 1;
  }
  return { spans: starts.map((start) => spanName(start, span)), counts };
}

const LONGER_THAN_ONE = { hour: 1.5 * 3_600_000, day: 36 * 3_600_000, month: 45 * 24 * 3_600_000, year: 550 * 24 * 3_600_000 };

const next = (start: number, span: keyof typeof LONGER_THAN_ONE): number => startOf(start + LONGER_THAN_ONE[span], span);
