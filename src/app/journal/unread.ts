/** Reads entries in the background, one after the other: imported ones, and those that an older model has read. */
import { readEntry } from './entry-reader';
import type { Entry } from './entry';
import type { Journal } from './journal';

export type ReadingWork =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly read: number; readonly total: number }
  | { readonly kind: 'stopped'; readonly error: unknown };

/** Those that have no reading, and those whose reading is another model's. */
export function unreadIn(entries: readonly Entry[], model: string): { unread: Entry[]; old: Entry[] } {
  return {
    unread: entries.filter(({ reading }) => reading === null),
    old: entries.filter(({ reading }) => reading !== null && reading.model !== model && model !== 'unknown'),
  };
}

export class UnreadEntries {
  work: ReadingWork = { kind: 'idle' };
  #stop: AbortController | null = null;

  /** @param changed called when the work changed */
  constructor(
    readonly journal: Journal,
    readonly changed: () => void,
  ) {}

  /** Read these. Never rejects: what goes wrong is in `work`. Entries of a journal that was locked or deleted meanwhile are left out. */
  async read(entries: readonly Entry[]): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.#become({ kind: 'waiting' });
    try {
      await inOneTab(stop.signal, async () => {
        for (const [read, { id }] of entries.entries()) {
          stop.signal.throwIfAborted();
          this.#become({ kind: 'reading', read, total: entries.length });
          const entry = this.journal.entries.find((entry) => entry.id === id);
          if (entry) await this.journal.saveReading(entry, await readEntry(entry.text, stop.signal, 'background'));
        }
      });
      this.#become({ kind: 'idle' });
    } catch (error) {
      if (this.#stop !== stop) return; // others are being read instead
      this.#become(stop.signal.aborted ? { kind: 'idle' } : { kind: 'stopped', error });
    }
  }

  stop(): void {
    this.#stop?.abort();
  }

  #become(work: ReadingWork): void {
    this.work = work;
    this.changed();
  }
}

/** Two tabs would read the same entries. The browser releases the lock with the page. */
async function inOneTab(signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  await (locks ? locks.request('emotion-tag-journal-reading', { signal }, act) : act());
}
