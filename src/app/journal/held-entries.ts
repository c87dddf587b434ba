/** The entries as the page holds them: all of an open journal, and those that the device has not taken. */
import { byTime, type Entry } from './entry';

export class HeldEntries {
  readonly #entries = new Map<string, Entry>();
  /** What was written and is not kept. The revision is the one that the device has, or had. */
  readonly #unkept = new Map<string, Entry>();
  #sorted: readonly Entry[] | null = null;

  /** Newest first. The same list until something changes. */
  get sorted(): readonly Entry[] {
    return (this.#sorted ??= [...this.#entries.values()].sort(byTime));
  }

  get unkept(): readonly Entry[] {
    return [...this.#unkept.values()].sort(byTime);
  }

  get(id: string | undefined): Entry | undefined {
    return id === undefined ? undefined : this.#entries.get(id);
  }

  /** All that is kept; what is not stays in mind. */
  replace(entries: readonly Entry[]): void {
    this.#entries.clear();
    this.keep(entries);
  }

  /** The device has them. */
  keep(entries: readonly Entry[]): void {
    for (const entry of entries) this.#entries.set(entry.id, entry);
    for (const { id } of entries) this.#unkept.delete(id);
    this.#sorted = null;
  }

  /** The device has not taken them. */
  hold(entries: readonly Entry[]): void {
    this.keep(entries);
    for (const entry of entries) this.#unkept.set(entry.id, entry);
  }

  /** Another tab has this of an entry, or nothing any more. */
  hear(id: string, entry: Entry | null): void {
    if (entry) this.#entries.set(id, entry);
    else if (!this.#unkept.has(id)) this.#entries.delete(id);
    this.#sorted = null;
  }

  delete(id: string): void {
    this.#entries.delete(id);
    this.#unkept.delete(id);
    this.#sorted = null;
  }

  takeUnkept(): readonly Entry[] {
    const { unkept } = this;
    this.#unkept.clear();
    return unkept;
  }
}
