import type { Manifest } from '../shared/manifest';
import type { Request } from '../shared/protocol';

/** Where a model runs in Node: `native` is `onnxruntime-node`, where the project has it installed. */
export type NodeDevice = 'wasm' | 'native';
/** `auto` takes `native` where it is installed and passes the self-test. */
export type NodeDevicePreference = NodeDevice | 'auto';

/** The first message to a thread. As in a browser, one thread is one attempt on one device. */
export interface NodeLoadRequest {
  readonly kind: 'load';
  readonly device: NodeDevicePreference;
  readonly manifest: Manifest;
  /** The model's folder on this disk. */
  readonly folder: string;
  /** The file of the WASM runtime. */
  readonly wasm: string;
}

/** Main thread to thread; what comes back is the `Reply` of every worker. */
export type NodeRequest = NodeLoadRequest | Exclude<Request, { kind: 'load' | 'compiled' }>;
