/** The rows of a job beside the labels that its file brings. */
import { truthOf, type Truth } from '../../tables/label-column';
import { metricsOf, type Metrics, type Outcome } from '../../tables/metrics';
import { EMOTIONS } from '../../index';
import { NO_VALUE, type ColumnValues } from './column-values';
import type { Readings } from './readings';

export interface Compared {
  readonly metrics: Metrics;
  /** Values that mean no label of ours, with how many rows have each. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Rows whose label is another than the file's. */
  readonly differing: ReadonlySet<number>;
}

/** @param mapped what a person said that values mean; `null` for what is not to be compared */
export function compare(readings: Readings, { values, codes }: ColumnValues, mapped: ReadonlyMap<string, Truth | null>): Compared {
  const truths = values.map((value) => mapped.get(value) ?? (mapped.has(value) ? null : truthOf(value)));
  const outcomes: Outcome[] = [];
  const unknown = new Map<string, number>();
  const differing = new Set<number>();
  for (let row = 0; row < readings.read; row++) {
    const code = codes[row] ?? NO_VALUE;
    const value = values[code];
    if (value === undefined) continue;
    if (truthOf(value) === null) unknown.set(value, (unknown.get(value) ?? 0) + 1);
    const truth = truths[code] ?? null;
    if (truth === null) continue;
    const outcome = readings.outcome(row);
    const label = EMOTIONS.find((emotion) => emotion === outcome) ?? null;
    const [guess, score] = readings.strongest(row);
    outcomes.push({ truth, guess, score, label });
    if ((label ?? 'neutral') !== truth) differing.add(row);
  }
  return { metrics: metricsOf(outcomes), unknown, differing };
}
