/** What there is to know of one kind of file. `list.ts` names them all; the chooser, the file dialog, refusals and the README follow it. */
import type { Account } from '../account';
import type { Row } from '../row';
import type { FormatName, Layout, Source } from '../layout';

/** The start of a file, by which its format is known. */
export interface Start {
  /** The ending of its name, in small letters and without the dot. */
  readonly ending: string;
  readonly text: string;
  /** Whether that is all of it. */
  readonly isWhole: boolean;
}

export interface Format {
  readonly name: FormatName;
  /** What a person calls it. */
  readonly title: string;
  /** What becomes a row, in a sentence. */
  readonly says: string;
  /** The endings that such files have, without dots. They are an offer to file dialogs, and a hint at most: what is in a file decides. */
  readonly endings: readonly string[];
  readonly types: readonly string[];
  /** What its account counts. */
  readonly unit: 'line' | 'entry' | 'row';
  /** The first bytes of a file that is no text. */
  readonly signature?: readonly number[];
  /** More than this, in bytes, is refused. */
  readonly mostBytes: number;
  isOne(start: Start): boolean;
  /**
   * How the rows lie in a file, as a guess.
   * @throws {FileProblem} where it is none of this format after all
   */
  layoutOf(start: Start, file: File): Partial<Layout> | Promise<Partial<Layout>>;
  /**
   * The rows of a file from its start, in batches as they come; where each line went is put to the account.
   * @param stop ends it where a batch may be long in coming; between two of them, whoever asks no further ends it
   */
  rows(source: Source, account: Account, stop?: AbortSignal): AsyncGenerator<readonly Row[], void, undefined>;
}

export const MOST_BYTES = 100e6;
