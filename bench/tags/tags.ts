/**
 * Many tags at once: how long people wait for those that they see.
 *
 *     npm run bench:tags [-- FOLDER]      builds the app, or takes the built one in FOLDER; writes bench/results/many.md
 *
 * Each page is opened three times in one browser, whose model is kept after a first page that does not count. About 2 minutes.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'vite';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';
import { makeTexts } from '../engine/texts';
import { median } from '../engine/statistics';

const ROUNDS = 3;
/** A window so large that all tags are in it. */
const VIEWPORT = { width: 3000, height: 6000 };
const FILE_ROWS = 5_000;

const html = (body: string): string =>
  `<!doctype html><title>many</title><style>p { margin: 0; font: 9px/12px sans-serif; float: left; width: 360px; height: 48px; overflow: hidden }</style>
<script type="module" src="/emotion-tag.js"></script><script>
  window.answers = [];
  addEventListener('emotion-change', () => answers.push(performance.now()));
</script><body>${body}`;

const tags = (texts: readonly string[]): string => texts.map((text) => `<p><emotion-tag>${text}</emotion-tag></p>`).join('');
const fields = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `<p><textarea id="t${String(i)}"></textarea><emotion-tag for="t${String(i)}"></emotion-tag></p>`,
  ).join('');

declare global {
  interface Window {
    answers: number[];
    file: Promise<void>;
    rows: number;
  }
}

/** What is done on a page once it has loaded; times count from when it begins, or from the page's own beginning. */
interface Scene {
  readonly name: string;
  readonly body: string;
  readonly count: number;
  /** Answers that come before what counts. */
  readonly before?: number;
  readonly act?: (texts: readonly string[]) => void;
  readonly texts?: readonly string[];
}

/** Runs in the page: every field gets its text in one task, as a page that restores a draft does. */
const typeAll = (texts: readonly string[]): void => {
  texts.forEach((text, i) => {
    const field = document.querySelector<HTMLTextAreaElement>(`#t${String(i)}`);
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
};

/** Runs in the page: tags that come into view. */
const addTags = (texts: readonly string[]): void => {
  for (const text of texts) {
    const line = document.createElement('p');
    const tag = document.createElement('emotion-tag');
    tag.textContent = text;
    line.append(tag);
    document.body.prepend(line);
  }
};

/** Runs in the page: a file is read behind all that is seen. */
const readFile = async (rows: readonly string[]): Promise<void> => {
  const url = '/engine.js';
  const { EmotionClassifier } = (await import(url)) as typeof import('../../src/engine/index');
  const classifier = await EmotionClassifier.create();
  window.rows = 0;
  window.file = (async () => {
    for await (const reading of classifier.classifyAll(rows, { priority: 'background' }))
      window.rows += Number(reading.scores.length > 0);
  })();
};

const SCENES: readonly (Scene & { readonly withFile?: boolean })[] = [
  { name: '1,000 tags in view, from the page’s beginning', body: tags(makeTexts(1_000, 11)), count: 1_000 },
  {
    name: '100 texts typed at once',
    body: `${tags(['I am glad.'])}${fields(100)}`,
    count: 100,
    before: 1,
    act: typeAll,
    texts: makeTexts(100, 12),
  },
  { name: '20 tags come into view', body: tags(['I am glad.']), count: 20, before: 1, act: addTags, texts: makeTexts(20, 13) },
  {
    name: '20 tags come into view, a file in the background',
    body: tags(['I am glad.']),
    count: 20,
    before: 1,
    act: addTags,
    texts: makeTexts(20, 14),
    withFile: true,
  },
];

/** Milliseconds to the first, the middle and the last answer. */
async function measure(
  browser: Browser,
  url: string,
  scene: (typeof SCENES)[number],
  path: string,
): Promise<[number, number, number]> {
  const page = await browser.contexts()[0]!.newPage();
  await page.setViewportSize(VIEWPORT);
  await page.goto(`${url}${path}`);
  const { before = 0, count } = scene;
  const until = (answers: number): Promise<unknown> =>
    page.waitForFunction((least) => window.answers.length >= least, answers, { polling: 50, timeout: 300_000 });
  await until(before);
  if (scene.withFile) {
    await page.evaluate(readFile, makeTexts(FILE_ROWS, 15));
    await page.waitForFunction(() => window.rows >= 32);
  }
  const began = scene.act ? await page.evaluate(() => performance.now()) : 0;
  if (scene.act) await page.evaluate(scene.act, scene.texts ?? []);
  await until(before + count);
  const answers = (await page.evaluate(() => window.answers)).slice(before).map((time) => time - began);
  const wasReading = scene.withFile ? await page.evaluate(() => window.rows) : 0;
  await page.close();
  if (wasReading >= FILE_ROWS) throw new Error('The file ended before the tags were read: nothing was in the background.');
  return [answers[0] ?? NaN, answers[Math.floor(count / 2) - 1] ?? NaN, answers[count - 1] ?? NaN];
}

async function main(): Promise<void> {
  const built = argv[2];
  const folder = built ?? (await mkdtemp(join(tmpdir(), 'emotion-tag-tags-')));
  if (!built) await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const pages = Object.fromEntries(SCENES.map(({ body }, i) => [`/many-${String(i)}`, html(body)]));
  const server = await startServer({ folder, pages });
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) });
  try {
    await browser.newContext();
    await measure(browser, server.url, SCENES[2]!, '/many-2'); // the model comes and is kept
    const rows: string[] = [];
    for (const [i, scene] of SCENES.entries()) {
      const rounds: [number, number, number][] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(browser, server.url, scene, `/many-${String(i)}`));
      const figures = [0, 1, 2].map((which) => Math.round(median(rounds.map((times) => times[which] ?? NaN))).toLocaleString('en'));
      rows.push(`| ${scene.name} | ${figures.join(' | ')} |`);
      console.error(rows.at(-1));
    }
    const text = markdown(rows);
    await writeFile('bench/results/many.md', text);
    console.log(text);
  } finally {
    await browser.close();
    await server.close();
    if (!built) await rm(folder, { recursive: true });
  }
}

const markdown = (rows: readonly string[]): string => `# Many tags at once

${new Date().toISOString().slice(0, 10)}, \`npm run bench:tags\`, Chromium, WASM, one thread, ${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}; the model is kept. Milliseconds, medians of ${String(ROUNDS)}.

| what happens | first label | half of them | all |
| --- | --: | --: | --: |
${rows.join('\n')}
`;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
