/** What a file brings: entries, and what could not be taken, in words. */
import { Failure, type Saying } from '../../words/saying';
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
  readonly problems: readonly Saying[];
}

/** A file that is no journal at all. */
export class ForeignFile extends Failure {
  override readonly name = 'ForeignFile';
}
