import type { WireError } from './errors';
import type { Manifest } from './manifest';
import type { Explanation, Reading } from './reading';
import type { ModelPlace } from './settings';

/** Where a model runs in a browser. */
export type BrowserDevice = 'webgpu' | 'wasm';
/** Where a model runs; `native`, which is `onnxruntime-node`, only where there is no browser. */
export type Device = BrowserDevice | 'native';
/** What a caller may ask for: a device, or `auto`, which takes WebGPU where a hardware adapter answers and is no slower. */
export type DevicePreference = BrowserDevice | 'auto';

/** The two scripts-and-wasm pairs of ONNX Runtime that we serve, as absolute URLs. */
export interface RuntimeUrls {
  readonly plain: { readonly mjs: string; readonly wasm: string };
  /** With JavaScript promise integration, which WebGPU needs. */
  readonly jspi: { readonly mjs: string; readonly wasm: string };
}

/** What a GPU says of itself; each may be empty, as browsers hide it. */
export interface AdapterFacts {
  /** Who made it, like `intel`. */
  readonly vendor: string;
  /** The family it is of, like `gen-12lp`. */
  readonly architecture: string;
  /** What its driver calls it, for people. */
  readonly description: string;
  /** Whether it is software, or otherwise slower than the system's best. */
  readonly isFallback: boolean;
}

/** Which device passed the self-test (and under `auto` was the faster one), by adapter, model and version. */
export type Verdicts = Readonly<Record<string, BrowserDevice>>;

/** What a start found out. */
export interface Start {
  readonly device: Device;
  readonly adapter: AdapterFacts | null;
  readonly threads: number;
  /** The runtime script in use. */
  readonly runtimeFile: string;
  readonly versions: { readonly transformers: string | null; readonly onnxruntime: string };
  /** Under which key of `Verdicts` this start's device may be remembered. */
  readonly verdict: string;
  readonly selfTest: 'passed' | 'remembered';
  /** Milliseconds of one short text, as the self-test measured them. */
  readonly textMs: number;
  /** Milliseconds that each phase took: model and runtime here and verified, session built, self-test passed. */
  readonly timings: { readonly files: number; readonly session: number; readonly selfTest: number };
}

/** The first message to a worker. One worker is one attempt on one device: it never loads again. */
export interface LoadRequest {
  readonly kind: 'load';
  /** Of the page's scripts. A worker of another one does not know what they mean. */
  readonly version: string;
  readonly device: DevicePreference;
  /** Threads for WASM; more than one needs cross-origin isolation. */
  readonly threads: number;
  /** The model to load: what its files must be, and how its logits become labels. */
  readonly manifest: Manifest;
  readonly modelPlace: ModelPlace;
  readonly runtime: RuntimeUrls;
  readonly verdicts: Verdicts;
  /** Requests for model files that this start has made already, by workers that broke. */
  readonly requests: number;
  /** Whether it helps a worker that reads already: then it downloads nothing, and judges no model. */
  readonly isHelper: boolean;
  /** The runtime whose wasm is being compiled ahead, of which `compiled` will tell. */
  readonly compiling: BrowserDevice | undefined;
}

/** What a text is wanted for, and what comes back. */
export interface Answers {
  readonly reading: Reading;
  readonly explanation: Explanation;
}
export type Want = keyof Answers;
export type Answer = Answers[Want];

/** How far the reading of a long text is. */
export interface Parts {
  readonly read: number;
  readonly total: number;
}

/** Page to worker. */
export type Request =
  | LoadRequest
  /** The runtime's wasm, or `null` where it could not be compiled ahead. */
  | { readonly kind: 'compiled'; readonly module: WebAssembly.Module | null }
  | { readonly kind: 'read'; readonly id: number; readonly text: string; readonly want: Want }
  | { readonly kind: 'abort'; readonly id: number };

/** Worker to page. */
export type Reply =
  /** Bytes here of all that this start needs: model files and runtime. */
  | { readonly kind: 'progress'; readonly loaded: number; readonly total: number }
  /** Requests for model files that this start has made, including the one about to be made. */
  | { readonly kind: 'requests'; readonly made: number }
  /** A step of a start is done: the heartbeat of a worker that has nothing else to tell. */
  | { readonly kind: 'alive' }
  /** How many parts of a text are done. */
  | ({ readonly kind: 'parts'; readonly id: number } & Parts)
  | { readonly kind: 'ready'; readonly start: Start }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  /** This one text could not be read; the worker goes on. */
  | { readonly kind: 'refused'; readonly id: number; readonly error: WireError }
  /**
   * This worker is finished: after one failed session the library rejects every later one in the same realm. Where the device
   * computed wrongly, `verdict` is the key under which to remember WASM instead.
   */
  | { readonly kind: 'broken'; readonly device: Device | null; readonly error: WireError; readonly verdict?: string };
