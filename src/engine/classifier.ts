import { abortError } from '../shared/errors';
import type { Answers, Parts, Want } from '../shared/protocol';
import { emptyReading, type Explanation, type Reading } from '../shared/reading';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import { assertOneOf, assertString } from './arguments';
import { inOrder } from './in-order';
import { PRIORITIES, type Priority } from './queue';
import type { Supervisor } from './supervisor';

/** How a text is asked for. */
export interface ClassifyOptions {
  /** Aborts the call with its reason, before or while the text waits its turn or is read. */
  readonly signal?: AbortSignal | undefined;
  /** `visible`, the default, comes before `background`, which is the default of `classifyAll`. */
  readonly priority?: Priority | undefined;
  /** Called as each part of a text longer than the model's window is read: how many of how many. */
  readonly progress?: ((parts: Parts) => void) | undefined;
  /** Any value that identifies the caller: its newer call rejects its older one with `AbortError`. Default: none. */
  readonly caller?: unknown;
}

/** What a classifier does with texts, on a page and elsewhere, whatever computes the answers. */
export abstract class Classifier {
  #source: Pick<Supervisor, 'ask'>;
  #release: () => void;
  #life = new AbortController();
  #callers = new Map<unknown, AbortController>();

  protected constructor(source: Pick<Supervisor, 'ask'>, release: () => void) {
    this.#source = source;
    this.#release = release;
  }

  /**
   * Read one text. Past 10,000 UTF-16 units it is cut, and the reading says `truncated`. A text longer than the model's window of 128
   * tokens is read in parts, which `sentences` lists.
   * @throws {ClassifierError} `invalid-input` if it is not a string or there is no such priority, or what broke the last device
   * @throws {DOMException} `AbortError` after `destroy()` or a newer call of the same caller, or the signal's reason
   */
  classify(text: string, options: ClassifyOptions = {}): Promise<Reading> {
    return this.#ask(text, 'reading', options, emptyReading('blank'));
  }

  /**
   * Read one text and weigh its words: each is left out in turn, so this costs as much as a reading for each word, up to some 200.
   * @throws as `classify` does
   */
  explain(text: string, options: ClassifyOptions = {}): Promise<Explanation> {
    return this.#ask(text, 'explanation', options, { reading: emptyReading('blank'), words: [] });
  }

  /**
   * Read many texts, in order, with a bounded number in flight, so that a file of any size costs the same memory. Leaving the loop early
   * drops the rest. There is no `caller`: each text would take the place of the one before.
   * @throws as `classify` does, `invalid-input` if this is no iterable, or what the iterable throws, in its turn
   */
  classifyAll(
    texts: Iterable<string> | AsyncIterable<string>,
    { priority = 'background', ...options }: Omit<ClassifyOptions, 'caller' | 'progress'> = {},
  ): AsyncGenerator<Reading, void, undefined> {
    return inOrder(texts, (text, signal) => this.classify(text, { priority, signal }), options.signal);
  }

  /** Reject what is waiting with `AbortError` and release the worker. Later calls reject too. */
  destroy(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort(abortError('The classifier was destroyed.'));
    this.#release();
  }

  async #ask<W extends Want>(text: string, want: W, options: ClassifyOptions, ofBlank: Answers[W]): Promise<Answers[W]> {
    const { priority = 'visible', caller, progress } = options;
    assertString(text);
    assertOneOf('priority', priority, PRIORITIES);
    this.#life.signal.throwIfAborted();
    options.signal?.throwIfAborted();
    const replaced = caller === undefined ? undefined : this.#replace(caller);
    try {
      if (text.trim() === '') return ofBlank;
      const signals = [this.#life.signal, options.signal, replaced?.signal].filter((signal) => signal !== undefined);
      // One unit past the limit tells the worker that there was more; a megabyte would only cross the line to be cut there.
      const cut = text.slice(0, MAX_TEXT_LENGTH + 1);
      return await this.#source.ask({ text: cut, want, priority, progress, signal: AbortSignal.any(signals) });
    } finally {
      if (this.#callers.get(caller) === replaced) this.#callers.delete(caller);
    }
  }

  #replace(caller: unknown): AbortController {
    this.#callers.get(caller)?.abort(abortError('A newer text of the same caller took its place.'));
    const controller = new AbortController();
    this.#callers.set(caller, controller);
    return controller;
  }
}
