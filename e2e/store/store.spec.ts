import { LONG, longUnless } from '../../testbed/long';
import { expect, modelRequests, TagHarness, test } from '../../testbed/setup';
import { breakable, HALF, hang, HASTY, keptModels, keptPieces, PATIENT, PIECE_BYTES } from '../../testbed/weights';
import { stall, status, truncate, weights, WeightsHost } from '../../testbed/weights';

const TAG = '<emotion-tag></emotion-tag>';
const HAPPY = 'I am so happy!';

test.describe('a download goes on', () => {
  const broken = breakable(0.3);
  for (const [name, answer, end] of [
    // fault: network | the connection breaks at 30 % of the weights | a server that closes the socket | Joy | what came, and no more than 10 % twice
    ['after the connection broke at 30 %', broken.answer, broken.breakOff],
    // fault: network | the download stalls at 30 % | a server that falls silent | Joy | what came
    ['after it stalled at 30 %', hang(0.3), stall],
    // fault: network | the body ends cleanly at 30 %, without a length | a proxy that cuts | Joy | what came
    ['after it ended cleanly at 30 %', truncate(0.3), undefined],
  ] as const) {
    test(name, longUnless(name.includes('broke')), async ({ page, embed }) => {
      const host = new WeightsHost(answer);
      await embed(TAG, { script: host.script, beforeWorker: () => HASTY });
      const reading = new TagHarness(page).read(HAPPY);
      if (end) await expect.poll(() => keptPieces(page)).toBeGreaterThan((0.2 * weights.length) / PIECE_BYTES);
      await end?.(page);
      expect((await reading).label).toBe('joy');
      expect(host.requests).toEqual([undefined, expect.stringMatching(/^bytes=\d+- if unchanged$/)]);
      expect(host.resumedFrom).toBeGreaterThan(0.2 * weights.length);
      expect(host.sent).toBeLessThanOrEqual(1.1 * weights.length);
    });
  }

  // fault: page life | the page is reloaded in the middle of a download | a reload while the server hangs | Joy | all whole pieces: the next request begins after them
  test('after a reload in the middle, from what was kept', LONG, async ({ page, embed }) => {
    const host = new WeightsHost(hang(0.5));
    await embed(`<emotion-tag>${HAPPY}</emotion-tag>`, { script: host.script, beforeWorker: () => PATIENT });
    await expect.poll(() => keptPieces(page)).toBe(HALF);
    await page.reload();
    await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
    expect(host.requests).toEqual([undefined, `bytes=${String(HALF * PIECE_BYTES)}- if unchanged`]);
    expect(host.sent).toBeLessThanOrEqual(1.1 * weights.length);
    expect(await keptPieces(page)).toBe(0);
  });

  // fault: updates | another version of the weights is deployed in the middle of a download | another `ETag` for the rest | Joy | the new version alone
  test('from the start, where the server has another version meanwhile', async ({ page, embed }) => {
    const host = new WeightsHost((response) => {
      response.writeHead(200, { etag: '"other"', 'content-length': weights.length });
      const wrong = Buffer.alloc(Math.floor(weights.length * 0.3));
      response.write(wrong, () => response.destroy());
      return wrong.length;
    });
    await embed(TAG, { script: host.script, beforeWorker: () => HASTY });
    expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
    expect(host.requests).toHaveLength(2);
  });

  // fault: updates | two versions of the weights meet in one file, from a host without `ETag` | wrong bytes, then a broken connection | Joy | the right file; the mixture is refused by its hash
  test('from the start, once, where two versions met in it', LONG, async ({ page, embed }) => {
    const { answer, breakOff } = breakable(0.3, Buffer.alloc(weights.length), {}); // without a tag nothing guards the rest
    const host = new WeightsHost(answer);
    await embed(TAG, { script: host.script, beforeWorker: () => HASTY });
    const reading = new TagHarness(page).read(HAPPY);
    await expect.poll(() => keptPieces(page)).toBeGreaterThan(0);
    breakOff();
    expect((await reading).label).toBe('joy');
    expect(host.requests).toEqual([undefined, expect.stringMatching(/^bytes=\d+-$/), undefined]);
  });
});

