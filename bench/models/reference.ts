/**
 * Write e2e/engine/parity.jsonl: 300 texts, and what the shipped graph says of them in Python. Once for each new model.
 *
 *     npm run reference
 *
 * The texts are our own sentences (training/blind.jsonl, training/written/), the last twelve so many together that they are longer than the model's window; where
 * those are cut, the engine says. Needs the recipe's Python (`npm run test:training` makes it) and, for the processor below, Debian's
 * package `qemu-user-static`. Takes some minutes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { EngineHarness } from '../../testbed/engine';
import { startServer } from '../../testbed/server';

const PYTHON = process.env.PYTHON ?? 'training/.venv/bin/python';
/**
 * A processor without AVX and FMA, which multiplies, rounds, adds and rounds, as WebAssembly does. One that fuses the two rounds once,
 * and what follows from that last bit differs by some thousandths (src/reading/README.md, "Probabilities").
 */
const PLAIN_PROCESSOR = ['qemu-x86_64-static', '-cpu', 'Nehalem'] as const;
const COUNT = 300;
const LONG = 12;

async function ownTexts(): Promise<string[]> {
  const files = await Promise.all(['blind', 'written/first'].map((name) => readFile(`training/${name}.jsonl`, 'utf8')));
  const lines = files.flatMap((file) => file.split('\n').filter((line) => line !== ''));
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

function inPython(parts: string): Buffer {
  const [emulator, ...processor] = PLAIN_PROCESSOR;
  try {
    return execFileSync(emulator, [...processor, PYTHON, 'training/reference.py'], { input: parts, maxBuffer: 1 << 26 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`There is no ${emulator}. On Debian: apt-get install qemu-user-static.`, { cause: error });
  }
}

async function main(): Promise<void> {
  if (!existsSync(PYTHON)) throw new Error(`No Python at ${PYTHON}. Run npm run test:training once, or name one in PYTHON.`);
  const own = await ownTexts();
  const long = Array.from({ length: LONG }, (_, i) => own.slice(12 * i, 12 * i + 15 + 2 * i).join(' '));
  const texts = [...own.slice(0, COUNT - LONG), ...long];

  const server = await startServer({ pages: { '/blank': '<!doctype html><title>reference</title>' } });
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/blank`);
    await new EngineHarness(page).create({ device: 'wasm', model: 'research' });
    const readings = await page.evaluate((given) => Array.fromAsync(classifier.classifyAll(given)), texts);
    const rows = texts.map((text, i) => {
      const parts = readings[i]?.sentences ?? [{ start: 0, end: text.length }];
      return JSON.stringify({ text, parts: parts.map(({ start, end }) => ({ start, end })) });
    });
    const output = inPython(`${rows.join('\n')}\n`);
    await writeFile('e2e/engine/parity.jsonl', output);
    console.log(`e2e/engine/parity.jsonl: ${String(texts.length)} texts`);
  } finally {
    await browser.close();
    await server.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
