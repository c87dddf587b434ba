import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { modelsIn, type ShippedModel } from './models.ts';

const MODULE = 'virtual:emotion-node-files';
const MODELS = 'virtual:emotion-models';
const RUNTIME = /^ort-wasm-simd-threaded-[\w-]+\.wasm$/;

/**
 * Tells Node's scripts where the package's other files are: in a build of `lib/node/`, those that the browser's scripts brought into
 * `lib/`; else the sources. There the manifests come with them, and elsewhere by the plugin that ships the models.
 */
export function nodeFiles(folders: readonly string[]): Plugin {
  let isBuild = false;
  return {
    name: 'node-files',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === MODULE || (isBuild && id === MODELS) ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}` && !(isBuild && id === `\0${MODELS}`)) return undefined;
      const models = modelsIn(folders, (manifest) => {
        this.warn(`No model at ${manifest}: this build goes without it. Run training/run.sh.`);
      });
      if (id === `\0${MODELS}`)
        return `export default [${models.map(({ name, manifest }) => `{ name: ${JSON.stringify(name)}, manifest: ${manifest}, urls: {} }`).join(', ')}];`;
      const files = isBuild ? builtFiles(models) : sourceFiles(models);
      return Object.entries(files)
        .map(([name, value]) => `export const ${name} = ${value};`)
        .join('\n');
    },
  };
}

/** The folder of each model, by its name. */
const foldersOf = (models: readonly ShippedModel[], url: (model: ShippedModel) => string): string =>
  `{ ${models.map((model) => `${JSON.stringify(model.name)}: ${url(model)}`).join(', ')} }`;

/** All scripts of Node's stand in one folder. */
function builtFiles(models: readonly ShippedModel[]): Record<string, string> {
  const runtime = readdirSync('lib/assets').find((name) => RUNTIME.test(name));
  if (runtime === undefined)
    throw new Error('lib/assets has no WASM runtime. Build the scripts for browsers first: npm run build:package.');
  const beside = (path: string): string => `new URL(${JSON.stringify(path)}, import.meta.url)`;
  return {
    folders: foldersOf(models, ({ to }) => beside(`../${to}/`)),
    wasm: beside(`../assets/${runtime}`),
    thread: beside('thread.js'),
  };
}

function sourceFiles(models: readonly ShippedModel[]): Record<string, string> {
  const { resolve: find } = createRequire(import.meta.url);
  const at = (href: string): string => `new URL(${JSON.stringify(href)})`;
  const file = (path: string): string => pathToFileURL(path).href;
  // A thread reads no TypeScript; tsx teaches it.
  const teach = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;
  const start = `${teach} await import(${JSON.stringify(file(resolve('src/node/thread.ts')))});`;
  return {
    folders: foldersOf(models, ({ folder }) => at(file(`${folder}/`))),
    wasm: at(file(find('onnxruntime-web/ort-wasm-simd-threaded.wasm'))),
    thread: at(`data:text/javascript,${encodeURIComponent(start)}`),
  };
}
