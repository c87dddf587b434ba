/** What page and worker say to each other of a spreadsheet. */
import type { Account } from '../../../tables/account';
import type { Layout, Source } from '../../../tables/layout';
import type { Row } from '../../../tables/row';
import type { Exported, Form, Writable } from '../export';
import type { PackedReadings } from '../readings';

/** A job as plain data: of its readings those that there are. */
export interface PackedJob extends Omit<Writable, 'readings'> {
  readonly length: number;
  readonly readings: PackedReadings;
}

/** `next` asks for more rows: the worker is one batch ahead, not all of them. */
export type Request =
  | { readonly kind: 'layout'; readonly file: File }
  | { readonly kind: 'rows'; readonly source: Source }
  | { readonly kind: 'next' }
  | { readonly kind: 'write'; readonly job: PackedJob; readonly form: Form; readonly wanted: Uint32Array | null };

/** The account as far as these rows. */
type Accounted = Pick<Account, 'lines' | 'aside'>;

export type Reply =
  | { readonly kind: 'layout'; readonly layout: Partial<Layout> }
  | { readonly kind: 'rows'; readonly rows: readonly Row[]; readonly account: Accounted }
  | { readonly kind: 'end'; readonly account: Accounted }
  | { readonly kind: 'written'; readonly exported: Exported }
  /** A sentence for people. */
  | { readonly kind: 'problem'; readonly message: string };

/** One end of the line between them. */
export interface Port {
  postMessage(message: Request | Reply): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<never>) => void): void;
}
