/**
 * What is kept of the files that are being labelled, so that they survive a reload: IndexedDB where the browser lets us and no other tab
 * has files there, else this page's memory.
 */
import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { FileProblem } from '../../tables/file-problem';

const NAME = 'emotion-tag-file';

/** What all jobs of a page share. */
interface Place {
  db: IDBPDatabase | null;
  readonly memory: Map<string, unknown>;
}

/** What the keys of a job begin with; those of the only job that older versions of this page kept begin with nothing. */
const PREFIX = /^job\/[^/]*\//;
const CONTENTS = 'contents';

export class KeptJob {
  readonly #place: Place;
  readonly #prefix: string;
  /** Whether something of it may be in the database. */
  #isKept = false;

  /** @param isElsewhere whether another tab is the one whose files are kept */
  private constructor(
    readonly isElsewhere: boolean,
    place: Place = { db: null, memory: new Map<string, unknown>() },
    prefix = '',
  ) {
    this.#place = place;
    this.#prefix = prefix;
  }

  static async open(): Promise<KeptJob> {
    const lock = await takeLock();
    const kept = new KeptJob(lock === 'taken');
    if (lock !== 'ours') return kept;
    try {
      kept.#place.db = await inTime(
        openDB(NAME, 1, {
          upgrade(db) {
            db.createObjectStore('kept');
          },
          terminated() {
            kept.#place.db = null; // the site's data was cleared
          },
        }),
      );
    } catch {
      // denied, as in some private windows, or kept waiting by another connection: memory it is
    }
    return kept;
  }

  /** Room for one more job. */
  another(): KeptJob {
    return new KeptJob(this.isElsewhere, this.#place, `job/${Date.now().toString(36)}-${crypto.randomUUID().slice(0, 8)}/`);
  }

  /** All jobs that are kept, the oldest first. */
  async all(): Promise<readonly KeptJob[]> {
    const prefixes = new Set((await this.#keys()).map((key) => PREFIX.exec(key)?.[0] ?? ''));
    return [...prefixes].sort().map((prefix) => {
      const kept = new KeptJob(this.isElsewhere, this.#place, prefix);
      kept.#isKept = true;
      return kept;
    });
  }

  /** Whether a reload of the page loses nothing. */
  get survives(): boolean {
    return this.#place.db !== null && ![...this.#place.memory.keys()].some((key) => this.#isOwn(key));
  }

  #isOwn(key: string): boolean {
    return (PREFIX.exec(key)?.[0] ?? '') === this.#prefix;
  }

  /** @throws where the database fails, or says nothing */
  async #keys(): Promise<readonly string[]> {
    const { db, memory } = this.#place;
    const kept = db ? await inTime(db.getAllKeys('kept')) : [];
    return [...new Set([...kept, ...memory.keys()].map(String))];
  }

  /** @throws where the database fails or does not answer: the job may still be in it */
  async get(key: string): Promise<unknown> {
    const { db, memory } = this.#place;
    const own = this.#prefix + key;
    return memory.get(own) ?? (db && ((await inTime(db.get('kept', own))) as unknown)) ?? undefined;
  }

  /** Where there is no room, memory takes it. */
  async put(key: string, value: unknown): Promise<void> {
    const place = this.#place;
    const own = this.#prefix + key;
    try {
      if (!place.db) throw new DOMException('nothing is kept', 'InvalidStateError');
      await inTime(place.db.put('kept', value, own), LONG_PATIENCE_MS);
      place.memory.delete(own);
      this.#isKept = true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') place.db = null; // else each keeping would wait as long
      place.memory.set(own, value);
    }
  }

  /**
   * Forget the job, and no other. What the database does not delete is overwritten with nothing; where it fails at that too, it goes as a
   * whole, unless other jobs are in it.
   * @throws {FileProblem} where the file would come back
   */
  async clear(): Promise<void> {
    const place = this.#place;
    for (const key of [...place.memory.keys()]) if (this.#isOwn(key)) place.memory.delete(key);
    const { db } = place;
    if (!db) return;
    const keys = await this.#keys().catch(() => null);
    // What says that there is a job goes first: half of one is never gone on with.
    const own = (keys ?? []).filter((key) => this.#isOwn(key)).sort((a, b) => Number(isContents(b)) - Number(isContents(a)));
    try {
      if (!keys) throw new DOMException('The database does not say what is in it', 'UnknownError');
      for (const key of own) await db.delete('kept', key);
    } catch (error) {
      if (keys?.every((key) => this.#isOwn(key))) await this.#deleteAll(db);
      else await this.#overwrite(db, own, error);
    }
  }

  async #deleteAll(db: IDBPDatabase): Promise<void> {
    this.#place.db = null; // memory takes its place
    db.close();
    try {
      await deleteDB(NAME);
    } catch (error) {
      throw notRemoved(error);
    }
  }

  async #overwrite(db: IDBPDatabase, own: readonly string[], cause: unknown): Promise<void> {
    if (this.#isKept && own.length === 0) throw notRemoved(cause);
    try {
      for (const key of own) await inTime(db.put('kept', null, key));
    } catch (error) {
      throw notRemoved(error);
    }
  }
}

const isContents = (key: string): boolean => key.endsWith(CONTENTS);

const notRemoved = (cause: unknown): FileProblem =>
  new FileProblem(
    'The file that was kept here could not be removed from this device. Clear the data of this site in the browser’s settings, else it is here again after a reload.',
    { cause },
  );

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
