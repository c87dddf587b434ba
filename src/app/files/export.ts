/** The file again, with what was read: its own columns as they were, and ours after them. */
import Papa from 'papaparse';
import { EMOTIONS, type Emotion } from '../../index';
import type { Job } from './job';
import { rowsOf } from '../../tables/rows';

export type Format = 'csv' | 'jsonl';

/** Our columns. Longer than "emotion", which a labelled file often has already. */
const PREFIX = 'emotion_tag';
const OURS: readonly string[] = [PREFIX, ...['reason', 'mixed', 'truncated', ...EMOTIONS].map((name) => `${PREFIX}_${name}`)];

/** The columns of a file that ours take the place of. */
export const replacedBy = (columns: readonly string[]): string[] => columns.filter((column) => OURS.includes(column));

/** What the export says of one row, by column. A label, or none with the reason; the six scores to four digits, or none. */
function answer({ readings }: Job, row: number): Record<string, string | number | boolean | null> {
  const outcome = readings.outcome(row);
  const label = EMOTIONS.find((emotion) => emotion === outcome) ?? null;
  const score = (emotion: Emotion): number | null =>
    readings.isScored(row) ? Number(readings.score(row, emotion).toFixed(4)) : null;
  return {
    [PREFIX]: label,
    [`${PREFIX}_reason`]: label ? null : outcome,
    [`${PREFIX}_mixed`]: readings.mixed(row),
    [`${PREFIX}_truncated`]: readings.truncated(row),
    ...Object.fromEntries(EMOTIONS.map((emotion) => [`${PREFIX}_${emotion}`, score(emotion)])),
  };
}

/**
 * The rows that were read so far, as pieces of a file. Rows that could not be read from the file are left out. A CSV file has a byte order
 * mark if the file had one: spreadsheets know UTF-8 by it, and others stumble over it.
 */
export async function* exported(job: Job, format: Format): AsyncGenerator<string, void, undefined> {
  const { numbers, readings, columns, choice } = job;
  const fields = [...columns.filter((column) => !OURS.includes(column)), ...OURS];
  let row = 0;
  let header = true;
  for await (const batch of rowsOf(choice.source)) {
    const out: Record<string, unknown>[] = [];
    for (const read of batch) {
      if (read.kind !== 'row' || read.number !== numbers[row] || row >= readings.read) continue;
      out.push({ __proto__: null, ...read.fields, ...answer(job, row) });
      row++;
    }
    if (out.length > 0) {
      if (format === 'csv' && header && choice.source.isMarked) yield '\ufeff';
      yield format === 'jsonl' ? out.map((one) => JSON.stringify(one)).join('\n') + '\n' : csvOf(fields, out, header);
      header = false;
    }
    if (row >= readings.read) return;
  }
}

const csvOf = (fields: readonly string[], rows: readonly Record<string, unknown>[], header: boolean): string =>
  Papa.unparse(
    { fields: [...fields], data: rows.map((row) => fields.map((field) => cell(row[field]))) },
    { header, newline: '\n' },
  ) + '\n';

const cell = (value: unknown): unknown => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);

/** The name of the export: that of the file, and what was done to it. */
export const exportName = ({ choice }: Job, format: Format): string =>
  `${choice.source.file.name.replace(/\.[^.]*$/, '')}.emotions.${format}`;

/** Hand a file to the browser's downloads. Its pieces become blobs, which the browser keeps outside of the page's memory. */
export async function save(pieces: AsyncIterable<string>, name: string, format: Format): Promise<void> {
  const type = format === 'csv' ? 'text/csv' : 'application/jsonl';
  const blobs: Blob[] = [];
  for await (const piece of pieces) blobs.push(new Blob([piece]));
  const url = URL.createObjectURL(new Blob(blobs, { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
