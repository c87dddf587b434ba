/**
 * What is kept of the one file that is being labelled, so that it survives a reload: IndexedDB where the browser lets us and no other tab
 * has a file there, else this page's memory.
 */
import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { FileProblem } from '../../tables/file-problem';

const NAME = 'emotion-tag-file';

export class KeptJob {
  readonly #memory = new Map<string, unknown>();
  #db: IDBPDatabase | null = null;

  /** @param isElsewhere whether another tab is the one whose file is kept */
  private constructor(readonly isElsewhere: boolean) {}

  static async open(): Promise<KeptJob> {
    const lock = await takeLock();
    const kept = new KeptJob(lock === 'taken');
    if (lock !== 'ours') return kept;
    try {
      kept.#db = await inTime(
        openDB(NAME, 1, {
          upgrade(db) {
            db.createObjectStore('kept');
          },
          terminated() {
            kept.#db = null; // the site's data was cleared
          },
        }),
      );
    } catch {
      // denied, as in some private windows, or kept waiting by another connection: memory it is
    }
    return kept;
  }

  /** Whether a reload of the page loses nothing. */
  get survives(): boolean {
    return this.#db !== null && this.#memory.size === 0;
  }

  /** @throws where the database fails or does not answer: the job may still be in it */
  async get(key: string): Promise<unknown> {
    const db = this.#db;
    return this.#memory.get(key) ?? (db && ((await inTime(db.get('kept', key))) as unknown)) ?? undefined;
  }

  /** Where there is no room, memory takes it. */
  async put(key: string, value: unknown): Promise<void> {
    try {
      if (!this.#db) throw new DOMException('nothing is kept', 'InvalidStateError');
      await inTime(this.#db.put('kept', value, key), LONG_PATIENCE_MS);
      this.#memory.delete(key);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') this.#db = null; // else each keeping would wait as long
      this.#memory.set(key, value);
    }
  }

  /**
   * Forget the file. Where the database fails at that, it goes as a whole, and memory takes its place.
   * @throws {FileProblem} where the file would come back
   */
  async clear(): Promise<void> {
    this.#memory.clear();
    const db = this.#db;
    try {
      await db?.clear('kept');
    } catch {
      this.#db = null;
      db?.close();
      try {
        await deleteDB(NAME);
      } catch (error) {
        const todo = 'Clear the data of this site in the browser’s settings, else it is here again after a reload.';
        throw new FileProblem(`The file that was kept here could not be removed from this device. ${todo}`, { cause: error });
      }
    }
  }
}

/** Longest wait, in milliseconds, for a database. */
const PATIENCE_MS = 5000;
/** The same where much is written. */
const LONG_PATIENCE_MS = 30_000;

/** @throws {DOMException} `TimeoutError` where the database says nothing */
async function inTime<T>(asked: Promise<T>, ms = PATIENCE_MS): Promise<T> {
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(new DOMException('The database says nothing. Close other tabs of this page, or reload.', 'TimeoutError'));
    }, ms);
  });
  return Promise.race([asked, tooLong]);
}

/** One tab at a time: two would work on the same rows. The browser releases the lock with the page. */
async function takeLock(): Promise<'ours' | 'taken' | 'unknown'> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return 'unknown';
  return new Promise((resolve) => {
    locks
      .request(NAME, { ifAvailable: true }, (lock) => {
        resolve(lock ? 'ours' : 'taken');
        return lock ? new Promise(() => undefined) : undefined;
      })
      .catch(() => {
        resolve('unknown');
      });
    setTimeout(() => {
      resolve('unknown');
    }, PATIENCE_MS);
  });
}
