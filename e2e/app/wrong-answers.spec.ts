/** A server that answers wrongly for a while: nothing of it is kept, and the page is well again with the server. */
import { readFileSync } from 'node:fs';
import { HTML, isServed, kept, readsRight } from '../../testbed/app';
import { typeOf, type Script } from '../../testbed/server';
import { expect, test } from '../../testbed/setup';

const sizeOf = (path: string): number => readFileSync(`dist${path}`).length;

/** Answers wrongly for paths of this kind, the first time. */
function onceFor(
  kind: RegExp,
  answer: (path: string, ...rest: Parameters<Script> extends [string, ...infer R] ? R : never) => void,
): Script {
  let isWell = false;
  return (path, ...rest) => {
    if (isWell || !kind.test(path)) return false;
    isWell = true;
    answer(path, ...rest);
    return true;
  };
}

test.describe('a runtime file', () => {
  for (const [what, kind, answer] of [
    ['is a web page', /\.wasm$/, (_, response) => response.setHeader('content-type', 'text/html').end(HTML)],
    [
      'is cut short without a word',
      /\.wasm$/,
      (path, response) =>
        response.setHeader('content-type', 'application/wasm').end(readFileSync(`dist${path}`).subarray(0, 7_000_000)),
    ],
    [
      '(the script) is cut short',
      /ort-[^/]*\.mjs$/,
      (path, response) =>
        response.setHeader('content-type', 'text/javascript').end(readFileSync(`dist${path}`).subarray(0, 12_000)),
    ],
    [
      '(the script) has a wrong type',
      /ort-[^/]*\.mjs$/,
      (path, response) => response.setHeader('content-type', 'application/octet-stream').end(readFileSync(`dist${path}`)),
    ],
  ] as [string, RegExp, Parameters<typeof onceFor>[1]][]) {
    test(`that once ${what} is not kept: the text is read, offline too`, async ({ page, context, serve }) => {
      await page.goto((await serve({ script: onceFor(kind, answer) })).url);
      await readsRight(page);
      await expect.poll(async () => Object.keys(await kept(page, 'emotion-tag-runtime')).length).toBe(2);
      for (const [path, bytes] of Object.entries(await kept(page, 'emotion-tag-runtime'))) expect(bytes, path).toBe(sizeOf(path));
      await context.setOffline(true);
      await page.reload();
      await readsRight(page);
    });
  }
});

test.describe('a file of the page', () => {
  for (const [what, answer] of [
    ['a web page', HTML],
    ['cut short', undefined],
  ] as const) {
    test(`that is ${what} while the service worker installs keeps that from taking over`, async ({ page, context, serve }) => {
      let isDeployed = false;
      const server = await serve({
        script(path, response, request) {
          // Only for the service worker: the page that installs it lives.
          if (isDeployed || !path.includes('/assets/define-') || !request.headers.referer?.endsWith('/sw.js')) return false;
          response.setHeader('content-type', answer === undefined ? typeOf(path) : 'text/html');
          response.end(answer ?? readFileSync(`dist${path}`).subarray(0, 9_000));
          return true;
        },
      });
      await page.goto(server.url);
      await readsRight(page);
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
      expect(await kept(page, 'emotion-tag-shell-')).toEqual({});
      isDeployed = true;
      await page.reload();
      await readsRight(page);
      await isServed(page);
      await context.setOffline(true);
      await page.reload();
      await readsRight(page);
    });
  }

  test('that is kept and no more what it was is thrown out and asked for once more', async ({ page, serve }) => {
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
    for (const [path, bytes] of Object.entries(await kept(page, 'emotion-tag-shell-')))
      if (path.startsWith('/assets/define-')) expect(bytes).toBe(sizeOf(path));
  });
});

test('where the host redirects the folder to its page, the app opens again', async ({ page, context, serve }) => {
  const server = await serve({
    script(path, response) {
      if (path !== '/') return false;
      response.writeHead(302, { location: '/index.html' }).end();
      return true;
    },
  });
  await page.goto(server.url);
  await readsRight(page);
  await isServed(page);
  await context.setOffline(true);
  await page.goto(`${server.url}/`);
  await readsRight(page);
});
