/**
 * The service worker of the page: keeps the page itself and the runtime, so that it opens offline. It never touches the model, which
 * `store/` keeps, and never answers for another origin, another method or a path that is not in its lists.
 */
import { isolated } from './isolation';
import { forgetRuntimeBut, runtimeFile } from './runtime';
import { fromShell, install, keepTwoShells, runtimeInUse, shell } from './shell';

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await keepTwoShells();
      await forgetRuntimeBut(await runtimeInUse());
      await worker.clients.claim(); // the first visit counts too
    })(),
  );
});

/** A person has accepted the update that a page offered. Until then a new version waits. */
worker.addEventListener('message', ({ data }) => {
  if (data === 'activate') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.hash = url.search = '';
  if (request.method !== 'GET' || !url.href.startsWith(scope)) return;
  const path = url.href.slice(scope.length);
  if (request.mode === 'navigate') {
    if (path === '' || path === 'index.html') event.respondWith(isolated(fromShell('./', request)));
  } else if (isRuntime(path)) {
    event.respondWith(
      isolated(
        runtimeFile(url.href, (kept) => {
          event.waitUntil(kept);
        }),
      ),
    );
  } else if (shell.files.includes(path) || path.startsWith('assets/')) {
    event.respondWith(isolated(fromShell(path, request)));
  }
});

/** By its name, so that a tab of an older version finds its runtime too. */
const isRuntime = (path: string): boolean => /^assets\/ort-[^/]*\.(wasm|mjs)$/.test(path);
