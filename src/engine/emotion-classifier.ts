import { abortError, ClassifierError } from '../shared/errors';
import type { Device, DevicePreference } from '../shared/protocol';
import { emptyReading, type Reading } from '../shared/reading';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import { areKept } from '../store/kept-files';
import { filesFor, readManifest } from '../store/manifest';
import { acquire, release } from './shared-supervisor';
import type { Supervisor } from './supervisor';

/** Whether a classifier can be had: not here; after a download; at once. */
export type Availability = 'unavailable' | 'downloadable' | 'available';

export interface CreateOptions {
  /**
   * Where the model runs. `auto`, the default, takes WebGPU where a hardware adapter answers and WASM elsewhere. `webgpu` takes a
   * software adapter too. Either falls back to WASM when WebGPU is missing or fails. `wasm` never touches the GPU.
   */
  readonly device?: DevicePreference;
  /** Aborts the wait with its reason. A download that others wait for goes on. */
  readonly signal?: AbortSignal;
  /**
   * Called once with a target that fires `downloadprogress`, a `ProgressEvent` whose `loaded` is the part of the model files that is
   * here, 0 to 1. 0 and 1 always fire, also when nothing is downloaded.
   */
  readonly monitor?: (target: EventTarget) => void;
}

export interface ClassifyOptions {
  /** Aborts the call with its reason, before or while the text waits its turn. */
  readonly signal?: AbortSignal | undefined;
}

/** Texts in flight of one `classifyAll`: enough to keep the worker busy, few enough to keep memory flat. */
const AHEAD = 16;

/**
 * Tells the emotion of texts, in this browser. Shaped like the platform's built-in AI classes; all of a page's classifiers for one
 * device share one worker.
 */
export class EmotionClassifier {
  #supervisor: Supervisor;
  #preference: DevicePreference;
  #life = new AbortController();

  private constructor(supervisor: Supervisor, preference: DevicePreference) {
    this.#supervisor = supervisor;
    this.#preference = preference;
  }

  /** Whether `create` would work and whether it would download. Never downloads. */
  static async availability(): Promise<Availability> {
    if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') return 'unavailable';
    try {
      return (await areKept(filesFor(readManifest(), 'wasm'))) ? 'available' : 'downloadable';
    } catch {
      return 'unavailable'; // built without a model, which `create` says in words
    }
  }

  /**
   * Download (once), verify and load the model.
   * @throws {ClassifierError} with a `code` that says what failed
   * @throws the signal's reason, if it aborts first
   */
  static async create({ device = 'auto', signal, monitor }: CreateOptions = {}): Promise<EmotionClassifier> {
    signal?.throwIfAborted();
    readManifest();
    const supervisor = acquire(device);
    const target = new EventTarget();
    monitor?.(target);
    let last = -1;
    const report = (loaded: number): void => {
      if (loaded <= last) return;
      last = loaded;
      target.dispatchEvent(new ProgressEvent('downloadprogress', { lengthComputable: true, loaded, total: 1 }));
    };
    report(0);
    const unwatch = supervisor.watchProgress(report);
    try {
      await supervisor.ready(signal);
      report(1);
    } catch (error) {
      release(device);
      throw error;
    } finally {
      unwatch();
    }
    return new EmotionClassifier(supervisor, device);
  }

  /** The device that reads now; `null` while a broken one is being replaced. */
  get device(): Device | null {
    return this.#supervisor.device;
  }

  /**
   * Read one text. Past 10,000 UTF-16 units it is cut, and the reading says `truncated`.
   * @throws {ClassifierError} `invalid-input` if it is not a string, or what broke the last device
   * @throws {DOMException} `AbortError` after `destroy()`, or the signal's reason
   */
  async classify(text: string, { signal }: ClassifyOptions = {}): Promise<Reading> {
    assertString(text);
    this.#life.signal.throwIfAborted();
    signal?.throwIfAborted();
    if (text.trim() === '') return emptyReading('blank');
    const either = signal ? AbortSignal.any([signal, this.#life.signal]) : this.#life.signal;
    // One unit past the limit tells the worker that there was more; a megabyte would only cross the line to be cut there.
    return this.#supervisor.classify(text.slice(0, MAX_TEXT_LENGTH + 1), either);
  }

  /** Read many texts, in order, with a bounded number in flight. Leaving the loop early drops the rest. */
  async *classifyAll(
    texts: Iterable<string> | AsyncIterable<string>,
    { signal }: ClassifyOptions = {},
  ): AsyncGenerator<Reading, void, undefined> {
    const left = new AbortController();
    const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
    const inFlight: Promise<Reading>[] = [];
    try {
      for await (const text of texts) {
        const reading = this.classify(text, { signal: either });
        reading.catch(() => undefined); // thrown below, in its turn
        inFlight.push(reading);
        const oldest = inFlight.length >= AHEAD ? inFlight.shift() : undefined;
        if (oldest) yield await oldest;
      }
      for (const reading of inFlight) yield await reading;
    } finally {
      left.abort();
    }
  }

  /** Reject what waits with `AbortError` and let go of the worker. Calls after this reject too. */
  destroy(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort(abortError('The classifier was destroyed.'));
    release(this.#preference);
  }
}

/** Callers without types may pass anything. */
function assertString(text: unknown): asserts text is string {
  if (typeof text === 'string') return;
  throw new ClassifierError('invalid-input', `A text must be a string, got ${text === null ? 'null' : typeof text}.`);
}
