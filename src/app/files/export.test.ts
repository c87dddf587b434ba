import { expect, test } from 'vitest';
import { EMOTIONS } from '../../index';
import { exported, replacedBy, type Format } from './export';
import { begin, type Job } from './job';
import type { KeptJob } from './kept-job';
import { Readings } from './readings';
import { openSource } from '../../tables/source';

const kept = { clear: () => Promise.resolve(), put: () => Promise.resolve() } as unknown as KeptJob;

async function job(text: string, name = 'a.csv'): Promise<Job> {
  const source = await openSource(new File([text], name));
  const begun = await begin(
    { source, text: 'text', date: null, order: 'auto' as const, label: null },
    kept,
    () => undefined,
    new AbortController().signal,
  );
  const scores = EMOTIONS.map((label) => ({ label, score: label === 'joy' ? 1 : 0 }));
  begun.numbers.forEach(() => {
    begun.readings.push({ label: 'joy', scores, truncated: false });
  });
  return begun;
}

async function written(job: Job, format: Format): Promise<string> {
  let text = '';
  for await (const piece of exported(job, format)) text += piece;
  return text;
}

test('the columns of a file stay in their order, also where their names are numbers', async () => {
  expect(await written(await job('id,2,1,text\na,b,c,d\n'), 'csv')).toMatch(/^id,2,1,text,emotion_tag,.*\na,b,c,d,joy,/);
});

test('a column that a row of JSON lacks is empty, whatever objects inherit', async () => {
  const rows = '{"text":"a","constructor":"c","__proto__":"p","toString":"t"}\n{"text":"b"}\n';
  expect(await written(await job(rows, 'a.jsonl'), 'csv')).toMatch(/\na,c,p,t,joy,.*\nb,,,,joy,/);
  expect(await written(await job(rows, 'a.jsonl'), 'jsonl')).toMatch(
    /^{"text":"a","constructor":"c","__proto__":"p","toString":"t",/,
  );
});

test('a row that no model has read has a reason and no scores', async () => {
  const { readings, ...rest } = await job('text\n?\n?\n?\n');
  const unread = new Readings(3);
  const even = EMOTIONS.map((label) => ({ label, score: 1 / 6 }));
  unread.push({ label: null, reason: 'unsupported-language', scores: even, truncated: false });
  unread.push(null);
  unread.push({ label: null, reason: 'unsure', scores: even, truncated: false });
  expect(readings.length).toBe(3);
  expect(await written({ ...rest, readings: unread }, 'csv')).toMatch(
    /\n\?,,unsupported-language,,false,,,,,,\n\?,,failed,,false,,,,,,\n\?,,unsure,,false,0.1667,/,
  );
});

test('a byte order mark comes back, since a spreadsheet needs it', async () => {
  expect((await written(await job('\ufeffid;text\n1;café\n'), 'csv')).startsWith('\ufeffid,text,emotion_tag,')).toBe(true);
  expect((await written(await job('id;text\n1;café\n'), 'csv')).startsWith('id,text,emotion_tag,')).toBe(true);
});

test('columns of our names are told, and replaced', async () => {
  const labelled = await job('id,emotion_tag,emotion_tag_reason,text\n1,mine,because,a\n');
  expect(replacedBy(labelled.columns)).toEqual(['emotion_tag', 'emotion_tag_reason']);
  expect(await written(labelled, 'csv')).toMatch(/^id,text,emotion_tag,emotion_tag_reason,.*\n1,a,joy,,/);
});
