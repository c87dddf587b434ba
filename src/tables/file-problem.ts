/** Why a file cannot be labelled, and what to do: a sentence for people. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

/** A row longer than this, in UTF-16 units, is no row: a quotation mark is missing, or the line ends are. */
export const LONGEST_ROW = 10_000_000;

/** Why such a row is left out. */
export const TOO_LONG = 'it is longer than ten million characters';

/** More than this are no table that anybody reads, and each costs each row. */
export const MOST_COLUMNS = 2000;

export const tooManyColumns = (what: string, count: number): FileProblem =>
  new FileProblem(
    `${what} has ${count.toLocaleString('en')} columns, and 2,000 are the most that is read. Remove those that you do not need.`,
  );

export const gone = (name: string, cause: unknown): FileProblem =>
  new FileProblem(`${name} could not be read. It may have been moved or changed since: open it again.`, { cause });
