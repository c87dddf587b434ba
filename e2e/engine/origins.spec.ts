/** Files of the model and of the runtime come from allowed origins, and what is wrong with a runtime file is said. */
import { readFileSync } from 'node:fs';
import { LONG, longUnless } from '../../testbed/long';
import type { Script, Server } from '../../testbed/server';
import { expect, TagHarness, test } from '../../testbed/setup';
import { HASTY } from '../../testbed/weights';

const HAPPY = 'I am so happy!';
const WASM = /\/assets\/ort-[^/]*\.wasm$/;
const SCRIPT = /\/assets\/ort-[^/]*\.mjs$/;

/** A stranger who would give us everything. */
const stranger = (serve: (options: object) => Promise<Server>): Promise<Server> =>
  serve({ headers: () => ({ 'access-control-allow-origin': '*' }) });

const redirect =
  (kind: RegExp, to: () => string): Script =>
  (path, response, request) => {
    if (!kind.test(path)) return false;
    response.writeHead(302, { location: to() + (request.url ?? '').replace('/out/', '/model/') }).end();
    return true;
  };

test.describe('a stranger is asked for nothing', () => {
  // fault: network | the model’s folder redirects to a stranger | 302 to another origin | `invalid-input`; the stranger is not asked | nothing
  test('where the model’s folder redirects to one', async ({ page, embed, serve }) => {
    const other = await stranger(serve);
    await embed('<emotion-tag model-base="/out/"></emotion-tag>', {
      script: redirect(/^\/out\//, () => other.url),
      beforeWorker: () => HASTY,
    });
    const error = await new TagHarness(page).fail(HAPPY);
    expect(error.code).toBe('invalid-input');
    expect(error.message).toContain('/out/');
    expect(other.log).toEqual([]);
  });

  // fault: network | an injected `<base>` leads to a stranger | an element in the head | `invalid-input`; the stranger is not asked | nothing
  test('where a base of the page leads to one', async ({ page, embed, serve }) => {
    const other = await stranger(serve);
    await embed('<emotion-tag model-base="/model"></emotion-tag>');
    await page.evaluate((href) => {
      document.head.append(Object.assign(document.createElement('base'), { href }));
    }, other.url);
    const error = await new TagHarness(page).fail(HAPPY);
    expect(error.code).toBe('invalid-input');
    expect(error.message).toContain(other.url);
    expect(other.log).toEqual([]);
  });

  for (const [what, kind] of [
    ['wasm', WASM],
    ['script', SCRIPT],
  ] as const) {
    // fault: network | the runtime’s {what} redirects to a stranger | 302 to another origin | `assets-missing`; the stranger is not asked | nothing
    test(`where the runtime’s ${what} redirects to one`, longUnless(what === 'script'), async ({ page, embed, serve }) => {
      const other = await stranger(serve);
      await embed('<emotion-tag></emotion-tag>', { script: redirect(kind, () => other.url) });
      const error = await new TagHarness(page).fail(HAPPY);
      expect(error.code).toBe('assets-missing');
      expect(error.message).toMatch(/redirected/);
      expect(other.log).toEqual([]);
    });
  }
});

// fault: network | the worker’s script, on another host, redirects to a stranger | 302 | `assets-missing`; the stranger is not asked; Joy once it is right | nothing wrong
test('where the worker’s script, from a host that is not the page’s, redirects to one', async ({ page, serve }) => {
  const other = await stranger(serve);
  const cors = { 'access-control-allow-origin': '*' };
  let isRedirected = true;
  const ours = await serve({
    headers: () => cors,
    script: (...request) => isRedirected && redirect(/\/assets\/main-/, () => other.url)(...request),
  });
  const html = `<!doctype html><script type="module" src="${ours.url}/emotion-tag.js"></script><emotion-tag></emotion-tag>`;
  await page.goto(`${(await serve({ pages: { '/embed': html } })).url}/embed`);
  await page.waitForFunction(() => customElements.get('emotion-tag') !== undefined);
  const tag = new TagHarness(page);
  expect((await tag.fail(HAPPY)).code).toBe('assets-missing');
  expect(other.log).toEqual([]);
  isRedirected = false;
  expect((await tag.read(`${HAPPY}!`)).label).toBe('joy');
});

test.describe('a runtime file that is', () => {
  const cases: [string, RegExp, Script, RegExp][] = [
    ['missing', WASM, (_, response) => !!response.writeHead(404).end(), /\.wasm is not there: the server answers 404/],
    [
      'missing (the script)',
      SCRIPT,
      (_, response) => !!response.writeHead(404).end(),
      /\.mjs is not there: the server answers 404/,
    ],
    [
      'a web page',
      WASM,
      (_, response) => !!response.setHeader('content-type', 'text/html').end('<!doctype html>'),
      /\.wasm is not there: the server answers with a web page/,
    ],
    [
      'cut short',
      SCRIPT,
      (path, response) =>
        !!response.setHeader('content-type', 'text/javascript').end(readFileSync(`dist${path}`).subarray(0, 9000)),
      /\.mjs is not the one/,
    ],
    [
      'of a wrong type',
      SCRIPT,
      (path, response) => !!response.setHeader('content-type', 'text/plain').end(readFileSync(`dist${path}`)),
      /\.mjs is served as "text\/plain"/,
    ],
  ];
  for (const [what, kind, answer, said] of cases) {
    // fault: build | a file of the runtime is {what} | a server | `assets-missing`, with its address; Joy once it is right | nothing wrong
    test(`${what} is named, and read with once it is right`, longUnless(what === 'missing'), async ({ page, embed }) => {
      let isWell = false;
      const server = await embed('<emotion-tag></emotion-tag>', {
        script: (path, ...rest) => !isWell && kind.test(path) && answer(path, ...rest),
      });
      const tag = new TagHarness(page);
      const error = await tag.fail(HAPPY);
      expect(error.code).toBe('assets-missing');
      expect(error.message).toMatch(said);
      expect(error.message).toContain(`${server.url}/assets/ort-`);
      await expect(tag.badge).toHaveText('Part of emotion-tag is missing on this site');
      expect(server.log.filter((line) => line.includes('/ort-')).length).toBeLessThanOrEqual(3 * 8);
      isWell = true;
      expect((await tag.read(`${HAPPY}!`)).label).toBe('joy');
    });
  }

  // fault: network | half of the wasm, which the browser’s own cache keeps as immutable | a server, once | Joy | the whole file
  test('wrong once goes unnoticed, also where the browser’s own cache kept it for good', LONG, async ({ page, embed }) => {
    let isWell = false;
    await embed('<emotion-tag></emotion-tag>', {
      headers: (path) => (WASM.test(path) ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
      script(path, response) {
        if (isWell || !WASM.test(path)) return false;
        isWell = true;
        response.setHeader('content-type', 'application/wasm').end(readFileSync(`dist${path}`).subarray(0, 7_000_000));
        return true;
      },
    });
    expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
  });
});

// fault: build | the worker’s script is a web page | a server | `assets-missing`, with its address | nothing
test('a worker’s script that does not load is named', async ({ page, embed }) => {
  const server = await embed('<emotion-tag></emotion-tag>', {
    script: (path, response) =>
      path.includes('/assets/main-') && !!response.setHeader('content-type', 'text/html').end('<!doctype html>'),
  });
  const error = await new TagHarness(page).fail(HAPPY);
  expect(error.code).toBe('assets-missing');
  expect(error.message).toContain(`${server.url}/assets/main-`);
});
