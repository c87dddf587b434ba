/** The command `emotion-tag`: arguments in, one of five commands, a status out. */
import { availableParallelism } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { EmotionClassifier, type NodeDevicePreference } from '../node/index';
import { MOST_WORKERS } from '../node/pool';
import { bake } from './bake';
import { evaluate, type EvaluateOptions } from './evaluate';
import { explain } from './explain';
import { label, type LabelOptions, type Shell, type Start } from './label';
import { models } from './models';
import { fileProblem, Problem, STATUS } from './problem';

interface EngineOptions {
  readonly model?: string;
  readonly device: NodeDevicePreference;
  readonly jobs?: number;
}

/** Rows that are worth a thread of their own: its start costs as much as some hundred. */
const ROWS_A_THREAD = 500;

/** A classifier of each wanted model, started once, when rows are there, and ended with the command. */
function lazily({ model, device, jobs }: EngineOptions, { signal }: Shell): Start & { end(): void } {
  const classifiers = new Map<string | undefined, Promise<EmotionClassifier>>();
  const start: Start = (rows, named = model) => {
    const workers = jobs ?? Math.max(1, Math.min(availableParallelism(), 16, Math.ceil((rows ?? Infinity) / ROWS_A_THREAD)));
    const started = classifiers.get(named) ?? EmotionClassifier.create({ device, workers, signal, model: named });
    classifiers.set(named, started);
    return started;
  };
  const end = (): void => {
    for (const started of classifiers.values())
      started.then(
        (created) => {
          created.destroy();
        },
        () => undefined,
      );
  };
  return Object.assign(start, { end });
}

function whole(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > MOST_WORKERS)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${String(MOST_WORKERS)}.`);
  return number;
}

const withEngine = (command: Command): Command =>
  command
    .option('--model <name>', `${EmotionClassifier.models.join(' or ')}, or the folder of another one (default: the first)`)
    .addOption(new Option('--device <device>', 'what computes').choices(['auto', 'wasm', 'native']).default('auto'))
    .option('--jobs <number>', 'threads to read with (default: by the rows and cores)', whole);

/** @returns the status to end with */
export async function main(args: readonly string[], shell: Shell): Promise<number> {
  let status = 0;
  const say = (error: unknown): void => {
    const { message, status: own } = said(error, shell.signal);
    shell.stderr.write(`emotion-tag: ${message}\n`);
    status = own;
  };
  const program = new Command('emotion-tag')
    .description('Tells the emotion of texts on this machine: sadness, joy, love, anger, fear, surprise. Nothing is sent anywhere.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => shell.stdout.write(text), writeErr: (text) => shell.stderr.write(text) });

  withEngine(program.command('label'))
    .description('label each row of files, or of the standard input')
    .argument('[files...]', 'CSV, TSV, JSON lines, plain text and others; - is the standard input')
    .option('--text <column>', 'the column with the texts (default: a guess)')
    .addOption(new Option('--format <format>', 'how it is written (default: as it came)').choices(['csv', 'tsv', 'jsonl']))
    .option('-o, --output <path>', 'file or folder to write to, - for the standard output (default: NAME.emotions.FORMAT)')
    .option('--resume', 'go on with what was begun')
    .option('-q, --quiet', 'say nothing but what fails')
    .action(async (files: string[], options: LabelOptions & EngineOptions) => {
      const start = lazily(options, shell);
      const paths = files.length > 0 ? files : ['-'];
      const { output } = options;
      if (paths.length > 1 && output !== undefined && output !== '-' && !output.endsWith('/'))
        throw new Problem('Several files need a folder: end --output with a slash.', STATUS.usage);
      for (const path of paths) {
        try {
          await label(path, options, start, shell);
        } catch (error) {
          say(error);
          if (shell.signal.aborted || status === STATUS.closed) break; // the others would fare no better
        }
      }
      start.end();
    });

  withEngine(program.command('evaluate'))
    .description('compare labels with those that a column of the file has')
    .argument('<file>', 'a file with a column of emotions; - is the standard input')
    .option('--label <column>', 'the column with the right labels (default: a guess)')
    .option('--text <column>', 'the column with the texts (default: a guess)')
    .option('--json', 'write one line of JSON')
    .action(async (file: string, options: EvaluateOptions & EngineOptions) => {
      const start = lazily(options, shell);
      await evaluate(file, options, start, shell).finally(() => {
        start.end();
      });
    });

  withEngine(program.command('explain'))
    .description('show the words that the label of a text rests on')
    .argument('<text>')
    .option('--json', 'write one line of JSON')
    .action(async (text: string, options: { readonly json?: true } & EngineOptions) => {
      const start = lazily(options, shell);
      await explain(text, options.json === true, await start(1), shell).finally(() => {
        start.end();
      });
    });

  withEngine(program.command('bake'))
    .description('write the readings of all tags into the pages of a built site')
    .argument('<paths...>', 'folders, .html files or patterns, like dist')
    .action(async (paths: string[], options: EngineOptions) => {
      const start = lazily(options, shell);
      await bake(paths, start, shell).finally(() => {
        start.end();
      });
    });

  program
    .command('models')
    .description('list the models that are here, and check their files')
    .option('--json', 'write one line of JSON')
    .action((options: { readonly json?: true }) => models(options.json === true, shell));

  // `bin/emotion-tag.js` runs it: it needs nothing that was built for Node.
  program.command('copy').description('put all files that a site serves into a folder of it').argument('<folder>');

  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : STATUS.usage; // it has said why
    say(error);
  }
  return status;
}

/** One line for whatever ended the command. */
function said(error: unknown, signal: AbortSignal): { readonly message: string; readonly status: number } {
  if (error instanceof Problem) return error;
  if (signal.aborted) return signal.reason as Problem;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EPIPE') return fileProblem(error, 'the standard output');
  return { message: message.split('\n')[0] ?? message, status: STATUS.failed };
}
