/** Reads the rows of a job one after the other, until it is done, paused or stopped by something that another row would not cure. */
import { ClassifierError } from '../../index';
import { classifier } from '../classifier';
import { keepReadings, textsFrom, type Job } from './job';
import type { KeptJob } from './kept-job';
import { Pace } from '../../tables/pace';
import { keepSpeed } from './speed';
import { noteMaker } from './provenance';

export type Work =
  | { readonly kind: 'paused' }
  /** Another file is read first. */
  | { readonly kind: 'waiting' }
  /** `loaded` is the part of the model that is here, 0 to 1. */
  | { readonly kind: 'starting'; readonly loaded: number }
  | { readonly kind: 'labelling' }
  | { readonly kind: 'done' }
  /** `start` tries again. */
  | { readonly kind: 'stopped'; readonly error: unknown };

/** Milliseconds between two tellings, and between two keepings: what a reload may lose. */
const TELL_EVERY = 250;
const KEEP_EVERY = 1000;

/** A row may be what breaks the model; three in a row are not. */
const MOST_FAILURES = 3;

/** Until when the files that were begun before are at work: one after another, since they share a model. */
let turn: Promise<void> = Promise.resolve();

export class Labeller {
  work: Work = { kind: 'paused' };
  readonly pace = new Pace();
  #stop: AbortController | null = null;
  #running: Promise<void> = Promise.resolve();
  #kept = 0;
  #keptAt = 0;
  #toldAt = 0;

  /** @param changed called when the work changed, and now and then while rows are read */
  constructor(
    readonly job: Job,
    readonly kept: KeptJob,
    readonly changed: () => void,
  ) {
    this.#kept = job.readings.read;
    if (job.readings.read === job.readings.length) this.work = { kind: 'done' };
  }

  get isAtWork(): boolean {
    return this.work.kind === 'waiting' || this.work.kind === 'starting' || this.work.kind === 'labelling';
  }

  /** Begin, or go on. Resolves when it ends, for whatever reason; never rejects: what goes wrong is in `work`. */
  start(): Promise<void> {
    if (!this.#stop) this.#running = this.#inTurn((this.#stop = new AbortController()));
    return this.#running;
  }

  async #inTurn(stop: AbortController): Promise<void> {
    const before = turn;
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    turn = before.then(() => ended);
    this.#become({ kind: 'waiting' });
    await Promise.race([before, stopped(stop.signal)]).catch(() => undefined); // `#run` sees that it was stopped
    await this.#run(stop);
    end();
  }

  async #run(stop: AbortController): Promise<void> {
    let end: Work = { kind: 'done' };
    this.pace.reset();
    try {
      stop.signal.throwIfAborted();
      this.#become({ kind: 'starting', loaded: 0 });
      const starts = classifier((loaded) => {
        if (!stop.signal.aborted) this.#become({ kind: 'starting', loaded });
      });
      const model = await Promise.race([starts, stopped(stop.signal)]);
      noteMaker(this.kept, model).catch(() => undefined); // a note that fails stops no row
      this.#become({ kind: 'labelling' });
      await this.#readAll((texts) => model.classifyAll(texts, { signal: stop.signal }));
    } catch (error) {
      end = stop.signal.aborted ? { kind: 'paused' } : { kind: 'stopped', error };
    }
    await this.#keep(); // whoever is told that it has ended may reload
    this.#stop = null;
    this.#become(end);
  }

  /** What is being read now is read again later. */
  pause(): void {
    this.#stop?.abort();
  }

  /** Stop for good: resolves once nothing is read or kept any more. */
  async end(): Promise<void> {
    this.#stop?.abort();
    await this.#running;
  }

  async #readAll(
    read: (texts: AsyncIterable<string>) => ReturnType<Awaited<ReturnType<typeof classifier>>['classifyAll']>,
  ): Promise<void> {
    const { job, kept } = this;
    const { readings } = job;
    let failures = 0;
    while (readings.read < readings.length) {
      try {
        for await (const reading of read(textsFrom(job, kept, readings.read))) {
          readings.push(reading);
          failures = 0;
          await this.#tick();
        }
      } catch (error) {
        const isOfTheRow = error instanceof ClassifierError && (error.code === 'runtime' || error.code === 'timeout');
        if (!isOfTheRow || ++failures >= MOST_FAILURES) throw error;
        readings.push(null);
      }
    }
  }

  async #tick(): Promise<void> {
    const now = performance.now();
    if (now - this.#toldAt >= TELL_EVERY) {
      this.#toldAt = now;
      this.pace.mark(this.job.readings.read, now);
      keepSpeed(this.pace.speed);
      this.changed();
    }
    if (now - this.#keptAt >= KEEP_EVERY) await this.#keep();
  }

  async #keep(): Promise<void> {
    this.#keptAt = performance.now();
    const { read } = this.job.readings;
    await keepReadings(this.job, this.kept, this.#kept);
    this.#kept = read;
  }

  #become(work: Work): void {
    this.work = work;
    this.changed();
  }
}

/** Never resolves; rejects once the signal aborts. */
const stopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
