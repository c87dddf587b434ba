/** The journal as its page sees it: all entries in memory, each change kept at once, and nothing typed lost where that fails. */
import { Failure, type Saying } from '../words/saying';
import { words } from '../words/speech';
import { newEntry, type Entry, type EntryReading } from './entry';
import { HeldEntries } from './held-entries';
import { KeptEntries, LockChanged, NAME, type Loss } from './kept-entries';
import { whyClosed, whyDenied, whyNotKept, type JournalState, type Saved } from './journal-state';
import { Key } from './seal';
import { Turns } from './turns';
import { Vault } from './vault';

/** What one tab sends to the others: nothing of what is written. */
type News = { readonly changed: readonly string[] } | { readonly relocked: true };

export class Journal {
  state: JournalState = { kind: 'opening' };
  /** Why entries are not kept on this device; `null` while all is well. */
  problem: Saying | null = null;
  readonly #held = new HeldEntries();
  readonly #channel = new BroadcastChannel(NAME);
  #vault: Vault | null = null;
  readonly #turns = new Turns();

  /** @param changed called after every change */
  constructor(readonly changed: () => void) {
    this.#channel.onmessage = ({ data }: MessageEvent<News>) => void this.#hear(data);
  }

  /** Newest first. The same list until something changes. */
  get entries(): readonly Entry[] {
    return this.#held.sorted;
  }

  /** Those that the device has not taken. */
  get unkept(): readonly Entry[] {
    return this.#held.unkept;
  }

  get hasPassphrase(): boolean {
    return Boolean(this.#vault?.key);
  }

  /**
   * Open the journal of this device.
   * @param create whether one begins where there is none; else nothing is written. Where the browser keeps nothing it is one in memory,
   * and `problem` says so
   */
  open(create = false): Promise<void> {
    return this.#turns.take(() => this.#open(create));
  }

  async #open(create: boolean): Promise<void> {
    this.#vault?.kept.close();
    this.#vault = null;
    try {
      this.#vault = await Vault.open(create, this.#lost);
      this.problem = null;
    } catch (error) {
      this.problem = whyDenied(error as Error);
    }
    if (this.#vault) await this.#load(null);
    else this.#become(create ? { kind: 'open', damaged: 0 } : { kind: 'none' });
  }

  /** @throws {WrongPassphrase} */
  async unlock(passphrase: string): Promise<void> {
    if (this.state.kind !== 'locked') return;
    const key = await Key.open(this.state.lock, passphrase);
    await this.#turns.take(() => this.#load(key));
  }

  /** Forget the key and all that it opened. */
  lock(): Promise<void> {
    return this.#turns.take(() => this.#load(null));
  }

  async #load(key: Key | null): Promise<void> {
    if (!this.#vault) return;
    const opened = await this.#vault.load(key);
    if ('lock' in opened) {
      this.#held.replace([]);
      this.#become({ kind: 'locked', lock: opened.lock });
      return;
    }
    const waiting = this.#held.takeUnkept();
    this.#held.replace(opened.entries);
    this.#become({ kind: 'open', damaged: opened.damaged });
    await this.#keepAgain(waiting);
  }

  /**
   * Keep what was written.
   * @param base the entry as they had it before them; `null` for a new one
   */
  save({ at, text }: Pick<Entry, 'at' | 'text'>, base: Entry | null): Promise<Saved> {
    return this.#turns.take(async () => {
      for (;;) {
        const known = this.#held.get(base?.id);
        const isSame = known !== undefined && known.text === base?.text && known.at === base.at;
        const entry = isSame ? { ...known, at, text, reading: known.text === text ? known.reading : null } : newEntry(at, text);
        if (await this.#keep([entry])) return { entry, isCopy: base !== null && !isSame };
      }
    });
  }

