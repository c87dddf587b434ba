import { softmax } from '../shared/reading';
import type { Answer, Parts } from '../shared/protocol';
import type { Job } from './job';
import { KnownRows } from './known-rows';
import type { Model } from './model';

interface Running {
  readonly id: number;
  readonly job: Job;
  readonly probabilities: (readonly number[] | undefined)[];
  left: number;
}

interface Cell {
  readonly running: Running;
  readonly index: number;
  readonly row: readonly number[];
}

export interface RunnerOptions {
  /**
   * The most that one call reads: rows; tokens, with what is added to make rows alike, though a single row may be longer; and tokens from its
   * shortest row to its longest, since what is added costs as much as text.
   */
  readonly most: { readonly rows: number; readonly tokens: number; readonly padding: number };
  readonly temperature: number;
  readonly answer: (id: number, answer: Answer) => void;
  /** Called with each part of a text that has several, so that a long one is no silence. */
  readonly parts: (id: number, parts: Parts) => void;
}

/**
 * Runs the rows of all jobs in batches of near-equal length, each job in its turn: the hundreds of rows of an explanation hold up no other
 * text. Between two calls of the model messages come in, so an abort takes effect in the middle of a long text.
 */
export class Runner {
  #model: Model;
  #options: RunnerOptions;
  #jobs = new Map<number, Running>();
  #known = new KnownRows();
  #isRunning = false;

  constructor(model: Model, options: RunnerOptions) {
    this.#model = model;
    this.#options = options;
  }

  add(id: number, job: Job): void {
    // A long text that somebody goes on writing differs from the last one in one sentence: the others are not run again.
    const probabilities = job.rows.map((row) => (job.rows.length > 1 ? this.#known.get(row) : undefined));
    this.#jobs.set(id, { id, job, probabilities, left: probabilities.filter((row) => !row).length });
  }

  abort(id: number): void {
    this.#jobs.delete(id);
  }

  /** Resolves when no job is left; a second call while one runs resolves at once. Rejects as the model does. */
  async run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (;;) {
        this.#answerFinished();
        const cells = this.#nextCells();
        if (cells.length === 0) break;
        for (const { running } of cells) this.#putLast(running);
        const logits = await this.#model.logits(cells.map(({ row }) => row));
        cells.forEach(({ running, index, row }, i) => {
          const probabilities = softmax(logits[i] ?? [], this.#options.temperature);
          running.probabilities[index] = probabilities;
          running.left--;
          const { rows, parts: total = rows.length } = running.job;
          if (rows.length === 1) return;
          this.#known.set(row, probabilities);
          this.#options.parts(running.id, { read: Math.floor((total * (rows.length - running.left)) / rows.length), total });
        });
        this.#answerFinished(); // before the wait, which the last of them need not share
        if (this.#jobs.size > 0) await nextTask();
      }
    } finally {
      this.#isRunning = false;
    }
  }

  #answerFinished(): void {
    for (const [id, { job, probabilities, left }] of this.#jobs) {
      if (left > 0) continue;
      this.#jobs.delete(id);
      const answer = job.finish(probabilities.map((p) => p ?? []));
      if ('rows' in answer) this.add(id, answer);
      else this.#options.answer(id, answer);
    }
  }

  #putLast(running: Running): void {
    this.#jobs.delete(running.id);
    this.#jobs.set(running.id, running);
  }

  /** The next row of the job whose turn it is, and others about as long. */
  #nextCells(): Cell[] {
    const { most } = this.#options;
    const cells: Cell[] = [];
    let shortest = Infinity;
    let longest = 0;
    for (const running of this.#jobs.values()) {
      for (const [index, row] of running.job.rows.entries()) {
        if (running.probabilities[index]) continue;
        const [from, to] = [Math.min(shortest, row.length), Math.max(longest, row.length)];
        if (to - from > most.padding || (cells.length > 0 && to * (cells.length + 1) > most.tokens)) continue;
        [shortest, longest] = [from, to];
        cells.push({ running, index, row });
        if (cells.length === most.rows) return cells;
      }
    }
    return cells;
  }
}

const turn = new MessageChannel();
/** Let messages in. A timer would cost 4 ms, half a reading. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    turn.port1.onmessage = () => {
      resolve();
    };
    turn.port2.postMessage(null);
  });
