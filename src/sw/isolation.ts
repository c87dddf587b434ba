/**
 * Cross-origin isolation, which threads need, for hosts that cannot send headers of their own. Opt-in: a page asks for it by
 * registering `sw.js?isolate`. Real hosts send the first two of these headers (src/worker/README.md).
 */
const isWanted = new URL(location.href).searchParams.has('isolate');

export async function isolated(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (!isWanted || response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-embedder-policy', 'require-corp');
  headers.set('cross-origin-resource-policy', 'same-origin');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
