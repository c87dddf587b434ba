import type { ModelFile } from '../shared/manifest';

/**
 * What the browser keeps for us: one cache, whose keys carry the SHA-256 of what they hold. Storage may be denied or full at any time
 * (private windows, quota): then nothing is kept, and everything still works from the network and from memory.
 */
const CACHE_NAME = 'emotion-tag-model';

/** Any URL will do as a key; these can never be fetched by accident. */
export const keyOf = (...parts: readonly string[]): string => `https://emotion-tag.invalid/${parts.join('/')}`;

/** The cache, or `undefined` where it is denied, or missing on an insecure origin. */
export async function openStore(): Promise<Cache | undefined> {
  try {
    return await caches.open(CACHE_NAME);
  } catch {
    return undefined;
  }
}

/** Keys of everything that is kept. */
export async function allKeys(): Promise<string[]> {
  const requests = await (await openStore())?.keys();
  return requests?.map(({ url }) => url) ?? [];
}

/** Forget what is kept under these keys. */
export async function forget(keys: readonly string[]): Promise<void> {
  const store = await openStore();
  if (store) await Promise.all(keys.map((key) => store.delete(key)));
}

/** Forget everything, partial downloads included. */
export async function forgetAll(): Promise<void> {
  try {
    await caches.delete(CACHE_NAME);
  } catch {
    // Denied: there was nothing.
  }
}

/** Put one entry. Resolves with whether it is kept now. */
export async function put(key: string, body: BodyInit, headers: Record<string, string> = {}): Promise<boolean> {
  const store = await openStore();
  try {
    await store?.put(key, new Response(body, { headers }));
    return store !== undefined;
  } catch {
    return false; // quota
  }
}

/** One entry, or `undefined`. Unreadable is as good as absent: it will be downloaded. */
export async function find(key: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; headers: Headers } | undefined> {
  try {
    const response = await (await openStore())?.match(key);
    return response && { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
  } catch {
    return undefined;
  }
}

/** Bytes of one entry, without reading them. */
export async function sizeOf(key: string): Promise<number> {
  const response = await (await openStore())?.match(key);
  return response ? (await response.blob()).size : 0;
}

/** Whether all of these files are kept. Says nothing of their bytes: those are verified when they are read. */
export async function areKept(files: readonly ModelFile[]): Promise<boolean> {
  const keys = new Set(await allKeys());
  return files.every(({ sha256 }) => keys.has(keyOf(sha256)));
}
