/** Why a file cannot be labelled, and what to do: a sentence for people. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

/** A row longer than this, in UTF-16 units, is no row: a quotation mark is missing, or the line ends are. */
export const LONGEST_ROW = 10_000_000;

export const tooLong = (number: number): FileProblem =>
  new FileProblem(`Row ${String(number)} is longer than ten million characters. Is a quotation mark missing there?`);

export const gone = (name: string, cause: unknown): FileProblem =>
  new FileProblem(`${name} could not be read. It may have been moved or changed since: open it again.`, { cause });
