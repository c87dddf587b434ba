/**
 * A journal of many entries: the longest main-thread task of each thing that somebody does with it, and its memory.
 *
 *     npm run bench:journal [-- FOLDER]      builds the app, or takes the built one in FOLDER; writes bench/results/journal.md
 *
 * 5,000 entries, one a day, each of eight sentences that are read. About 2 minutes.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'vite';
import type { Entry, EntrySentence } from '../../src/app/journal/entry';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';
import { makeTexts } from '../engine/texts';
import { memoryOf } from '../memory';
import { traceSteps } from '../trace';
import { modelOf, useJournal } from './steps';

const TO = 'bench/results/journal.md';
const ENTRIES = 5000;
const SENTENCES = 8;
const DAY_MS = 86_400_000;
/** Longer than this, people feel it. */
const BAR_MS = 50;
const LABELS = ['joy', null, 'sadness', 'love', null, 'anger', 'fear', null, 'surprise'] as const;

/** @param model what has read them */
function makeEntries(model: string): Entry[] {
  const texts = makeTexts(2080, 5);
  return Array.from({ length: ENTRIES }, (_, i) => {
    const sentences: EntrySentence[] = [];
    let text = `Entry ${String(i)}.`;
    for (let j = 0; j < SENTENCES; j++) {
      const start = text.length + 1;
      text += ` ${texts[(i * 7 + j * 11) % texts.length] ?? ''}`;
      sentences.push({ start, end: text.length, label: LABELS[(i + j * (1 + (i % 3))) % LABELS.length] ?? null, score: 0.8712 });
    }
    const at = `${new Date(Date.now() - i * DAY_MS).toISOString().slice(0, 10)}T21:30`;
    return { id: crypto.randomUUID(), at, text, reading: { model, sentences, isForeign: false, isCut: false }, revision: 1 };
  });
}

interface Figures {
  readonly step: string;
  readonly longestTaskMs: number;
  readonly memoryMB: number;
}

async function measure(browser: Browser, url: string, folder: string): Promise<Figures[]> {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const model = await modelOf(page, url);
  const file = join(folder, 'journal.json');
  await writeFile(file, JSON.stringify({ format: 'emotion-tag-journal', version: 1, model, entries: makeEntries(model) }));
  const session = await browser.newBrowserCDPSession();
  const memory = async (): Promise<number> => {
    const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] };
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    return Math.max(...(await Promise.all(renderers.map(async ({ id }) => (await memoryOf(id))?.now ?? 0))));
  };
  const memories = new Map<string, number>();
  const tasks = await traceSteps(browser, page, (step) =>
    useJournal(page, file, ENTRIES, async (name, act) => {
      await step(name, act);
      memories.set(name, await memory());
    }),
  );
  return [...tasks].map(([step, longestTaskMs]) => ({ step, longestTaskMs, memoryMB: memories.get(step) ?? NaN }));
}

const markdown = (date: string, figures: readonly Figures[]): string => `# A journal of ${ENTRIES.toLocaleString('en')} entries

${date}, \`npm run bench:journal\`, Chromium, traced. Processor time of the longest task of the page's main thread in each step; bar ${String(BAR_MS)} ms.
Memory is what the page's process has resident after the step, the model's worker included.

| step | longest main-thread task, ms | | memory, MB |
| ---- | ---------------------------- | --- | ---------- |
${figures
  .map(
    ({ step, longestTaskMs, memoryMB }) =>
      `| ${step} | ${longestTaskMs.toFixed(0)} | ${longestTaskMs <= BAR_MS ? 'met' : 'missed'} | ${memoryMB.toFixed(0)} |`,
  )
  .join('\n')}
`;

async function main(): Promise<void> {
  const built = argv[2];
  const folder = await mkdtemp(join(tmpdir(), 'emotion-tag-journal-'));
  const app = built ?? join(folder, 'app');
  const executablePath = findChromium();
  if (!built) await build({ logLevel: 'warn', build: { outDir: app, emptyOutDir: true } });
  const server = await startServer({ folder: app });
  const browser = await chromium.launch({ args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) });
  try {
    const report = markdown(new Date().toISOString().slice(0, 10), await measure(browser, server.url, folder));
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
