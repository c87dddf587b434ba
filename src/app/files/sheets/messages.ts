/** What page and worker say to each other of a spreadsheet. */
import type { Account } from '../../../tables/account';
import type { Layout, Source } from '../../../tables/layout';
import type { Row } from '../../../tables/row';

/** `next` asks for more rows: the worker is one batch ahead, not all of them. */
export type Request =
  { readonly kind: 'layout'; readonly file: File } | { readonly kind: 'rows'; readonly source: Source } | { readonly kind: 'next' };

/** The account as far as these rows. */
type Accounted = Pick<Account, 'lines' | 'aside'>;

export type Reply =
  | { readonly kind: 'layout'; readonly layout: Partial<Layout> }
  | { readonly kind: 'rows'; readonly rows: readonly Row[]; readonly account: Accounted }
  | { readonly kind: 'end'; readonly account: Accounted }
  /** A sentence for people. */
  | { readonly kind: 'problem'; readonly message: string };

/** One end of the line between them. */
export interface Port {
  postMessage(message: Request | Reply): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<never>) => void): void;
}
