/**
 * A page that calls Transformers.js as its documentation shows, with its own defaults: on the main thread, its own runtime file, its
 * own cache. Only the two hosts are ours, since a benchmark must not measure the network.
 */
import type * as Transformers from '@huggingface/transformers';
import { begin, nextTask } from './page';

const url = '/library/transformers.min.js';
const ARRAY = 32;

begin(async () => {
  const { env, pipeline } = (await import(/* @vite-ignore */ url)) as typeof Transformers;
  env.remoteHost = `${location.origin}/hub/`;
  const { wasm } = env.backends.onnx;
  const paths = wasm?.wasmPaths;
  if (!wasm || typeof paths !== 'object')
    throw new Error('The library no longer names its runtime files: see bench/engine/pages/library.ts.');
  const served = (file: string | URL | undefined): string => `${location.origin}/runtime/${String(file).split('/').pop() ?? ''}`;
  Object.assign(paths, { mjs: served(paths.mjs), wasm: served(paths.wasm) });

  const model = new URLSearchParams(location.search).get('model') ?? '';
  const classifier = await pipeline('text-classification', model, { device: 'wasm', dtype: 'q8' });
  return {
    device: 'wasm',
    async one(text) {
      const [answer] = await classifier(text);
      return answer?.label ?? 'none';
    },
    async many(texts) {
      let answers = 0;
      for (let i = 0; i < texts.length; i += ARRAY) {
        answers += (await classifier(texts.slice(i, i + ARRAY))).length;
        await nextTask(); // 1 in 300 of an array's time, and the page lives between two arrays
      }
      return answers;
    },
  };
});
