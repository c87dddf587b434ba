import { cp, readFile, rm } from 'node:fs/promises';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const MODULE = 'virtual:emotion-model';
const RUNTIME_MODULE = 'virtual:emotion-runtime-bytes';
const CARD_MODULE = 'virtual:emotion-model-card';

/** What a start downloads beside the model. Training cannot know: it comes with the build. */
function runtimeBytes(): Record<string, number> {
  const { resolve: find } = createRequire(import.meta.url);
  const weigh = (name: string): number =>
    ['mjs', 'wasm'].reduce((sum, type) => sum + statSync(find(`onnxruntime-web/${name}.${type}`)).size, 0);
  return { plain: weigh('ort-wasm-simd-threaded'), jspi: weigh('ort-wasm-simd-threaded.jspi') };
}

/**
 * Ships a model folder: compiles its manifest into the bundle and puts its files beside the page. Without a manifest the build still
 * works, and the page says what is missing.
 */
export function emotionModel(folder: string): Plugin {
  const model = resolve(folder);
  const manifest = join(model, 'manifest.json');
  const card = join(model, 'MODEL.md');
  let outDir = '';
  return {
    name: 'emotion-model',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    resolveId: (id) => ([MODULE, RUNTIME_MODULE, CARD_MODULE].includes(id) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${RUNTIME_MODULE}`) return `export default ${JSON.stringify(runtimeBytes())}`;
      if (id === `\0${CARD_MODULE}`)
        return `export default ${JSON.stringify(existsSync(card) ? await readFile(card, 'utf8') : '')}`;
      if (id !== `\0${MODULE}`) return undefined;
      if (existsSync(manifest)) return `export default ${await readFile(manifest, 'utf8')}`;
      this.warn(`No model at ${manifest}: the page will say so. Run training/run.sh.`);
      return 'export default null';
    },
    async writeBundle() {
      const shipped = join(outDir, 'model');
      await rm(shipped, { recursive: true, force: true });
      if (existsSync(model)) await cp(model, shipped, { recursive: true });
    },
    configureServer(server) {
      server.middlewares.use('/model', (request, response, next) => {
        const file = join(model, decodeURIComponent((request.url ?? '').split('?')[0] ?? ''));
        if (!file.startsWith(model) || !existsSync(file)) {
          next();
          return;
        }
        createReadStream(file).pipe(response);
      });
    },
  };
}
