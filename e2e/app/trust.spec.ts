/** The Model page: what it says of the model, and its proof that no network is needed. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { isServed } from '../../testbed/app';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

const fact = (page: Page, name: string) => page.locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd');

async function readSomething(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await isServed(page);
  await page.getByLabel('Your text').fill('I am so happy!');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
  await page.getByRole('link', { name: 'Model', exact: true }).click();
}

const prove = (page: Page): Promise<void> => page.getByRole('button', { name: 'Go offline and read it' }).click();

const isReachable = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    fetch('./sw.js', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    ),
  );

test(
  'the proof: a fresh worker reads a sentence while every request is refused, and the network is back after it',
  LONG,
  async ({ page, serve }) => {
    const asked: string[] = [];
    const server = await serve({
      script(path, _response, request) {
        // The browser itself looks for a new service worker now and then: no script of the page asks for that.
        if (request.headers['service-worker'] !== 'script') asked.push(path);
        return false;
      },
    });
    await readSomething(page, server.url);
    await expect(page.locator('running-model')).not.toContainText('Looking…');
    const before = asked.length;
    await page.getByLabel('A sentence').fill('I am scared to death.');
    await prove(page);
    await expect(fact(page, 'The answer')).toHaveText(/^fear, \d+%$/);
    await expect(fact(page, 'Answered by the network')).toHaveText('0');
    await expect(fact(page, 'Refused')).toHaveText(/^1,/);
    await expect(fact(page, 'The network before')).toHaveText('answered');
    expect(Number(await fact(page, 'Answered from this device').textContent())).toBeGreaterThan(1);
    expect(asked.slice(before)).toEqual(['/sw.js']); // the look whether it is there, before
    await expect.poll(() => isReachable(page)).toBe(true);
  },
);

// fault: tabs | the page that proves it needs no network is closed in the middle | a tab closed | the network is back for the other tabs | nothing
test('the network is denied no longer than the page that asked for it lives', async ({ page, context, serve }) => {
  const server = await serve();
  const asking = await context.newPage();
  for (const each of [asking, page]) {
    await each.goto(server.url);
    await isServed(each);
  }
  await asking.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          resolve();
        };
        // Held before the service worker waits for it, as in the page's own proof.
        void navigator.locks.request('test', () => {
          navigator.serviceWorker.controller!.postMessage({ kind: 'deny', lock: 'test' }, [port2]);
          return new Promise(() => undefined);
        });
      }),
  );
  expect(await isReachable(page)).toBe(false);
  await asking.close();
  await expect.poll(() => isReachable(page)).toBe(true);
});

test('one proof at a time: asked twice it runs once, and another tab is told to wait', LONG, async ({ page, context, serve }) => {
  let asked = (): void => undefined;
  let release = (): void => undefined;
  const isUnderWay = new Promise<void>((resolve) => (asked = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const server = await serve({
    async script(path, _response, { method }) {
      if (path !== '/sw.js' || method !== 'HEAD') return false;
      asked();
      await released; // the proof's look at the network, before it is denied
      return false;
    },
  });
  await readSomething(page, server.url);
  const other = await context.newPage();
  await other.goto(`${server.url}/#model`);
  await page.bringToFront();
  await page.locator('proof-panel form').evaluate((form: HTMLFormElement) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await isUnderWay;
  await prove(other);
  await expect(other.locator('proof-panel [role=status]')).toHaveText('Another tab is proving it: try again in a moment.');
  release();
  await expect(fact(page, 'Answered by the network')).toHaveText('0');
  await prove(other);
  await expect(fact(other, 'Answered by the network')).toHaveText('0');
});

test('without a kept model nothing is proved, and it says what to do', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#model`);
  await isServed(page);
  await prove(page);
  await expect(page.getByText('The model is not kept on this device yet. Download it first')).toBeVisible();
});

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });
  // fault: updates | no service worker, as in some private windows | service workers blocked | the page works; the proof says why it cannot be | nothing
  test('nothing is proved, and it says why', async ({ page, serve }) => {
    await page.goto(`${(await serve()).url}/#model`);
    await prove(page);
    await expect(page.getByText('No service worker answers for this page')).toBeVisible();
  });
});

test('the model’s files, device, figures and diagnostics are told, and nothing of any text', LONG, async ({ page, serve }) => {
  const server = await serve();
  await readSomething(page, server.url);
  await expect(fact(page, 'Runs on')).toHaveText('the processor (WebAssembly)');
  await expect(fact(page, 'Self-test')).toHaveText(/ m?s$/);
  const { files } = JSON.parse(readFileSync('models/open/manifest.json', 'utf8')) as {
    files: Record<'path' | 'sha256', string>[];
  };
  await page.getByText(`Its ${String(files.length)} files and their fingerprints`).click();
  for (const { path, sha256 } of files) await expect(page.getByRole('row').filter({ hasText: sha256 })).toContainText(path);
  const accuracy = /\n\| validation [^|]*\| (0\.\d{4}) \|/.exec(readFileSync('models/open/MODEL.md', 'utf8'))![1]!;
  await expect(page.getByRole('cell', { name: accuracy, exact: true })).toBeVisible();

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByText('Diagnostics', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ model: { kind: 'running', diagnostics: { device: 'wasm' } } });
  expect(copied).not.toContain('happy');

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect((await new AxeBuilder({ page }).include('model-page').analyze()).violations).toEqual([]);
  }
});

test('no caption of a figure is cut on a phone', async ({ page, serve }) => {
  const { url } = await serve();
  await page.setViewportSize({ width: 320, height: 800 });
  for (const id of ['model', 'about']) {
    await page.goto(`${url}/#${id}`);
    const captions = page.locator(`#${id} caption`);
    await expect(captions.first()).toBeVisible();
    const ends = (): Promise<number[]> =>
      captions.evaluateAll((all) => all.map((caption) => caption.getBoundingClientRect().right));
    await expect.poll(async () => Math.max(...(await ends())), id).toBeLessThanOrEqual(320);
  }
});

test('the whole model card stands on the About page', LONG, async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#about`);
  const about = page.locator('about-page');
  for (const [, cell] of readFileSync('models/open/MODEL.md', 'utf8').matchAll(/^\|(?!-)(?: | )*([^|`]+?) \|/gm))
    await expect(about.locator('table').getByText(cell!, { exact: true }).first()).toBeAttached();
  await expect(about).toContainText('Öhman');
  await expect(about).toContainText('below it a text gets no label');
  await expect(about).toContainText('serves both graphs');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect((await new AxeBuilder({ page }).include('about-page').analyze()).violations).toEqual([]);
  }
});
