import type { ModelFile } from './manifest';

/**
 * Model bytes kept in the browser, keyed by their hash. Storage may be denied or full at any time (private windows, quota): then
 * nothing is kept, and everything still works from the network.
 */
const CACHE_NAME = 'emotion-tag-model';

// Any URL will do as a key; this one can never be fetched by accident.
const keyOf = (file: ModelFile): string => `https://emotion-tag.invalid/${file.sha256}`;

async function openCache(): Promise<Cache | undefined> {
  try {
    return await caches.open(CACHE_NAME);
  } catch {
    return undefined; // denied, or an insecure origin without `caches`: run from memory
  }
}

/** The kept bytes of a file, unverified, or `undefined`. */
export async function findKept(file: ModelFile): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const response = await (await openCache())?.match(keyOf(file));
    return response && new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined; // unreadable is as good as absent: it will be downloaded
  }
}

/** Keep verified bytes. */
export async function keep(file: ModelFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    await (await openCache())?.put(keyOf(file), new Response(bytes));
  } catch {
    // Quota: this visit has its bytes in memory, the next one downloads again.
  }
}

/** Forget a file whose kept bytes turned out to be wrong. */
export async function evict(file: ModelFile): Promise<void> {
  await (await openCache())?.delete(keyOf(file));
}

/** Whether all of these files are kept. Says nothing of their bytes: those are verified when they are read. */
export async function areKept(files: readonly ModelFile[]): Promise<boolean> {
  const cache = await openCache();
  if (!cache) return false;
  const found = await Promise.all(files.map((file) => cache.match(keyOf(file))));
  return found.every((response) => response !== undefined);
}
