/** What a table of text is made of: how it is written, and one record of it. */

/** Of two that make as much sense of a file, the first is taken. */
export const SEPARATORS = [',', ';', '\t', '|', '^', '~', '¦', ' ', '::', '\x01', '\x1f'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A separator as it stands in a pattern; in brackets it is what that of two characters is made of. */
export const inPattern = (separator: Separator): string => (separator === '^' || separator === '|' ? `\\${separator}` : separator);

/** A mark in a quoted cell is written twice; or after a backslash; or apostrophes quote, by either way; or nothing does. */
export const QUOTES = ['doubled', 'escaped', 'single', 'none'] as const;
export type Quotes = (typeof QUOTES)[number];

export interface Dialect {
  readonly separator: Separator;
  readonly quotes: Quotes;
  /** Whether a blank follows each separator and belongs to no cell: `1, "a text, whole"`. */
  readonly isSpaced?: boolean;
  /** Whether in a cell without marks a backslash stands before what belongs to it: a separator, a line end, itself; `\n` is a line end. */
  readonly hasEscapes?: boolean;
}

export interface CsvRecord {
  readonly cells: readonly string[];
  /** Lines of the file that it takes. */
  readonly lines: number;
  /** Cells that begin with a mark which closes nothing: they are read as they stand. */
  readonly stray: number;
  /** Cells in whose marks a backslash made sense where doubling made none. */
  readonly escaped: number;
  /** Cells that are quoted well, and those among them that had to be. */
  readonly quoted: number;
  readonly needed: number;
  /** A line that is longer than any row: nothing of it is held. */
  readonly isTooLong?: true;
}
