import { readFileSync } from 'node:fs';
import type { EmotionTag } from '../../src/index';
import { LONG } from '../../testbed/long';
import { expect, modelRequests, TagHarness, test } from '../../testbed/setup';
import { keptModels } from '../../testbed/weights';

declare global {
  /** The parts of the model that a tag told of. */
  var parts: number[];
}

test('reads its slotted text on WASM where there is no adapter', async ({ page, embed }) => {
  await embed('<emotion-tag>I miss my grandmother, I have been crying all day.</emotion-tag>');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Sadness');
  const tag = page.locator('emotion-tag');
  expect(await tag.evaluate((t: EmotionTag) => t.label)).toBe('sadness');
  const scores = await tag.evaluate((t: EmotionTag) => t.scores);
  expect(scores).toHaveLength(6);
  expect(scores.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5);
  expect(scores.map(({ score }) => score)).toEqual(scores.map(({ score }) => score).sort((a, b) => b - a));
});

test('follows its slotted text when the page changes it', async ({ page, embed }) => {
  await embed('<emotion-tag>I am so happy today!</emotion-tag>');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  await page.locator('emotion-tag').evaluate((tag) => {
    tag.firstChild!.nodeValue = 'I am furious with them!';
  });
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Anger');
});

test('blank text loads nothing, and a tag that nobody has seen neither', async ({ page, embed }) => {
  const server = await embed(`<emotion-tag></emotion-tag><emotion-tag text="  \n "></emotion-tag>
    <div style="height: 5000px"></div><emotion-tag>I am so happy!</emotion-tag>`);
  await page
    .locator('emotion-tag')
    .first()
    .evaluate((tag: EmotionTag) => tag.updateComplete);
  await expect(page.locator('emotion-tag:state(waiting)')).toHaveCount(1);
  await page.waitForLoadState('networkidle');
  expect(page.workers()).toHaveLength(0);
  expect(server.log.filter((line) => /model|wasm|main-|engine\.js/.test(line))).toEqual([]);
  await expect(page.locator('emotion-tag [part=badge]')).toHaveCount(0);
});

test('twenty tags share one worker and one download', async ({ page, embed }) => {
  const tags = Array.from({ length: 20 }, (_, i) => `<p><emotion-tag>I am so happy, number ${String(i)}!</emotion-tag></p>`);
  const server = await embed(tags.join(''));
  await expect(page.locator('emotion-tag [part=label]')).toHaveCount(20);
  await expect.poll(() => page.workers()).toHaveLength(1);
  const requests = modelRequests(server);
  expect(requests.filter((line) => line.includes('weights.bin'))).toEqual(['/model/onnx/weights.bin.gzip 200']);
  expect(new Set(requests).size).toBe(requests.length);
});

test('a second visit takes the kept model', LONG, async ({ page, embed }) => {
  const server = await embed('<emotion-tag>I am so happy!</emotion-tag>');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  const before = modelRequests(server).length;
  await page.reload();
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  expect(modelRequests(server).length).toBe(before);
});

test('bytes that were changed in the cache are fetched again', LONG, async ({ page, embed }) => {
  const server = await embed('<emotion-tag>I am so happy!</emotion-tag>');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  await expect.poll(() => keptModels(page)).toBe(1);
  await page.evaluate(async () => {
    const cache = await caches.open('emotion-tag-model');
    for (const request of await cache.keys()) {
      const bytes = new Uint8Array(await (await cache.match(request))!.arrayBuffer());
      bytes[100] = bytes[100]! ^ 1;
      await cache.put(request, new Response(bytes));
    }
  });
  const before = modelRequests(server).length;
  await page.reload();
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  expect(modelRequests(server).length).toBe(2 * before);
});

test('a click loads after its size was shown, and a kept model asks no more', async ({ page, embed }) => {
  const server = await embed('<emotion-tag load="click">I am so happy!</emotion-tag>');
  const offer = page.getByRole('button', { name: 'Read · 4 MB' });
  await expect(offer).toBeVisible();
  expect(server.log.filter((line) => /model|wasm|main-/.test(line))).toEqual([]);
  await offer.click();
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  await page.reload();
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
});

test('only the newest of many texts is told', async ({ page, embed }) => {
  await embed('<emotion-tag></emotion-tag>');
  const told = await page.locator('emotion-tag').evaluate(async (tag: EmotionTag) => {
    const labels: (string | null)[] = [];
    const last = new Promise((resolve) => {
      tag.addEventListener('emotion-change', ({ label }) => {
        labels.push(label);
        if (label === 'fear') resolve(null);
      });
    });
    for (const text of ['I am so happy!', 'I am furious!', 'I am so sad.', 'I am scared to death.']) {
      tag.text = text;
      await tag.updateComplete;
    }
    await last;
    return labels;
  });
  expect(told).toEqual(['fear']);
});

