import { ISOLATING, PLAIN, trusted } from './own-scripts';

/** Longest wait, in milliseconds, for the service worker of a first visit. After that the page works as any page without one. */
const PATIENCE_MS = 8000;

type Script = typeof PLAIN | typeof ISOLATING;

/** The one that answers for this page, if it is ours: another app of the same host may have one for a folder above. */
function ours(): ServiceWorker | undefined {
  const controller = (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller; // absent on insecure origins
  return controller?.scriptURL.startsWith(new URL(PLAIN, location.href).href) ? controller : undefined;
}

/**
 * Register the page's service worker. Resolves once it answers for this page, or never will: until then, what a start loads would go
 * past it and be missing offline.
 * @param offer called when another version of the page is ready, with what to do once a person accepts it
 */
export async function startServiceWorker(offer: (reload: () => void) => void): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined; // absent on insecure origins
  if (!container || import.meta.env.DEV) return;
  const wasControlled = ours() !== undefined;
  let isControlled = (): void => undefined;
  const controlled = new Promise<void>((resolve) => (isControlled = resolve));
  let isOurs = false;
  container.addEventListener('controllerchange', () => {
    isControlled();
    if (isOurs) reload();
    // Another tab has accepted the new version. This one keeps the old one until it is reloaded.
    else if (wasControlled) offer(reload);
  });
  let isBypassed: boolean;
  try {
    const registration = await container.register(trusted(scriptUrl()), { updateViaCache: 'none' });
    isBypassed = registration.active?.state === 'activated'; // a hard reload: nothing will come
    watchUpdates(registration, (waiting) => {
      offer(() => {
        isOurs = true;
        waiting.postMessage('activate');
      });
    });
    registration.installing?.addEventListener('statechange', ({ target }) => {
      if ((target as ServiceWorker).state === 'redundant') isControlled(); // it could not install: no room, or offline
    });
  } catch {
    return; // denied, as in some private windows: the page works, online
  }
  if (wasControlled || isBypassed) return;
  await Promise.race([controlled, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/** Whether the page asked for cross-origin isolation, which lets the runtime use more threads. */
export const isIsolating = (): boolean => ours()?.scriptURL.endsWith('?isolate') ?? false;

/** Turn isolation on or off, by a service worker of another name, and reload under it. */
export async function setIsolating(isWanted: boolean): Promise<void> {
  const registration = await navigator.serviceWorker.register(trusted(isWanted ? ISOLATING : PLAIN));
  navigator.serviceWorker.addEventListener('controllerchange', reload);
  watchUpdates(registration, (waiting) => {
    waiting.postMessage('activate');
  });
}

/** Ask the service worker that answers for this page; `undefined` where there is none. `src/sw/main.ts` lists what it can be asked. */
export async function ask(message: { readonly kind: string; readonly lock?: string }): Promise<unknown> {
  const worker = ours();
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      resolve(data);
    };
  });
  worker.postMessage(message, [port2]);
  return answer;
}

const reload = (): void => {
  location.reload();
};

const scriptUrl = (): Script => (isIsolating() ? ISOLATING : PLAIN);

function watchUpdates(registration: ServiceWorkerRegistration, ready: (waiting: ServiceWorker) => void): void {
  if (registration.waiting) ready(registration.waiting);
  const watch = (): void => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // Without a controller it is the first version, which need not wait.
      if (installing.state === 'installed' && ours()) ready(installing);
    });
  };
  watch();
  registration.addEventListener('updatefound', watch);
}
