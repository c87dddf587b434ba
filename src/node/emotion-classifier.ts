import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { thread, wasm } from 'virtual:emotion-node-files';
import { version } from '../../package.json';
import { assertOneOf } from '../engine/arguments';
import { Classifier } from '../engine/classifier';
import { diagnosticsOf, type Diagnostics } from '../engine/diagnostics';
import { modelNames } from '../engine/models';
import { ClassifierError } from '../shared/errors';
import { weightsHash } from '../shared/manifest';
import type { Device } from '../shared/protocol';
import { chosenModel } from './chosen-model';
import { MOST_WORKERS, Pool, startThread } from './pool';
import type { NodeDevicePreference } from './protocol';

/** How a classifier is started, and who hears of it. */
export interface CreateOptions {
  /**
   * What computes. `wasm` is the runtime of the package, whose scores are those of a browser bit for bit. `native` is `onnxruntime-node`,
   * several times as fast, where you have installed it. `auto`, the default, takes `native` where it is there and passes the self-test.
   */
  readonly device?: NodeDevicePreference | undefined;
  /** So many threads, each with a model of its own: some 100 MB of memory. Default 1. */
  readonly workers?: number | undefined;
  /**
   * Which model reads: one of `EmotionClassifier.models`, by default the first, or the folder of another, as `training/` writes it, which is
   * trusted as it is.
   */
  readonly model?: string | undefined;
  /** Aborts the wait with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called once with a target that fires `downloadprogress` with `loaded` 0, then 1, as on a page. Nothing is downloaded. */
  readonly monitor?: ((target: EventTarget) => void) | undefined;
}

/** What to put into a bug report: plain data, nothing of any text. */
export interface NodeDiagnostics extends Diagnostics {
  /** How many threads read, each with a model of its own. */
  readonly workers: number;
  /** What names the model: the start of the SHA-256 of its weights. */
  readonly model: string;
}

const DEVICES: readonly NodeDevicePreference[] = ['auto', 'wasm', 'native'];

/**
 * Tells the emotion of texts, in this process. The same readings as on a page, without one: nothing is downloaded, and nothing leaves
 * the machine. It keeps no process from ending, and its threads end after a minute without work and come back with the next text.
 */
export class EmotionClassifier extends Classifier {
  #pool: Pool;
  #model: string;

  private constructor(pool: Pool, model: string) {
    super(pool, () => {
      pool.end();
    });
    this.#pool = pool;
    this.#model = model;
  }

  /** Names of the models of this package, the default first. */
  static readonly models: readonly string[] = modelNames;

  /** Whether `create` would work. There is nothing to download. */
  static async availability({ model }: Pick<CreateOptions, 'model'> = {}): Promise<'available' | 'unavailable'> {
    try {
      const { folder } = await chosenModel(model);
      return existsSync(wasm) && existsSync(folder) ? 'available' : 'unavailable';
    } catch {
      return 'unavailable'; // `create` says it in words
    }
  }

  /**
   * Verify and load the model.
   * @throws {ClassifierError} with a `code` that says what failed
   * @throws the signal's reason, if it aborts first
   */
  static async create({ device = 'auto', workers = 1, model, signal, monitor }: CreateOptions = {}): Promise<EmotionClassifier> {
    signal?.throwIfAborted();
    assertOneOf('device', device, DEVICES);
    if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS)
      throw new ClassifierError(
        'invalid-input',
        `workers must be a whole number from 1 to ${String(MOST_WORKERS)}, got ${String(workers)}.`,
      );
    const { folder, manifest } = await chosenModel(model);
    const target = new EventTarget();
    monitor?.(target);
    tell(target, 0);
    const request = { kind: 'load', device, manifest, folder, wasm: fileURLToPath(wasm) } as const;
    const pool = new Pool(workers, startThread(thread, request), device);
    await pool.ready(signal);
    tell(target, 1);
    return new EmotionClassifier(pool, weightsHash(manifest));
  }

  /** What reads now; `null` while nothing does: idle threads were put off, or broken ones are being replaced. */
  get device(): Device | null {
    return this.#pool.start?.device ?? null;
  }

  /** What runs where, how long it took, and what failed before. Plain data without any text, for a bug report. */
  get diagnostics(): NodeDiagnostics {
    return { ...diagnosticsOf(this.#pool, version, false), workers: this.#pool.size, model: this.#model };
  }
}

/** Node has no `ProgressEvent`. */
function tell(target: EventTarget, loaded: number): void {
  target.dispatchEvent(Object.assign(new Event('downloadprogress'), { lengthComputable: true, loaded, total: 1 }));
}
