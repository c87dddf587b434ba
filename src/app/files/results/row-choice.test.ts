import { expect, test } from 'vitest';
import { EMOTIONS, type Emotion } from '../../../index';
import { exportOf } from '../export';
import { begin, correct, resume, type Job } from '../job';
import type { KeptJob } from '../kept-job';
import { openSource } from '../../../tables/source';
import { columnValues } from '../column-values';
import { compare } from '../compared';
import { ordered } from '../order';
import { groupsOf } from './groups';
import { EVERY, passes, search } from './row-choice';

function store(): KeptJob {
  const kept = new Map<string, unknown>();
  return {
    get: (key: string) => Promise.resolve(kept.get(key)),
    put: (key: string, value: unknown) => Promise.resolve(void kept.set(key, structuredClone(value))),
    clear: () => {
      kept.clear();
      return Promise.resolve();
    },
  } as unknown as KeptJob;
}

const FILE = `agent,day,text,mood
Lee,2024-03-01,I am so glad,joy
Kim,2024-03-02,so very sad,sadness
Lee,2024-03-03,GLAD and angry,bliss
NULL,2024-03-04,nothing of note,neutral
`;

async function labelled(labels: readonly (Emotion | null)[]): Promise<{ job: Job; kept: KeptJob }> {
  const kept = store();
  const source = await openSource(new File([FILE], 'a.csv'));
  const choice = { source, text: 'text', date: 'day', order: 'auto', label: 'mood' } as const;
  const job = await begin(choice, kept, () => undefined, new AbortController().signal);
  for (const label of labels) {
    const scores = EMOTIONS.map((emotion) => ({ label: emotion, score: emotion === (label ?? 'fear') ? 0.9 : 0.02 }));
    job.readings.push({ label, ...(label === null && { reason: 'unsure' as const }), scores, truncated: false });
  }
  return { job, kept };
}

const rowsOf = (job: Job, choice: Parameters<typeof passes>[1]): number[] => [
  ...ordered(job.readings, 'all', 'file', passes(job, choice)),
];

test('rows are found by a word, a value of a column, and a stretch of days, together', async () => {
  const { job, kept } = await labelled(['joy', 'sadness', 'anger', null]);
  const found = { word: 'glad', rows: await search(job, kept, 'glad', new AbortController().signal) };
  expect(rowsOf(job, { ...EVERY, found })).toEqual([0, 2]);
  const column = { name: 'agent', values: await columnValues(job, 'agent'), value: 'Lee' };
  expect(rowsOf(job, { ...EVERY, column })).toEqual([0, 2]);
  const from = new Date(2024, 2, 2).getTime();
  expect(rowsOf(job, { ...EVERY, column, from })).toEqual([2]);
  expect(rowsOf(job, { ...EVERY, from, to: new Date(2024, 2, 4).getTime() })).toEqual([1, 2]);
  expect(rowsOf(job, { ...EVERY, found, only: { name: () => 'some', rows: new Set([2, 3]) } })).toEqual([2]);
});

test('the values of a column are groups, those with most rows first; fillers are none', async () => {
  const { job } = await labelled(['joy', 'sadness', 'anger', null]);
  const groups = groupsOf(job.readings, await columnValues(job, 'agent'));
  expect(groups.map(({ value, rows }) => [value, rows])).toEqual([
    ['Lee', 2],
    ['Kim', 1],
  ]);
  expect(groups[0]?.counts).toMatchObject({ joy: 1, anger: 1, sadness: 0 });
});

test('the labels of a file are compared, once a person has said what other words mean', async () => {
  const { job } = await labelled(['joy', 'sadness', 'anger', null]);
  const column = await columnValues(job, 'mood');
  const before = await compare(job.readings, column, new Map());
  expect(before.metrics).toMatchObject({ rows: 3, accuracy: 1, neutral_unlabelled: 1 });
  expect([...before.unknown]).toEqual([['bliss', 1]]);
  const after = await compare(job.readings, column, new Map([['bliss', 'joy']]));
  expect(after.metrics.accuracy).toBeCloseTo(2 / 3);
  expect([...after.differing]).toEqual([2]);
  expect((await compare(job.readings, column, new Map([['joy', null]]))).metrics.rows).toBe(2);
});

test('what a person says of a row stays beside the label, over a reload and in the export', async () => {
  const { job, kept } = await labelled(['joy', 'sadness', 'anger', null]);
  await correct(job, kept, 2, 'joy');
  await correct(job, kept, 1, 'none');
  await correct(job, kept, 0, 'fear');
  await correct(job, kept, 0, null);
  expect((await resume(kept))?.corrections).toEqual(
    new Map([
      [2, 'joy'],
      [1, 'none'],
    ]),
  );
  const lines = (await (await exportOf(job, 'came')).blob.text()).trim().split('\n');
  expect(lines[0]).toMatch(/,emotion_tag_corrected$/);
  expect(lines.slice(1).map((line) => /[^,]*$/.exec(line)?.[0])).toEqual(['', 'none', 'joy', '']);
});
