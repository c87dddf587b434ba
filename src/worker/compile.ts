/**
 * A worker of a moment. It compiles the runtime's wasm while the script of the worker that is to run it, a megabyte and more, is still fetched
 * and parsed: one would wait for the other. No redirect is followed.
 */
import { STALL_MS } from '../shared/settings';

async function compile(url: string): Promise<WebAssembly.Module | null> {
  try {
    const signal = AbortSignal.timeout(STALL_MS);
    return await WebAssembly.compileStreaming(fetch(url, { credentials: 'same-origin', redirect: 'manual', signal }));
  } catch {
    return null; // the worker that needs it fetches it itself, and says what is wrong
  }
}

self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  void compile(data).then((module) => {
    self.postMessage(module);
  });
});
