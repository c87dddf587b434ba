import { readFileSync } from 'node:fs';
import { LONG } from '../../testbed/long';
import { typeOf } from '../../testbed/server';
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

test(
  'two versions on one page: the first has the tags, and the engine of the second reads beside it',
  LONG,
  async ({ page, serve }) => {
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    const [{ version }] = [JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }];
    const copy = await serve({
      pages: { '/two': pageOf('two-versions'), '/favicon.ico': '' },
      script: (path, response) => {
        const file = /^\/v2(\/.*)$/.exec(path)?.[1];
        if (file === undefined) return false;
        const bytes = readFileSync(`dist${file}`);
        const later = file.endsWith('.js') ? bytes.toString().replaceAll(version, '9.0.0') : bytes;
        response.writeHead(200, { 'content-type': typeOf(file) }).end(later);
        return true;
      },
      under: '/v1',
    });
    await page.goto(`${copy.url}/two`);
    await expect(page.locator(label)).toHaveText('Joy');
    await expect.poll(() => page.workers()).toHaveLength(1);
    const second = await page.evaluate(async (engine) => {
      const { EmotionClassifier } = (await import(engine)) as typeof import('../../src/index');
      const classifier = await EmotionClassifier.create();
      const { label } = await classifier.classify('What a terrible fright, I am so afraid!');
      return { label, version: classifier.diagnostics.versions['emotion-tag'] };
    }, '/v2/engine.js');
    expect(second).toEqual({ label: 'fear', version: '9.0.0' });
    await expect.poll(() => page.workers()).toHaveLength(2);
    const files = (folder: string): string[] => copy.log.filter((line) => line.startsWith(`/${folder}/model/onnx/weights`));
    expect([...files('v1'), ...files('v2')]).toHaveLength(1); // the same model is kept once
    expect(complaints).toEqual([]);
  },
);

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
