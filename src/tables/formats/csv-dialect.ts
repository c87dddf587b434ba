/** How a table of text is written: what stands between its cells, and what quotation marks mean in it. */
import { inPattern, SEPARATORS, type CsvRecord, type Dialect, type Quotes, type Separator } from './csv-record';
import { CsvRecords } from './csv-records';
import { isFilled, mostCommon } from './csv-shape';

/** So many records of the start tell the dialect. */
const LOOKED_AT = 300;

/** The dialect in which the start of a file makes most sense. */
export function dialectOf(start: string, separators: readonly Separator[] = SEPARATORS): Dialect {
  const met = separators.filter((separator) => start.includes(separator) && (separator !== ' ' || isOfBlanks(start)));
  const tried = met.map((separator) => {
    const dialect: Dialect = isSpaced(start, separator)
      ? { separator, quotes: 'doubled', isSpaced: true }
      : plainDialect(start, separator);
    return { dialect, ...regularityOf(start, dialect) };
  });
  const [best] = tried.filter(({ share }) => share >= 0.5).sort((a, b) => b.share - a.share || b.width - a.width);
  const separator = separators[0] ?? ',';
  return best?.dialect ?? { separator, quotes: quotesOf(start, separator) };
}

function plainDialect(start: string, separator: Separator): Dialect {
  const dialect: Dialect = { separator, quotes: quotesOf(start, separator) };
  if (!hasEscapes(start, separator) || !isAsRegular(start, { ...dialect, hasEscapes: true }, dialect)) return dialect;
  const isQuoting = sum(recordsOf(start, dialect), 'quoted') > 0;
  return { separator, quotes: isQuoting ? dialect.quotes : 'none', hasEscapes: true };
}

const isAsRegular = (start: string, one: Dialect, other: Dialect): boolean =>
  regularityOf(start, one).share >= regularityOf(start, other).share;

/** Whether every backslash is one that data bases write, and some must be: before the end of a line or a separator, or for one of them. */
function hasEscapes(start: string, separator: Separator): boolean {
  const own = inPattern(separator);
  const written = new RegExp(String.raw`\\(?:[0bfnrtvZN.'"\\]|\r\n|\r|\n|${own}|$)`, 'g');
  const told = new RegExp(String.raw`\\(?:[\r\n]|${own}${separator === '\t' ? String.raw`|[nrt\\]` : ''})`);
  return told.test(start) && !/\b[a-z]:\\/i.test(start) && !start.replace(written, '').includes('\\');
}

/** A text that is shorter is all of the file. */
const CUT = 16 * 1024;

/** The first records. The last may be cut, where there is more of the file: then it is none. */
export function recordsOf(start: string, dialect: Dialect): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  const reader = new CsvRecords(dialect);
  for (const record of reader.take(start)) if (records.push(record) === LOOKED_AT) return records;
  return start.length >= CUT && records.length > 1 ? records : [...records, ...reader.end()];
}

