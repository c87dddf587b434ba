/**
 * Label a file on the app's Files page, and look at what the page feels: rows a second, its longest main-thread task, its memory at each
 * quarter, and what a reload in the middle loses.
 *
 *     npm run bench:file [-- ROWS… [--isolated]]      default 10,000; writes bench/results/file.{md,json}
 *
 * `--isolated` measures each file again on a page whose host allows threads. The whole way is traced: opening the file, labelling it,
 * sorting the table. 10,000 rows take about 2 minutes on two quiet cores, 200,000 rows 20.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';
import { memoryOf } from '../memory';
import { makeTexts } from '../engine/texts';
import { traceLong } from '../trace';

const TO = 'bench/results';

/** Texts as the benchmark of the engine reads them, with a day for each. */
function fileOf(rows: number): string {
  const lines = makeTexts(rows, 3).map((text, i) => `${String(i)},2024-${String(1 + (i % 12)).padStart(2, '0')}-01,"${text}"`);
  return `id,date,text\n${lines.join('\n')}\n`;
}

const MORE_MS = 3_600_000;

/** Resolves once so many rows are read. */
const untilRead = (page: Page, rows: number): Promise<unknown> =>
  page.waitForFunction((rows) => (document.querySelector('progress')?.value ?? 0) >= rows, rows, {
    timeout: MORE_MS,
    polling: 500,
  });

async function label(page: Page, file: string): Promise<number> {
  await page.setInputFiles('#file', file);
  const started = Date.now();
  await page.getByRole('button', { name: 'Analyse every row' }).click();
  await page.getByText(/^Done: /).waitFor({ timeout: MORE_MS });
  const seconds = (Date.now() - started) / 1000;
  await page.getByLabel('Order').selectOption('surest');
  await page.locator('.scroller .text').first().click();
  return seconds;
}

/** What a browser asks of a host before it allows threads. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
/** Threads are half of the cores that the browser tells, and one on two. */
const CORES_TOLD = 4;
const RELOADED_ROWS = 1500;

interface Figures {
  readonly rows: number;
  readonly threads: number;
  readonly rowsPerSecond: number;
  readonly longestTaskMs: number;
  readonly memoryMB: readonly number[];
  /** Rows that were shown as read before a reload and were not after it, and how long they had taken. */
  readonly lostRows: number;
  readonly lostSeconds: number;
}

/** Reload the page in the middle of a file, and take that away. */
async function reload(page: Page, url: string, file: string): Promise<Pick<Figures, 'lostRows' | 'lostSeconds'>> {
  const shown = (): Promise<number> => page.evaluate(() => document.querySelector('progress')?.value ?? 0);
  await page.goto(`${url}#files`);
  await page.setInputFiles('#file', file);
  await page.getByRole('button', { name: 'Analyse every row' }).click();
  await untilRead(page, RELOADED_ROWS / 4);
  const [begun, first] = [Date.now(), await shown()];
  await untilRead(page, RELOADED_ROWS / 2);
  const before = await shown();
  const speed = ((before - first) / (Date.now() - begun)) * 1000;
  await page.reload();
  await page.getByText(/^Paused/).waitFor();
  const lost = Math.max(0, before - (await shown()));
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Cancel and remove' }).click();
  await page.getByLabel('Drop a file here').waitFor();
  return { lostRows: lost, lostSeconds: Math.round((lost / speed) * 100) / 100 };
}

/** @param folder the built app, beside which the files are put */
async function measure(folder: string, rows: number, isIsolated: boolean): Promise<Figures> {
  const server = await startServer({ folder, headers: () => (isIsolated ? ISOLATED : {}) });
  // On disk: a file that Playwright puts together in the page is work of the page's main thread.
  const [file, short] = [join(folder, 'texts.csv'), join(folder, 'short.csv')];
  await writeFile(file, fileOf(rows));
  await writeFile(short, fileOf(RELOADED_ROWS));
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage();
    if (isIsolated) {
      const cores = await page.context().newCDPSession(page);
      await cores.send('Emulation.setHardwareConcurrencyOverride', { hardwareConcurrency: CORES_TOLD });
    }
    const session = await browser.newBrowserCDPSession();
    const memory: number[] = [];
    const watch = async (): Promise<void> => {
      for (const part of [0.25, 0.5, 0.75, 1]) {
        await untilRead(page, Math.floor(rows * part));
        const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
          processInfo: { type: string; id: number }[];
        };
        const renderers = processInfo.filter(({ type }) => type === 'renderer');
        const resident = await Promise.all(renderers.map(async ({ id }) => (await memoryOf(id))?.now ?? 0));
        memory.push(Math.round(Math.max(...resident)));
      }
    };
    const url = `${server.url}/`;
    const lost = await reload(page, url, short);
    await page.goto('about:blank');
    await page.goto(`${url}#files`);
    const [[seconds], longestTaskMs] = await traceLong(browser, page, () => Promise.all([label(page, file), watch()]));
    return {
      rows,
      threads: isIsolated ? CORES_TOLD / 2 : 1,
      rowsPerSecond: Math.round(rows / seconds),
      longestTaskMs: Math.round(longestTaskMs),
      memoryMB: memory,
      ...lost,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function main(): Promise<void> {
  const sizes = argv
    .slice(2)
    .map(Number)
    .filter((rows) => rows > 0);
  const folder = await mkdtemp(join(tmpdir(), 'emotion-tag-file-'));
  try {
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    const measured: Figures[] = [];
    for (const rows of sizes.length > 0 ? sizes : [10_000])
      for (const isIsolated of argv.includes('--isolated') ? [false, true] : [false])
        measured.push(await measure(folder, rows, isIsolated));
    const date = new Date().toISOString().slice(0, 10);
    await mkdir(TO, { recursive: true });
    await writeFile(join(TO, 'file.json'), `${JSON.stringify({ date, measured }, null, 1)}\n`);
    await writeFile(join(TO, 'file.md'), markdown(date, measured));
    console.log(markdown(date, measured));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const markdown = (date: string, measured: readonly Figures[]): string => `# Files on the Files page

${date}, \`npm run bench:file\`, Chromium, WASM, traced.

| rows | threads | rows a second | longest main-thread task, ms | memory after each quarter, MB | a reload loses |
| ---- | ------- | ------------- | ---------------------------- | ----------------------------- | -------------- |
${measured
  .map(
    ({ rows, threads, rowsPerSecond, longestTaskMs, memoryMB, lostRows, lostSeconds }) =>
      `| ${rows.toLocaleString('en')} | ${String(threads)} | ${String(rowsPerSecond)} | ${String(longestTaskMs)} | ${memoryMB.join(', ')} | ${String(lostRows)} rows, ${String(lostSeconds)} s |`,
  )
  .join('\n')}
`;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
