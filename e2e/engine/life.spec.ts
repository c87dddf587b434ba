/** What a classifier is from its making to its end, and what it shares with others. */
import { EngineHarness } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import { expect, modelRequests, test } from '../../testbed/setup';

test('several classifiers share one worker, which the others keep when one is destroyed', async ({ page, embed }) => {
  await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  await page.evaluate(() => {
    Object.assign(globalThis, { first: classifier });
  });
  await engine.create({ device: 'wasm' });
  await page.evaluate(() => {
    (globalThis as unknown as { first: typeof classifier }).first.destroy();
  });
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
  await expect.poll(() => page.workers()).toHaveLength(1);
});

test('a classifier that is not shared has a worker of its own, which ends with it', LONG, async ({ page, embed }) => {
  await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  await engine.create({ device: 'wasm', shared: false });
  await expect.poll(() => page.workers()).toHaveLength(2);
  await page.evaluate(() => {
    classifier.destroy();
  });
  await expect.poll(() => page.workers()).toHaveLength(1);
});

test('the monitor hears of the download from 0 to 1, never falling, also where nothing is downloaded', async ({ page, embed }) => {
  await embed('');
  const [first = [], second] = await page.evaluate(async () => {
    const url = '/engine.js';
    const { EmotionClassifier } = (await import(/* @vite-ignore */ url)) as typeof import('../../src/engine/index');
    const heard: number[][] = [];
    for (let i = 0; i < 2; i++) {
      const parts: number[] = [];
      heard.push(parts);
      await EmotionClassifier.create({
        device: 'wasm',
        monitor(target) {
          target.addEventListener('downloadprogress', (event) => parts.push((event as ProgressEvent).loaded));
        },
      });
    }
    return heard;
  });
  expect([first.at(0), first.at(-1)]).toEqual([0, 1]);
  expect(first.length).toBeGreaterThan(5);
  expect(first).toEqual([...new Set(first)].sort((a, b) => a - b));
  expect(second).toEqual([0, 1]);
});

test('on an isolated page threads read, and one alone where they cannot', async ({ page, embed }) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setHardwareConcurrencyOverride', { hardwareConcurrency: 4 });
  await embed('', {
    headers: () => ({ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }),
    beforeWorker: (n) => (n === 1 ? 'throw new Error("no threads");' : ''),
  });
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
  expect(await engine.diagnostics()).toMatchObject({ isolated: true, threads: 2, attempts: [{ threads: 2, outcome: 'running' }] });
  await engine.create({ device: 'wasm', shared: false });
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
  expect(await engine.diagnostics()).toMatchObject({
    threads: 1,
    attempts: [
      { threads: 2, outcome: 'failed', reason: { code: 'runtime' } },
      { threads: 1, outcome: 'running' },
    ],
  });
});

test('a worker without work ends, and the next text brings one back without a download', LONG, async ({ page, embed }) => {
  await page.clock.install();
  const server = await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  await engine.classify('I am so happy!');
  const requests = modelRequests(server).length;
  await page.clock.fastForward(60_000);
  await expect.poll(() => page.workers()).toHaveLength(0);
  expect((await engine.diagnostics()).state).toBe('stopped');
  expect((await engine.classify('I am so sad and lonely.')).label).toBe('sadness');
  expect(modelRequests(server)).toHaveLength(requests);
});

test('availability tells of the download that is under way', async ({ page, embed }) => {
  let isHeld: (() => void) | undefined;
  await embed('', {
    script: async (path) => {
      if (path === '/model/onnx/weights.bin.gzip') await new Promise<void>((resolve) => (isHeld = resolve));
      return false;
    },
  });
  const engine = new EngineHarness(page);
  expect(await engine.availability()).toBe('downloadable');
  const created = engine.create({ device: 'wasm' });
  await expect.poll(() => isHeld).toBeDefined();
  expect(await engine.availability()).toBe('downloading');
  isHeld?.();
  await created;
  expect(await engine.availability()).toBe('available');
});

test('destroying while it loads, reads or comes back rejects what waits', LONG, async ({ page, embed }) => {
  await page.clock.install();
  await embed('');
  const engine = new EngineHarness(page);
  const stopped = await page.evaluate(async () => {
    const url = '/engine.js';
    const { EmotionClassifier } = (await import(/* @vite-ignore */ url)) as typeof import('../../src/engine/index');
    const abort = new AbortController();
    const created = EmotionClassifier.create({ device: 'wasm', signal: abort.signal });
    abort.abort();
    return created.then(
      () => 'created',
      (error: unknown) => (error as Error).name,
    );
  });
  expect(stopped).toBe('AbortError');
  await engine.create({ device: 'wasm' });
  const reading = await page.evaluate(() => {
    const outcome = classifier.classify('I am so happy!').catch((error: unknown) => (error as Error).name);
    classifier.destroy(); // at once: a text takes no longer than a message from here
    return outcome;
  });
  expect(reading).toBe('AbortError');

  await engine.create({ device: 'wasm', shared: false });
  await page.clock.fastForward(60_000);
  await expect.poll(async () => (await engine.diagnostics()).state).toBe('stopped');
  const [state, comingBack] = await page.evaluate(async () => {
    const outcome = classifier.classify('I am so happy!').catch((error: unknown) => (error as Error).name);
    const { state } = classifier.diagnostics;
    classifier.destroy();
    return [state, await outcome];
  });
  expect([state, comingBack]).toEqual(['loading', 'AbortError']);

  await engine.create({ device: 'wasm' });
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
});
