import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EntryReading } from './entry';
import { Journal } from './journal';
import { KeptEntries } from './kept-entries';
import { Key } from './seal';
import { speak } from '../words/speech';

const open: Journal[] = [];

/** A tab with the journal of this device. */
async function tab(): Promise<Journal> {
  const journal = new Journal(() => undefined);
  open.push(journal);
  await journal.open();
  return journal;
}

async function begun(): Promise<Journal> {
  const journal = await tab();
  await journal.open(true);
  return journal;
}

const texts = (journal: Journal): string[] => journal.entries.map(({ text }) => text);
const AT = '2026-11-27T13:50';
const reading: EntryReading = { model: 'm', sentences: [], isForeign: false, isCut: false };

/** Resolves once the other tab has heard the news. */
const heard = (journal: Journal, when: () => boolean): Promise<void> =>
  vi.waitFor(() => {
    if (!when()) throw new Error(`not yet: ${JSON.stringify(journal.state.kind)}`);
  });

const create = Key.create.bind(Key);

/** Half a second for each passphrase is for those who guess; a test knows it. */
beforeEach(() => {
  vi.spyOn(Key, 'create').mockImplementation((passphrase) => create(passphrase, 1000));
});

afterEach(async () => {
  for (const journal of open.splice(0)) journal.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await KeptEntries.destroy();
});

test('looking for a journal leaves nothing on the device', async () => {
  expect((await tab()).state.kind).toBe('none');
  expect(await indexedDB.databases()).toEqual([]);
});

test('what was written is there after a reload, newest first, with its reading', async () => {
  const journal = await begun();
  await journal.save({ at: '2026-11-26T09:00', text: 'older' }, null);
  const { entry } = await journal.save({ at: AT, text: 'newer' }, null);
  await journal.saveReading(entry, reading);
  const again = await tab();
  expect(texts(again)).toEqual(['newer', 'older']);
  expect(again.entries[0]?.reading).toEqual(reading);
});

test('a change takes the old reading away, and a reading that comes too late is not kept', async () => {
  const journal = await begun();
  const { entry } = await journal.save({ at: AT, text: 'one' }, null);
  await journal.saveReading(entry, reading);
  await journal.save({ at: AT, text: 'two' }, entry);
  expect(journal.entries[0]?.reading).toBeNull();
  await journal.saveReading(entry, reading);
  expect(journal.entries[0]?.reading).toBeNull();
});

test('another tab hears of new, changed and deleted entries', async () => {
  const [first, second] = [await begun(), await tab()];
  const { entry } = await first.save({ at: AT, text: 'one' }, null);
  await heard(second, () => texts(second).join() === 'one');
  await first.save({ at: AT, text: 'two' }, entry);
  await heard(second, () => texts(second).join() === 'two');
  await first.remove(entry);
  await heard(second, () => texts(second).length === 0);
});

// fault: journal | two tabs change one entry | two journals over one database | both versions | both versions
test('where two tabs change one entry, both versions stay', async () => {
  const first = await begun();
  const { entry } = await first.save({ at: AT, text: 'one' }, null);
  const second = await tab();
  const base = second.entries[0] ?? null;
  const [a, b] = await Promise.all([
    first.save({ at: AT, text: 'of the first' }, entry),
    second.save({ at: AT, text: 'of the second' }, base),
  ]);
  expect([a.isCopy, b.isCopy].filter(Boolean)).toHaveLength(1);
  expect(texts(await tab()).sort()).toEqual(['of the first', 'of the second']);
});

// fault: journal | one tab deletes what another writes on | two journals over one database | what was written | the entry
test('what is written on in one tab while another deletes it stays', async () => {
  const first = await begun();
  const { entry } = await first.save({ at: AT, text: 'one' }, null);
  const second = await tab();
  await second.remove(entry);
  expect((await first.save({ at: AT, text: 'one and more' }, entry)).isCopy).toBe(true);
  expect(texts(await tab())).toEqual(['one and more']);
});

