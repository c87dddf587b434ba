/** The Model page's panel: what one can do about the kept model, a button each. */
import { readdirSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { LONG } from '../../testbed/long';
import { expect, modelRequests, test } from '../../testbed/setup';
import { HALF, hang, keptPieces, PATIENT, weights, WeightsHost } from '../../testbed/weights';

const status = (page: Page): Locator => page.locator('kept-model [role=status]');
const press = (page: Page, name: string): Promise<void> =>
  page.locator('kept-model').getByRole('button', { name, exact: true }).click();
const pageLink = (page: Page, name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();

const FROM_MEMORY = /^This browser keeps nothing for this page .*: 4\.2 MB with each visit\.$/;
const NOT_KEPT = /^This browser could not keep the model: /;
const KEPT = 'Kept on this device, verified at each start: 4.2 MB. It works offline.';

async function read(page: Page): Promise<void> {
  await pageLink(page, 'Write');
  await page.getByLabel('Your text').fill('I am so happy!');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
}

test('each button does what it says, and tells what it did', async ({ page, serve }) => {
  await page.addInitScript(() => {
    const { storage } = navigator;
    const persist = storage.persist.bind(storage);
    Object.assign(globalThis, { asked: 0 });
    storage.persist = () => {
      (globalThis as unknown as { asked: number }).asked++;
      return persist();
    };
  });
  const asked = (): Promise<unknown> => page.evaluate('asked');
  const host = new WeightsHost(hang(0.5));
  await page.addInitScript(PATIENT);
  const server = await serve({ script: host.script });
  await page.goto(`${server.url}/#model`);
  await expect(status(page)).toHaveText('To be downloaded once: 4.2 MB.');
  await press(page, 'Check');
  await expect(status(page)).toHaveText(/^Not here: .*onnx\/weights\.bin/);

  await press(page, 'Download');
  await expect(status(page)).toHaveText('Downloading…');
  await expect(page.locator('kept-model .fetched')).toHaveText(/^\s*2\.\d MB of 4\.2 MB\s*$/);
  await expect.poll(() => keptPieces(page)).toBe(HALF);
  await press(page, 'Stop');
  await expect(status(page)).toHaveText('Stopped. You can resume later.');
  await expect(page.locator('kept-model .fetched')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Stop' })).toBeDisabled(); // there is nothing to stop
  await press(page, 'Download');
  await expect(status(page)).toHaveText(KEPT);
  expect(host.requests).toEqual([undefined, expect.stringMatching(/^bytes=\d+- if unchanged$/)]);
  expect(host.sent).toBeLessThanOrEqual(1.1 * weights.length);

  await page.evaluate(async (bytes) => {
    const cache = await caches.open('emotion-tag-model');
    for (const request of await cache.keys()) {
      if ((await (await cache.match(request))!.blob()).size === bytes)
        await cache.put(request, new Response(new Uint8Array(bytes)));
    }
  }, weights.length);
  await press(page, 'Check');
  await expect(status(page)).toHaveText('Damaged, and removed: onnx/weights.bin.gzip. Repair downloads it again.');
  await press(page, 'Repair');
  await expect(status(page)).toHaveText('Every file is here, and the one it should be.');
  await press(page, 'Check');
  await expect(status(page)).toHaveText('Every file is the one it should be.');
  expect(host.requests).toHaveLength(3);

  page.once('dialog', (dialog) => void dialog.accept());
  await press(page, 'Remove');
  await expect(status(page)).toHaveText('To be downloaded once: 4.2 MB.');
  const before = modelRequests(server).length;
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Import files')]);
  const files = readdirSync('dist/model', { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.'));
  await chooser.setFiles(files.map((path) => `dist/model/${path}`));
  await expect(status(page)).toHaveText(KEPT);
  await read(page);
  expect(modelRequests(server)).toHaveLength(before);

  await pageLink(page, 'Model');
  expect(await asked()).toBe(0); // nobody is asked before a person's own action
  await press(page, 'Protect');
  await expect(status(page)).toHaveText(/^The browser (will not|may) remove the model/);
  expect(await asked()).toBe(1);
});

// fault: storage | storage is denied to page and worker | `caches.open` rejects | the Model page says so; Joy from memory | nothing, and nothing is downloaded in vain
test(
  'where storage is denied the page says so, downloads nothing in vain, and reads from memory',
  LONG,
  async ({ page, serve }) => {
    const denied = 'caches.open = () => Promise.reject(new DOMException("denied", "SecurityError"));';
    await page.addInitScript(denied);
    const server = await serve({ beforeWorker: () => denied });
    await page.goto(`${server.url}/#model`);
    await expect(status(page)).toHaveText(FROM_MEMORY);
    await press(page, 'Check');
    await expect(status(page)).toHaveText(/^Not here: /);
    await press(page, 'Download');
    await expect(status(page)).toHaveText(NOT_KEPT);
    expect(modelRequests(server)).toEqual([]);
    await read(page);
    expect(modelRequests(server)).toHaveLength(5);
  },
);

// fault: storage | room for 2 MB, on the Model page | the browser’s quota | the page says that it cannot be kept; Joy | nothing
test('where there is room for 2 MB the page says so too', LONG, async ({ page, context, serve }) => {
  const { url } = await serve();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 2_000_000 });
  await page.goto(`${url}/#model`);
  await expect(status(page)).toHaveText(FROM_MEMORY);
  await press(page, 'Download');
  await expect(status(page)).toHaveText(NOT_KEPT);
  await read(page);
});
