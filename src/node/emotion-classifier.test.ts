import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMOTIONS } from '../shared/emotions';
import type { EmotionScore, Reading } from '../shared/reading';
import { EmotionClassifier } from './emotion-classifier';
import { modelFacts } from './model-facts';

/** As `npm run reference` wrote them; a browser on WASM has the same bits (`e2e/engine/parity.spec.ts`). */
interface Row {
  readonly text: string;
  readonly parts: readonly { readonly start: number; readonly end: number; readonly scores: readonly number[] }[];
}

const rows = readFileSync('e2e/engine/parity.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  // A third of them and all that are over-long; `e2e/package/node.spec.ts` has two thousand beside a browser.
  .filter(({ parts }, i) => i % 3 === 0 || parts.length > 1);
const texts = rows.map(({ text }) => text);

const inModelOrder = (scores: readonly EmotionScore[]): number[] =>
  EMOTIONS.map((emotion) => scores.find(({ label }) => label === emotion)?.score ?? NaN);

async function readAll(classifier: EmotionClassifier, given: readonly string[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of classifier.classifyAll(given)) readings.push(reading);
  return readings;
}

const PATIENCE = 120_000; // many may share the machine

let wasm: EmotionClassifier;
let readings: Reading[];
let folder: string;
const progress: number[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emotion-tag-'));
  wasm = await EmotionClassifier.create({
    device: 'wasm',
    model: 'research', // which the reference is of
    workers: 2,
    monitor: (target) => {
      target.addEventListener('downloadprogress', (event) => progress.push((event as ProgressEvent).loaded));
    },
  });
  readings = await readAll(wasm, texts);
}, PATIENCE);
afterAll(async () => {
  wasm.destroy();
  await rm(folder, { recursive: true });
});

test('texts have the probabilities that a browser and Python compute, over-long ones part by part', () => {
  const differences = rows.flatMap(({ text, parts }, i) => {
    const { scores = [], sentences } = readings[i] ?? {};
    const read = sentences ?? [{ start: 0, end: text.length, scores }];
    expect(read.map(({ start, end }) => [start, end])).toEqual(parts.map(({ start, end }) => [start, end]));
    return parts.flatMap((part, n) =>
      inModelOrder(read[n]?.scores ?? []).map((score, emotion) => Math.abs(score - (part.scores[emotion] ?? NaN))),
    );
  });
  expect(Math.max(...differences)).toBeLessThan(1e-6);
});

test(
  'the native runtime, taken where it is installed, gives the same labels',
  async ({ skip }) => {
    const isInstalled = await import('onnxruntime-node').then(
      () => true,
      () => false,
    );
    skip(!isInstalled, 'onnxruntime-node is not installed');
    const native = await EmotionClassifier.create({ model: 'research' });
    expect(native.diagnostics).toMatchObject({ device: 'native', runtimeFile: 'onnxruntime-node', selfTest: 'passed', workers: 1 });
    const theirs = await readAll(native, texts);
    native.destroy();
    const equal = readings.filter(({ label }, i) => label === theirs[i]?.label).length;
    expect(equal).toBeGreaterThanOrEqual(0.995 * texts.length);
  },
  PATIENCE,
);

test('says what runs, and tells the progress as on a page', () => {
  expect(progress).toEqual([0, 1]);
  expect(wasm.device).toBe('wasm');
  expect(wasm.diagnostics).toMatchObject({ state: 'ready', dtype: 'int8', workers: 2, requests: 0, selfTest: 'passed' });
  expect(wasm.diagnostics.attempts.map(({ outcome }) => outcome)).toEqual(['running', 'running']);
});

test(
  'explains a label, cuts what is too long, and leaves other languages and nothing alone',
  async () => {
    const { reading, words } = await wasm.explain('I am so happy today!');
    expect(reading.label).toBe('joy');
    expect(words).toHaveLength(5);
    expect(await wasm.classify('so happy '.repeat(1200))).toMatchObject({ label: 'joy', truncated: true });
    expect(await wasm.classify('Ich bin heute sehr traurig und niemand hilft mir.')).toMatchObject({
      reason: 'unsupported-language',
    });
    expect(await wasm.classify('  ')).toMatchObject({ reason: 'blank' });
  },
  PATIENCE,
);

test(
  'a text can be called off, and a destroyed classifier reads no more',
  async () => {
    const own = await EmotionClassifier.create({ device: 'wasm' });
    await expect(own.classify('a', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    const waiting = own.classify('I waited all night.');
    own.destroy();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(own.classify('a')).rejects.toMatchObject({ name: 'AbortError' });
  },
  PATIENCE,
);

test(
  'another model folder is read, unless a file of it is missing or damaged',
  async () => {
    await cp('public/model', folder, { recursive: true });
    const own = await EmotionClassifier.create({ device: 'wasm', model: folder });
    expect(await own.classify('I am so happy today!')).toMatchObject({ label: 'joy' });
    own.destroy();
    await writeFile(join(folder, 'tokenizer.json.gzip'), '{}');
    const damaged = EmotionClassifier.create({ device: 'wasm', model: folder });
    await expect(damaged).rejects.toMatchObject({
      code: 'model-corrupt',
      message: expect.stringContaining('tokenizer.json') as string,
    });
    await rm(join(folder, 'tokenizer.json.gzip'));
    const without = EmotionClassifier.create({ device: 'wasm', model: folder });
    await expect(without).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringContaining('tokenizer.json') as string,
    });
    for (const [written, said] of [
      [await readFile('models/open/manifest.json'), 'is not the one that its manifest names'], // of another model than the files
      ['{"files":[]}', `${join(folder, 'manifest.json')} is not a manifest`], // of another version than the scripts
      ['<!doctype html>', `${join(folder, 'manifest.json')} is no JSON`],
    ] as const) {
      await cp('public/model', folder, { recursive: true });
      await writeFile(join(folder, 'manifest.json'), written);
      await expect(EmotionClassifier.create({ device: 'wasm', model: folder })).rejects.toMatchObject({
        code: 'model-corrupt',
        message: expect.stringContaining(said) as string,
      });
    }
    const nowhere = EmotionClassifier.create({ model: join(folder, 'nowhere') });
    await expect(nowhere).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringContaining('Choose open or research') as string,
    });
  },
  PATIENCE,
);

test(
  'the model of each name reads with its own weights and threshold',
  async () => {
    expect(EmotionClassifier.models).toEqual(['open', 'research']);
    const open = await EmotionClassifier.create({ device: 'wasm' });
    expect(await open.classify('I am so happy today!')).toMatchObject({ label: 'joy' });
    expect(open.diagnostics.model).not.toBe(wasm.diagnostics.model);
    open.destroy();
    expect(await EmotionClassifier.availability({ model: 'research' })).toBe('available');
    expect(await EmotionClassifier.availability({ model: 'opne' })).toBe('unavailable');
    const [standard, other] = await modelFacts();
    expect(standard).toMatchObject({ name: 'open', problem: null });
    expect(standard?.licence).toContain('may be used by anybody');
    expect(other).toMatchObject({ name: 'research', model: wasm.diagnostics.model, problem: null });
    expect(other?.licence).toContain('for research and education only');
  },
  PATIENCE,
);

test('refuses what callers pass wrongly, and hears of an abort before it starts', async () => {
  await expect(EmotionClassifier.create({ workers: 0 })).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(EmotionClassifier.create({ model: 5 as unknown as string })).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(EmotionClassifier.create({ device: 'gpu' as 'wasm' })).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(wasm.classify(5 as unknown as string)).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(EmotionClassifier.create({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  expect(await EmotionClassifier.availability()).toBe('available');
});
