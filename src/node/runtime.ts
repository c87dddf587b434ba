import { readFile } from 'node:fs/promises';
import type { InferenceSession as Sessions, Tensor as Tensors } from 'onnxruntime-node';
import { ClassifierError } from '../shared/errors';
import type { NodeDevice } from './protocol';

/** What we use of ONNX Runtime, whose two builds have one face. */
export interface Runtime {
  readonly device: NodeDevice;
  readonly version: string;
  /** The file that computes, as `diagnostics` names it. */
  readonly file: string;
  readonly InferenceSession: typeof Sessions;
  readonly Tensor: typeof Tensors;
}

/** The runtime that the package carries, on one thread: threads of ours use the other cores. */
export async function wasmRuntime(file: string): Promise<Runtime> {
  const { env, InferenceSession, Tensor } = await import('onnxruntime-web/wasm');
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = await readFile(file).catch((cause: unknown) => {
    throw new ClassifierError('runtime', `The runtime ${file} cannot be read. Install the package again.`, { cause });
  });
  return { device: 'wasm', version: env.versions.web ?? 'unknown', file, InferenceSession, Tensor };
}

/**
 * The native runtime, where it is installed.
 * @throws {ClassifierError} `runtime` where it is not, or where this system cannot load it
 */
export async function nativeRuntime(): Promise<Runtime> {
  try {
    const { env, InferenceSession, Tensor } = await import('onnxruntime-node');
    return { device: 'native', version: env.versions.node ?? 'unknown', file: 'onnxruntime-node', InferenceSession, Tensor };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new ClassifierError(
      'runtime',
      `onnxruntime-node cannot be loaded (${String(why)}). npm install onnxruntime-node, or take device "wasm".`,
      { cause },
    );
  }
}
