import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { recordWrites, replay } from '../../../testbed/power-loss';
import type { EntryReading } from './entry';
import { Journal } from './journal';
import { KeptEntries, NAME } from './kept-entries';
import { Key } from './seal';

const AT = '2026-11-27T13:50';
const reading: EntryReading = { model: 'm', sentences: [], isForeign: false, isCut: false };
const PASSPHRASES = ['correct horse', 'battery staple'];

const textsOf = (journal: Journal): string[] => journal.entries.map(({ text }) => text).sort();

/** Half a second for each passphrase is for those who guess. */
const create = Key.create.bind(Key);
const hasten = (): void => {
  vi.spyOn(Key, 'create').mockImplementation((passphrase) => create(passphrase, 1000));
};

afterEach(async () => {
  vi.restoreAllMocks();
  await KeptEntries.destroy();
});

/** The texts of a journal that is opened as it lies there, with whichever passphrase fits. */
async function opened(): Promise<string[]> {
  const journal = new Journal(() => undefined);
  try {
    await journal.open(true);
    for (const passphrase of PASSPHRASES)
      if (journal.state.kind === 'locked') await journal.unlock(passphrase).catch(() => undefined);
    expect(journal.state.kind).toBe('open');
    return textsOf(journal);
  } finally {
    journal.close();
  }
}

// fault: journal | the power goes between two writes of a journal, its passphrase being set, changed or taken away | what was written, replayed up to each transaction | the journal opens, with one of the passphrases | every entry that was told to be kept
test('after any write of a journal the power may go: it opens, and what was kept is there', async () => {
  hasten();
  const journal = new Journal(() => undefined);
  await journal.open(true);
  const writes = recordWrites();
  /** What was kept once so many transactions were done. */
  const kept: [number, string[]][] = [[0, []]];
  const step = async (action: () => Promise<unknown>): Promise<void> => {
    await action();
    await vi.waitFor(() => {
      expect(journal.unkept).toEqual([]);
    });
    kept.push([writes.length, textsOf(journal)]);
  };
  const entryOf = (text: string) => journal.entries.find((entry) => entry.text === text) ?? expect.fail(text);
  await step(() => journal.save({ at: AT, text: 'one' }, null));
  await step(() => journal.saveReading(entryOf('one'), reading));
  await step(() => journal.save({ at: AT, text: 'one, changed' }, entryOf('one')));
  await step(() => journal.save({ at: AT, text: 'two' }, null));
  await step(() => journal.setPassphrase('correct horse'));
  await step(() => journal.save({ at: AT, text: 'three' }, null));
  await step(() => journal.setPassphrase('battery staple'));
  await step(() => journal.remove(entryOf('two')));
  await step(() => journal.setPassphrase(null));
  await step(() => journal.add([entry('four'), entry('five')]));
  journal.close();
  vi.restoreAllMocks();
  expect(writes.length).toBeGreaterThanOrEqual(10);

  for (let count = 0; count <= writes.length; count++) {
    await KeptEntries.destroy();
    await replay(
      NAME,
      (db) => {
        db.createObjectStore('entries', { keyPath: 'id' });
        db.createObjectStore('about');
      },
      writes.slice(0, count),
    );
    const before = kept.findLast(([done]) => done <= count)?.[1];
    const after = kept.find(([done]) => done >= count)?.[1];
    expect([before, after], `${String(count)} transactions`).toContainEqual(await opened());
  }
});

const entry = (text: string) => ({ id: text, at: AT, text, reading: null, revision: 0 });
