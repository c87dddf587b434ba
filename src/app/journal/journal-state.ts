/** How a journal stands, and what can be wrong with it, in words. */
import type { Entry } from './entry';
import type { Lock } from './seal';

export type JournalState =
  | { readonly kind: 'opening' }
  /** There is none on this device. */
  | { readonly kind: 'none' }
  | { readonly kind: 'locked'; readonly lock: Lock }
  /** `damaged` entries cannot be read by anybody. */
  | { readonly kind: 'open'; readonly damaged: number };

export interface Saved {
  readonly entry: Entry;
  /** Whether another tab has changed or deleted the entry meanwhile, so that this one was kept beside it. */
  readonly isCopy: boolean;
}

export const whyNotKept = ({ name, message }: Error): string =>
  name === 'QuotaExceededError'
    ? 'There is no room left on this device for this page.'
    : `This device did not take it (${message}).`;

export const whyDenied = ({ message }: Error): string =>
  `This browser keeps nothing for this page: a private window, or a setting that blocks storage (${message}).`;

export const CLOSED = 'The browser has closed the journal: its data was cleared, or another tab has a newer version of this page.';
