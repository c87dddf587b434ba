/** The first rows of a file: which columns there are, and which of them are probably the text, the date and a label. */
import { DateColumn } from './date-column';
import { FileProblem, MOST_COLUMNS, tooManyColumns } from './file-problem';
import { labelColumn } from './label-column';
import { cellText, isGarbled, valueAt, type Fields, type Row } from './row';
import { rowsOf } from './rows';
import type { Source } from './layout';
import { isText, textColumn } from './text-column';

/** Rows by which a file is judged. */
const LOOKED_AT = 200;

/** Formats that have nothing but texts, with what is around them. */
const NAMELESS: readonly string[] = ['text', 'chat', 'mail', 'subtitles', 'clippings'];

export interface Preview {
  /** What may be chosen; those inside of others by their path. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The column that is probably the text. */
  readonly text: string;
  /** Whether any column has texts in it, not only numbers, dates, addresses and the like. */
  readonly hasTexts: boolean;
  /** The column that is probably a date, if any. */
  readonly date: string | null;
  /** The column that probably says an emotion, if any. */
  readonly label: string | null;
  /** Whether characters came out that the encoding does not know. */
  readonly garbled: boolean;
}

/** @throws {FileProblem} where there is no row that could be read */
export async function previewOf(source: Source, stop?: AbortSignal): Promise<Preview> {
  const rows: Row[] = [];
  for await (const batch of rowsOf(source, undefined, stop)) {
    rows.push(...batch.slice(0, LOOKED_AT - rows.length));
    if (rows.length >= LOOKED_AT) break;
  }
  const whole = rows.flatMap((row) => (row.kind === 'row' ? [row.fields] : []));
  const columns = [
    ...new Set(rows.flatMap((row) => (row.kind === 'row' ? row.columns.flatMap((name) => pathsIn(name, row.fields[name])) : []))),
  ];
  if (columns.length === 0) throw new FileProblem(whatIsMissing(source, rows));
  if (columns.length > MOST_COLUMNS) throw tooManyColumns(source.file.name, columns.length);
  const date = columns.length > 1 ? dateColumn(columns, whole) : null;
  const text = textColumn(columns, whole, [date]);
  const hasTexts = NAMELESS.includes(source.format) || columns.some((column) => isText(column, whole));
  return { columns, rows, text, hasTexts, date, label: labelColumn(columns, whole, text), garbled: rows.some(isGarbled) };
}

/** How deep objects in objects are offered. */
const DEEPEST = 5;

/** A column, or what is in it where that is an object. */
function pathsIn(path: string, value: unknown, depth = 0): string[] {
  if (!isObject(value) || depth === DEEPEST) return [path];
  return Object.keys(value).flatMap((key) => pathsIn(`${path}.${key}`, (value as Fields)[key], depth + 1));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && cellText(value) === null;

function whatIsMissing({ file, layout }: Source, rows: readonly Row[]): string {
  const broken = rows.find((row) => row.kind === 'broken');
  if (broken) return `None of the first rows of ${file.name} could be read. Row ${String(broken.number)}: ${broken.why}.`;
  if (layout.first > 2) return `${file.name} has no row from line ${String(layout.first)} on.`;
  return layout.heading > 0
    ? `${file.name} has no rows below its first. If that is a text and no heading, put a heading above it, like “text”.`
    : `${file.name} has no rows with text in them.`;
}

/** What a column of moments is called whose values look like any other numbers, or like versions: 1.2.24. */
const TIME_NAMES =
  /date|time|when|stamp|created|posted|updated|epoch|utc|day|_at$|^ts$|dat(?:um|o)|^data$|fecha|zeit|heure|jour|\bdía|päivä|pvm|tarih|дата|日付|日期|날짜/i;
const NUMBERS = /^(?:\d+(?:\.\d+)?)?$|^\d\d?-\d\d?-\d\d$|^(?:\d\.\d\d?|\d\d\.\d)\.\d\d$/;

/** What is a moment of the row, and not the one at which somebody said something. */
const OTHER_TIMES = /until|expir|due|birth|\bdob\b|updat|modif|edit|change|deadline|\bend|_end|last|closed|resolved|valid/i;

/** A column in which four of five values are dates, bare numbers only under the name of one: the first whose name is that of no other moment. */
function dateColumn(columns: readonly string[], rows: readonly Fields[]): string | null {
  const found = columns.filter((column) => {
    const dates = new DateColumn();
    const values = rows.map((fields) => valueAt(fields, column));
    for (const value of values) dates.add(value);
    const isNumbers = values.every((value) => NUMBERS.test(cellText(value)?.trim() ?? ''));
    return dates.filled > 0 && dates.count >= 0.8 * dates.filled && (!isNumbers || TIME_NAMES.test(column.trim()));
  });
  return found.find((column) => !OTHER_TIMES.test(column)) ?? found[0] ?? null;
}
