/** The first rows of a file: which columns there are, and which of them are probably the text and the date. */
import { DateColumn, timeOf } from './dates';
import { FileProblem } from './file-problem';
import { cellText, isGarbled, type Row } from './row';
import { rowsOf } from './rows';
import type { Source } from './source';

/** So many rows tell what a file is like. */
const LOOKED_AT = 200;

export interface Preview {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The column that is probably the text. */
  readonly text: string;
  /** The column that is probably a date, if any. */
  readonly date: string | null;
  /** Whether characters came out that the encoding does not know. */
  readonly garbled: boolean;
}

/** @throws {FileProblem} where there is no row that could be read */
export async function previewOf(source: Source): Promise<Preview> {
  const rows: Row[] = [];
  for await (const batch of rowsOf(source)) {
    rows.push(...batch.slice(0, LOOKED_AT - rows.length));
    if (rows.length >= LOOKED_AT) break;
  }
  const whole = rows.flatMap((row) => (row.kind === 'row' ? [row.fields] : []));
  const columns = [...new Set(rows.flatMap((row) => (row.kind === 'row' ? row.columns : [])))];
  if (columns.length === 0) throw new FileProblem(whatIsMissing(source, rows));
  return { columns, rows, text: textColumn(columns, whole), date: dateColumn(columns, whole), garbled: rows.some(isGarbled) };
}

/** The same for a file that was just opened: whether the first row of a CSV file is a heading is guessed. */
export async function firstPreviewOf(source: Source): Promise<{ readonly source: Source; readonly preview: Preview }> {
  const preview = await previewOf(source);
  if (source.kind !== 'csv' || isHeading(preview.columns)) return { source, preview };
  const headless = { ...source, header: false };
  return { source: headless, preview: await previewOf(headless) };
}

/** Names have letters and are no dates. One that stands alone is short and no sentence; among others it may be the question of a survey. */
function isHeading(names: readonly string[]): boolean {
  const [alone = ''] = names;
  const isSentence = names.length === 1 && (alone.length > 40 || /[.!?…]$/.test(alone));
  return !isSentence && names.every((name) => /\p{L}/u.test(name) && Number.isNaN(timeOf(name)));
}

function whatIsMissing({ file, kind, header }: Source, rows: readonly Row[]): string {
  const broken = rows.find((row) => row.kind === 'broken');
  if (broken) return `None of the first rows of ${file.name} could be read. Row ${String(broken.number)}: ${broken.why}.`;
  return kind === 'csv' && header
    ? `${file.name} has no rows below its first. If that is a text and no heading, say so below.`
    : `${file.name} has no rows with text in them.`;
}

type Fields = Readonly<Record<string, unknown>>;

const TEXT_NAMES = /^(text|content|message|comment|review|sentence|tweet|body|note|entry|answer|description)s?$/i;

/** A column of that name, else the one whose texts are longest. */
function textColumn(columns: readonly string[], rows: readonly Fields[]): string {
  const length = (column: string): number => rows.reduce((sum, fields) => sum + (cellText(fields[column])?.length ?? 0), 0);
  const [longest = ''] = [...columns].sort((a, b) => length(b) - length(a));
  return columns.find((column) => TEXT_NAMES.test(column.trim()) && length(column) > 0) ?? longest;
}

/** What a column of moments is called whose values look like any other numbers. */
const TIME_NAMES = /date|time|when|stamp|created|posted|updated|epoch|utc|_at$|^ts$/i;

/** The first column in which nine of ten values are dates; bare numbers only under the name of one. */
function dateColumn(columns: readonly string[], rows: readonly Fields[]): string | null {
  return (
    columns.find((column) => {
      const values = rows.map((fields) => fields[column]).filter((value) => value !== undefined && value !== '');
      const dates = new DateColumn();
      for (const value of values) dates.add(value);
      const isNumbers = values.every((value) => /^\d+(\.\d+)?$/.test(cellText(value)?.trim() ?? ''));
      return values.length > 0 && dates.count >= 0.9 * values.length && (!isNumbers || TIME_NAMES.test(column.trim()));
    }) ?? null
  );
}
