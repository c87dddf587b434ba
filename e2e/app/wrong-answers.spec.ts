/** A server that answers wrongly for a while: nothing of it is kept, and the page is well again with the server. */
import { readFileSync } from 'node:fs';
import { HTML, isServed, kept, readsRight, runtimeIsKept } from '../../testbed/app';
import { LONG, longUnless } from '../../testbed/long';
import { typeOf } from '../../testbed/server';
import { expect, test } from '../../testbed/setup';

const RUNTIME = /\/assets\/ort-wasm-simd-threaded-[^/]*/;
const sizeOf = (path: string): number => readFileSync(`dist${path}`).length;

test.describe('a runtime file', () => {
  // fault: storage | the kept runtime rots | six bytes put in its place in the cache | Joy | the runtime, asked for once more
  test('that is kept and no more what it was is thrown out and asked for once more', LONG, async ({ page, serve }) => {
    const server = await serve();
    await page.goto(server.url);
    await isServed(page);
    await readsRight(page);
    await runtimeIsKept(page);
    await page.evaluate(async () => {
      const cache = await caches.open('emotion-tag-runtime');
      for (const request of await cache.keys())
        await cache.put(request, new Response('rotten', { headers: { 'content-type': 'application/wasm' } }));
    });
    const before = server.log.length;
    await page.reload();
    await readsRight(page);
    expect(server.log.slice(before).filter((line) => RUNTIME.test(line))).toHaveLength(2);
    await expect.poll(async () => Object.values(await kept(page, 'emotion-tag-runtime')).includes(6)).toBe(false);
  });
});

test.describe('a file of the page', () => {
  for (const [what, answer] of [
    ['a web page', HTML],
    ['cut short', undefined],
  ] as const) {
    // fault: updates | a file of the page is {what} while the service worker installs | a server wrong for the service worker alone | Joy; later, once the host is well, Joy offline | nothing of the version that could not be whole
    test(
      `that is ${what} while the service worker installs keeps that from taking over`,
      longUnless(what === 'a web page'),
      async ({ page, context, serve }) => {
        let isDeployed = false;
        let wrongAnswers = 0;
        const server = await serve({
          script(path, response, request) {
            // Only for the service worker: the page that installs it lives.
            if (isDeployed || !path.includes('/assets/define-') || !request.headers.referer?.endsWith('/sw.js')) return false;
            wrongAnswers++;
            response.setHeader('content-type', answer === undefined ? typeOf(path) : 'text/html');
            response.end(answer ?? readFileSync(`dist${path}`).subarray(0, 9_000));
            return true;
          },
        });
        await page.goto(server.url);
        await readsRight(page);
        await expect.poll(() => wrongAnswers).toBeGreaterThan(0);
        await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration()) === undefined); // given up
        expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
        expect(await kept(page, 'emotion-tag-shell-')).toEqual({});
        isDeployed = true;
        await page.reload();
        await isServed(page);
        await readsRight(page);
        await runtimeIsKept(page);
        await context.setOffline(true);
        await page.reload();
        await readsRight(page);
      },
    );
  }

  // fault: storage | the kept page rots | HTML put in the place of each kept script | Joy after a reload | the page, each file as it was built
  test('that is kept and no more what it was is thrown out and asked for once more', LONG, async ({ page, serve }) => {
    await page.goto((await serve()).url);
    await readsRight(page);
    await isServed(page);
    await page.evaluate(async () => {
      for (const name of (await caches.keys()).filter((key) => key.startsWith('emotion-tag-shell-'))) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (/\/assets\/|\/$/.test(request.url))
            await cache.put(request, new Response('<!doctype html>rotten', { headers: { 'content-type': 'text/html' } }));
        }
      }
    });
    await page.reload();
    await readsRight(page);
    const isRight = async (): Promise<boolean> =>
      Object.entries(await kept(page, 'emotion-tag-shell-')).some(
        ([path, bytes]) => path.startsWith('/assets/define-') && bytes === sizeOf(path),
      );
    await expect.poll(isRight).toBe(true);
  });
});

// fault: network | the host redirects the folder to its index.html | a server that answers 302 | Joy, online and offline | the page, not the redirect
test('where the host redirects the folder to its page, the app opens again', LONG, async ({ page, context, serve }) => {
  const server = await serve({
    script(path, response) {
      if (path !== '/') return false;
      response.writeHead(302, { location: '/index.html' }).end();
      return true;
    },
  });
  await page.goto(server.url);
  await isServed(page);
  await readsRight(page);
  await runtimeIsKept(page);
  await context.setOffline(true);
  await page.goto(`${server.url}/`);
  await readsRight(page);
});
