import { startWorker } from './assets';

/**
 * Have the runtime's wasm compiled by a worker of its own, which ends with it. It is a help and no more: without it the worker that loads the
 * model compiles it.
 * @param tell called once, with `null` where nothing comes of it
 * @returns calls it off
 */
export function compileRuntime(script: string, wasm: string, tell: (module: WebAssembly.Module | null) => void): () => void {
  let worker: Worker;
  try {
    // A bundler may have put so small a script into its URL, and such a worker has no origin.
    if (script.startsWith('data:')) throw new TypeError('no file of its own');
    worker = startWorker(script);
  } catch {
    tell(null);
    return () => undefined;
  }
  const end = (module: WebAssembly.Module | null): void => {
    worker.terminate();
    tell(module);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<WebAssembly.Module | null>) => {
    end(data);
  });
  for (const kind of ['error', 'messageerror'])
    worker.addEventListener(kind, (event) => {
      event.preventDefault();
      end(null);
    });
  worker.postMessage(wasm);
  return () => {
    worker.terminate();
  };
}
