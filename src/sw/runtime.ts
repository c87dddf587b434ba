/** The files of ONNX Runtime: kept when a start asks for them, one download however many tabs ask at once. */
import { built, isRight, verified, type BuiltFile } from './built';
import { network } from './network';
import { allBuiltFiles } from './shell';
import { forget, ifItAnswers, keptIn } from './storage';

const NAME = 'emotion-tag-runtime';

/** Downloads under way, by path. */
const underWay = new Map<string, Promise<Response>>();

/**
 * What is kept of it was compared then, and comparing 14 MB again would cost each start. A start that fails asks with `cache: 'reload'`,
 * which says so: then it is compared, and thrown out if it is not what was built.
 * @param during called with a promise that must settle before the service worker may be stopped
 */
export async function runtimeFile(path: string, request: Request, during: (kept: Promise<void>) => void): Promise<Response> {
  if (request.cache === 'reload') await forgetIfWrong(path, await builtFile(path));
  const kept = await keptIn(NAME, path);
  if (kept) return kept;
  let download = underWay.get(path);
  if (!download) {
    download = begin(path, during);
    underWay.set(path, download);
  }
  return (await download).clone();
}

async function begin(path: string, during: (kept: Promise<void>) => void): Promise<Response> {
  try {
    // `no-store`: a second copy in the HTTP cache would be useless. Where it redirects to is for the page to refuse.
    const response = await network(path, { cache: 'no-store', redirect: 'manual' });
    const kept = response.ok ? keep(path, response.clone()) : Promise.resolve();
    during(kept.finally(() => underWay.delete(path)));
    return response;
  } catch (error) {
    underWay.delete(path);
    throw error;
  }
}

async function keep(path: string, response: Response): Promise<void> {
  try {
    const file = await builtFile(path);
    if (file) await (await caches.open(NAME)).put(path, await verified(response, file));
  } catch {
    // Not the file, broken off, or no room: the caller sees it, and the next one asks again.
  }
}

async function builtFile(path: string): Promise<BuiltFile | undefined> {
  const own = built.files.find((file) => file.path === path);
  return own ?? (await allBuiltFiles()).find((file) => file.path === path);
}

async function forgetIfWrong(path: string, file: BuiltFile | undefined): Promise<void> {
  const bytes = await ifItAnswers(async () => (await keptIn(NAME, path))?.arrayBuffer());
  if (!bytes || !file || !(await isRight(bytes, file))) await forget(NAME, path);
}

/** Forget what no kept version was built with: files of older ones, and wrong ones that the first edition kept. */
export async function tidyRuntime(): Promise<void> {
  const files = await allBuiltFiles();
  const cache = await caches.open(NAME);
  const paths = (await cache.keys()).map(({ url }) => url.slice(new URL('./', location.href).href.length));
  await Promise.all(
    paths.map((path) =>
      forgetIfWrong(
        path,
        files.find((file) => file.path === path),
      ),
    ),
  );
}
