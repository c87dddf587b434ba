import type { EmotionClassifier, Reading } from '../../src/index';
import { EngineHarness } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

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

test('WebGPU gives the labels of WASM on golden sentences, and nearly the probabilities', LONG, async ({ page, embed }) => {
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
  // fault: GPU | {name} | code before the worker’s | Joy, on WASM, from one download | the model
  test(`${name} ends on WASM in a right answer`, LONG, async ({ page, embed }) => {
    const server = await embed('', { beforeWorker: () => beforeWorker });
    expect(await page.evaluate(readOn, { device: 'webgpu' as const, texts: GOLDEN.slice(0, 1) })).toMatchObject({
      used: 'wasm',
      readings: [{ label: 'joy' }],
    });
    expect(server.log.filter((line) => line.includes('weights.bin'))).toHaveLength(1);
  });
}

// fault: GPU | the device computes wrongly | what it gives back is all zero | Joy, on WASM | that this device is not to be asked again
test('a device that computes wrongly is found out, and not asked again', LONG, async ({ page, embed }) => {
  const server = await embed('', {
    beforeWorker: () => `
      const { getMappedRange } = GPUBuffer.prototype;
      GPUBuffer.prototype.getMappedRange = function (...range) {
        const bytes = getMappedRange.apply(this, range);
        if (this.usage & GPUBufferUsage.MAP_READ) new Uint8Array(bytes).fill(0);
        return bytes;
      };`,
  });
  const engine = new EngineHarness(page);
  await engine.create({ device: 'webgpu' });
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
  const { attempts, device } = await engine.diagnostics();
  expect(device).toBe('wasm');
  expect(attempts[0]).toMatchObject({ outcome: 'failed', reason: { code: 'runtime' } });
  expect(attempts[0]?.reason?.message).toContain('self-test on webgpu');
  await page.goto(`${server.url}/embed`);
  await engine.create({ device: 'webgpu' });
  expect((await engine.diagnostics()).attempts).toMatchObject([{ outcome: 'running' }]);
  expect((await engine.diagnostics()).device).toBe('wasm');
});

// fault: GPU | the device is lost in the middle of a text | `destroy()` | Joy, on WebGPU again | the model, and the text that waited
test('a device that is destroyed in the middle of a text is replaced, and the text is read', LONG, async ({ page, embed }) => {
  await embed('', {
    beforeWorker: (n) =>
      n > 0
        ? ''
        : `
      const { requestDevice } = GPUAdapter.prototype;
      GPUAdapter.prototype.requestDevice = async function (...wanted) {
        const device = await requestDevice.apply(this, wanted);
        addEventListener('message', ({ data }) => { if (data.kind === 'read') setTimeout(() => device.destroy()); });
        return device;
      };`,
  });
  const engine = new EngineHarness(page);
  await engine.create({ device: 'webgpu' });
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
  const { attempts, device } = await engine.diagnostics();
  expect(attempts).toMatchObject([{ outcome: 'failed', reason: { code: 'runtime' } }, { outcome: 'running' }]);
  expect(device).toBe('webgpu');
});

for (const [phase, when] of [
  ['while the model starts', `GPUDevice.prototype.createShaderModule = lose(GPUDevice.prototype.createShaderModule);`],
  [
    'between two texts',
    `const post = self.postMessage.bind(self);
     self.postMessage = (message) => { post(message); if (message.kind === 'ready') setTimeout(() => device.destroy()); };`,
  ],
] as const) {
  // fault: GPU | the device is lost {phase} | `destroy()` | Joy, from a second worker | the model
  test(`a device that is destroyed ${phase} costs no answer`, LONG, async ({ page, embed }) => {
    const server = await embed('', {
      beforeWorker: (n) =>
        n > 0
          ? ''
          : `
        let device;
        const { requestDevice } = GPUAdapter.prototype;
        GPUAdapter.prototype.requestDevice = async function (...wanted) { return (device = await requestDevice.apply(this, wanted)); };
        const lose = (made) => function (...given) { device.destroy(); return made.apply(this, given); };
        ${when}`,
    });
    const engine = new EngineHarness(page);
    expect(await engine.create({ device: 'webgpu' })).toBe('created');
    await expect.poll(async () => (await engine.diagnostics()).attempts[0]).toMatchObject({ outcome: 'failed' });
    expect((await engine.classify('I am so happy!')).label).toBe('joy');
    expect(server.log.filter((line) => line.includes('weights.bin'))).toHaveLength(1);
  });
}

// fault: GPU | the GPU process crashes in the middle of a text | the browser’s own protocol | Joy | the model, and the text that waited
test('a GPU process that crashes in the middle of a text costs no answer', LONG, async ({ page, browser, embed }) => {
  await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'webgpu' });
  const session = await browser.newBrowserCDPSession();
  await engine.begin('I am so happy!');
  session.send('Browser.crashGpuProcess').catch(() => undefined); // answers nothing
  expect(await engine.outcome()).toEqual({ label: 'joy' });
  expect((await engine.diagnostics()).attempts[0]).toMatchObject({ outcome: 'failed' });
});

test('auto takes the faster of a GPU and WASM, and remembers which', LONG, async ({ page, embed }) => {
  // The software adapter as if it were hardware: right, and slower than WASM.
  const hardware = `Object.defineProperty(GPUAdapterInfo.prototype, 'isFallbackAdapter', { get: () => false });`;
  const server = await embed('', { beforeWorker: () => hardware });
  const engine = new EngineHarness(page);
  await engine.create({ device: 'auto' });
  const first = await engine.diagnostics();
  expect(first).toMatchObject({ device: 'wasm', selfTest: 'passed', adapter: { isFallback: false } });
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
  await page.goto(`${server.url}/embed`);
  await engine.create({ device: 'auto' });
  const second = await engine.diagnostics();
  expect(second).toMatchObject({ device: 'wasm', selfTest: 'remembered' });
  expect(second.runtimeFile).not.toContain('jspi');
});

test('a batch gives each text the probabilities that it has alone', LONG, async ({ page, embed }) => {
  await embed('');
  await new EngineHarness(page).create({ device: 'webgpu' });
  const texts = ['I am so happy today!', 'I am so sad today.', 'I am furious with you!'];
  const [together, alone] = await page.evaluate(async (given) => {
    const batch = await Promise.all(given.map((text) => classifier.classify(text)));
    const single = [];
    for (const text of given) single.push(await classifier.classify(`${text} `)); // another text, the same tokens
    return [batch, single];
  }, texts);
  together.forEach(({ scores }, i) => {
    for (const { label, score } of scores) {
      expect(score).toBeCloseTo(alone[i]!.scores.find((s) => s.label === label)!.score, 3);
    }
  });
});
