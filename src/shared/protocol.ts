import type { WireError } from './errors';
import type { Reading } from './reading';

/** Where a model runs. */
export type Device = 'webgpu' | 'wasm';

/** What a caller may ask for: a device, or `auto`, which takes WebGPU where a hardware adapter answers. */
export type DevicePreference = Device | 'auto';

/** The two scripts-and-wasm pairs of ONNX Runtime that we serve, as absolute URLs. */
export interface RuntimeUrls {
  readonly plain: { readonly mjs: string; readonly wasm: string };
  /** With JavaScript promise integration, which WebGPU needs. */
  readonly jspi: { readonly mjs: string; readonly wasm: string };
}

/** The first message to a worker. One worker is one attempt on one device: it is never told to load again. */
export interface LoadRequest {
  readonly kind: 'load';
  readonly device: DevicePreference;
  /** Threads for WASM; more than one needs cross-origin isolation. */
  readonly threads: number;
  readonly modelBase: string;
  readonly runtime: RuntimeUrls;
}

/** Page to worker. */
export type Request =
  | LoadRequest
  | { readonly kind: 'classify'; readonly id: number; readonly text: string }
  | { readonly kind: 'abort'; readonly id: number };

/** Worker to page. */
export type Reply =
  /** Bytes of model files here, of all that this start needs. */
  | { readonly kind: 'progress'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'ready'; readonly device: Device }
  | { readonly kind: 'reading'; readonly id: number; readonly reading: Reading }
  /** This worker is of no more use: after one failed session the library rejects every later one in the same realm. */
  | { readonly kind: 'broken'; readonly device: Device | null; readonly error: WireError };
