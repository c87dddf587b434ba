/** The files of ONNX Runtime: kept when a start asks for them, one download however many tabs ask at once. */
import { network } from './network';

const NAME = 'emotion-tag-runtime';

/** Downloads under way, by URL. */
const underWay = new Map<string, Promise<Response>>();

/** @param during called with a promise that must settle before the service worker may be stopped */
export async function runtimeFile(url: string, during: (kept: Promise<void>) => void): Promise<Response> {
  const kept = await caches.match(url, { cacheName: NAME, ignoreVary: true });
  if (kept) return kept;
  let download = underWay.get(url);
  if (!download) {
    download = begin(url, during);
    underWay.set(url, download);
  }
  return (await download).clone();
}

async function begin(url: string, during: (kept: Promise<void>) => void): Promise<Response> {
  try {
    // `no-store`: a second copy in the HTTP cache would serve nobody.
    const response = await network(url, { cache: 'no-store' });
    const kept = response.ok ? keep(url, response.clone()) : Promise.resolve();
    during(kept.finally(() => underWay.delete(url)));
    return response;
  } catch (error) {
    underWay.delete(url);
    throw error;
  }
}

async function keep(url: string, response: Response): Promise<void> {
  try {
    await (await caches.open(NAME)).put(url, response);
  } catch {
    // Broken off or no room: whoever asked sees it, or asks again next time.
  }
}

/** @param paths relative to the scope */
export async function forgetRuntimeBut(paths: readonly string[]): Promise<void> {
  const wanted = paths.map((path) => new URL(path, location.href).href);
  const cache = await caches.open(NAME);
  const unwanted = (await cache.keys()).filter(({ url }) => !wanted.includes(url));
  await Promise.all(unwanted.map((request) => cache.delete(request)));
}
