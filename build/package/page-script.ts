import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Of both builds, and each has its own: the page's holds lit, which an embedder's build brings by itself. */
const OWN = ['index.js', 'third-party.md'];

/**
 * Takes the script for plain pages out of a build of its own. It works with the package's engine, worker and wasm, so these must be the
 * same files in both builds, and are not carried twice.
 * @throws {Error} where a chunk that both have differs: then the script would find another engine than `emotion-tag/engine` gives
 */
export function takePageScript(built: string, lib: string): void {
  for (const path of filesIn(built).filter((name) => !OWN.includes(name))) {
    if (!existsSync(join(lib, path))) {
      if (!isOfTheElement(path, readFileSync(join(built, path), 'utf8')))
        throw new Error(`${built} has ${path}, which ${lib} lacks. Give both builds the same entries.`);
      copyFileSync(join(built, path), join(lib, path));
    } else if (!readFileSync(join(built, path)).equals(readFileSync(join(lib, path)))) {
      throw new Error(`${path} differs between ${built} and ${lib}. Give both builds the same entries.`);
    }
  }
  copyFileSync(join(built, 'third-party.md'), join(lib, 'third-party.md')); // it names lit too
  rmSync(built, { recursive: true });
}

/** The element's own chunks hold lit, or take it from the one that does: views that come on demand too. */
const isOfTheElement = (path: string, code: string): boolean =>
  /(^|\/)emotion-tag[^/]*\.js$/.test(path) || /^import\{[^}]*\}from"\.\/emotion-tag-/.test(code);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
