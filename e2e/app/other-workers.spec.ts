/** Service workers that are not ours, or no more: the page reads right, now and offline. */
import { HTML, isServed, loadUntilAlive, readsRight, runtimeIsKept } from '../../testbed/app';
import { LONG } from '../../testbed/long';
import type { Script } from '../../testbed/server';
import { expect, test } from '../../testbed/setup';

/** Answers every request of a page but the page itself with that, and no message. */
const claiming = (answer: string): string => `
  addEventListener('install', (event) => event.waitUntil(skipWaiting()));
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => { if (event.request.mode !== 'navigate') event.respondWith(${answer}); });`;
const GOOD = claiming('fetch(event.request)');
const BROKEN = claiming(`Promise.resolve(new Response(${JSON.stringify(HTML)}, { headers: { 'content-type': 'text/html' } }))`);
const REGISTER = `<!doctype html><script>void navigator.serviceWorker.register('/above.js')</script>`;

const serveAt =
  (address: string, code: string): Script =>
  (path, response) => {
    if (path !== address) return false;
    response.setHeader('content-type', 'text/javascript').end(code);
    return true;
  };

// fault: updates | another app’s service worker answers for the folder above, and for no message | a worker of the host’s root | Joy, online and offline; no offer of a version that there is not | the page, by its own service worker
test('a service worker of a folder above makes way for ours', LONG, async ({ page, context, serve }) => {
  const server = await serve({ under: '/app', pages: { '/': REGISTER }, script: serveAt('/above.js', GOOD) });
  await page.goto(server.url);
  await isServed(page);
  await page.goto(`${server.url}/app/`);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.scriptURL.endsWith('/app/sw.js'));
  await readsRight(page);
  await expect(page.locator('#update')).toBeHidden();
  await runtimeIsKept(page);
  await server.close();
  await context.setOffline(true);
  await page.goto(`${server.url}/app/`);
  await readsRight(page);
});

// fault: updates | another app’s service worker answers every script with its own page | a worker of the host’s root | that the page could not be loaded; Joy once that worker is mended | nothing wrong
test('a broken service worker of a folder above leaves a page that says so', LONG, async ({ page, serve }) => {
  let above = BROKEN;
  const server = await serve({
    under: '/app',
    pages: { '/': REGISTER },
    script: (...asked) => serveAt('/above.js', above)(...asked),
  });
  await page.goto(server.url);
  await isServed(page);
  await page.goto(`${server.url}/app/`);
  await expect(page.getByText('This page could not be loaded. Go online and reload.')).toBeVisible();
  above = GOOD;
  await loadUntilAlive(page, () => page.reload());
  await readsRight(page);
  await expect(page.locator('#failed')).toBeHidden();
});

// fault: updates | a service worker that stood at our address before answers every script with a page of its own | another `sw.js`, then ours | a dead page; Joy within a few reloads | the page, by ours
test('a broken service worker that stood in the place of ours keeps no page dead', LONG, async ({ page, serve }) => {
  let isOurs = false;
  const before = serveAt('/sw.js', BROKEN);
  const server = await serve({
    pages: { '/before': `<!doctype html><script>void navigator.serviceWorker.register('/sw.js')</script>` },
    script: (...asked) => !isOurs && before(...asked),
  });
  await page.goto(`${server.url}/before`);
  await isServed(page);
  isOurs = true;
  await loadUntilAlive(page, () => page.goto(server.url));
  await readsRight(page);
});
