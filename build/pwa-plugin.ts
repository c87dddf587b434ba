import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Built files that no visit of the page needs, that hosts do not serve, or that have another owner: the model is kept by `src/store`. */
const NOT_SHELL = /^(model|icons|screenshots)\/|^(sw|testing)\.js$|^_headers$|^third-party\.md$|\.map$/;
const RUNTIME = 'assets/ort-';

/**
 * Writes the list of what the page is made of into the built service worker. Its version is a hash of all of it, so that a new page
 * is a new service worker, and an unchanged one is none.
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
        const hash = createHash('sha256').update(await readFile(script));
        for (const path of paths) hash.update(path).update(await readFile(join(outDir, path)));
        const shell = {
          version: hash.digest('hex').slice(0, 16),
          // Hosts answer for the folder; some redirect its index.html, and a redirected answer cannot open a page.
          files: paths.filter((path) => !path.startsWith(RUNTIME)).map((path) => (path === 'index.html' ? './' : path)),
          runtime: paths.filter((path) => path.startsWith(RUNTIME)),
        };
        await writeFile(script, `self.SHELL=${JSON.stringify(shell)};\n${await readFile(script, 'utf8')}`);
      },
    },
  };
}
