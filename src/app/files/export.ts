/** The file again, with what was read: its own columns as they were, and ours after them. */
import { CsvWriter, type Style } from '../../tables/csv-writer';
import { encoderFor } from '../../tables/encode';
import { FileProblem } from '../../tables/file-problem';
import { labelledColumns, labelledFields, SIMPLE, type Answered } from '../../tables/labelled';
import type { Fields } from '../../tables/row';
import { rowsOf } from '../../tables/rows';
import type { Job } from './job';
import { parquetOf } from './parquet';

/** As the file came, or for other programs. */
export const FORMS = ['came', 'csv', 'tsv', 'xlsx', 'jsonl', 'parquet'] as const;
export type Form = (typeof FORMS)[number];

export interface Exported {
  readonly blob: Blob;
  readonly name: string;
  readonly rows: number;
  /** Cells that a spreadsheet would have run as a formula. */
  readonly defused: number;
  /** Characters that the encoding of the file does not have. */
  readonly lost: number;
}

/** What of a job is written. */
export type Writable = Pick<Job, 'choice' | 'columns' | 'numbers' | 'corrections' | 'readings'>;

/** @param here writes it on this thread, where the other cannot */
export type SheetWriter = (
  job: Writable,
  form: Form,
  wanted: Uint32Array | null,
  here: () => Promise<Exported>,
) => Promise<Exported>;

let writer: SheetWriter | undefined;

/** Who packs rows in pieces that are felt: a page gives these to a worker. */
export function writeSheetsWith(other: SheetWriter): void {
  writer = other;
}

const PACKED: readonly string[] = ['xlsx', 'ods', 'parquet'];

const answerOf = ({ readings, corrections }: Writable, row: number): Answered => ({
  outcome: readings.outcome(row),
  mixed: readings.mixed(row),
  truncated: readings.truncated(row),
  score: (emotion) => (readings.isScored(row) ? readings.score(row, emotion) : null),
  ...(corrections && corrections.size > 0 && { corrected: corrections.get(row) ?? null }),
});

/** The rows that were read so far, or those of them that are wanted, as objects. */
async function* answered(job: Writable, wanted: ReadonlySet<number> | null): AsyncGenerator<readonly Fields[], void, undefined> {
  const { numbers, readings, choice } = job;
  let row = 0;
  for await (const batch of rowsOf(choice.source)) {
    const out: Fields[] = [];
    for (const read of batch) {
      if (read.kind !== 'row' || read.number !== numbers[row] || row >= readings.read) continue;
      if (wanted?.has(row) ?? true) out.push(labelledFields(read.fields, answerOf(job, row)));
      row++;
    }
    if (out.length > 0) yield out;
    if (row >= readings.read) return;
  }
  const missing = String(readings.read - row);
  throw new FileProblem(
    `${missing} rows of the kept copy of ${choice.source.file.name} are not where they were. Open the file again.`,
  );
}

/** The ending of a file as it came. Chats and the like have no columns to add to: they become tables. */
export function endingOf({ choice }: Pick<Job, 'choice'>, form: Form): string {
  if (form !== 'came') return form;
  const { file, format, layout } = choice.source;
  const own = /\.([^.]*)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (format === 'csv') return ['csv', 'tsv', 'txt', 'tab', 'psv'].includes(own) ? own : layout.separator === '\t' ? 'tsv' : 'csv';
  if (format === 'workbook') return own === 'ods' ? 'ods' : 'xlsx';
  if (format === 'json') return layout.list.startsWith('(one') ? 'jsonl' : 'json';
  return format === 'jsonl' ? 'jsonl' : 'csv';
}

/** The name of the export: that of the file, and what was done to it. */
export const exportName = (job: Pick<Job, 'choice'>, ending: string): string =>
  `${job.choice.source.file.name.replace(/\.[^.]*$/, '')}.emotions.${ending}`;

/**
 * @param wanted the rows to write; all that are read where it is `null`
 * @throws {FileProblem} where the kept file cannot be read, or is not what it was
 */