test.describe('a download gives up', () => {
  // fault: network | the weights are missing | 404 | a sentence that names the file (`model-missing`), after one request | nothing
  test('at once where the file is missing', async ({ page, embed }) => {
    const host = new WeightsHost(status(404), status(404));
    await embed(TAG, { script: host.script });
    expect((await new TagHarness(page).fail(HAPPY)).code).toBe('model-missing');
    expect(host.requests).toHaveLength(1);
  });

  // fault: updates | an old page meets another model’s weights | one byte changed, the length right | a sentence that says to reload (`model-corrupt`) | nothing of these bytes
  test('at once where the bytes are another model’s, and says to reload', async ({ page, embed }) => {
    const wrong = Buffer.from(weights);
    wrong[1000] = wrong[1000]! ^ 1;
    const host = new WeightsHost(status(200, wrong));
    await embed(TAG, { script: host.script });
    const error = await new TagHarness(page).fail(HAPPY);
    expect(error.code).toBe('model-corrupt');
    expect(error.message).toContain('Reload the page');
    expect(host.requests).toHaveLength(1);
    expect(await keptPieces(page)).toBe(0);
  });

  // fault: network | the weights always end at the same byte | a server that cuts each time | `model-corrupt`, after two requests | nothing wrong
  test('where it always ends at the same byte', async ({ page, embed }) => {
    const host = new WeightsHost(truncate(0.3), truncate(0.3), truncate(0.3));
    await embed(TAG, { script: host.script, beforeWorker: () => HASTY });
    expect((await new TagHarness(page).fail(HAPPY)).code).toBe('model-corrupt');
    expect(host.requests).toHaveLength(2);
  });

  // fault: network | the server is in trouble for long | 500, 503, 502, 500 | `network`, and Joy with the next text | what came of the other files
  test('after four tries of a server in trouble, and tries again with the next text', async ({ page, embed }) => {
    const host = new WeightsHost(status(500), status(503), status(502), status(500));
    await embed(TAG, { script: host.script, beforeWorker: () => HASTY });
    const tag = new TagHarness(page);
    expect((await tag.fail(HAPPY)).code).toBe('network');
    expect(host.requests).toHaveLength(4);
    expect((await tag.read(`${HAPPY}!`)).label).toBe('joy');
    expect(host.requests).toHaveLength(5);
  });
});

// fault: network | the server is in trouble for a moment | 500, then 503 | Joy | the model
test('a server in trouble for a moment goes unnoticed', async ({ page, embed }) => {
  const host = new WeightsHost(status(500), status(503));
  await embed(TAG, { script: host.script, beforeWorker: () => HASTY });
  expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
});

// fault: tabs | three tabs start at the same moment | three pages opened together | Joy in each | the model, each file downloaded once
test('three tabs at once download each file of the model once', LONG, async ({ context, serve }) => {
  const server = await serve({
    pages: {
      '/embed': `<!doctype html><script type="module" src="/emotion-tag.js"></script><emotion-tag>${HAPPY}</emotion-tag>`,
    },
  });
  const pages = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  await Promise.all(pages.map((page) => page.goto(`${server.url}/embed`)));
  for (const page of pages) await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  expect(modelRequests(server).sort()).toEqual([
    '/model/config.json 200',
    '/model/onnx/wasm.onnx.gzip 200',
    '/model/onnx/weights.bin.gzip 200',
    '/model/tokenizer.json.gzip 200',
    '/model/tokenizer_config.json 200',
  ]);
});

test('the runtime comes while the model does, and not after it', async ({ page, embed }) => {
  let onAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (onAsked = resolve));
  await embed(TAG, {
    script: async (path) => {
      if (path.endsWith('.wasm')) onAsked();
      if (path.endsWith('weights.bin.gzip')) await asked;
      return false;
    },
  });
  expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
});

// fault: storage | a byte of the kept weights flips | the entry is rewritten with one bit changed | Joy | the file, asked for once more; the others stay
test('a flipped byte in what is kept is found, and only that file is fetched again', async ({ page, embed }) => {
  const server = await embed(`<emotion-tag>${HAPPY}</emotion-tag>`);
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  await expect.poll(() => keptModels(page)).toBe(1);
  await page.evaluate(async (bytes) => {
    const cache = await caches.open('emotion-tag-model');
    for (const request of await cache.keys()) {
      const kept = new Uint8Array(await (await cache.match(request))!.arrayBuffer());
      if (kept.length !== bytes) continue;
      kept[12_345] = kept[12_345]! ^ 1;
      await cache.put(request, new Response(kept));
    }
  }, weights.length);
  const before = modelRequests(server).length;
  await page.reload();
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  expect(modelRequests(server).slice(before)).toEqual(['/model/onnx/weights.bin.gzip 200']);
});