test('a tag moved in the page keeps its label and reads nothing again', async ({ page, embed }) => {
  await embed('<emotion-tag>I am so happy!</emotion-tag><div></div>');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  const changes = await page.locator('emotion-tag').evaluate(async (tag: EmotionTag) => {
    let count = 0;
    tag.addEventListener('emotion-change', () => count++);
    document.querySelector('div')!.append(tag);
    await tag.updateComplete;
    return count;
  });
  expect(changes).toBe(0);
  await expect(page.locator('div emotion-tag [part=label]')).toHaveText('Joy');
});

test('an unknown device is the default, with one warning', LONG, async ({ page, embed }) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await embed('<emotion-tag device="quantum">I am so happy!</emotion-tag><emotion-tag device="quantum">I am so sad!</emotion-tag>');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText(['Joy', 'Sadness']);
  await expect.poll(() => warnings).toEqual(['<emotion-tag> knows no device="quantum"; using "auto". Known: auto, webgpu, wasm.']);
});

test('events say what shows, and cross shadow roots', async ({ page, embed }) => {
  await embed('<div id="host"></div>');
  const seen = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
        document.addEventListener('emotion-change', (event) => {
          const tag = root.querySelector('emotion-tag')!;
          resolve({
            label: event.label,
            shown: tag.shadowRoot!.querySelector('[part=label]')?.textContent,
            states: tag.matches(':state(read)'),
          });
        });
        const tag = document.createElement('emotion-tag');
        tag.textContent = 'I love you with all my heart, darling.';
        root.append(tag);
      }),
  );
  expect(seen).toEqual({ label: 'love', shown: 'Love', states: true });
});

test.describe('odd text', () => {
  const odd: [string, string][] = [
    ['markup', '<img src=x onerror="document.title=1"><script>document.title=2</script> I am so happy!'],
    ['emoji alone', '😢😭💔'],
    ['lone surrogates', 'I am \ud800 so \udc00 happy\ud83d'],
    ['NUL and bidi controls', '\u0000I am\u202e so happy\u2066'],
    ['a word without end', 'a'.repeat(9_000)],
    ['zalgo', `I am h${'\u0301\u0327'.repeat(500)}appy`],
    ['special tokens', '[SEP] [CLS] [MASK] [PAD] [UNK]'],
    ['digits', '1234567890'],
  ];
  test('is read, whatever it is', async ({ page, embed }) => {
    await embed('<emotion-tag></emotion-tag>');
    const tag = new TagHarness(page);
    for (const [name, text] of odd) {
      const { scores } = await tag.read(text);
      expect(
        scores.reduce((sum, { score }) => sum + score, 0),
        name,
      ).toBeCloseTo(1, 5);
      expect(await page.title(), name).toBe('embed');
    }
  });

  test('an emoji that the vocabulary lacks still tells its emotion', LONG, async ({ page, embed }) => {
    await embed('<emotion-tag></emotion-tag>');
    expect((await new TagHarness(page).read('my cat 😢😭💔')).label).toBe('sadness');
  });

  test('another script gets no wrong label', async ({ page, embed }) => {
    await embed('<emotion-tag></emotion-tag>');
    const tag = new TagHarness(page);
    expect(await tag.read('Сегодня очень грустный день')).toMatchObject({ label: null, reason: 'unsupported-language' });
    await expect(tag.badge).toHaveText('English only');
  });

  test('a megabyte is cut, read in sentences, and the next text is read as ever', LONG, async ({ page, embed }) => {
    await embed('<emotion-tag></emotion-tag>');
    const tag = new TagHarness(page);
    const long = await tag.read('I am so happy that you came. '.repeat(36_000));
    expect(long).toMatchObject({ label: 'joy', truncated: true });
    expect(long.sentences?.length).toBeGreaterThan(300);
    expect(long.sentences?.[1]).toMatchObject({ start: 29, end: 57, label: 'joy' });
    expect((await tag.read('I am scared to death.')).label).toBe('fear');
  });
});

test('a tag shows how much of the model is here', async ({ page, embed }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const weights = readFileSync('dist/model/onnx/weights.bin.gzip');
  await embed('<emotion-tag>I am so happy!</emotion-tag>', {
    script: async (path, response) => {
      if (path.includes('/ort-')) await released;
      if (path !== '/model/onnx/weights.bin.gzip') return false;
      response.writeHead(200, { 'content-length': weights.length });
      response.write(weights.subarray(0, weights.length / 2));
      await released;
      response.end(weights.subarray(weights.length / 2));
      return true;
    },
  });
  await page.locator('emotion-tag').evaluate((tag: EmotionTag) => {
    globalThis.parts = [];
    tag.addEventListener('emotion-progress', ({ loaded }) => parts.push(loaded));
  });
  const bar = page.getByRole('progressbar', { name: 'Loading the emotion model' });
  await expect.poll(() => bar.evaluate((element: HTMLProgressElement) => element.value)).toBeGreaterThan(0.1);
  expect(await bar.evaluate((element: HTMLProgressElement) => element.value)).toBeLessThan(0.15); // half the weights, none of the runtime
  release();
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  const told = await page.evaluate(() => parts);
  expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});
