import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSource } from '../../tables/source';
import { begin, textsFrom } from './job';
import { KeptJob } from './kept-job';

/** What lies on the disk, and what the database fails at. */
const disk = new Map<string, unknown>();
const failing = new Set<'clear' | 'delete' | 'put'>();
function attempt(what: 'clear' | 'delete' | 'put', act: () => void): Promise<void> {
  if (failing.has(what)) return Promise.reject(new DOMException(`${what} failed`, 'UnknownError'));
  act();
  return Promise.resolve();
}
let isSilent = false;
vi.mock('idb', () => ({
  openDB: () =>
    isSilent
      ? new Promise(() => undefined)
      : Promise.resolve({
          get: (_: string, key: string) => Promise.resolve(disk.get(key)),
          put: (_: string, value: unknown, key: string) => attempt('put', () => disk.set(key, value)),
          getAllKeys: () => Promise.resolve([...disk.keys()]),
          delete: (_: string, key: string) => attempt('clear', () => disk.delete(key)),
          close: () => undefined,
        }),
  deleteDB: () =>
    attempt('delete', () => {
      disk.clear();
    }),
}));

/** Whether the lock of the one tab is free. */
let isFree = true;

beforeEach(() => {
  const request = (_: string, __: object, hold: (lock: object | null) => unknown): Promise<unknown> =>
    Promise.resolve(hold(isFree ? {} : null));
  vi.stubGlobal('navigator', { locks: { request } });
});

afterEach(() => {
  disk.clear();
  failing.clear();
  isFree = true;
  isSilent = false;
});

// fault: files | IndexedDB never answers | an open that hangs | the file is read from memory after some seconds | nothing
test('a database that says nothing is given up after some seconds, and memory takes its place', async () => {
  vi.useFakeTimers();
  isSilent = true;
  const opening = KeptJob.open();
  await vi.advanceTimersByTimeAsync(6000);
  vi.useRealTimers();
  const kept = await opening;
  await kept.put('contents', 'a file');
  expect(await kept.get('contents')).toBe('a file');
  expect(kept.survives).toBe(false);
});

test('a file that the database cannot clear goes with the database, and does not come back', async () => {
  const kept = await KeptJob.open();
  await kept.put('contents', 'a file');
  failing.add('clear');
  await kept.clear();
  expect(await kept.get('contents')).toBeUndefined();
  expect(kept.survives).toBe(false);
  expect(await (await KeptJob.open()).get('contents')).toBeUndefined();
});

test('a file that the database cannot clear goes alone where others are kept, and nothing of it stays', async () => {
  const kept = await KeptJob.open();
  const [one, two] = [kept.another(), kept.another()];
  for (const [job, name] of [
    [one, 'one'],
    [two, 'two'],
  ] as const) {
    await job.put('texts/0', [name]);
    await job.put('contents', name);
  }
  failing.add('clear');
  await one.clear();
  const again = async (): Promise<unknown[]> => Promise.all((await (await KeptJob.open()).all()).map((job) => job.get('contents')));
  expect((await again()).sort()).toEqual(['two', undefined]);
  expect([...disk.values()].flat()).not.toContain('one');
  failing.add('put');
  await expect(two.clear()).rejects.toThrow('could not be removed from this device');
  failing.clear();
  await one.clear();
  expect(await again()).toEqual(['two']);
});

test('a new file removes nothing of others, whatever the database fails at', async () => {
  const kept = await KeptJob.open();
  await kept.another().put('contents', 'first');
  failing.add('clear').add('put');
  await kept.another().clear();
  expect([...disk.values()]).toEqual(['first']);
});

test('a file that cannot be removed in any way is told, once', async () => {
  const kept = await KeptJob.open();
  await kept.put('contents', 'a file');
  failing.add('clear').add('delete');
  await expect(kept.clear()).rejects.toThrow('could not be removed from this device');
  await kept.clear();
  expect(await kept.get('contents')).toBeUndefined();
});

test('what had no room is in memory until a later time finds room', async () => {
  const kept = await KeptJob.open();
  failing.add('put');
  await kept.put('readings/0', 'old');
  expect(await kept.get('readings/0')).toBe('old');
  expect(kept.survives).toBe(false);
  failing.clear();
  await kept.put('readings/0', 'new');
  expect(await kept.get('readings/0')).toBe('new');
  expect(kept.survives).toBe(true);
});

// fault: files | storage fills up while a file is read | `put` over quota after two writes | a reload would lose it, the page says; every text is there | the file, in memory from then on
test('storage that fills up midway loses no row: memory takes what has no room', async () => {
  const kept = (await KeptJob.open()).another();
  const texts = Array.from({ length: 2500 }, (_, i) => `row ${String(i)}`);
  const source = await openSource(new File([`text\n${texts.join('\n')}\n`], 'a.csv'));
  const choice = { source, text: 'text', date: null, order: 'auto' as const, label: null };
  const onRows = (): void => {
    if (disk.size >= 2) failing.add('put');
  };
  const job = await begin(choice, kept, onRows, new AbortController().signal);
  await kept.put('readings/0', 'read');
  expect(kept.survives).toBe(false);
  let row = 0;
  for await (const text of textsFrom(job, kept, 0)) expect(text).toBe(texts[row++]);
  expect(row).toBe(texts.length);
  failing.clear();
  await kept.clear();
  expect(disk.size).toBe(0);
});

test('a second tab keeps its file in memory, and leaves what the first keeps', async () => {
  await (await KeptJob.open()).put('contents', 'of the first');
  isFree = false;
  const second = await KeptJob.open();
  expect(second.isElsewhere).toBe(true);
  expect(second.survives).toBe(false);
  await second.put('contents', 'of the second');
  await second.clear();
  expect(disk.get('contents')).toBe('of the first');
});

test('each file is kept for itself, beside the one that an older version of this page kept', async () => {
  disk.set('contents', 'older');
  const kept = await KeptJob.open();
  const [one, two] = [kept.another(), kept.another()];
  await one.put('contents', 'one');
  await two.put('contents', 'two');
  const contents = async (): Promise<unknown[]> =>
    Promise.all((await (await KeptJob.open()).all()).map((job) => job.get('contents')));
  expect((await contents()).sort()).toEqual(['older', 'one', 'two']);
  await one.clear();
  expect((await contents()).sort()).toEqual(['older', 'two']);
  await kept.clear();
  expect(await contents()).toEqual(['two']);
});
