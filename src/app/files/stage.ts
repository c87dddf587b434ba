import type { Preview } from '../../tables/columns';
import type { Source } from '../../tables/layout';
import type { Choice } from './job';
import type { Labeller } from './labeller';

export type Columns = Omit<Choice, 'source'>;

export const pick = ({ text, date, label, order }: Columns): Columns => ({ text, date, label, order });

/** Where a file is on its way. */
export type Stage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'none' }
  /** Opened; `preview` is what is in it, or why that is unknown. */
  | ({
      readonly kind: 'opened';
      readonly source: Source;
      readonly preview: Preview | string;
      /** Rows of the file, once they were counted. */
      readonly rows: number | null;
      /** Files that are analysed after it, in the same way. */
      readonly others: readonly Source[];
    } & Columns)
  | { readonly kind: 'reading'; readonly file: File; readonly rows: number; readonly stop: AbortController }
  | { readonly kind: 'job'; readonly labeller: Labeller };
