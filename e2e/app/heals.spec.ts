/** An app that kept what is wrong, or whose update failed, is well with the next service worker. */
import { readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildWith } from '../../testbed/builds';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';
import { HTML, isServed, loadUntilAlive, readsRight } from '../../testbed/app';

/** As the first edition's service worker kept and served: whatever it was given. */
const FIRST_EDITION = `
  const NAME = 'emotion-tag-shell-first';
  addEventListener('install', (event) => event.waitUntil((async () => {
    const page = await (await fetch('./')).text();
    const cache = await caches.open(NAME);
    await cache.addAll(['./', ...page.matchAll(/(?:src|href)="\\.\\/([^"]+)"/g)].map((found) => found[1] ?? found));
    await cache.put('./runtime-list', Response.json([]));
  })()));
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    if (event.request.method === 'GET') event.respondWith((async () => (await caches.match(event.request, { ignoreSearch: true })) ?? fetch(event.request))());
  });`;

// fault: updates | the first edition’s service worker kept HTML as a script and as the wasm | its code, and a server wrong for it alone | a dead page, then Joy within a few reloads of the next version | what the build lists, and nothing else
test('an app whose first edition kept what is wrong is well with the next service worker', LONG, async ({ page, serve }) => {
  let edition: 'first' | 'next' = 'first';
  const server = await serve({
    script(path, response, request) {
      if (edition === 'next') return false;
      if (path === '/sw.js') {
        response.setHeader('content-type', 'text/javascript').end(FIRST_EDITION);
        return true;
      }
      // Wrong for the service worker only: the page that installs it must live.
      const isWrong = /\/assets\/index-[^/]*\.js$/.test(path) && request.headers.referer?.endsWith('/sw.js');
      if (isWrong) response.setHeader('content-type', 'text/html').end(HTML);
      return isWrong === true;
    },
  });
  await page.goto(server.url);
  await isServed(page);
  await page.evaluate(
    async (wasm) => {
      await (
        await caches.open('emotion-tag-runtime')
      ).put(wasm, new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
    },
    `/assets/${readdirSync('dist/assets').find((name) => /^ort-wasm-simd-threaded-.*\.wasm$/.test(name))!}`,
  );
  await page.reload();
  await expect(page.getByText('Your text')).toBeVisible();
  await expect(page.locator('#failed')).toBeVisible();
  await expect(page.locator('#tag')).toHaveCount(0); // dead

  edition = 'next';
  await loadUntilAlive(page, () => page.reload());
  await readsRight(page);
});

// fault: updates | a version whose files answer 404, between two good ones | three builds deployed one after the other, an old tab open | the old tab’s other pages open, the new one offers itself | the shells of the two good versions
test('an update that failed in between takes no tab’s shell away', LONG, async ({ page, context, serve }) => {
  const other = (threshold: number): string =>
    buildWith((manifest) => {
      manifest.threshold += threshold;
    });
  const [failing, newest] = [other(0.001), other(0.002)];
  let folder = 'dist';
  let isFailing = false;
  const server = await serve({
    folder: () => folder,
    script(path, response) {
      if (!isFailing || !/\/assets\/(files|about)-page/.test(path)) return false;
      response.writeHead(404).end();
      return true;
    },
  });
  const old = await context.newPage();
  await old.goto(server.url);
  await isServed(old);
  const update = (): Promise<void> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const { installing } = registration!;
      await new Promise<void>((resolve) => {
        if (!installing || installing.state === 'installed') resolve();
        else
          installing.addEventListener('statechange', () => {
            resolve();
          });
      });
    });
  await page.goto(server.url);
  folder = failing;
  isFailing = true;
  await update();
  isFailing = false;
  folder = newest;
  await update();
  await page.reload();
  await page.locator('#update').getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction(async () => (await caches.keys()).filter((key) => key.startsWith('emotion-tag-shell-')).length === 2);
  await old.getByRole('link', { name: 'About' }).click();
  await expect(old.getByRole('heading', { name: 'How it works' })).toBeVisible();
  for (const built of [failing, newest]) rmSync(dirname(built), { recursive: true });
});
