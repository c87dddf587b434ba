import { expect, test } from 'vitest';
import { EMOTIONS } from '../../index';
import { exported } from './export';
import { begin, type Job } from './job';
import type { Journal } from './journal';
import { openSource } from './source';

const journal = { clear: () => Promise.resolve(), put: () => Promise.resolve() } as unknown as Journal;

async function job(csv: string): Promise<Job> {
  const source = await openSource(new File([csv], 'a.csv'));
  const begun = await begin({ source, text: 'text', date: null }, journal, () => undefined, new AbortController().signal);
  const scores = EMOTIONS.map((label) => ({ label, score: label === 'joy' ? 1 : 0 }));
  begun.numbers.forEach(() => {
    begun.readings.push({ label: 'joy', scores, truncated: false });
  });
  return begun;
}

test('the columns of a file stay in their order, also where their names are numbers', async () => {
  let csv = '';
  for await (const piece of exported(await job('id,2,1,text\na,b,c,d\n'), 'csv')) csv += piece;
  expect(csv).toMatch(/^id,2,1,text,emotion_tag,.*\na,b,c,d,joy,/);
});
