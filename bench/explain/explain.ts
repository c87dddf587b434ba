/**
 * Are the words that "why?" shades the words that decide? Over our own sentences whose label the model gets right: how many get an answer,
 * and how often the label changes once the shaded words are taken out (the deletion test).
 *
 *     npm run bench:explain -- [--file training/written/first.jsonl] [--sentences 240]
 *
 * Every sentence of the file that is not neutral, evenly spread over it, up to so many. Takes about 3 min on WASM. The last line is JSON.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { EmotionClassifier } from '../../src/engine/index';
import type { Explanation, Reading } from '../../src/shared/reading';
import { strongWords } from '../../src/shared/strong-words';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';
import { figuresOf, without } from './figures';

interface Row {
  readonly text: string;
  readonly label: string;
}

interface Engine {
  EmotionClassifier: typeof EmotionClassifier;
}

/** Both run in the page. */
const explainAll = async (texts: string[]): Promise<Explanation[]> => {
  const url = '/engine.js';
  const { EmotionClassifier } = (await import(/* @vite-ignore */ url)) as Engine;
  const classifier = await EmotionClassifier.create({ device: 'wasm' });
  const explanations: Explanation[] = [];
  for (const text of texts) explanations.push(await classifier.explain(text));
  return explanations;
};
const readAll = async (texts: string[]): Promise<Reading[]> => {
  const url = '/engine.js';
  const { EmotionClassifier } = (await import(/* @vite-ignore */ url)) as Engine;
  const classifier = await EmotionClassifier.create({ device: 'wasm' });
  return Array.fromAsync(classifier.classifyAll(texts));
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { file: { type: 'string', default: 'training/written/first.jsonl' }, sentences: { type: 'string', default: '240' } },
  });
  const content = await readFile(values.file, 'utf8');
  const rows = content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ label }) => label !== 'neutral');
  const each = Math.max(1, Math.floor(rows.length / Number(values.sentences)));
  const taken = rows.filter((_, i) => i % each === 0).slice(0, Number(values.sentences));

  const folder = await mkdtemp(join(tmpdir(), 'emotion-tag-'));
  await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const server = await startServer({ folder, pages: { '/blank': '<!doctype html><title>explain</title>' } });
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/blank`);
    const explanations = await page.evaluate(
      explainAll,
      taken.map(({ text }) => text),
    );
    const clear = taken.flatMap(({ text, label }, i) => {
      const explanation = explanations[i];
      return explanation?.reading.label === label ? [{ text, label, words: strongWords(explanation.words) }] : [];
    });
    const rest = await page.evaluate(
      readAll,
      clear.map(({ text, words }) => without(text, words)),
    );
    const results = clear.map((one, i) => ({ ...one, after: rest[i]?.label ?? null }));
    for (const { text, label, words, after } of results)
      if (words.length === 0 || after === label)
        console.log(
          `${words.length === 0 ? 'no answer' : 'unchanged'}: ${text} [${words.map((w) => text.slice(w.start, w.end)).join(' | ')}]`,
        );
    console.log(JSON.stringify(figuresOf(results)));
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}

await main();
