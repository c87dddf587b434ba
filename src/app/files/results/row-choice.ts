/** Which rows to show, apart from their labels: a word in them, a value of a column, a time, a list. */
import { CHUNK, textsIn, type Job } from '../job';
import type { ColumnValues } from '../column-values';
import type { KeptJob } from '../kept-job';
import type { Saying } from '../../words/saying';

export interface RowChoice {
  /** Rows in whose text the word is, with the word; `null` without a search. */
  readonly found: { readonly word: string; readonly rows: ReadonlySet<number> } | null;
  readonly column: { readonly name: string; readonly values: ColumnValues; readonly value: string | null } | null;
  /** Milliseconds since 1970, the first in it and the first after it. */
  readonly from: number | null;
  readonly to: number | null;
  /** A list of rows, and what it is called. */
  readonly only: { readonly name: Saying; readonly rows: ReadonlySet<number> } | null;
}

export const EVERY: RowChoice = { found: null, column: null, from: null, to: null, only: null };

export const isEvery = ({ found, column, from, to, only }: RowChoice): boolean =>
  !found && !(column && column.value !== null) && from === null && to === null && !only;

export function passes({ times }: Pick<Job, 'times'>, { found, column, from, to, only }: RowChoice): (row: number) => boolean {
  const code = column && column.value !== null ? column.values.values.indexOf(column.value) : null;
  return (row) =>
    (!found || found.rows.has(row)) &&
    (code === null || column?.values.codes[row] === code) &&
    (from === null || (times?.[row] ?? NaN) >= from) &&
    (to === null || (times?.[row] ?? NaN) < to) &&
    (!only || only.rows.has(row));
}

/** The rows that have a word in them, whatever its case. */
export async function search(job: Job, kept: KeptJob, word: string, signal: AbortSignal): Promise<ReadonlySet<number>> {
  const wanted = word.toLowerCase();
  const rows = new Set<number>();
  for (let chunk = 0; chunk * CHUNK < job.readings.length; chunk++) {
    const texts = await textsIn(kept, chunk);
    signal.throwIfAborted();
    for (const [i, text] of texts.entries()) if (text.toLowerCase().includes(wanted)) rows.add(chunk * CHUNK + i);
  }
  return rows;
}
