import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { apiOf, readManifest, type Api, type Own } from './package/api.ts';
import { llmsText } from './package/llms.ts';

const MODULE = 'virtual:emotion-tag-api';

const readApi = async (): Promise<Api> => apiOf(await readManifest(), JSON.parse(readFileSync('package.json', 'utf8')) as Own);

/** What the page Embed tells of the element, from its sources; beside the built page the same as plain text, and how large everything is. */
export function embedFacts(): Plugin {
  let outDir = '';
  return {
    name: 'embed-facts',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    resolveId: (id) => (id === MODULE ? `\0${id}` : undefined),
    load: async (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(await readApi())}` : undefined),
    // Before the service worker's list is made, which has `sizes.json` in it.
    async writeBundle() {
      if (!existsSync(join(outDir, 'sw.js'))) return; // a worker's own bundle, or the package
      writeFileSync(join(outDir, 'llms.txt'), llmsText(await readApi()));
      writeFileSync(join(outDir, 'sizes.json'), JSON.stringify(sizesOf(outDir)));
    },
  };
}

interface Size {
  readonly bytes: number;
  /** As a host sends it that compresses. */
  readonly sent: number;
}

/** What a page pays: for the tag at once, for its worker and runtime once a text is read. */
function sizesOf(dist: string): Record<'element' | 'worker' | 'runtime', Size> {
  const assets = (pattern: RegExp): string[] =>
    readdirSync(join(dist, 'assets'))
      .filter((name) => pattern.test(name))
      .map((name) => join(dist, 'assets', name));
  return {
    element: sizeOf([...staticImports(join(dist, 'emotion-tag.js'))]),
    worker: sizeOf(assets(/^main-[^/]*\.js$/)),
    runtime: sizeOf(assets(/^ort-wasm-simd-threaded-[^.]*\.(mjs|wasm)$/)),
  };
}

function sizeOf(files: readonly string[]): Size {
  const bodies = files.map((file) => readFileSync(file));
  const sum = (each: (body: Buffer) => number): number => bodies.reduce((total, body) => total + each(body), 0);
  // What hosts do on the way; the slowest quality is for scripts, as hosts do it that compress once.
  const quality = (body: Buffer): number => (body.length > 1e6 ? 5 : 11);
  const sent = (body: Buffer): number =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality(body) } }).length;
  return { bytes: sum(({ length }) => length), sent: sum(sent) };
}

/** A built module and everything that it imports before it can run. */
export function staticImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, path = ''] of code.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^'"`()]*?from\s*)?["'`](\.[^"'`]+)["'`]/g))
    staticImports(join(dirname(file), path), found);
  return found;
}
