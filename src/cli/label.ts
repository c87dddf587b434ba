/** `emotion-tag label`: files, or what comes on the standard input, with what was read of each row. */
import { createHash } from 'node:crypto';
import { accessSync, createReadStream, createWriteStream, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { EmotionClassifier } from '../node/index';
import { answeredBy, labelledColumns, labelledFields } from '../tables/labelled';
import { Survey } from '../tables/survey';
import { version } from '../../package.json';
import { column, textColumn, openFile, openStandardInput, type Input } from './input';
import { LabelledText, type LabelledFormat } from './labelled-text';
import { PartialFile } from './partial-file';
import { Problem, STATUS, writingProblem } from './problem';
import { Progress } from './progress';
import { readRows, textRows } from './rows';
import { StandardOutput } from './standard-output';

export interface LabelOptions {
  readonly text?: string;
  readonly format?: LabelledFormat;
  readonly output?: string;
  readonly resume?: true;
  readonly quiet?: true;
}

/** What a command has of the process around it. */
export interface Shell {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Aborts when somebody wants an end. */
  readonly signal: AbortSignal;
}

/** Starts the classifier, once somebody has rows for it; about so many. Its model is the one of the command unless another is named. */
export type Start = (rows: number | null, model?: string) => Promise<EmotionClassifier>;

/** Where labelled rows go. */
type Output = Pick<PartialFile, 'rows' | 'write' | 'keep' | 'finish'>;

/** @throws {Problem} or what else says in a sentence why a file was not labelled */
export async function label(path: string, options: LabelOptions, start: Start, shell: Shell): Promise<void> {
  const isStandardInput = path === '-';
  const out = options.output ?? (isStandardInput ? '-' : undefined);
  if (options.resume && (isStandardInput || out === '-'))
    throw new Problem('Only a FILE that is labelled into a file can be gone on with: leave out --resume.', STATUS.usage);
  const whole = options.format === 'csv' || options.format === 'tsv'; // their heading names all columns
  const input = isStandardInput ? await openStandardInput(shell.stdin, options.format, whole) : await openFile(path);
  const text = column(input, options.text, textColumn(input), '--text');
  const known = input.isStream ? null : await read(input, text, shell.signal);
  const columns = labelledColumns(known ? [...known.columns] : input.preview.columns);
  const written = new LabelledText(input.source, columns, options.format);
  const target = out === '-' ? null : targetOf(path, out, written.format);
  const classifier = await start(known?.count ?? null);
  const { device, model } = classifier.diagnostics;
  const output = await outputFor(target, options.resume === true, shell, async () =>
    [version, model, device, text, options.format, await hashOf(path)].join('|'),
  );
  const name = isStandardInput ? 'standard input' : basename(path);
  const progress = new Progress(shell.stderr, name, known?.count ?? null);
  const survey = new Survey(text);
  try {
    if (output.rows === 0) await output.write(written.heading, 0);
    for await (const [row, reading] of readRows(textRows(input.source, survey, output.rows), classifier, shell.signal)) {
      await output.write(written.row(labelledFields(row.fields, answeredBy(reading))), 1);
      progress.tell(output.rows);
    }
    await output.finish();
  } catch (error) {
    await output.keep().catch(() => undefined); // what failed first is told
    if (shell.signal.aborted && target !== null)
      throw new Problem(
        `Stopped. ${name} is labelled up to row ${String(output.rows)}: go on with --resume.`,
        (shell.signal.reason as Problem).status,
      );
    throw error;
  } finally {
    progress.end();
  }
  if (!options.quiet) tellOutcome(shell, name, target, output.rows, known ?? survey, written);
}

/** Pipes and devices are written to as they stand. */
async function outputFor(target: string | null, resume: boolean, shell: Shell, made: () => Promise<string>): Promise<Output> {
  if (target === null) return new StandardOutput(shell.stdout);
  const facts = statSync(target, { throwIfNoEntry: false });
  if (facts && !facts.isFile()) return new StandardOutput(createWriteStream(target), target);
  return PartialFile.open(target, await made(), resume);
}

/** Read a file through: what is in it, before anything is written. */
async function read({ source }: Input, text: string, signal: AbortSignal): Promise<Survey> {
  const survey = new Survey(text);
  const rows = textRows(source, survey);
  for (let next = await rows.next(); !next.done; next = await rows.next()) signal.throwIfAborted();
  if (survey.count === 0)
    throw new Problem(`No row of ${source.file.name} has a text in “${text}”. Name another column with --text.`);
  return survey;
}

/** Beside the file, unless another file or a folder is named. */
function targetOf(path: string, out: string | undefined, format: LabelledFormat): string {
  const name = `${basename(path).replace(/\.[^.]*$/, '')}.emotions.${format}`;
  if (out === undefined) return join(dirname(path), name);
  const isFolder = out.endsWith('/') || (statSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false);
  const target = isFolder ? join(out, name) : out;
  if (resolve(target) === resolve(path))
    throw new Problem(`${target} is the file that is labelled: name another --output.`, STATUS.usage);
  try {
    accessSync(dirname(target)); // sooner than the model has started
  } catch (error) {
    throw writingProblem(error, target);
  }
  return target;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** What became of the rows, for people: nothing is left out in silence. */
function tellOutcome(
  { stderr }: Shell,
  name: string,
  target: string | null,
  rows: number,
  survey: Survey,
  { defused, lost }: LabelledText,
): void {
  const { broken, brokenCount, garbledCount, account } = survey;
  stderr.write(`${name}: ${rows.toLocaleString('en')} rows labelled${target === null ? '' : `, in ${target}`}.\n`);
  const [first] = broken;
  if (first) stderr.write(`${name}: ${String(brokenCount)} left out. Row ${String(first.number)}: ${first.why}.\n`);
  if (garbledCount > 0) stderr.write(`${name}: ${String(garbledCount)} have characters that the encoding does not know.\n`);
  if (defused > 0)
    stderr.write(`${name}: ${String(defused)} cells begin with an apostrophe now: a spreadsheet would have run them.\n`);
  if (lost > 0)
    stderr.write(
      `${name}: ${String(lost)} characters are “?” now: the encoding of the file has none of them. --format csv writes UTF-8.\n`,
    );
  const { missing } = account.accounts;
  if (missing !== 0) stderr.write(`${name}: ${String(missing)} lines are in no row. Please tell us: it is a fault of ours.\n`);
}
