/** The page through a server that is wrong once, in each way that was ever seen, and then well: it reads right, online and offline. */
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { HTML, isServed, kept, readsRight, runtimeIsKept } from '../../testbed/app';
import { LONG } from '../../testbed/long';
import type { Script } from '../../testbed/server';
import { expect, test } from '../../testbed/setup';

const bodyOf = (path: string): Buffer => readFileSync(`dist${path}`);

/** Answers wrongly for a path. */
type Wrong = (path: string, response: ServerResponse) => void;
const as =
  (type: string, body: (path: string) => string | Buffer): Wrong =>
  (path, response) => {
    response.setHeader('content-type', type).end(body(path));
  };
const status =
  (code: number, headers: Record<string, string> = {}): Wrong =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };
const webPage = as('text/html', () => HTML);
/** Without a length, so that nothing tells. */
const half =
  (type: string): Wrong =>
  (path, response) => {
    response.setHeader('content-type', type).write(bodyOf(path).subarray(0, bodyOf(path).length / 2));
    response.end();
  };
const elsewhere: Wrong = (path, response) => {
  const body = bodyOf(path);
  const range = `bytes 7-${String(body.length - 1)}/${String(body.length)}`;
  response.writeHead(206, { 'content-range': range }).end(body.subarray(7));
};

const WASM = /\/ort-[^/]*\.wasm$/;
const SCRIPT = /\/ort-[^/]*\.mjs$/;
const WEIGHTS = /\/weights\.bin\.gzip$/;

const WAYS: [string, RegExp, Wrong][] = [
  ['the runtime is a web page', WASM, webPage],
  ['the runtime is cut short without a word', WASM, half('application/wasm')],
  ['the runtime is missing', WASM, status(404)],
  ['the runtime is redirected', WASM, status(302, { location: '/elsewhere' })],
  ['the runtime’s script is a web page', SCRIPT, webPage],
  ['the runtime’s script is cut short', SCRIPT, half('text/javascript')],
  ['the runtime’s script has a wrong type', SCRIPT, as('application/octet-stream', bodyOf)],
  ['the weights answer 416', WEIGHTS, status(416)],
  ['the weights answer with another part', WEIGHTS, elsewhere],
  ['the weights are redirected', WEIGHTS, status(302, { location: '/elsewhere' })],
  ['the weights end early', WEIGHTS, half('application/octet-stream')],
  ['the worker’s script is a web page', /\/assets\/main-/, webPage],
  ['the folder is redirected to its page', /^\/$/, status(302, { location: '/index.html' })],
  ['the page’s script is a web page', /\/assets\/define-/, webPage],
  ['the service worker’s script is a web page', /^\/sw\.js$/, webPage],
  ['the page’s style is a web page', /\.css$/, webPage],
  ['a script that comes with the service worker alone is cut short', /\/assets\/model-page-/, half('text/javascript')],
];

for (const [name, kind, wrong] of WAYS) {
  // fault: network | once {name}, then all is well | a server that answers so to the first request | Joy, then online and offline; nobody clears anything | the runtime’s two files, each of its built length
  test(`once ${name}`, LONG, async ({ page, context, serve }) => {
    let isWell = false;
    const script: Script = (path, response) => {
      if (isWell || !kind.test(path)) return false;
      isWell = true;
      wrong(path, response);
      return true;
    };
    const server = await serve({ script });
    await page.goto(server.url);
    if (name.startsWith('the page’s script')) {
      await expect(page.getByText('This page could not be loaded. Go online and reload.')).toBeVisible();
      await page.reload();
    }
    if (name.startsWith('the service worker’s')) {
      await readsRight(page);
      await page.reload(); // the page works without one, and asks again with each load
    }
    await isServed(page);
    await readsRight(page);
    await runtimeIsKept(page);
    for (const [path, bytes] of Object.entries(await kept(page, 'emotion-tag-runtime')))
      expect(bytes, path).toBe(bodyOf(path).length);
    expect(isWell).toBe(true);

    await server.close();
    await context.setOffline(true);
    await page.goto(server.url);
    await readsRight(page);
  });
}
