import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { isServed, runtimeIsKept } from '../../testbed/app';
import { LONG } from '../../testbed/long';
import { expect, modelRequests, test as base } from '../../testbed/setup';

/** A browser whose storage outlives its process, as a person's does. Each call is a cold process. */
const test = base.extend<{ open: () => Promise<BrowserContext> }>({
  open: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'emotion-tag-'));
    const opened: BrowserContext[] = [];
    const executablePath = findChromium();
    await use(async () => {
      const context = await chromium.launchPersistentContext(folder, {
        args: [...LAUNCH_ARGUMENTS],
        ...(executablePath && { executablePath }),
      });
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
    rmSync(folder, { recursive: true });
  },
});

const write = (page: Page, text: string): Promise<void> => page.getByLabel('Your text').fill(text);
const label = (page: Page) => page.locator('#tag [part=label]');

// fault: network | no network, in a browser that was closed | a new process with the same profile, the server gone | Fear, then Anger after a reload | page, runtime and model
test('offline, in a cold process, after a reload: the right answer, and nobody was asked', async ({ open, serve }) => {
  const server = await serve();
  const first = await open();
  const before = await first.newPage();
  await before.goto(server.url);
  await isServed(before);
  await write(before, 'I am so happy!');
  await expect(label(before)).toHaveText('Joy');
  await runtimeIsKept(before);
  await first.close();
  await server.close();
  const answered = server.log.length;

  const second = await open();
  const page = await second.newPage();
  await page.goto(server.url);
  await write(page, 'I am scared to death.');
  await expect(label(page)).toHaveText('Fear');
  await page.reload();
  await write(page, 'I am furious with them!');
  await expect(label(page)).toHaveText('Anger');
  expect(server.log).toHaveLength(answered);
});

// fault: tabs | three tabs of the app at once | three pages opened together | Joy in each | each file of model and runtime, downloaded once
test('three tabs at once download each file of model and runtime once', LONG, async ({ context, serve }) => {
  const server = await serve();
  const pages = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  await Promise.all(pages.map((page) => page.goto(server.url)));
  await Promise.all(pages.map(isServed));
  await Promise.all(pages.map((page) => write(page, 'I am so happy!')));
  for (const page of pages) await expect(label(page)).toHaveText('Joy');
  const requests = [...modelRequests(server), ...server.log.filter((line) => line.includes('/ort-'))];
  expect(new Set(requests).size).toBe(requests.length);
  expect(requests).toHaveLength(5 + 2);
});

test('no file is kept twice', LONG, async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await isServed(page);
  await write(page, 'I am so happy!');
  await expect(label(page)).toHaveText('Joy');
  await runtimeIsKept(page);
  const kept = await page.evaluate(async () => {
    const files: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) files.push(`${name.slice(0, 19)} ${new URL(url).pathname}`);
    }
    return files;
  });
  expect(kept.filter((file) => file.includes('/ort-')).map((file) => file.split(' ')[0])).toEqual([
    'emotion-tag-runtime',
    'emotion-tag-runtime',
  ]);
  expect(kept.filter((file) => /\/model\/|weights/.test(file))).toEqual([]);
  expect(new Set(kept.map((file) => file.split(' ')[1])).size).toBe(kept.length);
});

test('Chromium finds nothing that keeps the page from being installed', async ({ open, serve }) => {
  const server = await serve();
  const context = await open();
  const page = await context.newPage();
  await page.goto(server.url);
  const cdp = await context.newCDPSession(page);
  const { errors } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);

  // Chromium is content with one icon: each picture that the manifest names is there, in the size that it says.
  const pictures = await page.evaluate(async () => {
    type Picture = Record<'src' | 'sizes' | 'purpose', string>;
    const answer = await fetch('./manifest.webmanifest');
    const manifest = (await answer.json()) as { icons: Picture[]; screenshots: Picture[] };
    return Promise.all(
      [...manifest.icons, ...manifest.screenshots].map(async ({ src, sizes, purpose }) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return {
          src,
          sizes,
          purpose,
          found: sizes === 'any' ? 'any' : `${String(image.naturalWidth)}x${String(image.naturalHeight)}`,
        };
      }),
    );
  });
  expect(pictures).toHaveLength(6);
  expect(pictures.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1);
  await expect(page.locator('meta[name=theme-color][media*=light], meta[name=theme-color][media*=dark]')).toHaveCount(2);
  for (const { src, sizes, found } of pictures) expect(found, src).toBe(sizes);
});

test(
  'threads without headers of the host: the service worker isolates the page once somebody asks',
  LONG,
  async ({ page, serve }) => {
    const server = await serve();
    await page.goto(server.url);
    await write(page, 'I am so happy!');
    await expect(label(page)).toHaveText('Joy');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await page.getByRole('link', { name: 'Model', exact: true }).click();
    await page.getByRole('button', { name: 'Use more threads' }).click();
    await page.waitForFunction(() => crossOriginIsolated);
    await expect(page.getByRole('button', { name: 'Use one thread' })).toBeVisible();
    await page.getByRole('link', { name: 'Write' }).click();
    await write(page, 'I am scared to death.');
    await expect(label(page)).toHaveText('Fear');
  },
);

test('after ready nothing is asked, and what is typed is nowhere but in the box', async ({ page, serve }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => said.push(request.url(), request.postData() ?? ''));
  const server = await serve();
  await page.goto(server.url);
  await isServed(page);
  await write(page, 'I am so happy!');
  await expect(label(page)).toHaveText('Joy');
  await page.getByRole('link', { name: 'Embed' }).click();
  await expect(page.locator('#embed [part=label]').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /^The model/ })).toContainText('MB'); // the last that the page asks for
  await page.getByRole('link', { name: 'Write' }).click();
  const answered = server.log.length;

  const canary = 'zyzzyva7431';
  for (const [text, answer] of [
    [`${canary} makes me so happy!`, 'Joy'],
    [`I am furious with ${canary}!`, 'Anger'],
  ] as const) {
    await write(page, text);
    await expect(label(page)).toHaveText(answer);
  }
  expect(server.log.slice(answered)).toEqual([]);

  const kept = await page.evaluate(async () => {
    const found = [location.href, document.title, document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    found.push(JSON.stringify(history.state), JSON.stringify(performance.getEntries()));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(name, request.url, new TextDecoder('latin1').decode(await (await cache.match(request))!.arrayBuffer()));
      }
    }
    const files: string[] = [];
    for await (const entry of (await navigator.storage.getDirectory()).keys()) files.push(entry);
    found.push(...files, ...(await indexedDB.databases()).map(({ name }) => name ?? ''));
    return found;
  });
  expect(kept.length).toBeGreaterThan(20);
  // Compared here, so that a failure prints the place and not 40 MB of it.
  expect([...said, ...server.log, ...kept].filter((text) => text.includes(canary)).map((text) => text.slice(0, 200))).toEqual([]);
});
