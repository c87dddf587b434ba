import { env, LogLevel } from '@huggingface/transformers';
import { InferenceSession } from 'onnxruntime-web/webgpu';
import type { BrowserDevice, RuntimeUrls, Start } from '../shared/protocol';
import type { ModelBytes } from '../store/model-files';

/** The name under which the library asks for our files. It never becomes a request. */
export const MODEL_NAME = 'emotion';

/** What a start reports about the runtime it uses. */
export type RuntimeFacts = Pick<Start, 'runtimeFile' | 'versions'>;

/**
 * Cut the library off from the network; point ONNX Runtime at the files that we serve.
 * The whole configuration and its reasons: README.md beside this file.
 */
export function configureRuntime(device: BrowserDevice, threads: number, urls: RuntimeUrls): RuntimeFacts {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = '/';
  env.useBrowserCache = false;
  env.useWasmCache = false; // streams and code-caches the wasm, and needs no blob: script
  env.fetch = (input) => Promise.reject(new Error(`emotion-tag lets the library fetch nothing, and it asked for ${String(input)}`));
  env.logLevel = LogLevel.NONE; // a failed run would log its inputs, and they are private
  const { wasm } = env.backends.onnx;
  if (!wasm) throw new Error('the library came without its WASM backend');
  const paths = device === 'webgpu' ? urls.jspi : urls.plain;
  wasm.wasmPaths = paths;
  wasm.numThreads = threads;
  return {
    runtimeFile: paths.mjs,
    versions: { transformers: env.version, onnxruntime: env.backends.onnx.versions?.web ?? 'unknown' },
  };
}

/**
 * Load the runtime before there is a model, so that it comes and compiles while the model's bytes are read and verified. ONNX Runtime
 * does so for its first session: an empty one, which it then refuses. What else may fail here fails again with the model's own session.
 */
export async function loadRuntime(): Promise<void> {
  const options = { executionProviders: ['wasm'], logSeverityLevel: 4 } as const;
  await InferenceSession.create(new Uint8Array(), options).catch(() => undefined);
}

/** Hand the library verified bytes, whatever it asks for. */
export function serveFiles(bytes: ModelBytes): void {
  env.useCustomCache = true;
  env.customCache = {
    match: (key: string) => Promise.resolve(answer(key, bytes)),
    put: () => Promise.resolve(),
  };
}

function answer(key: string, bytes: ModelBytes): Response | undefined {
  const found = bytes.get(key.slice(key.indexOf(`${MODEL_NAME}/`) + MODEL_NAME.length + 1));
  return found && new Response(found);
}

/** Resolves with the reason when the GPU that the session runs on is lost: to a crash, a driver's reset, or the system. */
export async function deviceLoss(): Promise<string> {
  const device = await env.backends.onnx.webgpu?.device;
  if (!device) return new Promise(() => undefined);
  const { reason, message } = await device.lost;
  return message || reason;
}
