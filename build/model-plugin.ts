import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { modelsIn, type ShippedModel } from './models.ts';

const MODULE = 'virtual:emotion-models';
const CARDS_MODULE = 'virtual:emotion-model-cards';

/**
 * Ships models: compiles their manifests into the bundle, puts their files into the build, and tells the bundle where each of them stands.
 * Without any the build still works, and the page says what is missing.
 */
export function emotionModels(folders: readonly string[]): Plugin {
  let isBuild = false;

  /** A model as the code that the bundle has of it: its name, its manifest and, by path, where each of its files is. */
  function codeOf({ name, folder, to, manifest }: ShippedModel, context: Rolldown.PluginContext): string {
    const urls = new Map<string, string>();
    for (const path of filesIn(folder)) {
      if (!isBuild) urls.set(path, JSON.stringify(`/${to}/${path}`));
      else {
        const source = readFileSync(join(folder, path));
        // What becomes of this: `ownFileUrl`.
        urls.set(path, `import.meta.ROLLUP_FILE_URL_${context.emitFile({ type: 'asset', fileName: `${to}/${path}`, source })}`);
      }
    }
    const { files } = JSON.parse(manifest) as { files: { path: string }[] };
    const entries = files.map(({ path }) => {
      const url = urls.get(path) ?? context.error(`${folder}/manifest.json lists ${path}, and there is no such file.`);
      return `${JSON.stringify(path)}: ${url}`;
    });
    return `{ name: ${JSON.stringify(name)}, manifest: ${manifest}, urls: { ${entries.join(', ')} } }`;
  }

  return {
    name: 'emotion-models',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => ([MODULE, CARDS_MODULE].includes(id) ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}` && id !== `\0${CARDS_MODULE}`) return undefined;
      const models = modelsIn(folders, (manifest) => {
        this.warn(`No model at ${manifest}: this build goes without it. Run training/run.sh.`);
      });
      if (id === `\0${MODULE}`) return `export default [${models.map((model) => codeOf(model, this)).join(', ')}];`;
      const cards = models.map(({ name, folder }) => {
        const card = join(folder, 'MODEL.md');
        return [name, existsSync(card) ? readFileSync(card, 'utf8') : ''] as const;
      });
      return `export default ${JSON.stringify(Object.fromEntries(cards))};`;
    },
    configureServer(server) {
      for (const { folder, to } of modelsIn(folders, () => undefined)) {
        server.middlewares.use(`/${to}`, (request, response, next) => {
          const file = join(folder, decodeURIComponent((request.url ?? '').split('?')[0] ?? ''));
          if (!file.startsWith(folder) || !existsSync(file)) {
            next();
            return;
          }
          createReadStream(file).pipe(response);
        });
      }
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
