/** The caches, which may be denied, full, or hang: then the network answers, as if nothing were kept. */

/** Longest wait, in milliseconds, for storage. A page that waits for its own script waits for this. */
const PATIENCE_MS = 3000;

/** What storage says, or `undefined` where it fails or says nothing. */
export async function ifItAnswers<T>(asked: () => Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([asked(), patience]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** What is kept under a path, whatever servers say of `Vary`: that is about the request that brought it. */
export async function keptIn(cacheName: string, path: string): Promise<Response | undefined> {
  const options = { cacheName, ignoreSearch: true, ignoreVary: true };
  const kept = await ifItAnswers(() => caches.match(path, options));
  return kept instanceof Response ? kept : undefined;
}

/** Forget one entry. Resolves whatever comes of it. */
export async function forget(cacheName: string, path: string): Promise<void> {
  await ifItAnswers(async () => (await caches.open(cacheName)).delete(path, { ignoreSearch: true, ignoreVary: true }));
}
