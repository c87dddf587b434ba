/** See bench/gpu.sh, which runs this. Writes bench/results/gpu.md, on the software adapter test-results/gpu.md. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findChromium, LAUNCH_ARGUMENTS, SOFTWARE_WEBGPU } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';
import { makeTexts } from '../engine/texts';
import { loseDevice, measure, type Measured } from './page';

const isSoftware = process.argv.includes('--software');
const TEXTS = isSoftware ? 16 : 2_000;
const SIZES = isSoftware ? [1, 8] : [1, 8, 32, 64];
const GPU = isSoftware
  ? SOFTWARE_WEBGPU
  : ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--use-angle=vulkan', '--ignore-gpu-blocklist'];
/** A shader language without half floats, as on a GPU that has none. */
const WITHOUT_F16 = '--disable-dawn-features=shader_f16';

async function withPage<T>(args: readonly string[], profile: string, url: string, task: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  const browser: BrowserContext = await chromium.launchPersistentContext(profile, {
    args: [...LAUNCH_ARGUMENTS, ...args],
    ...(executablePath && { executablePath }),
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/blank`);
    return await task(page);
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'emotion-tag-gpu-'));
  const server = await startServer({ pages: { '/blank': '<!doctype html><title>gpu</title>' } });
  const texts = makeTexts(TEXTS, 3);
  const on = (device: 'wasm' | 'webgpu', args: readonly string[]): Promise<Measured> =>
    withPage(args, profile, server.url, (page) => page.evaluate(measure, { device, texts, sizes: SIZES }));
  try {
    const columns: Record<string, Measured> = { WASM: await on('wasm', []), 'WebGPU, first start': await on('webgpu', GPU) };
    columns['WebGPU, warm'] = await on('webgpu', GPU);
    if (!isSoftware) columns['WebGPU, without shader-f16'] = await on('webgpu', [...GPU, WITHOUT_F16]);
    const after = await withPage(GPU, profile, server.url, async (page) => {
      const reading = page.evaluate(loseDevice, texts.slice(0, isSoftware ? 4 : 500));
      await page.waitForFunction(() => 'isReading' in globalThis);
      const gpu = await page.context().newPage();
      await gpu.goto('chrome://gpucrash').catch(() => undefined); // it ends with the process that would answer
      return reading;
    });
    const page = report(columns, after);
    const path = isSoftware ? 'test-results/gpu.md' : 'bench/results/gpu.md';
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, page);
    console.log(page);
  } finally {
    await server.close();
    await rm(profile, { recursive: true });
  }
}

function report(columns: Readonly<Record<string, Measured>>, afterLoss: string | null): string {
  const measured = Object.values(columns);
  const line = (name: string, cell: (one: Measured) => string): string => `| ${[name, ...measured.map(cell)].join(' | ')} |`;
  const labels = columns.WASM?.labels ?? [];
  const agreement = (one: Measured): number => one.labels.filter((label, i) => label === labels[i]).length / labels.length;
  return [
    '# WebGPU beside WASM\n',
    `Written by \`bench/gpu.sh${isSoftware ? ' --software' : ''}\`: ${String(TEXTS)} texts as \`npm run bench\` reads them. Speeds are of \`classifyAll\` with so many texts at once.\n`,
    `| | ${Object.keys(columns).join(' | ')} |`,
    `| --- | ${measured.map(() => '---:').join(' | ')} |`,
    line('adapter', ({ diagnostics: { adapter } }) =>
      adapter ? [adapter.vendor, adapter.architecture, adapter.description].filter((word) => word !== '').join(' ') : 'none',
    ),
    line('device, self-test', ({ diagnostics }) => `${diagnostics.device ?? 'none'}, ${diagnostics.selfTest ?? 'none'}`),
    line('labels as on WASM', (one) => `${(100 * agreement(one)).toFixed(2)} %`),
    line('start to first answer, ms', ({ startMs }) => startMs.toFixed(0)),
    ...SIZES.map((size) => line(`p50 of a text, ${String(size)} at once, ms`, ({ p50 }) => (p50[size] ?? NaN).toFixed(2))),
    ...SIZES.map((size) => line(`texts a second, ${String(size)} at once`, (one) => (one.textsPerSecond[size] ?? NaN).toFixed(0))),
    `\nWith the GPU’s process ended while texts are read, all are answered; the last by ${afterLoss ?? 'no device'}.`,
    '',
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
