import type { EmotionClassifier, Reading } from '../src/index';
import { expect, test } from './setup';

const GOLDEN = [
  'We won the match and danced all night!',
  'I am so angry that I could scream!',
  'I miss my grandmother every single day.',
  'I love you with all my heart, darling.',
];

/** Runs in the page. */
async function readOn({
  device,
  texts,
}: {
  device: 'auto' | 'webgpu' | 'wasm';
  texts: string[];
}): Promise<{ used: string | null; readings: Reading[] }> {
  const url = '/engine.js';
  const engine = (await import(url)) as { EmotionClassifier: typeof EmotionClassifier };
  const classifier = await engine.EmotionClassifier.create({ device });
  const readings = [];
  for (const text of texts) readings.push(await classifier.classify(text));
  const used = classifier.device;
  classifier.destroy();
  return { used, readings };
}

test('WebGPU gives the labels of WASM on golden sentences, and nearly the probabilities', async ({ page, embed }) => {
  await embed('');
  const gpu = await page.evaluate(readOn, { device: 'webgpu' as const, texts: GOLDEN });
  const wasm = await page.evaluate(readOn, { device: 'wasm' as const, texts: GOLDEN });
  expect([gpu.used, wasm.used]).toEqual(['webgpu', 'wasm']);
  expect(gpu.readings.map(({ label }) => label)).toEqual(['joy', 'anger', 'sadness', 'love']);
  expect(wasm.readings.map(({ label }) => label)).toEqual(['joy', 'anger', 'sadness', 'love']);
  gpu.readings.forEach(({ scores }, i) => {
    for (const { label, score } of scores) {
      const other = wasm.readings[i]!.scores.find((s) => s.label === label)!;
      expect(Math.abs(score - other.score)).toBeLessThan(0.05);
    }
  });
});

test('auto leaves a software adapter alone', async ({ page, embed }) => {
  await embed('');
  expect(await page.evaluate(readOn, { device: 'auto' as const, texts: GOLDEN.slice(0, 1) })).toMatchObject({
    used: 'wasm',
    readings: [{ label: 'joy' }],
  });
});

const faults: [string, string][] = [
  ['no adapter', 'GPU.prototype.requestAdapter = () => Promise.resolve(null);'],
  ['an adapter that refuses a device', 'GPUAdapter.prototype.requestDevice = () => Promise.reject(new Error("refused"));'],
  ['a session that cannot be built', 'GPUDevice.prototype.createShaderModule = () => { throw new Error("no shaders"); };'],
  ['a driver that throws', 'GPU.prototype.requestAdapter = () => { throw new Error("driver"); };'],
];
for (const [name, beforeWorker] of faults) {
  test(`${name} ends on WASM in a right answer`, async ({ page, embed }) => {
    const server = await embed('', { beforeWorker: () => beforeWorker });
    expect(await page.evaluate(readOn, { device: 'webgpu' as const, texts: GOLDEN.slice(0, 1) })).toMatchObject({
      used: 'wasm',
      readings: [{ label: 'joy' }],
    });
    expect(server.log.filter((line) => line.includes('weights.bin'))).toHaveLength(1);
  });
}
