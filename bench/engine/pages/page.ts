/** What every page of the benchmark does, whatever reads its texts. Runs in the browser. */

import { FIRST_TEXT } from '../texts';

/** Reads texts: our engine, or the library. */
export interface Reader {
  /** Where it computes. */
  readonly device: string;
  /** Resolves with the strongest label. */
  one(text: string): Promise<string>;
  /** Resolves with the number of answers, when all are there. */
  many(texts: readonly string[]): Promise<number>;
}

/** What the benchmark calls from outside, by `page.evaluate`. Times in milliseconds. */
export interface Bench {
  readonly device: string;
  readonly answer: string;
  /** From the beginning of the navigation to the first answer. */
  readonly startMs: number;
  /** Read one text after the other; the time of each. */
  one(texts: readonly string[]): Promise<number[]>;
  /** Read all texts as fast as it goes; the time of all. */
  many(texts: readonly string[]): Promise<number>;
}

declare global {
  interface Window {
    bench: Promise<Bench>;
  }
}

/** End the task, as pages do between two inputs. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Load the reader and give the first answer at once, as a page does that somebody waits for. */
export function begin(load: () => Promise<Reader>): void {
  window.bench = (async () => {
    const reader = await load();
    const answer = await reader.one(FIRST_TEXT);
    return {
      device: reader.device,
      answer,
      startMs: performance.now(),
      async one(texts) {
        const times: number[] = [];
        for (const text of texts) {
          await nextTask();
          const started = performance.now();
          await reader.one(text);
          times.push(performance.now() - started);
        }
        return times;
      },
      async many(texts) {
        await nextTask();
        const started = performance.now();
        const answers = await reader.many(texts);
        const ms = performance.now() - started;
        if (answers !== texts.length) throw new Error(`${String(texts.length)} texts got ${String(answers)} answers.`);
        return ms;
      },
    };
  })();
}
