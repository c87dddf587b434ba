import { isFiller } from './fillers';

export type Fields = Readonly<Record<string, unknown>>;

/** One row of a file, whatever its kind, with its number in the file. */
export type Row =
  | {
      readonly kind: 'row';
      readonly number: number;
      /** Lines of the file that it takes. */
      readonly lines: number;
      /** In their order, which an object does not keep where names are whole numbers. */
      readonly columns: readonly string[];
      readonly fields: Fields;
      /** Cells beyond the last column that have something in them. They are joined to it: right where it is the text, else a guess. */
      readonly surplus?: number;
      /** Whether a quotation mark in it closes or opens nothing, and is read as it stands. */
      readonly isStray?: boolean;
    }
  /** It cannot be read; `why` says what is wrong with it. */
  | { readonly kind: 'broken'; readonly number: number; readonly lines: number; readonly why: string };

/** Whether characters came out that the encoding does not know. */
export const isGarbled = (row: Row): boolean =>
  row.kind === 'row' && row.columns.some((column) => cellText(row.fields[column])?.includes('\ufffd'));

/** A number that a double cannot hold, such as an id of twenty digits. `JSON.stringify` writes it as it was. */
interface RawNumber {
  readonly rawJSON: string;
}

const RawJson = JSON as typeof JSON & {
  readonly rawJSON?: (text: string) => RawNumber;
  readonly isRawJSON?: (value: unknown) => value is RawNumber;
};

/** Each number as the file has it, where this browser knows how that was (Chromium 114, Firefox 135, Safari 18.4). */
export const asWritten = (_: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === 'number' && context?.source !== undefined && context.source !== String(value)
    ? (RawJson.rawJSON?.(context.source) ?? value)
    : value;

/** What a path such as "tweet.full_text" leads to. A name that has the dots itself comes first. */
export function valueAt(fields: Fields, path: string): unknown {
  if (Object.hasOwn(fields, path)) return fields[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    const inside = Object.hasOwn(fields, head) ? fields[head] : undefined;
    if (typeof inside === 'object' && inside !== null) return valueAt(inside as Fields, path.slice(dot + 1));
  }
  return undefined;
}

/** The same as `cellText`; a text may also be a list of its parts, as some chats keep it, or be written as one in a cell. */
export function textIn(value: unknown): string | null {
  if (typeof value === 'string' && /^\{"text":.*\}$/s.test(value)) return textIn(partsIn(value)) ?? value;
  if (!Array.isArray(value)) return cellText(value);
  const parts = value.map((part: unknown) =>
    cellText(typeof part === 'object' && part !== null && 'text' in part ? part.text : part),
  );
  return parts.some((part) => part === null) ? null : parts.join('');
}

/** `{"text":"so "},{"text":"glad"}`, as YouTube writes a comment in a table. */
function partsIn(cell: string): unknown {
  try {
    return JSON.parse(`[${cell}]`);
  } catch {
    return null;
  }
}

/** A cell as text: what a number, a text or a moment says; `null` where there is none. */
export function cellText(value: unknown): string | null {
  if (RawJson.isRawJSON?.(value)) return value.rawJSON;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

export type BrokenRow = Extract<Row, { kind: 'broken' }>;

/** A row with its text; it is broken where it has none. */
export function withText(row: Row, column: string): (Exclude<Row, BrokenRow> & { readonly text: string }) | BrokenRow {
  if (row.kind === 'broken') return row;
  const { number, lines, columns, surplus = 0 } = row;
  const broken = (why: string): BrokenRow => ({ kind: 'broken', number, lines, why });
  if (surplus > 0 && column !== columns.at(-1))
    return broken(`it has ${String(columns.length + surplus)} cells, and there are ${String(columns.length)} columns`);
  const text = textIn(valueAt(row.fields, column));
  // What a program writes where there is no text is not what a person said.
  return text === null ? broken(`it has no text in “${column}”`) : { ...row, text: isFiller(text) ? '' : text };
}