  /** Keep what the model says of an entry, unless its text is another by now. */
  saveReading({ id, text }: Entry, reading: EntryReading): Promise<void> {
    return this.#turns.take(async () => {
      const known = this.#held.get(id);
      if (known?.text === text) await this.#keep([{ ...known, reading }]);
    });
  }

  /** Keep many new ones at once. */
  add(entries: readonly Entry[]): Promise<void> {
    return this.#turns.take(async () => {
      await this.#keep(entries);
    });
  }

  /** @throws what the browser throws where it cannot delete */
  remove({ id }: Entry): Promise<void> {
    return this.#turns.take(async () => {
      await this.#vault?.kept.delete(id);
      this.#held.delete(id);
      this.#channel.postMessage({ changed: [id] } satisfies News);
      this.changed();
    });
  }

  /**
   * Everything, on this device and in this page; other tabs hear of it from the browser.
   * @throws what the browser throws where it cannot delete
   */
  destroy(): Promise<void> {
    return this.#turns.take(async () => {
      this.#vault?.kept.close();
      this.#vault = null;
      await KeptEntries.destroy();
      this.#held.replace([]);
      this.#held.takeUnkept();
      this.problem = null;
      this.#become({ kind: 'none' });
    });
  }

  /** Try again to keep what is not kept. */
  retry(): Promise<void> {
    return this.#turns.take(() => (this.#vault ? this.#keepAgain(this.#held.takeUnkept()) : this.#open(true)));
  }

  /**
   * Seal all entries with a passphrase, with another one, or with none (`null`).
   * @throws what the browser throws where there is no room: then all is as before
   */
  async setPassphrase(passphrase: string | null): Promise<void> {
    const key = passphrase === null ? null : await Key.create(passphrase);
    await this.#turns.take(async () => {
      const vault = this.#vault;
      if (!vault || this.state.kind !== 'open') throw new Failure(() => words().journal.noOpenJournal);
      if (!(await vault.relock(this.entries, key))) {
        await this.#load(vault.key);
        throw new Failure(() => words().journal.changedMeanwhile);
      }
      this.#channel.postMessage({ relocked: true } satisfies News);
      this.changed();
    });
  }

  /** @returns whether all were kept, be it in memory alone; else another tab was there before, and what it wrote is known now */
  async #keep(entries: readonly Entry[]): Promise<boolean> {
    let stale: string[];
    const next = entries.map((entry) => ({ ...entry, revision: entry.revision + 1 }));
    try {
      if (!this.#vault) throw new Error('it is closed');
      stale = await this.#vault.put(next);
    } catch (error) {
      this.#held.hold(entries);
      if (error instanceof LockChanged) {
        await this.#load(this.#vault?.key ?? null);
        return true;
      }
      this.problem ??= whyNotKept(error as Error);
      this.changed();
      return true;
    }
    this.#held.keep(next.filter(({ id }) => !stale.includes(id)));
    if (this.unkept.length === 0) this.problem = null;
    this.#channel.postMessage({ changed: next.map(({ id }) => id) } satisfies News);
    if (stale.length > 0) await this.#refresh(stale);
    this.changed();
    return stale.length === 0;
  }

  /** What was not kept goes where it belongs or, where another tab has changed that, beside it. */
  async #keepAgain(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const known = (await this.#vault?.some(entries.map(({ id }) => id))) ?? [];
    this.problem = null;
    await this.#keep(
      entries.map((entry, i) => {
        const revision = known[i]?.revision ?? 0;
        const isOurs = revision === entry.revision || revision === 0;
        return isOurs ? { ...entry, revision } : { ...entry, id: crypto.randomUUID(), revision: 0 };
      }),
    );
  }

  async #refresh(ids: readonly string[]): Promise<void> {
    const entries = (await this.#vault?.some(ids)) ?? [];
    for (const [i, id] of ids.entries()) this.#held.hear(id, entries[i] ?? null);
  }

  #hear(news: News): Promise<void> {
    return this.#turns.take(async () => {
      if (!this.#vault || this.state.kind === 'opening') return;
      if ('relocked' in news) await this.#load(this.#vault.key);
      else if (this.state.kind === 'open') {
        await this.#refresh(news.changed);
        this.changed();
      }
    });
  }

  #lost = (loss: Loss): void => {
    this.#vault = null;
    if (loss === 'deleted') {
      const waiting = this.unkept;
      this.#held.replace([]);
      this.#held.hold(waiting);
      this.#become({ kind: 'none' });
      return;
    }
    this.#held.hold(this.entries);
    this.problem = whyClosed;
    this.changed();
  };

  #become(state: JournalState): void {
    this.state = state;
    this.changed();
  }

  /** Close the journal. */
  close(): void {
    this.#channel.close();
    this.#vault?.kept.close();
  }
}
