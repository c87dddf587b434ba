/** The state of a journal, and what can be wrong with it, in words. */
import type { Entry } from './entry';
import { fill } from '../words/forms';
import type { Saying } from '../words/saying';
import { words } from '../words/speech';
import type { Lock } from './seal';

export type JournalState =
  | { readonly kind: 'opening' }
  /** There is none on this device. */
  | { readonly kind: 'none' }
  | { readonly kind: 'locked'; readonly lock: Lock }
  /** `damaged` entries cannot be read any more. */
  | { readonly kind: 'open'; readonly damaged: number };

export interface Saved {
  readonly entry: Entry;
  /** Whether another tab has changed or deleted the entry meanwhile, so that this one was kept beside it. */
  readonly isCopy: boolean;
}

export const whyNotKept =
  ({ name, message }: Error): Saying =>
  () =>
    name === 'QuotaExceededError' ? words().journal.full : fill(words().journal.notTaken, { why: message });

export const whyDenied =
  ({ message }: Error): Saying =>
  () =>
    fill(words().journal.denied, { why: message });

export const whyClosed: Saying = () => words().journal.closed;
