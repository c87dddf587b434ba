import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const MODULE = 'virtual:emotion-runtime';

/** What a start downloads beside the model, and how to know it. Training cannot: it comes with the build. */
function runtimeFiles(): Record<string, unknown> {
  const { resolve: find } = createRequire(import.meta.url);
  const know = (name: string): { bytes: number; sha256: string } => {
    const body = readFileSync(find(`onnxruntime-web/${name}`));
    return { bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') };
  };
  const pair = (name: string): unknown => ({ mjs: know(`${name}.mjs`), wasm: know(`${name}.wasm`) });
  return { plain: pair('ort-wasm-simd-threaded'), jspi: pair('ort-wasm-simd-threaded.jspi') };
}

/** Compiles the sizes and hashes of the runtime's files into the worker. */
export const runtimeHashes = (): Plugin => ({
  name: 'runtime-hashes',
  resolveId: (id) => (id === MODULE ? `\0${id}` : undefined),
  load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(runtimeFiles())}` : undefined),
});
