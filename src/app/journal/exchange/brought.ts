/** What a file brings: entries, and what could not be taken, in words. */
import type { EntryReading } from '../entry';

export interface Brought {
  readonly id?: string;
  readonly at: string;
  readonly text: string;
  readonly reading?: EntryReading;
}

export interface Parsed {
  readonly entries: readonly Brought[];
  /** A sentence for each entry that could not be taken. */
  readonly problems: readonly string[];
}

/** A file that is no journal at all. */
export class ForeignFile extends Error {
  override readonly name = 'ForeignFile';
}
