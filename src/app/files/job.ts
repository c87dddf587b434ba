/** A file on its way: its rows without what is not read, and what became of each. */
import type { Emotion } from '../../index';
import type { Accounts } from '../../tables/account';
import { DateColumn, type DayOrder } from '../../tables/date-column';
import { FileProblem } from '../../tables/file-problem';
import type { KeptJob } from './kept-job';
import { Readings, type PackedReadings } from './readings';
import { valueAt } from '../../tables/row';
import { rowsOf } from '../../tables/rows';
import { Survey, type Broken } from '../../tables/survey';
import type { Source } from '../../tables/layout';
import { copyOf, upgraded } from '../../tables/source';

/** Rows that are kept and fetched together. */
export const CHUNK = 500;

const MOST_ROWS = 250_000;
/** In UTF-16 units: one more than a reading covers, so that the engine knows there was more. */
const KEPT_OF_A_TEXT = 10_001;

export interface Choice {
  readonly source: Source;
  readonly text: string;
  readonly date: string | null;
  /** Whether 1/2/2024 lies in January or February. */
  readonly order: DayOrder;
  /** The column that already holds somebody's label. */
  readonly label: string | null;
}

/** What is known of a file once it was read through. */
export interface Contents {
  readonly choice: Choice;
  /** All columns, in the order of their first appearance. */
  readonly columns: readonly string[];
  /** The number in the file of each row that has a text. */
  readonly numbers: Uint32Array;
  /** The moment of each of these, in milliseconds since 1970 or NaN; `null` without a column of dates. */
  readonly times: Float64Array | null;
  /** Whether 1/2/2024 was read as 2 January because no row settles it. */
  readonly isMonthGuessed: boolean;
  readonly broken: readonly Broken[];
  readonly brokenCount: number;
  /** Rows with characters that the encoding does not know. */
  readonly garbledCount: number;
  /** Rows with a quotation mark that is just a character. */
  readonly strayCount: number;
  /** Where each line of the file went. */
  readonly accounts: Accounts | undefined; // a file that an older version of this page kept has none
}

/** What a person says of a row. */
export type Corrected = Emotion | 'none';

export interface Job extends Contents {
  readonly readings: Readings;
  /** By row; a job that an older version of this page kept had none. */
  readonly corrections?: Map<number, Corrected>;
}

/** Where a run of rows is kept. */
const textsOf = (chunk: number): string => `texts/${String(chunk)}`;
const CORRECTIONS = 'corrections';
const readingsOf = (chunk: number): string => `readings/${String(chunk)}`;

/**
 * Read a file through, and keep it and its texts. The note that there is a job is kept last, so that half a file is never gone on
 * with.
 * @throws {FileProblem} where nothing can be labelled
 */
export async function begin(choice: Choice, kept: KeptJob, onRows: (rows: number) => void, signal: AbortSignal): Promise<Job> {
  await kept.clear();
  const { text, date } = choice;
  const source = await copyOf(choice.source);
  const survey = new Survey(text);
  const numbers: number[] = [];
  const dates = date === null ? null : new DateColumn(choice.order);
  let chunk: string[] = [];
  const keep = async (): Promise<void> => {
    if (chunk.length > 0) await kept.put(textsOf(Math.ceil(numbers.length / CHUNK) - 1), chunk);
    chunk = [];
  };
  for await (const rows of rowsOf(source, survey.account, signal)) {
    signal.throwIfAborted();
    for (const read of rows) {
      const row = survey.take(read);
      if (!row) continue;
      numbers.push(row.number);
      if (date !== null) dates?.add(valueAt(row.fields, date));
      chunk.push(row.text.slice(0, KEPT_OF_A_TEXT));
      if (chunk.length === CHUNK) await keep();
    }
    if (numbers.length > MOST_ROWS)
      throw new FileProblem(`${source.file.name} has more than 250,000 rows. Split it into smaller files.`);
    onRows(numbers.length);
  }
  await keep();
  if (numbers.length === 0) throw new FileProblem(`No row of ${source.file.name} has a text in “${text}”.`);
  const contents: Contents = {
    choice: { ...choice, source },
    columns: [...survey.columns],
    numbers: Uint32Array.from(numbers),
    times: dates && Float64Array.from(dates.times),
    isMonthGuessed: dates?.isGuessed ?? false,
    broken: survey.broken,
    brokenCount: survey.brokenCount,
    garbledCount: survey.garbledCount,
    strayCount: survey.strayCount,
    accounts: survey.account.accounts,
  };
  await kept.put('contents', contents);
  return { ...contents, readings: new Readings(numbers.length), corrections: new Map() };
}

/** The job that was left here, if there is one. */
export async function resume(kept: KeptJob): Promise<Job | null> {
  const contents = (await kept.get('contents')) as Contents | undefined;
  if (!contents) {
    await kept.clear(); // the texts of a file whose reading-in was cut short
    return null;
  }
  const readings = new Readings(contents.numbers.length);
  for (let chunk = 0; readings.read === chunk * CHUNK; chunk++) {
    const packed = (await kept.get(readingsOf(chunk))) as PackedReadings | undefined;
    if (!packed) break;
    readings.restore(packed);
  }
  const { choice } = contents;
  const corrections = ((await kept.get(CORRECTIONS)) as Job['corrections']) ?? new Map<number, Corrected>();
  return { ...contents, choice: { ...choice, source: await upgraded(choice.source) }, readings, corrections };
}

/** Keep what a person says of a row; `null` takes it back. */
export async function correct({ corrections }: Job, kept: KeptJob, row: number, label: Corrected | null): Promise<void> {
  if (label === null) corrections?.delete(row);
  else corrections?.set(row, label);
  await kept.put(CORRECTIONS, corrections);
}

/** Keep what was read from this row on. */
export async function keepReadings({ readings }: Job, kept: KeptJob, from: number): Promise<void> {
  for (let chunk = Math.floor(from / CHUNK); chunk * CHUNK < readings.read; chunk++) {
    await kept.put(readingsOf(chunk), readings.slice(chunk * CHUNK, Math.min(readings.length, (chunk + 1) * CHUNK)));
  }
}

/** The texts of one chunk. */
export async function textsIn(kept: KeptJob, chunk: number): Promise<readonly string[]> {
  const texts = (await kept.get(textsOf(chunk))) as readonly string[] | undefined;
  if (!texts) throw new FileProblem('The rows that were kept here are gone. Open the file again.');
  return texts;
}

/** The texts of all rows from one on. */
export async function* textsFrom(job: Job, kept: KeptJob, from: number): AsyncGenerator<string, void, undefined> {
  for (let chunk = Math.floor(from / CHUNK); chunk * CHUNK < job.readings.length; chunk++) {
    yield* (await textsIn(kept, chunk)).slice(Math.max(0, from - chunk * CHUNK));
  }
}
