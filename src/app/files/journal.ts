/**
 * What is kept of the one file that is being labelled, so that it survives a reload: IndexedDB where the browser lets us and no other tab
 * has a file there, else this page's memory.
 */
import { openDB, type IDBPDatabase } from 'idb';

const NAME = 'emotion-tag-file';

export class Journal {
  readonly #memory = new Map<string, unknown>();
  #db: IDBPDatabase | null = null;

  static async open(): Promise<Journal> {
    if (!(await isOurs())) return new Journal();
    const journal = new Journal();
    try {
      journal.#db = await openDB(NAME, 1, {
        upgrade(db) {
          db.createObjectStore('kept');
        },
        terminated() {
          journal.#db = null; // somebody cleared the site's data
        },
      });
    } catch {
      // denied, as in some private windows: memory it is
    }
    return journal;
  }

  /** Whether a reload of the page loses nothing. */
  get survives(): boolean {
    return this.#db !== null && this.#memory.size === 0;
  }

  async get(key: string): Promise<unknown> {
    return this.#memory.get(key) ?? ((await this.#db?.get('kept', key)) as unknown);
  }

  /** Where there is no room, memory takes it. */
  async put(key: string, value: unknown): Promise<void> {
    try {
      if (!this.#db) throw new DOMException('nothing is kept', 'InvalidStateError');
      await this.#db.put('kept', value, key);
    } catch {
      this.#memory.set(key, value);
    }
  }

  /** Forget the file. Where the database fails at that, it is not used any more. */
  async clear(): Promise<void> {
    this.#memory.clear();
    try {
      await this.#db?.clear('kept');
    } catch {
      this.#db = null;
    }
  }
}

/** One tab at a time: two would go on with the same rows. The browser lets go of the lock with the page. */
async function isOurs(): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return false;
  return new Promise((resolve) => {
    locks
      .request(NAME, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise(() => undefined) : undefined;
      })
      .catch(() => {
        resolve(false);
      });
  });
}