export async function exportOf(job: Writable, form: Form, wanted: Uint32Array | null = null): Promise<Exported> {
  const here = (): Promise<Exported> => writtenHere(job, form, wanted && new Set(wanted));
  return writer && PACKED.includes(endingOf(job, form)) ? writer(job, form, wanted, here) : here();
}

async function writtenHere(job: Writable, form: Form, wanted: ReadonlySet<number> | null): Promise<Exported> {
  const ending = endingOf(job, form);
  const name = exportName(job, ending);
  const fields = labelledColumns(job.columns, (job.corrections?.size ?? 0) > 0);
  const rows = answered(job, wanted);
  const count = wanted ? [...wanted].filter((row) => row < job.readings.read).length : job.readings.read;
  const told = { name, rows: count, defused: 0, lost: 0 };
  if (ending === 'parquet') return { ...told, blob: await parquetOf(fields, () => answered(job, wanted)) };
  if (ending === 'xlsx' || ending === 'ods') return { ...told, blob: await sheet(ending, fields, rows) };
  if (ending === 'json' || ending === 'jsonl') return { ...told, blob: await objects(ending, rows) };
  return { ...told, ...(await table(job, form, fields, rows)) };
}

/** As it came: separator, marks, line ends, encoding. Else UTF-8, with a mark where a spreadsheet would not know it. */
async function table(
  { choice: { source } }: Writable,
  form: Form,
  fields: readonly string[],
  rows: AsyncIterable<readonly Fields[]>,
): Promise<Pick<Exported, 'blob' | 'defused' | 'lost'>> {
  const isSame = form === 'came' && source.format === 'csv';
  const style: Style = isSame ? source.layout : form === 'tsv' ? { ...SIMPLE, separator: '\t' } : SIMPLE;
  const own = isSame ? encoderFor(source.encoding) : null;
  const encoder = own ?? encoderFor('utf-8');
  if (!encoder) throw new RangeError('UTF-8 can be written');
  const writer = new CsvWriter(style);
  const parts: Blob[] = [new Blob([encoder.encode(writer.line(fields))])];
  for await (const batch of rows) {
    const lines = batch.map((row) => writer.line(fields.map((field) => row[field]))).join('');
    parts.push(new Blob([encoder.encode(lines)]));
  }
  const isMarked = own ? source.isMarked : writer.isBeyondAscii || source.isMarked;
  if (isMarked) parts.unshift(new Blob([encoder.encode('\ufeff')]));
  const type = style.separator === '\t' ? 'text/tab-separated-values' : 'text/csv';
  return { blob: new Blob(parts, { type }), defused: writer.defused, lost: encoder.lost };
}

async function objects(ending: 'json' | 'jsonl', rows: AsyncIterable<readonly Fields[]>): Promise<Blob> {
  const isList = ending === 'json';
  const parts: Blob[] = [];
  for await (const batch of rows) {
    const lines = batch.map((row) => JSON.stringify(row)).join(isList ? ',\n' : '\n');
    parts.push(new Blob(isList ? [parts.length > 0 ? ',\n' : '', lines] : [lines, '\n']));
  }
  if (isList) return new Blob(['[\n', ...parts, '\n]\n'], { type: 'application/json' });
  return new Blob(parts, { type: 'application/jsonl' });
}

type Cell = string | number | boolean | null;

const cellOf = (value: unknown): Cell =>
  value === undefined ? null : typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell);

/** Texts are texts there: no formula can come of them. */
async function sheet(ending: 'xlsx' | 'ods', fields: readonly string[], rows: AsyncIterable<readonly Fields[]>): Promise<Blob> {
  async function* cells(): AsyncGenerator<Cell[], void, undefined> {
    yield [...fields];
    for await (const batch of rows) for (const row of batch) yield fields.map((field) => cellOf(row[field]));
  }
  if (ending === 'xlsx') {
    const { writeXlsxStream } = await import('hucre/xlsx');
    return new Response(writeXlsxStream(cells(), { name: 'Emotions' }), {
      headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    }).blob();
  }
  const { writeOds } = await import('hucre/ods');
  const all: Cell[][] = [];
  for await (const row of cells()) all.push(row);
  const bytes = await writeOds({ sheets: [{ name: 'Emotions', rows: all }] });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.oasis.opendocument.spreadsheet' });
}
