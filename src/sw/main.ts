/**
 * The service worker of the page: keeps the page itself and the runtime, so that it opens offline. It never touches the model, which
 * `store/` keeps, and never answers for another origin, another method or a path that is neither in its list nor in `assets/`; except that it
 * takes what is shared with the app, and refuses everything while a page proves that it needs no network.
 */
import { isolated } from './isolation';
import { counted, denyNetwork, isDenied, network, tallyOf } from './network';
import { isRuntime, shellFiles } from './built';
import { runtimeFile, tidyRuntime } from './runtime';
import { receiveShare, SHARE_PATH, takeShares } from './share';
import { fromShell, install, keepTwoShells } from './shell';
import { ifItAnswers } from './storage';

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      // A page that may be broken can offer nothing: there is nobody whose yes could be waited for.
      if (!(await install())) await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await ifItAnswers(keepTwoShells);
      await ifItAnswers(tidyRuntime);
      await worker.clients.claim(); // the first visit counts too
    })(),
  );
});

type Message =
  /** A person has accepted the update that a page offered. Until then a new version waits. */
  | 'activate'
  /** What was shared with the app, for the page that has just opened. */
  | { readonly kind: 'shares' }
  /** See `denyNetwork`. Answered once it holds. */
  | { readonly kind: 'deny'; readonly lock: string }
  | { readonly kind: 'tally'; readonly lock: string };

worker.addEventListener('message', (event) => {
  const message = event.data as Message | null | undefined; // any page of this origin may say anything
  if (message === 'activate') {
    void worker.skipWaiting();
    return;
  }
  const [port] = event.ports;
  switch (message?.kind) {
    case 'shares':
      port?.postMessage(takeShares());
      break;
    case 'deny':
      event.waitUntil(denyNetwork(message.lock));
      port?.postMessage(true);
      break;
    case 'tally':
      port?.postMessage(tallyOf(message.lock));
      break;
    case undefined:
      break;
    default:
      message satisfies never;
  }
});

worker.addEventListener('fetch', (event) => {
  const answer = answerTo(event) ?? (isDenied() ? network(event.request) : undefined);
  if (answer) event.respondWith(isolated(counted(answer)));
});

/** What we answer ourselves; `undefined` where the browser may do as it does without us. */
function answerTo(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event;
  const url = new URL(request.url);
  url.hash = url.search = '';
  if (!url.href.startsWith(scope)) return undefined;
  const path = url.href.slice(scope.length);
  if (request.method === 'POST' && request.mode === 'navigate' && path === SHARE_PATH) return receiveShare(request, scope);
  if (request.method !== 'GET') return undefined;
  if (request.mode === 'navigate') return path === '' || path === 'index.html' ? fromShell('./', request) : undefined;
  if (isRuntime(path)) {
    return runtimeFile(path, request, (kept) => {
      event.waitUntil(kept);
    });
  }
  return shellFiles.some((file) => file.path === path) || path.startsWith('assets/') ? fromShell(path, request) : undefined;
}
