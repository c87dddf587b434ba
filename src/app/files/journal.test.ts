import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Journal } from './journal';

/** What lies on the disk, and what the database fails at. */
const disk = new Map<string, unknown>();
const failing = new Set<'clear' | 'delete' | 'put'>();
function attempt(what: 'clear' | 'delete' | 'put', act: () => void): Promise<void> {
  if (failing.has(what)) return Promise.reject(new DOMException(`${what} failed`, 'UnknownError'));
  act();
  return Promise.resolve();
}
vi.mock('idb', () => ({
  openDB: () =>
    Promise.resolve({
      get: (_: string, key: string) => Promise.resolve(disk.get(key)),
      put: (_: string, value: unknown, key: string) => attempt('put', () => disk.set(key, value)),
      clear: () =>
        attempt('clear', () => {
          disk.clear();
        }),
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
});

test('a file that the database cannot clear goes with the database, and does not come back', async () => {
  const journal = await Journal.open();
  await journal.put('contents', 'a file');
  failing.add('clear');
  await journal.clear();
  expect(await journal.get('contents')).toBeUndefined();
  expect(journal.survives).toBe(false);
  expect(await (await Journal.open()).get('contents')).toBeUndefined();
});

test('a file that cannot be removed in any way is told, once', async () => {
  const journal = await Journal.open();
  await journal.put('contents', 'a file');
  failing.add('clear').add('delete');
  await expect(journal.clear()).rejects.toThrow('could not be removed from this device');
  await journal.clear();
  expect(await journal.get('contents')).toBeUndefined();
});

test('what had no room is in memory until a later time finds room', async () => {
  const journal = await Journal.open();
  failing.add('put');
  await journal.put('readings/0', 'old');
  expect(await journal.get('readings/0')).toBe('old');
  expect(journal.survives).toBe(false);
  failing.clear();
  await journal.put('readings/0', 'new');
  expect(await journal.get('readings/0')).toBe('new');
  expect(journal.survives).toBe(true);
});

test('a second tab keeps its file in memory, and leaves what the first keeps', async () => {
  await (await Journal.open()).put('contents', 'of the first');
  isFree = false;
  const second = await Journal.open();
  expect(second.isElsewhere).toBe(true);
  expect(second.survives).toBe(false);
  await second.put('contents', 'of the second');
  await second.clear();
  expect(disk.get('contents')).toBe('of the first');
});
