/** `emotion-tag bake`: readings written into the pages of a built site. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { bakeHtml } from '../bake/html';
import { EmotionClassifier } from '../node/index';
import type { Shell, Start } from './label';
import { fileProblem, Problem } from './problem';
import { Progress } from './progress';

export async function bake(paths: readonly string[], start: Start, { stderr, signal }: Shell): Promise<void> {
  const found = await glob(
    [...paths].map((path) => path.replaceAll('\\', '/')),
    { dot: false, ignore: ['**/node_modules/**'] },
  );
  const pages = found.filter((path) => /\.x?html?$/i.test(path)).sort();
  if (pages.length === 0)
    throw new Problem(`There is no page in ${paths.join(', ')}. Name the folder or the .html files that your build wrote.`);
  const progress = new Progress(stderr, 'bake', pages.length, 'pages');
  let read = 0;
  let kept = 0;
  for (const [i, path] of pages.entries()) {
    signal.throwIfAborted();
    const html = await readFile(path, 'utf8').catch((error: unknown) => {
      throw fileProblem(error, path);
    });
    const baked = await bakeHtml(html, (model) => start(1, model), EmotionClassifier.models);
    if (baked.html !== html) await replace(path, baked.html);
    read += baked.read;
    kept += baked.kept;
    progress.tell(i + 1);
  }
  progress.end();
  stderr.write(`${String(pages.length)} pages: ${String(read)} tags read, ${String(kept)} as they were.\n`);
}

/** All of it or nothing. */
async function replace(path: string, html: string): Promise<void> {
  const fresh = `${path}.emotion-tag`;
  try {
    await writeFile(fresh, html);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw fileProblem(error, path);
  }
}
