/** What is known of a file before its rows are read: its kind, and where in it they are. */
import type { Quotes, Separator } from './formats/csv-record';

export type FormatName = 'workbook' | 'subtitles' | 'clippings' | 'chat' | 'mail' | 'jsonl' | 'json' | 'csv' | 'text';

export interface Source {
  readonly file: File;
  readonly format: FormatName;
  /** A name that `TextDecoder` takes. */
  readonly encoding: string;
  /** Whether nothing but the want of a better one speaks for it. */
  readonly isGuess: boolean;
  /** Whether it begins with a byte order mark, which spreadsheets know an encoding by. */
  readonly isMarked: boolean;
  readonly layout: Layout;
  /** What it was unpacked from, where that holds several files. */
  readonly archive?: Archive;
}

export interface Archive {
  readonly file: File;
  /** The files in it that could be meant. */
  readonly names: readonly string[];
  readonly name: string;
}

/** Where the rows are in a file, and how it is written; formats take what concerns them. */
export interface Layout {
  readonly separator: Separator;
  readonly quotes: Quotes;
  /** As in `Dialect`. */
  readonly isSpaced?: boolean;
  readonly hasEscapes?: boolean;
  /** Where the columns begin in each line, where blanks align them and nothing parts them. */
  readonly starts?: readonly number[] | undefined;
  /** The number of the record that names the columns; 0 where none does. */
  readonly heading: number;
  /** The number of the first record that is a row. */
  readonly first: number;
  /** Whether the rows begin with a name of their own, over which there is none. */
  readonly isIndexed?: boolean;
  /** How it is written, where a format knows several ways: labels before each text; subtitles with styles, or with a time before or above each; JSON in other clothes. */
  readonly way?: 'labelled' | 'styled' | 'timed' | 'below' | 'literals' | 'dump';
  /** The names of the columns, where they stand apart from the rows. */
  readonly names?: readonly string[];
  /** The sheet of a workbook. */
  readonly sheet: string;
  /** The way to the list of rows in a document: "data.children"; empty for the document itself. */
  readonly list: string;
  /** What a person may choose from. */
  readonly sheets: readonly string[];
  readonly lists: readonly string[];
  /** The line ends of the file. */
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** What stands before the decimals of its numbers. */
  readonly decimal: '.' | ',';
}

export const PLAIN: Layout = {
  separator: ',',
  quotes: 'doubled',
  heading: 0,
  first: 1,
  sheet: '',
  list: '',
  sheets: [],
  lists: [],
  lineEnd: '\n',
  decimal: '.',
};