test('what has no room stays in memory, is named, and is kept once there is room, without a copy', async () => {
  const journal = await begun();
  const { entry } = await journal.save({ at: AT, text: 'one' }, null);
  const full = vi.spyOn(KeptEntries.prototype, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  await journal.save({ at: AT, text: 'one, two' }, entry);
  await journal.save({ at: AT, text: 'one, two, three' }, { ...entry, text: 'one, two' });
  expect(journal.problem?.()).toContain('no room');
  expect(journal.unkept.map(({ text }) => text)).toEqual(['one, two, three']);
  full.mockRestore();
  await journal.retry();
  expect(journal.problem).toBeNull();
  expect(journal.unkept).toEqual([]);
  expect(texts(await tab())).toEqual(['one, two, three']);
});

test('where the browser keeps nothing, the journal is in memory and says so', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const journal = await begun();
  await journal.save({ at: AT, text: 'one' }, null);
  expect(journal.state.kind).toBe('open');
  expect(journal.problem?.()).toContain('keeps nothing');
  vi.stubGlobal('document', { documentElement: {} });
  await speak('de');
  expect(journal.problem?.()).toContain('Dieser Browser behält für diese Seite nichts'); // also where the language was changed since
  await speak('en');
  expect(journal.unkept).toHaveLength(1);
});

test('everything deleted is gone from the device and from other tabs, where a new journal can begin', async () => {
  const [first, second] = [await begun(), await tab()];
  await first.save({ at: AT, text: 'one' }, null);
  await first.destroy();
  expect(second.state.kind).toBe('none');
  expect(await indexedDB.databases()).toEqual([]);
  await second.open(true);
  expect(texts(second)).toEqual([]);
});

// fault: journal | of several entries that are brought one cannot be stored | a value that no database takes | both are named as not kept | the device as it was; both entries in memory
test('a failed change of many leaves the device as it was', async () => {
  const journal = await begun();
  const entry = { id: 'a', at: AT, text: 'one', reading: null, revision: 0 };
  const broken = { ...entry, id: 'b', text: (() => 'no database takes a function') as unknown as string };
  await journal.add([entry, broken]);
  expect(journal.unkept).toHaveLength(2);
  expect(texts(await tab())).toEqual([]);
});

test('a passphrase locks the journal everywhere, and opens it', async () => {
  const [first, second] = [await begun(), await tab()];
  await first.save({ at: AT, text: 'a secret' }, null);
  await first.setPassphrase('correct horse');
  await heard(second, () => second.state.kind === 'locked');
  expect(texts(second)).toEqual([]);
  const stored = await (await KeptEntries.open(false, () => undefined))?.all(() => true);
  expect(JSON.stringify(stored)).not.toContain('secret');
  await expect(second.unlock('Correct horse')).rejects.toThrow('not the passphrase');
  await second.unlock('correct horse');
  expect(texts(second)).toEqual(['a secret']);
});

// fault: journal | another tab changes the lock while this one writes | two journals over one database | it is kept once the journal is opened | the entry, under the new lock
test('what is written under an old lock is kept under the new one, once it is opened', async () => {
  const [first, second] = [await begun(), await tab()];
  await first.setPassphrase('correct horse');
  await second.save({ at: AT, text: 'meanwhile' }, null); // it has not heard of it yet
  await heard(second, () => second.state.kind === 'locked');
  await second.unlock('correct horse');
  expect(texts(second)).toEqual(['meanwhile']);
  expect(second.unkept).toEqual([]);
});

test('a passphrase can be changed and taken away', async () => {
  const journal = await begun();
  await journal.save({ at: AT, text: 'one' }, null);
  await journal.setPassphrase('correct horse');
  await journal.setPassphrase('battery staple');
  await journal.lock();
  await expect(journal.unlock('correct horse')).rejects.toThrow('not the passphrase');
  await journal.unlock('battery staple');
  await journal.setPassphrase(null);
  expect(texts(await tab())).toEqual(['one']);
});
