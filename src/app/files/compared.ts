/** The rows of a job beside the labels that its file brings. */
import { truthOf, type Truth } from '../../tables/label-column';
import { Tally, type Metrics } from '../../tables/metrics';
import { turn } from '../../tables/pieces';
import { EMOTIONS } from '../../index';
import { NO_VALUE, type ColumnValues } from './column-values';
import type { Readings } from './readings';

export interface Compared {
  readonly metrics: Metrics;
  /** Values that mean no label of ours, with how many rows have each. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Rows whose label is another than the file's. */
  readonly differing: readonly number[];
}

/** Rows between two turns of the page. */
const BATCH = 20_000;

/** @param mapped what a person said that values mean; `null` for what is not to be compared */
export async function compare(
  readings: Readings,
  { values, codes }: ColumnValues,
  mapped: ReadonlyMap<string, Truth | null>,
): Promise<Compared> {
  const truths = values.map((value) => mapped.get(value) ?? (mapped.has(value) ? null : truthOf(value)));
  const tally = new Tally();
  const counts = new Uint32Array(values.length);
  const differing: number[] = [];
  for (let row = 0; row < readings.read; row++) {
    if (row % BATCH === BATCH - 1) await turn();
    const code = codes[row] ?? NO_VALUE;
    counts[code] = (counts[code] ?? 0) + 1; // beyond the last it is none
    const truth = truths[code] ?? null;
    if (truth === null) continue;
    const outcome = readings.outcome(row);
    const label = EMOTIONS.find((emotion) => emotion === outcome) ?? null;
    const [guess, score] = readings.strongest(row);
    tally.add(truth, guess, score, label);
    if ((label ?? 'neutral') !== truth) differing.push(row);
  }
  const unknown = values.flatMap((value, code) => {
    const count = counts[code] ?? 0;
    return count > 0 && truthOf(value) === null ? [[value, count] as const] : [];
  });
  return { metrics: tally.metrics, unknown: new Map(unknown), differing };
}
