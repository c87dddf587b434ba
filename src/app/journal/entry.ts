/** What a journal is made of. */
import type { Emotion } from '../../index';

/** One sentence of an entry, as the model read it. */
export interface EntrySentence {
  /** Where it stands, in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  readonly label: Emotion | null;
  /** The score of the strongest emotion, 0 to 1. */
  readonly score: number;
}

export interface EntryReading {
  /** Names the model: the readings of another are marked. */
  readonly model: string;
  readonly sentences: readonly EntrySentence[];
  /** Whether no sentence of it is English. */
  readonly isForeign: boolean;
  /** Whether the text was longer than what is read of an entry. */
  readonly isCut: boolean;
}

export interface Entry {
  readonly id: string;
  /** The clock on the wall where it was written, as `2026-11-27T13:50`: a journey moves no entry to another day. */
  readonly at: string;
  readonly text: string;
  readonly reading: EntryReading | null;
  /** Goes up by one with each change, from 1: two tabs compare what they know by it, never by a clock. */
  readonly revision: number;
}

export const dayOf = ({ at }: Pick<Entry, 'at'>): string => at.slice(0, 10);

/** An entry that is not kept yet. */
export const newEntry = (at: string, text: string): Entry => ({ id: crypto.randomUUID(), at, text, reading: null, revision: 0 });

/** Newest first; those of one minute stay in one order. */
export const byTime = (a: Entry, b: Entry): number => compare(b.at, a.at) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
