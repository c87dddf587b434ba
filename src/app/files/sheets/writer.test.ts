import { expect, test } from 'vitest';
import { worker } from '../../../../testbed/sheet-worker';
import { EMOTIONS } from '../../../index';
import { previewOf } from '../../../tables/columns';
import { rowsOf } from '../../../tables/rows';
import { openSource } from '../../../tables/source';
import { exportOf, type Exported } from '../export';
import { begin, type Job } from '../job';
import type { KeptJob } from '../kept-job';
import { sheetWriter } from './writer';

const kept = { clear: () => Promise.resolve(), put: () => Promise.resolve() } as unknown as KeptJob;

/** Of three rows two are read, and one of these is corrected. */
async function job(): Promise<Job> {
  const source = await openSource(new File(['id,text\n1,so glad\n2,they came\n3,at three\n'], 'a.csv'));
  const choice = { source, text: 'text', date: null, label: null, order: 'auto' } as const;
  const begun = await begin(choice, kept, () => undefined, new AbortController().signal);
  const scores = EMOTIONS.map((label) => ({ label, score: label === 'joy' ? 0.75 : 0.05 }));
  for (const label of ['joy', null] as const) begun.readings.push({ label, scores, truncated: label === null });
  begun.corrections?.set(1, 'anger');
  return begun;
}

async function rowsIn({ blob, name }: Exported): Promise<unknown[]> {
  const source = await openSource(new File([blob], name));
  const rows: unknown[] = [];
  for await (const batch of rowsOf(source)) rows.push(...batch.map((row) => (row.kind === 'row' ? row.fields : row.why)));
  return [(await previewOf(source)).columns, ...rows];
}

const never = (): Promise<Exported> => Promise.reject(new Error('It is not to be written here.'));

test('a worker writes what is written here: readings, corrections and the rows that are wanted', async () => {
  const one = await job();
  for (const wanted of [null, Uint32Array.of(1)]) {
    const served = worker();
    const theirs = await sheetWriter(() => served)(one, 'xlsx', wanted, never);
    const own = await exportOf(one, 'xlsx', wanted);
    expect(await rowsIn(theirs)).toEqual(await rowsIn(own));
    expect({ ...theirs, blob: null }).toEqual({ ...own, blob: null });
    expect(served.ended).toBe(true);
  }
});

// fault: files | the worker that writes spreadsheets does not load | its `error` event | the file, written by the page itself | the labels
test('where the worker fails, the page writes the file itself; what is wrong with the rows is told', async () => {
  const one = await job();
  const dead = worker(() => undefined);
  const writing = sheetWriter(() => dead)(one, 'xlsx', null, () => exportOf(one, 'xlsx'));
  dead.onerror?.({ preventDefault: () => undefined } as ErrorEvent);
  expect((await writing).rows).toBe(2);
  expect(dead.ended).toBe(true);

  const { source } = one.choice;
  const shorter = { ...one, choice: { ...one.choice, source: { ...source, file: new File(['id,text\n1,so glad\n'], 'a.csv') } } };
  await expect(sheetWriter(() => worker())(shorter, 'xlsx', null, never)).rejects.toThrow('are not where they were');
});
