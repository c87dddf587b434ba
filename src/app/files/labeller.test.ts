import { beforeEach, expect, test, vi } from 'vitest';
import { ClassifierError, EMOTIONS, type Reading } from '../../index';
import type { Job } from './job';
import { Labeller } from './labeller';
import { Readings } from './readings';
import type { KeptJob } from './kept-job';

/** What the page's classifier is: a reading for each text, and an error for those that name one. */
const classifyAll = vi.fn(async function* (texts: AsyncIterable<string>): AsyncGenerator<Reading> {
  for await (const text of texts) {
    if (text === 'gone') throw new ClassifierError('network', 'No network.');
    if (text === 'bad') throw new ClassifierError('runtime', 'It broke.');
    const scores = EMOTIONS.map((label) => ({ label, score: label === 'joy' ? 1 : 0 }));
    yield { label: 'joy', scores, truncated: false };
  }
});
vi.mock('../classifier', () => ({ classifier: () => Promise.resolve({ classifyAll }) }));

function labeller(texts: readonly string[]): { labeller: Labeller; kept: Map<string, unknown> } {
  const stored = new Map<string, unknown>([['texts/0', texts]]);
  const kept = {
    get: (key: string) => Promise.resolve(stored.get(key)),
    put: (key: string, value: unknown) => Promise.resolve(void stored.set(key, value)),
  } as unknown as KeptJob;
  return { labeller: new Labeller({ readings: new Readings(texts.length) } as Job, kept, vi.fn()), kept: stored };
}

const outcomes = ({ job: { readings } }: Labeller): string[] =>
  Array.from({ length: readings.length }, (_, row) => readings.outcome(row));

beforeEach(() => {
  classifyAll.mockClear();
});

test('a row that the model fails at is told, and the others are read', async () => {
  const { labeller: work, kept } = labeller(['a', 'bad', 'b', 'bad', 'bad', 'c']);
  await work.start();
  expect(work.work).toEqual({ kind: 'done' });
  expect(outcomes(work)).toEqual(['joy', 'failed', 'joy', 'failed', 'failed', 'joy']);
  expect(kept.has('readings/0')).toBe(true);
});

test('work is said to be at its end only once all that was read is kept', async () => {
  const { labeller: work } = labeller(['a', 'b']);
  const said: string[] = [];
  vi.spyOn(work.kept, 'put').mockImplementation(() => {
    said.push(work.work.kind);
    return Promise.resolve();
  });
  await work.start();
  expect(work.work.kind).toBe('done');
  expect(new Set(said)).toEqual(new Set(['labelling']));
});

test('three failures in a row stop the work, and so does one that no other row would cure; it goes on from there', async () => {
  for (const texts of [
    ['a', 'bad', 'bad', 'bad', 'b'],
    ['a', 'gone', 'b'],
  ]) {
    const { labeller: work, kept } = labeller(texts);
    await work.start();
    expect(work.work.kind).toBe('stopped');
    expect(outcomes(work).at(-1)).toBe('unread');
    kept.set(
      'texts/0',
      texts.map(() => 'well'),
    );
    await work.start();
    expect(work.work).toEqual({ kind: 'done' });
    expect(outcomes(work).at(-1)).toBe('joy');
  }
});

test('rows whose texts are gone stop the work in words', async () => {
  const { labeller: work, kept } = labeller(['a']);
  kept.clear();
  await work.start();
  const error = expect.objectContaining({ message: expect.stringContaining('Open the file again') as string }) as Error;
  expect(work.work).toMatchObject({ kind: 'stopped', error });
});

test('files are read one after another, and one that is paused while it waits lets the next come', async () => {
  const [one, two, three] = [labeller(['a']).labeller, labeller(['b']).labeller, labeller(['c']).labeller];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  classifyAll.mockImplementationOnce(async function* (texts: AsyncIterable<string>): AsyncGenerator<Reading> {
    await held;
    for await (const text of texts) yield { label: text === 'a' ? 'joy' : null, scores: [], truncated: false };
  });
  const works = [one, two, three].map((file) => file.start());
  await vi.waitFor(() => {
    expect([one, two, three].map(({ work }) => work.kind)).toEqual(['labelling', 'waiting', 'waiting']);
  });
  two.pause();
  await works[1];
  expect([two.work.kind, three.work.kind]).toEqual(['paused', 'waiting']);
  release();
  await Promise.all(works);
  expect([one, two, three].map(({ work }) => work.kind)).toEqual(['done', 'paused', 'done']);
});
