/** The files of this page, each with what became of its rows: those that are kept from earlier, and those that somebody opens. */
import { previewOf } from '../../tables/columns';
import { FileProblem } from '../../tables/file-problem';
import type { Source } from '../../tables/layout';
import { problem } from '../words/problem';
import type { Saying } from '../words/saying';
import { words } from '../words/speech';
import { begin, resume, type Choice } from './job';
import { KeptJob } from './kept-job';
import { Labeller } from './labeller';
import './sheets/in-worker';

export class Jobs {
  readonly list: Labeller[] = [];
  readonly #kept = KeptJob.open();

  /** @param changed told when the work at one of them changed */
  constructor(readonly changed: () => void) {}

  /** @returns what is wrong with files that are kept and cannot be opened; `null` where all can be */
  async resume(): Promise<Saying | null> {
    let wrong: Saying | null = null;
    const told = (error: unknown): readonly KeptJob[] => {
      wrong = () => (error instanceof FileProblem ? problem(error) : words().files.lostJob);
      return [];
    };
    for (const kept of await (await this.#kept).all().catch(told)) {
      const job = await resume(kept).catch(told); // the others are here all the same
      if (job && 'readings' in job) this.list.push(new Labeller(job, kept, this.changed));
    }
    return wrong;
  }

  /** @throws {FileProblem} where nothing of the file can be labelled; then nothing of it is kept */
  async begin(choice: Choice, onRows: (rows: number) => void, signal: AbortSignal): Promise<Labeller> {
    const kept = (await this.#kept).another();
    try {
      const job = await begin(choice, kept, onRows, signal);
      signal.throwIfAborted();
      const labeller = new Labeller(job, kept, this.changed);
      this.list.push(labeller);
      return labeller;
    } catch (error) {
      await kept.clear();
      throw error;
    }
  }

  /** @throws {FileProblem} where the file would come back */
  async remove(labeller: Labeller): Promise<void> {
    await labeller.end();
    this.list.splice(this.list.indexOf(labeller), 1);
    await labeller.kept.clear();
  }
}

/**
 * How a file is read after another, in the same way: by the same columns, where it has them.
 * @throws {FileProblem} where it has no row that could be read
 */
export async function choiceLike({ text, date, label, order }: Choice, source: Source): Promise<Choice> {
  const guessed = await previewOf(source);
  const own = <T extends string | null>(name: T, guess: T): T => (name !== null && guessed.columns.includes(name) ? name : guess);
  return { source, text: own(text, guessed.text), date: own(date, guessed.date), label: own(label, guessed.label), order };
}
