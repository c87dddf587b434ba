import type { ModelFile } from '../shared/manifest';
import { STORAGE_PATIENCE_MS } from '../shared/settings';
import { ifItAnswers } from './patience';

/**
 * What the browser keeps for us: one cache, whose keys carry the SHA-256 of what they hold. Storage may be denied or full at any time
 * (private windows, quota), hang or answer nonsense (a broken profile): then nothing is kept, and everything still works from the network
 * and from memory. Nothing here rejects.
 */
const CACHE_NAME = 'emotion-tag-model';

/** Any URL will do as a key; these can never be fetched by accident. */
export const keyOf = (...parts: readonly string[]): string => `https://emotion-tag.invalid/${parts.join('/')}`;

/** Whether this browser lets us keep anything. */
export const canKeep = async (): Promise<boolean> => (await inStore((store) => store.keys())) !== undefined;

/** Keys of everything that is kept. */
export async function allKeys(): Promise<string[]> {
  const requests: unknown = await inStore((store) => store.keys());
  if (!Array.isArray(requests)) return [];
  return requests.flatMap((request: unknown) => (request instanceof Request ? [request.url] : []));
}

/** Forget what is kept under these keys. */
export async function forget(keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => inStore((store) => store.delete(key))));
}

/** Put one entry. Resolves with whether it is kept now. */
export async function put(
  key: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<boolean> {
  const kept = await inStore(async (store) => {
    await store.put(key, new Response(body, { headers }));
    return true;
  }, body.length);
  return kept ?? false; // no room, most often
}

/** One entry, or `undefined`. Unreadable is as good as absent: it will be downloaded. */
export async function find(key: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; headers: Headers } | undefined> {
  const response: unknown = await inStore((store) => store.match(key));
  if (!(response instanceof Response)) return undefined;
  const body = await ifItAnswers(() => response.arrayBuffer(), 2 * STORAGE_PATIENCE_MS);
  return body && { bytes: new Uint8Array(body), headers: response.headers };
}

/** Bytes of one entry, without reading them. */
export async function sizeOf(key: string): Promise<number> {
  const response: unknown = await inStore((store) => store.match(key));
  return response instanceof Response ? ((await ifItAnswers(() => response.blob()))?.size ?? 0) : 0;
}

/** Whether all of these files are kept. Says nothing of their bytes: those are verified when they are read. */
export async function areKept(files: readonly ModelFile[]): Promise<boolean> {
  const keys = new Set(await allKeys());
  return files.every(({ sha256 }) => keys.has(keyOf(sha256)));
}

/**
 * Do something with the cache. `undefined` where that fails: the cache is denied, missing on an insecure origin, or broken.
 * @param bytes how much is written: slow storage takes a millisecond for each thousand
 */
function inStore<T>(act: (store: Cache) => Promise<T>, bytes = 0): Promise<T | undefined> {
  return ifItAnswers(async () => act(await caches.open(CACHE_NAME)), STORAGE_PATIENCE_MS + bytes / 1000);
}
