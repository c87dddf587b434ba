import { expect, TagHarness, test } from './setup';

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

test('runs with threads on a cross-origin isolated page', async ({ page, embed }) => {
  const attempts: unknown[] = [];
  page.on('worker', (worker) => attempts.push(worker));
  await embed('<emotion-tag></emotion-tag>', {
    headers: () => ({ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }),
  });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect((await new TagHarness(page).read('I am so happy!')).label).toBe('joy');
  expect(attempts).toHaveLength(1);
});

test('works from any folder of a host', async ({ page, serve }) => {
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
