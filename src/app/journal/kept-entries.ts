/** The entries as they lie on the device (IndexedDB), sealed or not. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import type { Entry } from './entry';
import type { Lock, Sealed } from './seal';
import { inPieces } from './unhurried';

export const NAME = 'emotion-tag-journal';

export interface StoredEntry {
  readonly id: string;
  readonly revision: number;
  readonly content: { readonly plain: Entry } | { readonly sealed: Sealed };
}

interface Schema extends DBSchema {
  entries: { key: string; value: StoredEntry };
  about: { key: 'lock'; value: Lock };
}

/** Another tab has given the journal a passphrase, or another one, or taken it away. */
export class LockChanged extends Error {
  override readonly name = 'LockChanged';
}

/** What the browser does to an open journal: its data was deleted (here or in another tab), or it was closed for some other reason. */
export type Loss = 'deleted' | 'closed';

export class KeptEntries {
  private constructor(readonly db: IDBPDatabase<Schema>) {}

  /**
   * Open the journal of this device.
   * @param create whether one is begun where there is none; else that gives `null` and leaves nothing on the device
   * @throws where the browser keeps nothing, as in some private windows
   */
  static async open(create: boolean, lost: (loss: Loss) => void): Promise<KeptEntries | null> {
    const found = { isMissing: false };
    try {
      const db = await openDB<Schema>(NAME, 1, {
        upgrade(db, _, __, transaction) {
          if (!create) {
            found.isMissing = true;
            transaction.done.catch(() => undefined);
            transaction.abort();
            return;
          }
          db.createObjectStore('entries', { keyPath: 'id' });
          db.createObjectStore('about');
        },
        blocking(_, wanted, event) {
          (event.target as IDBDatabase).close();
          lost(wanted === null ? 'deleted' : 'closed');
        },
        terminated() {
          lost('closed');
        },
      });
      return new KeptEntries(db);
    } catch (error) {
      if (found.isMissing) return null;
      throw error;
    }
  }

  /** Everything at once, and nothing of it is left. Other tabs close theirs. */
  static async destroy(): Promise<void> {
    await deleteDB(NAME);
  }

  close(): void {
    this.db.close();
  }

  /** What locks it now, and its entries under that lock: `null` where nobody could open them. */
  async all(opens: (lock: Lock | null) => boolean): Promise<{ lock: Lock | null; entries: StoredEntry[] | null }> {
    const transaction = this.db.transaction(['entries', 'about']);
    const lock = (await transaction.objectStore('about').get('lock')) ?? null;
    if (!opens(lock)) return { lock, entries: null };
    const entries: StoredEntry[] = [];
    for await (const page of pagesOf(transaction.objectStore('entries'))) entries.push(...page);
    return { lock, entries };
  }

  async some(ids: readonly string[]): Promise<(StoredEntry | undefined)[]> {
    const store = this.db.transaction('entries').store;
    return inPieces(ids, (id) => store.get(id), resting(store));
  }

  /**
   * Keep all of them or, where one fails, none.
   * @param lock the id of the lock that they are sealed for; `null` for none
   * @returns the ids of those that another tab has changed meanwhile, and that were left out: theirs is not the next revision
   * @throws {LockChanged} and what the browser throws where there is no room
   */
  async put(entries: readonly StoredEntry[], lock: string | null): Promise<string[]> {
    const transaction = this.db.transaction(['entries', 'about'], 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('entries');
    const stale: string[] = [];
    const write = async (): Promise<void> => {
      const now = await transaction.objectStore('about').get('lock');
      if ((now?.id ?? null) !== lock) throw new LockChanged();
      const keep = async (entry: StoredEntry): Promise<void> => {
        const revision = (await store.get(entry.id))?.revision ?? 0;
        if (revision === entry.revision - 1) await store.put(entry);
        else stale.push(entry.id);
      };
      await inPieces(entries, keep, resting(store));
    };
    await settled(transaction, write());
    return stale;
  }

  async delete(id: string): Promise<void> {
    await this.db.delete('entries', id);
  }

  /**
   * Put the same entries under another lock, at once.
   * @returns whether that was done: not, where another tab has changed something since they were taken
   */
  async relock(entries: readonly StoredEntry[], before: string | null, lock: Lock | null): Promise<boolean> {
    const transaction = this.db.transaction(['entries', 'about'], 'readwrite', { durability: 'strict' });
    const [store, about] = [transaction.objectStore('entries'), transaction.objectStore('about')];
    let isDone = false;
    const write = async (): Promise<void> => {
      const now = await about.get('lock');
      const revisions = new Map<string, number>();
      for await (const page of pagesOf(store)) for (const { id, revision } of page) revisions.set(id, revision);
      const isSame = entries.length === revisions.size && entries.every(({ id, revision }) => revisions.get(id) === revision);
      if ((now?.id ?? null) !== before || !isSame) return;
      await inPieces(entries, (entry) => store.put(entry), resting(store));
      await (lock ? about.put(lock, 'lock') : about.delete('lock'));
      isDone = true;
    };
    await settled(transaction, write());
    return isDone;
  }
}

/**
 * A transaction ends where nothing is asked of it, so the page cannot have its turn while it waits for something else. And answers that
 * come while others are dealt with belong to the same task. One question alone has its answer in another task.
 */
const resting =
  (store: { getKey(id: string): Promise<unknown> }): (() => Promise<unknown>) =>
  () =>
    store.getKey('');

/** Entries that are read at once: some milliseconds of work. */
const PAGE = 100;

/** All that is in a store, page by page in one transaction: thousands at once would be one task of the page. */
async function* pagesOf(
  store: Pick<IDBPObjectStore<Schema, ArrayLike<'entries' | 'about'>, 'entries', IDBTransactionMode>, 'getAll'>,
): AsyncGenerator<StoredEntry[], void, undefined> {
  let page = await store.getAll(null, PAGE);
  for (let last = page.at(-1); last; last = page.at(-1)) {
    yield page;
    page = await store.getAll(IDBKeyRange.lowerBound(last.id, true), PAGE);
  }
}

/** A transaction is done or, where a part of it failed, undone: the error is what failed, not that it was undone. */
async function settled(transaction: { readonly done: Promise<void>; abort(): void }, work: Promise<void>): Promise<void> {
  const done = transaction.done.then(
    () => null,
    (error: unknown) => error,
  );
  try {
    await work;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // it ended by itself
    }
    await done;
    throw error;
  }
  const failure = await done;
  if (failure) throw failure as Error;
}
