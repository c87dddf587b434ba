/** A document that has its table by columns, `{"text": {"0": …, "1": …}}` or `{"text": […]}`, as data frames are written. */
import type { Account } from '../account';
import { FileProblem } from '../file-problem';
import { piecesOf, turn } from '../pieces';
import type { Fields, Row } from '../row';
import { valueOf } from './json-value';

/** What stands for the list in a layout. */
export const COLUMNS = '(columns)';

/** All of such a document must be held, and is taken apart in one step. */
const MOST_BYTES = 30e6;
const BATCH = 1000;

const SCALAR = String.raw`(?:"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)`;
const NUMBERED = new RegExp(String.raw`^\s*\{\s*"[^"]*"\s*:\s*\{\s*"0"\s*:\s*${SCALAR}\s*,\s*"1"\s*:`);
const LISTED = new RegExp(String.raw`^\s*\{\s*"[^"]*"\s*:\s*\[\s*${SCALAR}\s*,\s*${SCALAR}`);

type Column = Readonly<Record<string, unknown>>;

/** The columns, where all of them have entries of the same names. */
function columnsOf(text: string): ReadonlyMap<string, Column> | null {
  let document: unknown;
  try {
    document = valueOf(text);
  } catch {
    return null;
  }
  const columns = Object.entries(document as Fields);
  const isOne = ([, value]: readonly [string, unknown]): boolean => typeof value === 'object' && value !== null;
  const lengths = new Set(columns.filter(isOne).map(([, value]) => Object.keys(value as Column).length));
  return columns.length > 1 && columns.every(isOne) && lengths.size === 1 ? new Map(columns as [string, Column][]) : null;
}

/** @param isWhole whether the text is all of the document: of lists the start does not tell whether they are equally long */
export const isOfColumns = (text: string, isWhole: boolean): boolean =>
  isWhole ? (NUMBERED.test(text) || LISTED.test(text)) && columnsOf(text) !== null : NUMBERED.test(text);

export async function* columnsIn(file: File, encoding: string, account: Account): AsyncGenerator<readonly Row[], void, undefined> {
  if (file.size > MOST_BYTES)
    throw new FileProblem(`${file.name} has its table by columns, and 30 MB of such are the most that is read. Save it by rows.`);
  let text = '';
  for await (const piece of piecesOf(file, encoding)) text += piece;
  const columns = columnsOf(text);
  if (!columns) throw new FileProblem(`The columns of ${file.name} are not equally long. Save it by rows.`);
  const names = [...columns.keys()];
  const keys = Object.keys(columns.get(names[0] ?? '') ?? {});
  for (let at = 0; at < keys.length; at += BATCH) {
    yield keys.slice(at, at + BATCH).map((key, i): Row => {
      const fields = Object.fromEntries(names.map((name) => [name, columns.get(name)?.[key]]));
      return { kind: 'row', number: at + i + 1, lines: 1, columns: names, fields };
    });
    await turn();
  }
  account.lines = keys.length;
}
