/** The page of the project, as its visitor meets it. */
import type { Page } from '@playwright/test';
import { expect } from './setup';

/** What a captive portal answers with. */
export const HTML = '<!doctype html><title>Sign in</title><p>Welcome to our network.';

const write = (page: Page, text: string): Promise<void> => page.getByLabel('Your text').fill(text);
const label = (page: Page) => page.locator('#tag [part=label]');

/** A text is read, and right. */
export async function readsRight(page: Page): Promise<void> {
  await write(page, 'I am so happy!');
  await expect(label(page)).toHaveText('Joy');
}

/** Bytes of what is kept, by path, of all caches whose names begin so. */
export const kept = (page: Page, prefix: string): Promise<Record<string, number>> =>
  page.evaluate(async (start) => {
    const found: Record<string, number> = {};
    for (const name of (await caches.keys()).filter((key) => key.startsWith(start))) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        if (answer) found[new URL(request.url).pathname] = (await answer.arrayBuffer()).byteLength; // else it was thrown out meanwhile
      }
    }
    return found;
  }, prefix);

/** A service worker answers for the page. What loads before is missing offline, and a page that is slow to have one goes on without. */
export const isServed = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

/** Both files of the runtime are kept. Nobody who reads a text waits for that. */
export const runtimeIsKept = (page: Page): Promise<void> =>
  expect.poll(async () => Object.keys(await kept(page, 'emotion-tag-runtime')).length).toBe(2);

/** Load the page, as somebody does who meets a dead one, until it lives. */
export const loadUntilAlive = (page: Page, load: () => Promise<unknown>): Promise<void> =>
  expect(async () => {
    await load();
    await expect(page.locator('#tag')).toBeAttached({ timeout: 2000 });
  }).toPass();
