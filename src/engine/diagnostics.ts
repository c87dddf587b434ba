import type { ErrorCode } from '../shared/errors';
import type { AdapterFacts, Device, Start } from '../shared/protocol';
import type { OwnFiles } from './assets';
import type { Rung } from './ladder';

/** One worker: what it was to do, and how that ended. */
export interface AttemptRecord extends Rung {
  /** `running` while it loads or reads; `idle` if it was stopped because there was no work. */
  readonly outcome: 'running' | 'idle' | 'failed';
  /** Milliseconds from its start until it was ready; `null` if it never was. */
  readonly readyMs: number | null;
  /** Why it failed. */
  readonly reason?: { readonly code: ErrorCode; readonly message: string };
}

/** What to put into a bug report: plain data, nothing of any text. */
export interface Diagnostics {
  /** Of the worker; `stopped` while there is none. */
  readonly state: 'stopped' | 'loading' | 'ready';
  /** The device that answers, or `null` until one does. */
  readonly device: Device | null;
  /** The GPU that was found, also where WASM is used; `null` without one, or if none was looked for. */
  readonly adapter: AdapterFacts | null;
  /** The arithmetic of the graph in use; the weights are int8 in either. */
  readonly dtype: 'int8' | 'float32' | null;
  /** Threads that WASM may use, 1 to 4; `null` until a worker is ready, as for all that only it knows. */
  readonly threads: number | null;
  /** Whether the page is cross-origin isolated, which WASM threads need. */
  readonly isolated: boolean;
  /** Where a page looks for the files of ours: URLs, or the model's folder. `null` in Node. */
  readonly files: OwnFiles | null;
  /** URL of the runtime script in use. */
  readonly runtimeFile: string | null;
  /** Of this package, and of the libraries inside the worker. */
  readonly versions: { readonly 'emotion-tag': string; readonly transformers: string | null; readonly onnxruntime: string | null };
  /** `passed` in full at this start, or at an earlier one that is `remembered`. */
  readonly selfTest: Start['selfTest'] | null;
  /** Milliseconds; `text` is one short text in the self-test. */
  readonly timings: (Start['timings'] & { readonly text: number }) | null;
  /** Requests for model files in the last start, all its workers and tries together. No start makes more than 60. */
  readonly requests: number;
  /** The last twenty workers, oldest first. */
  readonly attempts: readonly AttemptRecord[];
}

/** What a supervisor knows of itself. */
export interface Diagnosed {
  readonly state: Diagnostics['state'];
  readonly start: Start | null;
  readonly requests: number;
  readonly attempts: readonly AttemptRecord[];
}

export function diagnosticsOf(
  { state, start, requests, attempts }: Diagnosed,
  version: string,
  isolated: boolean,
  files: OwnFiles | null = null,
): Diagnostics {
  return {
    state,
    device: start?.device ?? null,
    adapter: start?.adapter ?? null,
    dtype: start && (start.device === 'webgpu' ? 'float32' : 'int8'),
    threads: start?.threads ?? null,
    isolated,
    files,
    runtimeFile: start?.runtimeFile ?? null,
    versions: {
      'emotion-tag': version,
      transformers: start?.versions.transformers ?? null,
      onnxruntime: start?.versions.onnxruntime ?? null,
    },
    selfTest: start?.selfTest ?? null,
    timings: start && { ...start.timings, text: start.textMs },
    requests,
    attempts,
  };
}
