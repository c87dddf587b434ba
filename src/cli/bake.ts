/** `emotion-tag bake`: readings written into the pages of a built site. */
import { existsSync } from 'node:fs';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import { bakeHtml } from '../bake/html';
import { EmotionClassifier } from '../node/index';
import type { Shell, Start } from './label';
import { fileProblem, Problem } from './problem';
import { Progress } from './progress';

export async function bake(paths: readonly string[], start: Start, { stderr, signal }: Shell): Promise<void> {
  // What is there by this name is no pattern: builds write pages like [slug].html.
  const patterns = paths.map((path) => (existsSync(path) ? escapePath : String)(path.replaceAll(sep, '/')));
  const found = await glob(patterns, { dot: false, ignore: ['**/node_modules/**'] });
  const pages = found.filter((path) => /\.x?html?$/i.test(path)).sort();
  if (pages.length === 0)
    throw new Problem(`There is no page in ${paths.join(', ')}. Name the folder or the .html files that your build wrote.`);
  const progress = new Progress(stderr, 'bake', pages.length, 'pages');
  let read = 0;
  let kept = 0;
  const foreign: string[] = [];
  for (const [i, path] of pages.entries()) {
    signal.throwIfAborted();
    const bytes = await readFile(path).catch((error: unknown) => {
      throw fileProblem(error, path);
    });
    const html = textOf(bytes);
    progress.tell(i + 1);
    if (html === null) {
      if (bytes.toString('latin1').replaceAll('\0', '').includes('<emotion-tag')) foreign.push(path);
      continue;
    }
    const baked = await bakeHtml(html, (model) => start(1, model), EmotionClassifier.models);
    if (baked.html !== html) await replace(path, baked.html);
    read += baked.read;
    kept += baked.kept;
  }
  progress.end();
  stderr.write(`${String(pages.length)} pages: ${String(read)} tags read, ${String(kept)} as they were.\n`);
  if (foreign.length > 0)
    throw new Problem(`Left alone, since their tags are not in UTF-8: ${foreign.join(', ')}. Let your build write UTF-8.`);
}

/** Its text, or `null` for one that would not be the same bytes again. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** All of it or nothing. */
async function replace(path: string, html: string): Promise<void> {
  const file = await realpath(path); // a link stays one
  const fresh = `${file}.emotion-tag`;
  try {
    await writeFile(fresh, html, { mode: (await stat(file)).mode });
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw fileProblem(error, path);
  }
}
