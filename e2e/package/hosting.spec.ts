import { readdirSync } from 'node:fs';
import { preview } from 'vite';
import { headersFor } from '../../hosting/headers';
import { isServed } from '../../testbed/app';
import { LONG } from '../../testbed/long';
import { expect, modelRequests, TagHarness, test } from '../../testbed/setup';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'";

test('works under a strict policy on page and worker, with Trusted Types enforced on the page', async ({ page, embed }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await embed('<emotion-tag></emotion-tag>', {
    headers: (path) => ({
      'content-security-policy':
        path === '/embed' ? `${POLICY}; require-trusted-types-for 'script'; trusted-types lit-html emotion-tag` : POLICY,
    }),
  });
  expect((await new TagHarness(page).read('I am so happy!')).label).toBe('joy');
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
});

test.describe('npm start', () => {
  const serving = preview({ preview: { port: 0, strictPort: false }, logLevel: 'error' });
  const url = async (): Promise<string> => (await serving).resolvedUrls!.local[0]!;
  test.afterAll(async () => (await serving).close());

  test('sends each file with the documented headers, in its type', async () => {
    const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((path) => /\.[a-z]+$/.test(path));
    for (const path of ['', ...files]) {
      const { status, headers } = await fetch((await url()) + path, { method: 'HEAD' });
      expect(status, path).toBe(200);
      for (const [name, value] of Object.entries(headersFor(`/${path}`))) expect(headers.get(name), `${path} ${name}`).toBe(value);
      if (path.endsWith('.wasm')) expect(headers.get('content-type')).toBe('application/wasm');
      if (/\.m?js$/.test(path)) expect(headers.get('content-type')).toMatch(/^text\/javascript/);
    }
  });

  // fault: build | an address that there is not | a path in any folder | a page that says so, with a way to the start, and status 404 | nothing: caches are told to ask again
  test('answers an unknown address with a page that says so, and never for good', async () => {
    for (const path of ['share', 'no/such/page', 'assets/gone-0.js', 'model/none.bin']) {
      const answer = await fetch((await url()) + path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).toContain('There is no such page');
      expect(answer.headers.get('cache-control'), path).toBe('no-cache');
      expect(answer.headers.get('content-security-policy'), path).toMatch(/^default-src 'none'; /);
    }
  });

  test('the whole page works under these headers: no complaint, a service worker, a text read', LONG, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    const answer = await page.goto(await url());
    expect(answer?.headers()['content-security-policy']).toContain('require-trusted-types-for');
    await page.getByLabel('Your text').fill('I am so happy!');
    await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
    await isServed(page);
    // The same from what the service worker keeps.
    await page.reload();
    await page.getByLabel('Your text').fill('I am scared to death.');
    await expect(page.locator('#tag [part=label]')).toHaveText('Fear');
    expect(complaints).toEqual([]);
  });

  test('where no headers are sent, the page still keeps out what is not its own', async ({ page, serve }) => {
    await page.goto((await serve()).url);
    const refused = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
            resolve(effectiveDirective);
          });
          fetch('https://elsewhere.invalid/').catch(() => undefined);
        }),
    );
    expect(refused).toBe('connect-src');
  });
});

test('runs with threads on a cross-origin isolated page', LONG, async ({ page, embed }) => {
  const attempts: unknown[] = [];
  page.on('worker', (worker) => attempts.push(worker));
  await embed('<emotion-tag></emotion-tag>', {
    headers: () => ({ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }),
  });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect((await new TagHarness(page).read('I am so happy!')).label).toBe('joy');
  expect(attempts).toHaveLength(1);
});

test('works from any folder of a host', LONG, async ({ page, serve }) => {
  const server = await serve({
    pages: {
      '/blog/2026/post':
        '<!doctype html><script type="module" src="/some/where/emotion-tag.js"></script><emotion-tag>I am so happy!</emotion-tag>',
    },
    under: '/some/where',
  });
  await page.goto(`${server.url}/blog/2026/post`);
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  expect(server.log.filter((line) => line.endsWith(' 404') && !line.includes('favicon'))).toEqual([]);
});

test('the model may stand on another origin, once the page names it, for tags and storage alike', async ({
  page,
  serve,
  embed,
}) => {
  const models = await serve({ headers: () => ({ 'access-control-allow-origin': '*' }) });
  const site = await embed('<emotion-tag></emotion-tag>');
  const refused = await page.evaluate(
    async ([engine, base]) => {
      const { EmotionClassifier } = (await import(engine)) as typeof import('../../src/engine/index');
      const { allowedModelOrigins, storage } = EmotionClassifier;
      EmotionClassifier.modelBase = base;
      const code = await storage.download().catch((error: unknown) => (error as { code: string }).code);
      allowedModelOrigins.push(new URL(base).origin);
      await storage.download();
      await storage.remove();
      return code;
    },
    ['/engine.js', `${models.url}/model`] as const,
  );
  expect(refused).toBe('invalid-input');
  expect(modelRequests(models)).toHaveLength(6); // both graphs
  expect((await new TagHarness(page).read('I am so happy!')).label).toBe('joy');
  expect(modelRequests(models)).toHaveLength(6 + 5);
  expect(modelRequests(site)).toEqual([]);
});
