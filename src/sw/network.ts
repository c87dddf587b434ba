/** The only way to the network. While a page proves that it needs none, every request that comes this way is refused and counted. */

/** What became of the requests since the network was denied: answered from what is kept, or refused. */
export interface Tally {
  tried: number;
  kept: number;
  denied: number;
}

/** No proof takes longer, in milliseconds: a page that hangs must not keep others from the network. */
const LONGEST_MS = 120_000;

let proof: (Tally & { readonly lock: string }) | undefined;

export const isDenied = (): boolean => proof !== undefined;

export function network(request: RequestInfo, init?: RequestInit): Promise<Response> {
  if (!proof) return fetch(request, init);
  proof.denied++;
  return Promise.resolve(Response.error());
}

/** Count how a request is answered, while the network is denied. */
export async function counted(answer: Promise<Response>): Promise<Response> {
  const tally = proof;
  if (!tally) return answer;
  tally.tried++;
  const response = await answer;
  if (response.type !== 'error') tally.kept++;
  return response;
}

/**
 * Deny the network to all pages of this service worker, for as long as the page that asks holds a Web Lock of this name: the browser
 * releases it when that page ends, however it ends.
 * @returns once the network is open again
 */
export async function denyNetwork(lock: string): Promise<void> {
  const own = { lock, tried: 0, kept: 0, denied: 0 };
  proof = own;
  try {
    await navigator.locks.request(lock, { signal: AbortSignal.timeout(LONGEST_MS) }, () => undefined);
  } catch {
    // too long
  }
  if (proof === own) proof = undefined;
}

/** The tally of the denial under this lock; `undefined` where it has ended, or this service worker was restarted. */
export function tallyOf(lock: string): Tally | undefined {
  if (proof?.lock !== lock) return undefined;
  const { tried, kept, denied } = proof;
  return { tried, kept, denied };
}
