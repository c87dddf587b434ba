/**
 * Many tags in many tabs, and somebody who types for an hour: what is downloaded, what goes wrong, and whether memory grows.
 *
 *     npm run bench:load [-- MINUTES TABS TAGS]     default 60 8 1000; writes bench/results/load.md
 *
 * The hour takes some two minutes: keys come as fast as the page takes them, each text is read while it grows, and the box is emptied
 * now and then, as between two messages.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';
import { makeTexts } from '../engine/texts';
import { memoryOf } from '../memory';
import { loadReport, type Mark } from './report';

const TO = 'bench/results/load.md';
/** Of somebody who types well. */
const KEYS_A_MINUTE = 240;
/** Memory is looked at after each of so many parts of the time. */
const PARTS = 4;
/** Texts that differ; the others are read from what the engine remembers, as on a page that repeats itself. */
const DIFFERENT = 100;

const pageOf = (tags: number, seed: number): string => {
  const texts = makeTexts(DIFFERENT, seed);
  const feed = Array.from(
    { length: tags },
    (_, i) => `<p><emotion-tag load="eager">${texts[i % DIFFERENT] ?? ''}</emotion-tag></p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>load</title><link rel="icon" href="data:,">
    <script type="module" src="/emotion-tag.js"></script>
    <textarea id="box"></textarea><emotion-tag id="typed" for="box"></emotion-tag>${feed.join('')}`;
};

/** Runs in the page: type that, and wait at the end of each text until it is read. Resolves with the number of readings that showed. */
async function type(texts: string[]): Promise<number> {
  const box = document.querySelector<HTMLTextAreaElement>('#box');
  const tag = document.querySelector('#typed');
  if (!box || !tag) throw new Error('The page has no box to type in.');
  let shown = 0;
  tag.addEventListener('emotion-change', () => shown++);
  const put = (text: string): Promise<void> => {
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return new Promise((next) => setTimeout(next));
  };
  for (const text of texts) {
    const isRead = new Promise((read) => {
      tag.addEventListener('emotion-change', function settled() {
        if (!tag.matches(':state(stale)') && box.value === text) {
          tag.removeEventListener('emotion-change', settled);
          read(undefined);
        }
      });
    });
    for (let end = 1; end <= text.length; end++) await put(text.slice(0, end));
    await isRead;
    await put('');
  }
  return shown;
}

async function main(): Promise<void> {
  const [minutes = 60, tabs = 8, tags = 1000] = argv.slice(2).map(Number);
  const folder = await mkdtemp(join(tmpdir(), 'emotion-tag-load-'));
  await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const pages = Object.fromEntries(Array.from({ length: tabs }, (_, i) => [`/tab-${String(i)}`, pageOf(tags, i)]));
  const server = await startServer({ folder, pages });
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) });
  try {
    const context = await browser.newContext();
    await context.addInitScript('globalThis.__name = (it) => it'); // tsx names functions by a helper that a page lacks
    const wrong: string[] = [];
    const opened: Page[] = [];
    for (const path of Object.keys(pages)) {
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => wrong.push(message)); // unhandled rejections too
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      await page.goto(server.url + path, { waitUntil: 'commit' });
      opened.push(page);
    }
    for (const page of opened) await page.waitForFunction(isEveryTagRead, undefined, { timeout: 0, polling: 1000 });
    const downloads = server.log.filter((line) => line.startsWith('/model/')).length;
    const asked = server.log.length;

    const front = opened[0];
    if (!front) throw new Error('There is no tab to type in.');
    await front.bringToFront();
    const texts = makeTexts(Math.ceil((minutes * KEYS_A_MINUTE) / 60), 99); // longer than a minute's on average: cut below
    const marks: Mark[] = [];
    let keys = 0;
    let readings = 0;
    for (let part = 0; part < PARTS; part++) {
      const until = ((part + 1) / PARTS) * minutes * KEYS_A_MINUTE;
      const own: string[] = [];
      while (keys < until) {
        const text = `${texts[(part * 7919 + own.length) % texts.length] ?? ''} ${String(part)}`;
        own.push(text);
        keys += text.length;
      }
      readings += await front.evaluate(type, own);
      marks.push({ minute: ((part + 1) / PARTS) * minutes, ...(await memory(browser, front)) });
    }
    const report = loadReport({
      date: new Date().toISOString().slice(0, 10),
      ...{ minutes, tabs, tags, keys, readings, downloads, marks, wrong },
      askedLater: server.log.length - asked,
    });
    await mkdir('bench/results', { recursive: true });
    await writeFile(TO, report);
    console.log(report);
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}

const isEveryTagRead = (): boolean =>
  [...document.querySelectorAll<HTMLElement & { reading: unknown }>('p > emotion-tag')].every(({ reading }) => reading);

/** Of the tab somebody types in, what its scripts hold; of all tabs, what their processes have resident. */
async function memory(browser: Browser, page: Page): Promise<{ heapMB: number; residentMB: number }> {
  const tab = await page.context().newCDPSession(page);
  await tab.send('HeapProfiler.collectGarbage');
  await tab.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tab.send('Runtime.getHeapUsage');
  await tab.detach();
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] };
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const resident = await Promise.all(renderers.map(async ({ id }) => (await memoryOf(id))?.now ?? 0));
  return { heapMB: usedSize / 1e6, residentMB: resident.reduce((a, b) => a + b, 0) };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
