import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const MODULE = 'virtual:emotion-node-files';
const MANIFEST = 'virtual:emotion-model';
const RUNTIME = /^ort-wasm-simd-threaded-[\w-]+\.wasm$/;

/**
 * Tells Node's scripts where the package's other files are: in a build of `lib/node/`, those that the browser's scripts brought into
 * `lib/`; else the sources. There the manifest comes with them, and elsewhere by the plugin that ships the model.
 */
export function nodeFiles(model: string): Plugin {
  let isBuild = false;
  return {
    name: 'node-files',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === MODULE || (isBuild && id === MANIFEST) ? `\0${id}` : undefined),
    load(id) {
      if (isBuild && id === `\0${MANIFEST}`) return `export default ${readFileSync(join(model, 'manifest.json'), 'utf8')}`;
      if (id !== `\0${MODULE}`) return undefined;
      const files = isBuild ? builtFiles() : sourceFiles(model);
      return Object.entries(files)
        .map(([name, value]) => `export const ${name} = ${value};`)
        .join('\n');
    },
  };
}

/** All scripts of Node's stand in one folder. */
function builtFiles(): Record<string, string> {
  const runtime = readdirSync('lib/assets').find((name) => RUNTIME.test(name));
  if (runtime === undefined)
    throw new Error('lib/assets has no WASM runtime. Build the scripts for browsers first: npm run build:package.');
  const beside = (path: string): string => `new URL(${JSON.stringify(path)}, import.meta.url)`;
  return { model: beside('../model/'), wasm: beside(`../assets/${runtime}`), thread: beside('thread.js') };
}

function sourceFiles(model: string): Record<string, string> {
  const { resolve: find } = createRequire(import.meta.url);
  const at = (href: string): string => `new URL(${JSON.stringify(href)})`;
  const file = (path: string): string => pathToFileURL(path).href;
  // A thread reads no TypeScript; tsx teaches it.
  const teach = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;
  const start = `${teach} await import(${JSON.stringify(file(resolve('src/node/thread.ts')))});`;
  return {
    model: at(file(`${resolve(model)}/`)),
    wasm: at(file(find('onnxruntime-web/ort-wasm-simd-threaded.wasm'))),
    thread: at(`data:text/javascript,${encodeURIComponent(start)}`),
  };
}