// fault: storage | the disk has room for 2 MB | the browser’s quota | Joy | nothing: the next visit downloads again
test('with room for 2 MB the model works from memory, and the next visit downloads again', async ({ page, embed, context }) => {
  const host = new WeightsHost();
  const server = await embed(TAG, { script: host.script });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 2_000_000 });
  expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
  expect(await keptPieces(page)).toBe(0);
  await page.reload();
  expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
  expect(host.requests).toEqual([undefined, undefined]);
});

// fault: network | somebody calls a download off at half of it | an `AbortSignal` | the download stops; Joy later | the pieces that came
test('a cancelled download stops, keeps what came, and goes on later', async ({ page, embed }) => {
  const host = new WeightsHost(hang(0.5));
  await page.addInitScript(PATIENT);
  await embed(TAG, { script: host.script });
  const name = page.evaluate(async (engine) => {
    const { EmotionClassifier } = (await import(engine)) as typeof import('../../src/engine/index');
    globalThis.cancel = new AbortController();
    return EmotionClassifier.storage.download({ signal: cancel.signal }).catch((error: unknown) => (error as Error).name);
  }, '/engine.js');
  await expect.poll(() => keptPieces(page)).toBe(HALF);
  await page.evaluate(() => {
    cancel.abort();
  });
  expect(await name).toBe('AbortError');
  expect(await keptPieces(page)).toBe(HALF);
  expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
  expect(host.requests[1]).toBe(`bytes=${String(HALF * PIECE_BYTES)}- if unchanged`);
  await expect.poll(() => keptModels(page)).toBe(1);
});

test('what is kept can be checked, repaired, removed and brought by hand', async ({ page, embed }) => {
  const host = new WeightsHost();
  await embed(TAG, { script: host.script });
  const seen = await page.evaluate(async (engine) => {
    const { EmotionClassifier } = (await import(engine)) as typeof import('../../src/engine/index');
    const { storage } = EmotionClassifier;
    const seen: Record<string, unknown> = { before: [await EmotionClassifier.availability(), await storage.storedBytes()] };
    await storage.download();
    seen.downloaded = [await EmotionClassifier.availability(), await storage.missingBytes(), await storage.updateBytes()];

    const cache = await caches.open('emotion-tag-model');
    const files: Blob[] = [];
    for (const request of await cache.keys()) files.push(await (await cache.match(request))!.blob());
    for (const request of await cache.keys()) {
      if ((await (await cache.match(request))!.blob()).size < 1_000_000) continue;
      await cache.put(request, new Response(new Uint8Array(14_524_504)));
    }
    seen.damaged = [await storage.verify(), await storage.verify()];
    await storage.repair();
    seen.repaired = await storage.verify();
    await storage.remove();
    seen.removed = [await EmotionClassifier.availability(), await storage.storedBytes()];
    seen.strange = await storage.importFiles([new Blob(['hello'])]).catch((error: unknown) => (error as { code: string }).code);
    seen.partly = await storage.importFiles([new Blob(['hello']), ...files.filter(({ size }) => size < 1_000_000)]);
    seen.imported = [await storage.importFiles(files), await EmotionClassifier.availability()];
    return seen;
  }, '/engine.js');
  const whole = { damaged: [], missing: [] };
  expect(seen).toEqual({
    before: ['downloadable', 0],
    downloaded: ['available', 0, null],
    damaged: [
      { damaged: ['onnx/weights.bin.gzip'], missing: [] },
      { damaged: [], missing: ['onnx/weights.bin.gzip'] },
    ],
    repaired: whole,
    removed: ['downloadable', 0],
    strange: 'model-corrupt',
    partly: ['onnx/weights.bin.gzip'],
    imported: [[], 'available'],
  });
  expect(host.requests).toEqual([undefined, undefined]);
  expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
  expect(host.requests).toHaveLength(2);
});
