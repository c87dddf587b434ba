import { readFileSync } from 'node:fs';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

const label = 'emotion-tag [part=label]';
const pageOf = (name: string): string => readFileSync(`examples/${name}/index.html`, 'utf8');

test('plain HTML takes script, worker, wasm and model from another origin', LONG, async ({ page, serve }) => {
  const packages = await serve({ headers: () => ({ 'access-control-allow-origin': '*' }) });
  const site = await serve({
    folder: 'examples',
    pages: { '/': pageOf('other-origin').replace('https://cdn.example', packages.url) },
  });
  await page.goto(site.url);
  await expect(page.locator(label)).toHaveText('Joy');
  expect(site.log.filter((line) => !line.includes('favicon'))).toEqual(['/ 200']);
  expect(packages.log).toContain('/model/onnx/weights.bin.gzip 200');
});

test('two versions on one page: the second does not throw', LONG, async ({ page, serve }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const copy = await serve({
    pages: { '/two': pageOf('two-versions') },
    script: (path, response) => {
      const file = /^\/v2(\/.*\.js)$/.exec(path)?.[1];
      if (file) response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(`dist${file}`));
      return file !== undefined;
    },
    under: '/v1',
  });
  await page.goto(`${copy.url}/two`);
  await expect(page.locator(label)).toHaveText('Joy');
  expect(errors).toEqual([]);
  expect(page.workers()).toHaveLength(1);
});

test('a strict policy with Trusted Types refuses nothing', LONG, async ({ page, serve }) => {
  const rules = readFileSync('examples/strict-csp/_headers', 'utf8').matchAll(/^(\/\S*)\n {2}Content-Security-Policy: (.*)$/gm);
  const policies = [...rules].map(([, path = '', policy = '']) => ({ start: path.replace('*', ''), policy }));
  expect(policies).toHaveLength(2);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const server = await serve({
    pages: { '/strict-csp/index.html': pageOf('strict-csp') },
    headers: (path) => {
      const policy = policies.filter(({ start }) => path.startsWith(start)).map((rule) => rule.policy);
      return { 'content-security-policy': policy.join(', ') };
    },
  });
  await page.goto(`${server.url}/strict-csp/index.html`);
  await expect(page.locator(label)).toHaveText('Joy');
  await expect(page.getByRole('meter', { name: 'Joy' })).toBeVisible();
  expect(
    await page
      .locator('[part=fill]')
      .nth(1)
      .evaluate((fill) => (fill as HTMLElement).style.inlineSize),
  ).not.toBe('');
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
});
