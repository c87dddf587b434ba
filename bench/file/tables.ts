/**
 * Large tables on the Files page, step by step: the longest main-thread task of opening a workbook as large as may be, and of saving
 * 50,000 rows in each form; and what memory our readers take for the largest file of text, in Node.
 *
 *     npm run bench:tables [-- FOLDER]      builds the app, or takes the built one in FOLDER; writes bench/results/tables.md
 *
 * About 4 minutes. Most rows have no text, since nobody waits here for the model.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'vite';
import { writeXlsxStream } from 'hucre/xlsx';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';
import { traceSteps } from '../trace';
import { heapOf, type Heap } from '../../testbed/heap';

const TO = 'bench/results/tables.md';
const SHEET_ROWS = 110_000;
const SAVED_ROWS = 50_000;
const TEXT_BYTES = 99e6;
/** Longer than this, people feel it. */
const BAR_MS = 50;
const WAIT_MS = 300_000;

const HEADING = ['id', 'date', 'who', 'token', 'text'];

/** A row of which one in a hundred has a text to be read. Nothing packs the tokens well. */
const rowAt = (i: number): string[] => [
  String(i),
  `2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
  `person ${String(i % 40)}`,
  randomBytes(400).toString('base64'),
  i % 100 === 0 ? 'I am so happy that you came!' : '',
];

function* sheet(): Generator<string[], void, undefined> {
  yield HEADING;
  for (let i = 0; i < SHEET_ROWS; i++) yield rowAt(i);
}

function* table(isEnough: (rows: number, bytes: number) => boolean): Generator<string, void, undefined> {
  yield `${HEADING.join()}\n`;
  for (let i = 0, bytes = 0; !isEnough(i, bytes); i++) {
    const line = `${rowAt(i)
      .map((cell) => `"${cell}"`)
      .join()}\n`;
    bytes += line.length;
    yield line;
  }
}

const megabytes = async (file: string): Promise<string> => `${((await stat(file)).size / 1e6).toFixed(0)} MB`;

async function measure(browser: Browser, url: string, folder: string): Promise<Map<string, number>> {
  const [book, lines] = [join(folder, 'book.xlsx'), join(folder, 'lines.csv')];
  await pipeline(Readable.fromWeb(writeXlsxStream(sheet(), { name: 'A' }) as never), createWriteStream(book));
  await writeFile(
    lines,
    table((rows) => rows >= SAVED_ROWS),
  );
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT_MS);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${url}/#files`);
  // By style, since a search by role or words looks at all of the page, and that would be work of its main thread.
  const remove = async (): Promise<void> => {
    await page.locator('.progress .buttons button:last-child').click();
    await page.locator('#file').waitFor();
  };
  const begin = page.locator('.setup .primary');
  return traceSteps(browser, page, async (step) => {
    await step(`open a workbook of ${await megabytes(book)}`, async () => {
      await page.setInputFiles('#file', book);
      await begin.waitFor();
    });
    await step(`read in its ${SHEET_ROWS.toLocaleString('en')} rows`, async () => {
      await begin.click();
      await page.locator('.progress #work').waitFor();
    });
    await page.locator('.progress .primary').click();
    await remove();
    await step(`open and label ${SAVED_ROWS.toLocaleString('en')} rows of CSV (${await megabytes(lines)})`, async () => {
      await page.setInputFiles('#file', lines);
      await begin.click();
      await page.locator('#work', { hasText: /^Done/ }).waitFor();
    });
    for (const kind of ['TSV', 'JSONL', 'Excel', 'Parquet', 'CSV']) {
      const button = page.locator('job-export .buttons button', { hasText: kind === 'CSV' ? /CSV\s*$/ : kind });
      await step(`save them as ${kind}`, async () => {
        const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
        await download.path();
      });
    }
    await remove();
  });
}

const markdown = (date: string, tasks: ReadonlyMap<string, number>, heap: Heap): string => `# Large tables on the Files page

${date}, \`npm run bench:tables\`, Chromium, traced. Processor time of the longest task of the page's main thread in each step; bar ${String(BAR_MS)} ms.

| step | longest main-thread task, ms | |
| ---- | ---------------------------- | --- |
${[...tasks].map(([step, ms]) => `| ${step} | ${ms.toFixed(0)} | ${ms <= BAR_MS ? 'met' : 'missed'} |`).join('\n')}

A CSV of ${(heap.bytes / 1e6).toFixed(0)} MB and ${heap.rows.toLocaleString('en')} rows, read to its end in Node ${process.versions.node}: the heap had ${heap.before.toFixed(0)} MB before,
at most ${heap.most.toFixed(0)} MB on the way, each time after a collection, and ${heap.after.toFixed(0)} MB afterwards.
`;

async function main(): Promise<void> {
  const built = argv[2];
  const folder = await mkdtemp(join(tmpdir(), 'emotion-tag-tables-'));
  const app = built ?? join(folder, 'app');
  const executablePath = findChromium();
  if (!built) await build({ logLevel: 'warn', build: { outDir: app, emptyOutDir: true } });
  const server = await startServer({ folder: app });
  const browser = await chromium.launch({ args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) });
  try {
    const large = join(folder, 'large.csv');
    await writeFile(
      large,
      table((_, bytes) => bytes >= TEXT_BYTES),
    );
    const heap = await heapOf(new File([await openAsBlob(large)], 'large.csv'));
    const report = markdown(new Date().toISOString().slice(0, 10), await measure(browser, server.url, folder), heap);
    await mkdir('bench/results', { recursive: true });
    await writeFile(TO, report);
    console.log(report);
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
