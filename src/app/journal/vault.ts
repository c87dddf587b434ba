/** The entries on the device under the key of this page, if they have one. */
import type { Entry } from './entry';
import { KeptEntries, type Loss, type StoredEntry } from './kept-entries';
import type { Key, Lock } from './seal';
import { inPieces } from './unhurried';

export type Opened =
  | { readonly lock: Lock }
  /** `damaged` is the number of entries that cannot be read any more. */
  | { readonly entries: readonly Entry[]; readonly damaged: number };

export class Vault {
  #key: Key | null = null;

  private constructor(readonly kept: KeptEntries) {}

  /** As `KeptEntries.open`. */
  static async open(create: boolean, lost: (loss: Loss) => void): Promise<Vault | null> {
    const kept = await KeptEntries.open(create, lost);
    return kept && new Vault(kept);
  }

  get key(): Key | null {
    return this.#key;
  }

  /** All entries or, where this is not the key, the lock that they are under. The key is forgotten then. */
  async load(key: Key | null): Promise<Opened> {
    const { lock, entries: stored } = await this.kept.all((lock) => lock === null || lock.id === key?.lock.id);
    this.#key = lock && stored ? key : null;
    if (lock && !stored) return { lock };
    const opened = await inPieces(stored ?? [], (entry) => this.#unseal(entry));
    const entries = opened.filter((entry) => entry !== null);
    return { entries, damaged: opened.length - entries.length };
  }

  /** As `KeptEntries.put`. */
  async put(entries: readonly Entry[]): Promise<string[]> {
    const sealed = await inPieces(entries, (entry) => seal(entry, this.#key));
    return this.kept.put(sealed, this.#key?.lock.id ?? null);
  }

  /** Those of these ids; nothing for one that is not there. */
  async some(ids: readonly string[]): Promise<(Entry | null | undefined)[]> {
    const stored = await this.kept.some(ids);
    return inPieces(stored, async (entry) => entry && (await this.#unseal(entry)));
  }

  /** As `KeptEntries.relock`, with the key for from now on. */
  async relock(entries: readonly Entry[], key: Key | null): Promise<boolean> {
    const sealed = await inPieces(entries, (entry) => seal(entry, key));
    const isDone = await this.kept.relock(sealed, this.#key?.lock.id ?? null, key?.lock ?? null);
    if (isDone) this.#key = key;
    return isDone;
  }

  async #unseal({ id, content }: StoredEntry): Promise<Entry | null> {
    if ('plain' in content) return content.plain;
    try {
      return this.#key && ((await this.#key.unseal(content.sealed, id)) as Entry);
    } catch {
      return null; // damaged
    }
  }
}

async function seal(entry: Entry, key: Key | null): Promise<StoredEntry> {
  const { id, revision } = entry;
  return { id, revision, content: key ? { sealed: await key.seal(entry, id) } : { plain: entry } };
}
