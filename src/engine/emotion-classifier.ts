import { version } from '../../package.json';
import type { Device, DevicePreference } from '../shared/protocol';
import { findModel, modelNames, type Model } from './models';
import * as stored from '../store/stored-model';
import { ownFiles, type OwnFiles } from './assets';
import { Classifier } from './classifier';
import { assertNoCrashLoop } from './crash-guard';
import { diagnosticsOf, type Diagnostics } from './diagnostics';
import { modelStorage } from './model-storage';
import { acquire, isLoading, newestLease, type Lease } from './shared-supervisor';

/** Whether a classifier can be had: not here; after a download; once a download of this page ends; at once. */
export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

/** How a classifier is started, and who hears of it. */
export interface CreateOptions {
  /** Which model reads, one of `EmotionClassifier.models`; none, or an empty one as templates write it, is the first of them. */
  readonly model?: string | null | undefined;
  /**
   * Where the model runs. `auto`, the default, takes WebGPU where a hardware adapter answers, passes the self-test and is no slower
   * than WASM. `webgpu` takes a software adapter too. Either falls back to WASM when WebGPU is missing or fails. `wasm` never touches
   * the GPU.
   */
  readonly device?: DevicePreference | undefined;
  /**
   * `false` for a worker of its own, started anew, that `destroy()` ends at once, which gives its memory back. By default a page's
   * classifiers for one model, device and model folder share one.
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
   * The folder of the chosen model's files, relative to the page; default `EmotionClassifier.modelBase`. Another origin than the page's or our
   * scripts' must be in `EmotionClassifier.allowedModelOrigins`.
   */
  readonly modelBase?: string | null | undefined;
}

/**
 * Tells the emotion of texts, in this browser. Shaped like the platform's built-in AI classes; all of a page's classifiers for one
 * model, device and model folder share one worker, which ends after a minute without work and comes back with the next text.
 */
export class EmotionClassifier extends Classifier {
  /**
   * The folder of all files of ours, as `npx emotion-tag copy public/` writes it: worker, runtime and model. `null`, the default, is where
   * the page's build has put them. Set it before the first tag or call.
   */
  static assetsBase: string | null = null;

  /**
   * The folder of the model files alone, for all tags and calls that name none; `null`, the default, is with the other files of ours. It
   * holds one model: where a page uses two, name a folder for each of their tags or calls instead.
   */
  static modelBase: string | null = null;

  /** Further origins that a model base may name, as `https://models.example`. Empty by default. */
  static readonly allowedModelOrigins: string[] = [];

  /** Names of the models that there are to choose from, the default first. None is downloaded before it is wanted. */
  static readonly models: readonly string[] = modelNames;

  /** What this browser keeps of the default model: how much, whether it is whole, fetch, repair, remove, import. */
  static readonly storage = storageOf();

  /** The same of any model; where there is none of that name, all of it rejects with `model-missing`. */
  static storageOf(model?: string | null): typeof EmotionClassifier.storage {
    return storageOf(model);
  }

  /** The page's newest start, also where it failed and `create` gave no classifier; `null` before the first. Plain data, for a bug report. */
  static get diagnostics(): Diagnostics | null {
    const lease = newestLease();
    return lease ? diagnosticsIn(lease) : null;
  }

  #lease: Lease;

  private constructor(lease: Lease) {
    super(lease.supervisor, lease.release);
    this.#lease = lease;
  }

  /** Whether `create` would work and whether it would download. Never downloads. */
  static async availability({ model }: Pick<CreateOptions, 'model'> = {}): Promise<Availability> {
    if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') return 'unavailable';
    try {
      const { name, manifest } = findModel(model);
      if ((await stored.availability(manifest)) === 'available') return 'available';
      return isLoading(name) ? 'downloading' : 'downloadable';
    } catch {
      return 'unavailable'; // an insecure origin, or built without the model: `create` says it in words
    }
  }

  /**
   * Download (once), verify and load the model.
   * @throws {ClassifierError} with a `code` that says what failed; `crash-loop` wants a person's click first
   * @throws the signal's reason, if it aborts first
   */
  static async create({
    model: name,
    device = 'auto',
    shared = true,
    signal,
    monitor,
    modelBase,
  }: CreateOptions = {}): Promise<EmotionClassifier> {
    signal?.throwIfAborted();
    const model = findModel(name);
    assertNoCrashLoop();
    const files = filesOf(model, modelBase ?? null);
    const target = new EventTarget();
    monitor?.(target); // before anything is taken that would have to be given back
    const lease = acquire(model, device, files, shared);
    let last = -1;
    const report = (loaded: number): void => {
      if (loaded <= last) return;
      last = loaded;
      target.dispatchEvent(new ProgressEvent('downloadprogress', { lengthComputable: true, loaded, total: 1 }));
    };
    report(0);
    const unwatch = lease.supervisor.watchProgress(report);
    try {
      signal?.throwIfAborted(); // whoever watches the progress may have had enough
      await lease.supervisor.ready(signal);
      report(1);
    } catch (error) {
      lease.release();
      throw error;
    } finally {
      unwatch();
    }
    return new EmotionClassifier(lease);
  }

  /** The name of the model that reads. */
  get model(): string {
    return this.#lease.model;
  }

  /** The device that reads now; `null` while there is no worker: an idle one was put off, or a broken one is being replaced. */
  get device(): Device | null {
    return this.#lease.supervisor.start?.device ?? null;
  }

  /** What runs where, how long it took, and what failed before. Plain data without any text, for a bug report. */
  get diagnostics(): Diagnostics {
    return diagnosticsIn(this.#lease);
  }
}

function storageOf(name?: string | null): ReturnType<typeof modelStorage> {
  return modelStorage(
    () => findModel(name),
    (model) => filesOf(model, null).model,
  );
}

/** @throws {ClassifierError} as `ownFiles` does */
const filesOf = (model: Model, named: string | null): OwnFiles => {
  const { assetsBase, modelBase, allowedModelOrigins } = EmotionClassifier;
  return ownFiles(model, { assetsBase, modelBase: named ?? modelBase, allowedModelOrigins });
};

const diagnosticsIn = ({ supervisor, files }: Pick<Lease, 'supervisor' | 'files'>): Diagnostics =>
  diagnosticsOf(supervisor, version, crossOriginIsolated, files);
