/** Texts read through the public engine, in Chromium, by the app as it is built now. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { EmotionClassifier } from '../../src/engine/index';
import type { Reading } from '../../src/shared/reading';
import { findChromium, LAUNCH_ARGUMENTS, SOFTWARE_WEBGPU } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';

export interface How {
  /** The name of one of the build's models; by default the app's own. */
  readonly model?: string | undefined;
  readonly device: 'auto' | 'wasm' | 'webgpu';
}

export interface AllRead {
  readonly readings: readonly Reading[];
  /** Where they were computed. */
  readonly device: string;
  readonly seconds: number;
}

/** Runs in the page. */
async function readAll({ texts, model, device }: How & { readonly texts: readonly string[] }): Promise<AllRead> {
  const url = '/engine.js';
  const engine = (await import(/* @vite-ignore */ url)) as { EmotionClassifier: typeof EmotionClassifier };
  const classifier = await engine.EmotionClassifier.create({ model, device });
  const started = performance.now();
  const readings = await Array.fromAsync(classifier.classifyAll([...texts]));
  return { readings, device: classifier.device ?? 'none', seconds: (performance.now() - started) / 1000 };
}

/** Builds the app into a folder of its own first, which takes some seconds. */
export async function readInChromium(texts: readonly string[], how: How): Promise<AllRead> {
  const folder = await mkdtemp(join(tmpdir(), 'emotion-tag-'));
  await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const server = await startServer({ folder, pages: { '/blank': '<!doctype html><title>evaluate</title>' } });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...LAUNCH_ARGUMENTS, ...(how.device === 'webgpu' ? SOFTWARE_WEBGPU : [])],
    ...(executablePath && { executablePath }),
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/blank`);
    return await page.evaluate(readAll, { ...how, texts });
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}
