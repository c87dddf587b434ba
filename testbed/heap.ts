/** What a file costs the heap while our readers go through it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { rowsOf } from '../src/tables/rows';
import { openSource } from '../src/tables/source';
import { Survey } from '../src/tables/survey';

export interface Heap {
  readonly bytes: number;
  readonly rows: number;
  /** Megabytes that are in use after a collection. */
  readonly before: number;
  readonly most: number;
  readonly after: number;
}

/** Rows between two looks: a collection takes a while. */
const EVERY = 20_000;

function inUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Read a file through as a job does. */
export async function heapOf(file: File): Promise<Heap> {
  const before = inUse();
  const source = await openSource(file);
  const survey = new Survey('text');
  let most = 0;
  for await (const rows of rowsOf(source, survey.account)) {
    const was = survey.count;
    for (const row of rows) survey.take(row);
    if (Math.floor(was / EVERY) < Math.floor(survey.count / EVERY)) most = Math.max(most, inUse());
  }
  return { bytes: file.size, rows: survey.count, before, most, after: inUse() };
}
