import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Built files that no visit of the page needs, that hosts do not serve, or that have another owner: the model is kept by `src/store`. */
const NOT_SHELL =
  /^(model|model-[\w-]+|icons|screenshots)\/|^(sw|testing)\.js$|^_headers$|^404\.html$|^llms\.txt$|^third-party\.md$|\.map$/;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const sha256 = (body: string | Buffer): string => createHash('sha256').update(body).digest('hex');

/**
 * Writes the list of what the page and the runtime are made of, with hashes, into the built service worker. Its version is a hash of all
 * of it, so that a new page is a new service worker, and an unchanged one is none.
 */
export function serviceWorkerShell(): Plugin {
  let outDir = '';
  return {
    name: 'service-worker-shell',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const script = join(outDir, 'sw.js');
        if (!existsSync(script)) return; // the worker's own bundle
        const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
        const paths = entries
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(outDir.length + 1)
              .replaceAll('\\', '/'),
          )
          .filter((path) => !NOT_SHELL.test(path))
          .sort();
        const bodies = await Promise.all(paths.map((path) => readFile(join(outDir, path))));
        const files = paths.map((path, i) => ({
          // Hosts answer for the folder; some redirect its index.html, and a redirected answer cannot open a page.
          path: path === 'index.html' ? './' : path,
          bytes: bodies[i]?.length ?? 0,
          sha256: sha256(bodies[i] ?? ''),
          type: TYPES[extname(path)] ?? 'application/octet-stream',
        }));
        const version = sha256((await readFile(script, 'utf8')) + JSON.stringify(files)).slice(0, 16);
        await writeFile(script, `self.BUILT=${JSON.stringify({ version, files })};\n${await readFile(script, 'utf8')}`);
      },
    },
  };
}