/** Whether blanks part the cells, as R has it: each row has as many, and some of them in quotation marks. */
function isOfBlanks(start: string): boolean {
  if (!/^.*" *(?=\S)/.test(start) && !/[\r\n].*(?:" \S|\S ").*/.test(start)) return false;
  const [names, ...rows] = recordsOf(start, { separator: ' ', quotes: quotesOf(start, ' ') }).filter(isFilled);
  const width = rows[0]?.cells.length ?? 0;
  const isEven = rows.every(({ cells, quoted, stray }) => cells.length === width && quoted > 0 && stray === 0);
  return isEven && width > 1 && rows.length > 1 && [width, width - 1].includes(names?.cells.length ?? 0) && names?.stray === 0;
}

/** How many of the records have as many cells as most of them. What stands above and below a table is none of it. */
export function regularityOf(
  start: string,
  dialect: Dialect,
): { readonly lines: number; readonly share: number; readonly width: number } {
  const all = recordsOf(start, dialect)
    .filter(isFilled)
    .map(({ cells }) => cells.length);
  const widths = dialect.separator === ',' ? all : within(all);
  const lines = widths.length;
  // Of a heading and two rows the heading is the judge.
  const width = lines <= 3 ? (widths[0] ?? 1) : mostCommon(widths);
  if (width < 2) return { lines, share: 0, width };
  // The names of a data frame have none for the rows' own.
  const isNamed = lines > 3 && dialect.separator !== ',' && width > 2 && widths[0] === width - 1;
  const share = (widths.filter((one) => one === width).length + (isNamed ? 1 : 0)) / lines;
  const isProse = dialect.separator === ',' && !/,(?! )/.test(start);
  return { lines, share: isProse ? share * 0.6 : share, width };
}

/** Without lines of one cell above and below, where these are fewer than the others and the others have three cells at least. */
function within(widths: readonly number[]): readonly number[] {
  const inside = widths.slice(
    widths.findIndex((width) => width > 1),
    widths.findLastIndex((width) => width > 1) + 1,
  );
  return inside.length >= Math.max(3, widths.length / 2) && mostCommon(inside) > 2 ? inside : widths;
}

/** Whether the writer puts a blank before each cell, quoted ones too; in the names of the columns no separator stands without one. */
function isSpaced(start: string, separator: Separator): boolean {
  if (separator === ' ' || !start.includes(`${separator} "`)) return false;
  const names = /\S.*/.exec(start)?.[0] ?? '';
  if (!names.includes(separator) || new RegExp(`[${inPattern(separator)}](?! )`).test(names)) return false;
  const records = recordsOf(start, { separator, quotes: 'doubled', isSpaced: true }).filter(isFilled);
  const width = mostCommon(records.map(({ cells }) => cells.length));
  return sum(records, 'stray') === 0 && width > 1 && records.every(({ cells }) => cells.length === width);
}

/** What marks mean is told by how many cells make no sense otherwise. */
function quotesOf(start: string, separator: Separator): Quotes {
  if (isSingle(start, separator)) return 'single';
  if (!start.includes('"')) return 'doubled';
  const doubled = recordsOf(start, { separator, quotes: 'doubled' });
  const isDoubling = /[^"\\\r\n,;\t|]""[^"\r\n,;\t|]/.test(start);
  const gain = (): number => sense(recordsOf(start, { separator, quotes: 'escaped' })) - sense(doubled);
  if (start.includes('\\"') && !isDoubling && gain() > 0) return 'escaped';
  const strays = sum(doubled, 'stray') + marksInside(doubled);
  const quoted = sum(doubled, 'quoted');
  const isJoined = hasEscapes(start, separator) && /\\[\r\n]/.test(start);
  if (isJoined && quoted > 0 && !isDoubling && gain() >= 0) return 'escaped';
  const isBare = quoted === 0 ? strays > 0 : strays >= 3 && strays >= 2 * quoted && strays > 3 * sum(doubled, 'needed');
  return isBare ? 'none' : 'doubled';
}

/** Whether nearly all records have a cell between apostrophes, none of which opens a cell that it does not close. */
function isSingle(start: string, separator: Separator): boolean {
  if (!new RegExp(`(?:^|[${inPattern(separator)}\r\n])'`).test(start)) return false;
  if (sum(recordsOf(start, { separator, quotes: 'doubled' }), 'quoted') > 0) return false;
  const records = recordsOf(start, { separator, quotes: 'single' }).filter(isFilled);
  const quoted = records.filter(({ quoted }) => quoted > 0).length;
  return sum(records, 'stray') === 0 && quoted > 1 && quoted >= 0.9 * (records.length - 1); // but for the names
}

const sum = (records: readonly CsvRecord[], of: 'stray' | 'escaped' | 'quoted' | 'needed'): number =>
  records.reduce((total, record) => total + record[of], 0);

/** Cells that a writer who quotes would have quoted. */
const marksInside = (records: readonly CsvRecord[]): number =>
  records.reduce(
    (total, { cells, quoted, stray }) => total + (quoted + stray > 0 ? 0 : cells.filter((cell) => cell.includes('"')).length),
    0,
  );

/** The fewer rows are of another width, and the fewer marks stand for nothing, the more sense it makes. */
function sense(records: readonly CsvRecord[]): number {
  const widths = records.map(({ cells }) => cells.length);
  const width = mostCommon(widths);
  return (
    widths.filter((one) => one === width).length -
    sum(records, 'stray') -
    sum(records, 'escaped') -
    widths.filter((one) => one !== width).length
  );
}
