/**
 * Label a file on the app's Files page, and look at what the page feels: its longest main-thread task, and its memory at each quarter.
 *
 *     npm run bench:file [-- ROWS]      default 10,000; writes bench/results/file.{md,json}
 *
 * The whole way is traced: opening the file, labelling it, sorting the table. 10,000 rows take about 2 minutes on two quiet cores.
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
import { trace } from '../trace';

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

async function label(page: Page, url: string, file: string): Promise<number> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Files' }).click();
  await page.setInputFiles('#file', file);
  const started = Date.now();
  await page.getByRole('button', { name: 'Analyse every row' }).click();
  await page.getByText(/^Done: /).waitFor({ timeout: MORE_MS });
  const seconds = (Date.now() - started) / 1000;
  await page.getByLabel('Order').selectOption('surest');
  await page.locator('.scroller .text').first().click();
  return seconds;
}

async function main(): Promise<void> {
  const rows = Number(argv[2] ?? 10_000);
  const folder = await mkdtemp(join(tmpdir(), 'emotion-tag-file-'));
  await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const server = await startServer({ folder });
  // On disk: a file that Playwright puts together in the page is work of the page's main thread.
  const file = join(folder, 'texts.csv');
  await writeFile(file, fileOf(rows));
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage();
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
    const [[seconds], { longestTaskMs }] = await trace(browser, url, () => Promise.all([label(page, url, file), watch()]));
    const figures = {
      date: new Date().toISOString().slice(0, 10),
      rows,
      rowsPerSecond: Math.round(rows / seconds),
      longestTaskMs: Math.round(longestTaskMs),
      memoryMB: memory,
    };
    await mkdir(TO, { recursive: true });
    await writeFile(join(TO, 'file.json'), `${JSON.stringify(figures, null, 1)}\n`);
    await writeFile(join(TO, 'file.md'), markdown(figures));
    console.log(markdown(figures));
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}

const markdown = (figures: {
  readonly date: string;
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly longestTaskMs: number;
  readonly memoryMB: readonly number[];
}): string => `# A file of ${figures.rows.toLocaleString('en')} rows on the Files page

${figures.date}, \`npm run bench:file\`, Chromium, WASM, one thread, traced.

| rows a second | longest main-thread task, ms | memory after each quarter, MB |
| ------------- | ---------------------------- | ----------------------------- |
| ${String(figures.rowsPerSecond)} | ${String(figures.longestTaskMs)} | ${figures.memoryMB.join(', ')} |
`;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
