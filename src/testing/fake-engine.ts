import type { Classifier, Engine } from '../element/engine-source';
import { replaceEngine } from '../element/engine-source';
import type { Availability } from '../engine/index';
import { abortError, ClassifierError } from '../shared/errors';
import { frozen } from '../shared/frozen';
import { emptyReading, type Explanation, type Reading } from '../shared/reading';
import { answerFor, withSentences, type Answer } from './answers';

/** What the fake engine does where a test says nothing. */
export interface FakeEngineOptions {
  /**
   * Answers by exact text: an emotion, a whole reading, a reason for no label, or an error to throw. Any other text is answered by the first
   * name of an emotion in it ("so much joy" is joy), else `unsure`.
   */
  readonly answers?: Readonly<Record<string, Answer>> | undefined;
  /** What `availability()` says; default `available`. */
  readonly availability?: Availability | undefined;
  /** The size of the pretended download in bytes, for tags that ask first; default 15,000,000. */
  readonly downloadSize?: number | undefined;
}

/** An engine that answers at once and always the same, without a worker, a model or a request. */
export class FakeEngine implements Engine {
  /** Every text that was asked for, in order. */
  readonly texts: string[] = [];
  /** Classifiers in use: one for each tag that has loaded and is in the page. */
  users = 0;
  #options: FakeEngineOptions;
  #held: Promise<void> | undefined;
  #release = (): void => undefined;
  #progress = new Set<EventTarget>();

  constructor(options: FakeEngineOptions = {}) {
    this.#options = options;
  }

  /** What the options say; default `available`. */
  availability(): Promise<Availability> {
    return Promise.resolve(this.#options.availability ?? 'available');
  }

  downloadSize(): Promise<number> {
    return Promise.resolve(this.#options.downloadSize ?? 15_000_000);
  }

  /** Answer nothing until `release()`: tags show that they are loading. */
  hold(): void {
    this.#held ??= new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  /** Answer what waits, and everything later at once. */
  release(): void {
    this.#release();
    this.#held = undefined;
  }

  /** Pretend that this part of the model is here, 0 to 1. */
  progress(loaded: number): void {
    for (const target of this.#progress) target.dispatchEvent(new ProgressEvent('downloadprogress', { loaded, total: 1 }));
  }

  /** A classifier; on hold, after `release()`. */
  create: Engine['create'] = async ({ monitor }) => {
    this.users++;
    const target = new EventTarget();
    monitor?.(target);
    this.#progress.add(target);
    await this.#held;
    let isDestroyed = false;
    return {
      classify: (text, options) => this.#classify(text, options?.signal),
      explain: (text, options) => this.#explain(text, options?.signal),
      destroy: () => {
        if (isDestroyed) return;
        isDestroyed = true;
        this.users--;
        this.#progress.delete(target);
      },
    } satisfies Classifier;
  };

  async #classify(text: string, signal?: AbortSignal): Promise<Reading> {
    if (typeof (text as unknown) !== 'string') throw new ClassifierError('invalid-input', 'A text must be a string.');
    this.texts.push(text);
    await this.#held;
    if (signal?.aborted) throw abortError();
    if (text.trim() === '') return emptyReading('blank');
    const { answers } = this.#options;
    return frozen(structuredClone(withSentences(answerFor(text, answers), text, answers))); // as the real one's, and not the test's own
  }

  async #explain(text: string, signal?: AbortSignal): Promise<Explanation> {
    const reading = await this.#classify(text, signal);
    const emotion = reading.label ?? reading.scores[0]?.label ?? 'joy';
    const words = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      weight: word.toLowerCase() === emotion ? 0.5 : 0,
      emotion,
    }));
    return { reading, words };
  }
}

/**
 * Let all tags of the page use a fake engine from their next text on. Call it before the tags read, and `restore()` after.
 * @example
 * import { useFakeEngine } from 'emotion-tag/testing';
 * const engine = useFakeEngine({ answers: { 'What a day!': 'joy' } });
 * // … your page's test …
 * engine.restore();
 */
export function useFakeEngine(options?: FakeEngineOptions): FakeEngine & { restore(): void } {
  const fake = new FakeEngine(options);
  replaceEngine(fake);
  return Object.assign(fake, {
    restore: () => {
      fake.release();
      replaceEngine();
    },
  });
}
