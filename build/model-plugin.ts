import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const MODULE = 'virtual:emotion-model';
const RUNTIME_MODULE = 'virtual:emotion-runtime';
const CARD_MODULE = 'virtual:emotion-model-card';

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

/**
 * Ships a model folder: compiles its manifest into the bundle, puts its files into the build's folder `name`, and tells the bundle where
 * each of them stands. Without a manifest the build still works, and the page says what is missing.
 */
export function emotionModel(folder: string, name = 'model'): Plugin {
  const model = resolve(folder);
  const manifest = join(model, 'manifest.json');
  const card = join(model, 'MODEL.md');
  let isBuild = false;

  /** A module of the manifest and, by path, of where each of its files is. */
  async function moduleOf(context: Rolldown.PluginContext): Promise<string> {
    const written = await readFile(manifest, 'utf8');
    const urls = new Map<string, string>();
    for (const path of filesIn(model)) {
      if (!isBuild) urls.set(path, JSON.stringify(`/${name}/${path}`));
      else {
        const source = readFileSync(join(model, path));
        // What becomes of this: `ownFileUrl`.
        urls.set(path, `import.meta.ROLLUP_FILE_URL_${context.emitFile({ type: 'asset', fileName: `${name}/${path}`, source })}`);
      }
    }
    const { files } = JSON.parse(written) as { files: { path: string }[] };
    const entries = files.map(({ path }) => {
      const url = urls.get(path) ?? context.error(`${manifest} lists ${path}, and ${model} has no such file.`);
      return `${JSON.stringify(path)}: ${url}`;
    });
    return `export default ${written};\nexport const urls = { ${entries.join(', ')} };`;
  }

  return {
    name: 'emotion-model',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => ([MODULE, RUNTIME_MODULE, CARD_MODULE].includes(id) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${RUNTIME_MODULE}`) return `export default ${JSON.stringify(runtimeFiles())}`;
      if (id === `\0${CARD_MODULE}`)
        return `export default ${JSON.stringify(existsSync(card) ? await readFile(card, 'utf8') : '')}`;
      if (id !== `\0${MODULE}`) return undefined;
      if (existsSync(manifest)) return moduleOf(this);
      this.warn(`No model at ${manifest}: the page will say so. Run training/run.sh.`);
      return 'export default null; export const urls = {};';
    },
    configureServer(server) {
      server.middlewares.use(`/${name}`, (request, response, next) => {
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

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
