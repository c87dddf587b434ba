import { version } from '../../package.json';
import { abortError } from '../shared/errors';
import type { Answers, Device, DevicePreference, Want } from '../shared/protocol';
import { emptyReading, type Explanation, type Reading } from '../shared/reading';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import { readManifest } from './models';
import * as stored from '../store/stored-model';
import { assertOneOf, assertString } from './arguments';
import { modelBase as resolved } from './assets';
import { assertNoCrashLoop } from './crash-guard';
import { diagnosticsOf, type Diagnostics } from './diagnostics';
import { inOrder } from './in-order';
import { modelStorage } from './model-storage';
import { PRIORITIES, type Priority } from './queue';
import { acquire, isLoading } from './shared-supervisor';
import type { Supervisor } from './supervisor';

/** Whether a classifier can be had: not here; after a download; once a download of this page ends; at once. */
export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

/** How a classifier is started, and who hears of it. */
export interface CreateOptions {
  /**
   * Where the model runs. `auto`, the default, takes WebGPU where a hardware adapter answers, passes the self-test and is no slower
   * than WASM. `webgpu` takes a software adapter too. Either falls back to WASM when WebGPU is missing or fails. `wasm` never touches
   * the GPU.
   */
  readonly device?: DevicePreference | undefined;
  /**
   * `false` for a worker of its own, started anew, that `destroy()` ends at once, which gives its memory back. By default a page's
   * classifiers for one device and model folder share one.
   */
  readonly shared?: boolean | undefined;
  /** Aborts the wait with its reason. A download stops with the last who waits for it; the next start goes on from what came. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called once with a target that fires `downloadprogress`, a `ProgressEvent` whose `loaded` is the part of the model files and the
   * runtime that is here, 0 to 1. 0 and 1 always fire, also when nothing is downloaded.
   */
  readonly monitor?: ((target: EventTarget) => void) | undefined;
  /**
   * The folder of the model files, relative to the page; default `EmotionClassifier.modelBase`. Another origin than the page's or our
   * scripts' must be in `EmotionClassifier.allowedModelOrigins`.
   */
  readonly modelBase?: string | undefined;
}

/** How a text is asked for. */
export interface ClassifyOptions {
  /** Aborts the call with its reason, before or while the text waits its turn or is read. */
  readonly signal?: AbortSignal | undefined;
  /** `visible`, the default, comes before `background`, which is the default of `classifyAll`. */
  readonly priority?: Priority | undefined;
  /** Whoever asks, as any value: a newer call of the same caller rejects the older one with `AbortError`. Default: nobody. */
  readonly caller?: unknown;
}

/**
 * Tells the emotion of texts, in this browser. Shaped like the platform's built-in AI classes; all of a page's classifiers for one
 * device and model folder share one worker, which ends after a minute without work and comes back with the next text.
 */
export class EmotionClassifier {
  /** The folder of the model files for all tags and calls that name none; `null`, the default, is `model` beside that of our scripts. */
  static modelBase: string | null = null;

  /** Further origins that a model base may name, as `https://models.example`. Empty by default. */
  static readonly allowedModelOrigins: string[] = [];

  /** The model that this browser keeps: how much, whether it is whole, fetch, repair, remove, import. */
  static readonly storage = modelStorage(() => baseOf(null));

  #supervisor: Supervisor;
  #release: () => void;
  #life = new AbortController();
  #callers = new Map<unknown, AbortController>();

  private constructor(supervisor: Supervisor, release: () => void) {
    this.#supervisor = supervisor;
    this.#release = release;
  }

  /** Whether `create` would work and whether it would download. Never downloads. */
  static async availability(): Promise<Availability> {
    if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') return 'unavailable';
    try {
      if ((await stored.availability(readManifest())) === 'available') return 'available';
      return isLoading() ? 'downloading' : 'downloadable';
    } catch {
      return 'unavailable'; // an insecure origin, or built without a model: `create` says it in words
    }
  }

  /**
   * Download (once), verify and load the model.
   * @throws {ClassifierError} with a `code` that says what failed; `crash-loop` wants a person's click first
   * @throws the signal's reason, if it aborts first
   */
  static async create({
    device = 'auto',
    shared = true,
    signal,
    monitor,
    modelBase,
  }: CreateOptions = {}): Promise<EmotionClassifier> {
    signal?.throwIfAborted();
    const manifest = readManifest();
    assertNoCrashLoop();
    const base = baseOf(modelBase ?? null);
    const target = new EventTarget();
    monitor?.(target); // before anything is taken that would have to be given back
    const { supervisor, release } = acquire(manifest, device, base, shared);
    let last = -1;
    const report = (loaded: number): void => {
      if (loaded <= last) return;
      last = loaded;
      target.dispatchEvent(new ProgressEvent('downloadprogress', { lengthComputable: true, loaded, total: 1 }));
    };
    report(0);
    const unwatch = supervisor.watchProgress(report);
    try {
      signal?.throwIfAborted(); // whoever watches the progress may have had enough
      await supervisor.ready(signal);
      report(1);
    } catch (error) {
      release();
      throw error;
    } finally {
      unwatch();
    }
    return new EmotionClassifier(supervisor, release);
  }

  /** The device that reads now; `null` while there is no worker: an idle one was put off, or a broken one is being replaced. */
  get device(): Device | null {
    return this.#supervisor.start?.device ?? null;
  }

  /** What runs where, how long it took, and what failed before. Plain data without any text, for a bug report. */
  get diagnostics(): Diagnostics {
    return diagnosticsOf(this.#supervisor, version);
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
    { priority = 'background', ...options }: Omit<ClassifyOptions, 'caller'> = {},
  ): AsyncGenerator<Reading, void, undefined> {
    return inOrder(texts, (text, signal) => this.classify(text, { priority, signal }), options.signal);
  }

  /** Reject what waits with `AbortError` and let go of the worker. Calls after this reject too. */
  destroy(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort(abortError('The classifier was destroyed.'));
    this.#release();
  }

  async #ask<W extends Want>(text: string, want: W, options: ClassifyOptions, ofBlank: Answers[W]): Promise<Answers[W]> {
    const { priority = 'visible', caller } = options;
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
      return await this.#supervisor.ask({ text: cut, want, priority, signal: AbortSignal.any(signals) });
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

/** @throws {ClassifierError} `invalid-input` for a base that is not allowed */
const baseOf = (named: string | null): string =>
  resolved(named ?? EmotionClassifier.modelBase, EmotionClassifier.allowedModelOrigins);
