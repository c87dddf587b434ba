/** A thread of Node's: one attempt to load the model, then the texts that it is asked to read. */
import { parentPort } from 'node:worker_threads';
import { Desk } from '../reading/desk';
import { loadLanguages } from '../reading/language';
import { selfTest } from '../reading/self-test';
import { ClassifierError } from '../shared/errors';
import type { Reply, Start } from '../shared/protocol';
import { loadModel } from './model';
import { readModel } from './model-folder';
import type { NodeLoadRequest, NodeRequest } from './protocol';
import { nativeRuntime, wasmRuntime, type Runtime } from './runtime';

let desk: Desk | undefined;

const reply = (message: Reply): void => {
  parentPort?.postMessage(message);
};
const alive = (): void => {
  reply({ kind: 'alive' });
};

async function load(request: NodeLoadRequest): Promise<void> {
  const { manifest, folder } = request;
  let device: Start['device'] | null = null;
  try {
    const began = performance.now();
    const [runtime, bytes, isForeignLanguage] = await Promise.all([
      runtimeFor(request),
      readModel(folder, manifest),
      loadLanguages(),
    ]);
    device = runtime.device;
    const files = performance.now();
    const model = await loadModel(runtime, bytes);
    alive();
    const session = performance.now();
    const textMs = await selfTest(model, { device, isSoftware: false, isRemembered: false }, manifest, alive);
    desk = new Desk({ model, manifest, isForeignLanguage }, device, reply);
    const start: Start = {
      device,
      adapter: null,
      threads: 1,
      runtimeFile: runtime.file,
      versions: { transformers: null, onnxruntime: runtime.version },
      verdict: [device, ...manifest.files.map(({ sha256 }) => sha256.slice(0, 8))].join('|'),
      selfTest: 'passed',
      textMs,
      timings: { files: files - began, session: session - files, selfTest: performance.now() - session },
    };
    reply({ kind: 'ready', start });
  } catch (error) {
    reply({ kind: 'broken', device, error: ClassifierError.toWire(error, `Loading the model on ${device ?? 'this machine'}`) });
  }
}

/** Under `auto`, a native runtime that is not installed is no error. */
async function runtimeFor({ device, wasm }: NodeLoadRequest): Promise<Runtime> {
  if (device === 'wasm') return wasmRuntime(wasm);
  try {
    return await nativeRuntime();
  } catch (error) {
    if (device === 'native') throw error;
    return wasmRuntime(wasm);
  }
}

parentPort?.on('message', (request: NodeRequest) => {
  switch (request.kind) {
    case 'load':
      void load(request);
      break;
    case 'read':
      desk?.read(request); // nothing is asked before `ready`
      break;
    case 'abort':
      desk?.abort(request.id);
      break;
    default:
      request satisfies never;
  }
});
