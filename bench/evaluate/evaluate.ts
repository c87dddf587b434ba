/**
 * Read every row of a labelled file through the public engine in Chromium, and print the figures.
 *
 *     npm run evaluate -- FILE.jsonl [--model research|open] [--device auto|wasm|webgpu]
 *
 * A row is {"text", "label"}; the label one of the six or "neutral". The last line printed is JSON (src/tables/metrics.ts says what each
 * figure means). `EMOTION_MODEL=folder` measures another model folder. 2,000 short rows take about 40 s on WASM.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { modelFolders, modelsIn } from '../../build/models';
import { findChromium, LAUNCH_ARGUMENTS, SOFTWARE_WEBGPU } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';
import { EMOTIONS } from '../../src/shared/emotions';
import type { EmotionClassifier } from '../../src/engine/index';
import type { Reading } from '../../src/shared/reading';
import type { Truth } from '../../src/tables/label-column';
import { metricsOf, outcomeOf } from '../../src/tables/metrics';

interface Row {
  readonly text: string;
  readonly label: Truth;
}

function parseRows(file: string, content: string): Row[] {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Error(`${file} has no rows.`);
  return lines.map((line, i) => {
    try {
      const { text, label } = JSON.parse(line) as Partial<Row>;
      if (typeof text === 'string' && label && [...EMOTIONS, 'neutral'].includes(label)) return { text, label };
    } catch {
      // said below, with the line's number
    }
    throw new Error(
      `${file}, line ${String(i + 1)}: expected {"text": …, "label": ${EMOTIONS.join('|')}|neutral}, got ${line.slice(0, 80)}`,
    );
  });
}

/** Runs in the page. */
async function readAll({
  texts,
  model,
  device,
}: {
  texts: string[];
  model: string | undefined;
  device: 'auto' | 'wasm' | 'webgpu';
}): Promise<[Reading[], string, number]> {
  const url = '/engine.js';
  const engine = (await import(/* @vite-ignore */ url)) as { EmotionClassifier: typeof EmotionClassifier };
  const classifier = await engine.EmotionClassifier.create({ model, device });
  const started = performance.now();
  const readings = await Array.fromAsync(classifier.classifyAll(texts));
  return [readings, classifier.device ?? 'none', (performance.now() - started) / 1000];
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { model: { type: 'string' }, device: { type: 'string', default: 'auto' } },
  });
  const [file] = positionals;
  const device = (['auto', 'wasm', 'webgpu'] as const).find((known) => known === values.device);
  if (!file || !device) throw new Error('Usage: npm run evaluate -- FILE.jsonl [--model NAME] [--device auto|wasm|webgpu]');
  const known = modelsIn(modelFolders('research'), () => undefined).map(({ name }) => name);
  if (values.model !== undefined && !known.includes(values.model))
    // before a build that takes a while
    throw new Error(`There is no model ${JSON.stringify(values.model)}. Choose one of: ${known.join(', ')}.`);
  const rows = parseRows(file, await readFile(file, 'utf8'));

  const folder = await mkdtemp(join(tmpdir(), 'emotion-tag-'));
  await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const server = await startServer({ folder, pages: { '/blank': '<!doctype html><title>evaluate</title>' } });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...LAUNCH_ARGUMENTS, ...(device === 'webgpu' ? SOFTWARE_WEBGPU : [])],
    ...(executablePath && { executablePath }),
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/blank`);
    const [readings, used, seconds] = await page.evaluate(readAll, {
      texts: rows.map(({ text }) => text),
      model: values.model,
      device,
    });
    const figures = metricsOf(rows.map(({ label }, i) => outcomeOf(label, readings[i]!)));
    console.log(JSON.stringify({ ...figures, device: used, seconds: Math.round(seconds * 100) / 100 }));
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
