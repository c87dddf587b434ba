/** What may become of a page, its storage and its worker in the middle of anything: a right answer, or a clear error. */
import type { Page } from '@playwright/test';
import { EngineHarness } from '../../testbed/engine';
import { expect, modelRequests, TagHarness, test } from '../../testbed/setup';
import { HALF, hang, HASTY, keptModels, keptPieces, PATIENT, weights, WeightsHost } from '../../testbed/weights';

const HAPPY = 'I am so happy!';
const TAG = '<emotion-tag></emotion-tag>';
const long = { tag: '@long' };

// fault: storage | the browser clears the site’s storage while a tag runs | every cache deleted | Fear; Joy after a reload | nothing, and then the model again
test('a tag whose storage is cleared reads on, and downloads again with the next visit', long, async ({ page, embed }) => {
  const server = await embed(TAG);
  const tag = new TagHarness(page);
  expect((await tag.read(HAPPY)).label).toBe('joy');
  await expect.poll(() => keptModels(page)).toBe(1);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  expect((await tag.read('I am scared to death.')).label).toBe('fear');
  await page.reload();
  expect((await tag.read(HAPPY)).label).toBe('joy');
  expect(modelRequests(server)).toHaveLength(2 * 5);
});

// fault: tabs | the tab that downloads is closed in the middle | one of two tabs, at half of the weights | Joy in the other | what came: the other goes on after it
test('a tab that is closed in the middle of its download leaves it to another', long, async ({ context, serve }) => {
  const host = new WeightsHost(hang(0.5));
  const html = `<!doctype html><script type="module" src="/emotion-tag.js"></script><emotion-tag>${HAPPY}</emotion-tag>`;
  const { url } = await serve({ pages: { '/embed': html }, script: host.script, beforeWorker: () => PATIENT });
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${url}/embed`);
    return page;
  };
  const first = await open();
  await expect.poll(() => keptPieces(first)).toBe(HALF);
  const second = await open();
  await first.close();
  await expect(second.locator('emotion-tag [part=label]')).toHaveText('Joy');
  expect(host.requests).toEqual([undefined, expect.stringMatching(/^bytes=\d+- if unchanged$/)]);
  expect(host.sent).toBeLessThanOrEqual(1.1 * weights.length);
});

// fault: storage | a private window | two contexts of the browser that share nothing | Joy in each, also when the model is read again there | the model, until the window is closed
test('a private window keeps the model until it is closed', long, async ({ browser, serve }) => {
  const html = `<!doctype html><script type="module" src="/emotion-tag.js"></script>${TAG}`;
  const server = await serve({ pages: { '/embed': html } });
  for (const windows of [1, 2]) {
    const window = await browser.newContext();
    const page = await window.newPage();
    await page.goto(`${server.url}/embed`);
    expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
    await expect.poll(() => keptModels(page)).toBe(1);
    await page.reload();
    expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
    expect(modelRequests(server)).toHaveLength(windows * 5);
    await window.close();
  }
});

// fault: page life | the clock is set back seven years while the engine runs | a fake clock | Joy, before and after | the model
test('a clock that is set back changes nothing', long, async ({ page, embed }) => {
  await page.clock.install();
  await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  await page.clock.setSystemTime(new Date('2019-01-01'));
  expect((await engine.classify(HAPPY)).label).toBe('joy');
  await engine.create({ device: 'wasm', shared: false });
  expect((await engine.classify('I am scared to death.')).label).toBe('fear');
});

// fault: storage | the disk has room for one byte | the browser’s quota | Joy | nothing
test('with room for one byte the model works from memory', long, async ({ page, embed, context }) => {
  const server = await embed(TAG);
  const tab = await context.newCDPSession(page);
  await tab.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
  expect(await keptPieces(page)).toBe(0);
});

for (const kind of ['progress', 'requests', 'alive', 'ready', 'answer']) {
  // fault: worker | the worker ends right after it said "{kind}" | it closes itself | Joy and Fear, from a second worker | the model
  test(`a worker that ends right after it said "${kind}" is replaced`, long, async ({ page, embed }) => {
    await page.clock.install();
    const fatal = `const post = self.postMessage.bind(self);
      self.postMessage = (message) => { post(message); if (message.kind === '${kind}') self.close(); };`;
    await embed('', { beforeWorker: (n) => (n === 0 ? fatal : '') });
    const ended = page.waitForEvent('worker').then((worker) => worker.waitForEvent('close'));
    const read = page.evaluate(async (text) => {
      const url = '/engine.js';
      const { EmotionClassifier } = (await import(/* @vite-ignore */ url)) as typeof import('../../src/engine/index');
      Object.assign(globalThis, { classifier: await EmotionClassifier.create({ device: 'wasm' }) });
      return (await classifier.classify(text)).label;
    }, HAPPY);
    const engine = new EngineHarness(page);
    await ended;
    await engine.hears();
    await page.clock.fastForward(100_000);
    expect(await read).toBe('joy');
    await engine.begin('I am scared to death.');
    if (kind === 'answer') await page.clock.fastForward(100_000);
    expect(await engine.outcome()).toEqual({ label: 'fear' });
    expect((await engine.diagnostics()).attempts.at(-1)).toMatchObject({ outcome: 'running' });
  });
}

// fault: network | a host says of the weights that they are encoded as they are not | `Content-Encoding: br` | `network`, after a bounded number of requests | nothing
test('a `Content-Encoding` that lies is a clear error', long, async ({ page, embed }) => {
  const server = await embed(TAG, {
    beforeWorker: () => HASTY,
    headers: (path) => (path.includes('weights') ? { 'content-encoding': 'br' } : {}),
  });
  expect((await new TagHarness(page).fail(HAPPY)).code).toBe('network');
  expect(modelRequests(server).filter((line) => line.includes('weights')).length).toBeLessThanOrEqual(4);
  expect(await keptPieces(page)).toBe(0);
});
