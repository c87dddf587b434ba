/** Bakes the pages that a build has written, each where it stands. */
import { existsSync } from 'node:fs';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import { EmotionClassifier } from '../node/index';
import { bakeHtml, type Baker } from './html';

export interface BakedPages {
  readonly pages: number;
  /** Tags whose text was read now, and those that had its reading already. */
  readonly read: number;
  readonly kept: number;
  /** Pages with tags that were left alone, since they are not in UTF-8. */
  readonly foreign: readonly string[];
}

/** What the disk refused; its `cause` says why. */
export class PageFault extends Error {
  override readonly name = 'PageFault';

  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Files of pages in these folders and patterns, sorted. What is there by such a name is no pattern: builds write pages like [slug].html. */
export async function findPages(paths: readonly string[]): Promise<string[]> {
  const patterns = paths.map((path) => (existsSync(path) ? escapePath : String)(path.replaceAll(sep, '/')));
  const found = await glob(patterns, { dot: false, ignore: ['**/node_modules/**'] });
  return found.filter((path) => /\.x?html?$/i.test(path)).sort();
}

/**
 * @param classifier as `bakeHtml` takes it
 * @param tell called before each page, with how many it makes
 * @throws {PageFault} what the disk refused, or whatever `tell` throws
 */
export async function bakePages(
  pages: readonly string[],
  classifier: (model: string | undefined) => Promise<Baker>,
  tell: (page: number) => void = () => undefined,
): Promise<BakedPages> {
  let read = 0;
  let kept = 0;
  const foreign: string[] = [];
  for (const [i, path] of pages.entries()) {
    tell(i + 1);
    const bytes = await readFile(path).catch((error: unknown) => {
      throw new PageFault(path, error);
    });
    const html = textOf(bytes);
    if (html === null) {
      if (bytes.toString('latin1').replaceAll('\0', '').includes('<emotion-tag')) foreign.push(path);
      continue;
    }
    const baked = await bakeHtml(html, classifier, EmotionClassifier.models);
    if (baked.html !== html) await replace(path, baked.html);
    read += baked.read;
    kept += baked.kept;
  }
  return { pages: pages.length, read, kept, foreign };
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
    throw new PageFault(path, error);
  }
}
