/** What shows before any script is here, and what becomes of it. */
import type { Page } from '@playwright/test';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';
import type { Script } from '../../testbed/server';

/** All but the one that is said to block: it names the page. */
const isScript = (path: string): boolean => path.endsWith('.js') && path !== '/address.js';

/** Holds every script back until `release()`. */
function slowScripts(): { script: Script; release: () => void } {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const script: Script = async (path) => {
    if (isScript(path)) await released;
    return false;
  };
  return { script, release };
}

/** Typed nowhere yet: Chromium's Layout Instability. */
type Shift = PerformanceEntry & {
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
};

const box = (page: Page) => page.getByLabel('Your text');

test('the box waits for no script, stays where it is when they come, and keeps what was typed', async ({ page, serve }) => {
  await page.addInitScript(() => {
    globalThis.addEventListener('DOMContentLoaded', () => (document.documentElement.dataset.ready = 'true'));
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as Shift[])
        for (const { node, previousRect: from, currentRect: to } of sources)
          // No node: inside a tag, where a percentage that grows begins further left.
          if (node) document.documentElement.dataset.shifted = `${node.nodeName} ${JSON.stringify([from, to])}`;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const { script, release } = slowScripts();
  const server = await serve({ script });
  await page.goto(server.url, { waitUntil: 'commit' });
  await box(page).fill('I am so happy!');
  expect(await page.evaluate(() => document.documentElement.dataset.ready)).toBeUndefined();
  expect(server.log.filter((line) => isScript(line.split(' ')[0]!))).toEqual([]);
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0); // styles are here
  const place = await box(page).boundingBox();
  release();
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
  await expect(box(page)).toHaveValue('I am so happy!');
  expect(await box(page).boundingBox()).toEqual(place);
  expect(await page.evaluate(() => document.documentElement.dataset.shifted)).toBeUndefined();
});

test('what was typed is there when somebody comes back, and is read', LONG, async ({ page, serve }) => {
  await page.goto((await serve()).url);
  await box(page).fill('I am so happy!');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
  await page.goto('about:blank');
  await page.goBack();
  await expect(box(page)).toHaveValue('I am so happy!');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
});

test('the page that the address names shows at once, and no other', async ({ page, serve }) => {
  const { script, release } = slowScripts();
  await page.goto(`${(await serve({ script })).url}/#about`, { waitUntil: 'commit' });
  await expect(page.getByRole('link', { name: 'About' })).toBeVisible();
  await expect(box(page)).toBeHidden();
  release();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
});
