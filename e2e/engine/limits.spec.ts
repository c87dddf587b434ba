/** What the browser around the page may do: little memory, a page put aside, a page that ends, an origin without cryptography. */
import { launch } from '../../testbed/browser';
import { EngineHarness } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import { expect, modelRequests, TagHarness, test } from '../../testbed/setup';

// fault: memory | WebAssembly gets 16 MB | a flag of V8 | `runtime`, in words; the page lives on | the model
test('a wasm memory that is too small is a clear error, and the page lives on', LONG, async ({ serve }) => {
  const { url } = await serve({ pages: { '/embed': '<!doctype html><title>embed</title>' } });
  const context = await launch({ args: ['--js-flags=--wasm-max-mem-pages=256'] });
  const page = await context.newPage();
  await page.goto(`${url}/embed`);
  expect(await new EngineHarness(page).create({ device: 'wasm' })).toBe('runtime');
  expect(await page.title()).toBe('embed');
  await context.browser()?.close();
});

// fault: page life | the page goes into the back/forward cache in the middle of a text | `goto` and `goBack` | Joy when it comes back, without a request | the model, and the text that waited
test('a page that comes back from the back/forward cache reads on', LONG, async ({ serve }) => {
  const embed =
    '<!doctype html><title>embed</title><script type="module" src="/emotion-tag.js"></script><emotion-tag></emotion-tag>';
  const pages = { '/embed': embed, '/other': '<!doctype html><title>other</title>' };
  const server = await serve({ pages });
  const context = await launch({ without: ['--disable-back-forward-cache'] });
  const page = await context.newPage();
  await page.goto(`${server.url}/embed`);
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  await engine.classify('I am so sad and lonely.');
  await page.evaluate(() => {
    const cameBack = new Promise((resolve) => {
      addEventListener('pageshow', ({ persisted }) => {
        resolve(persisted);
      });
    });
    Object.assign(globalThis, { cameBack });
  });
  const requests = modelRequests(server).length;
  await engine.begin('I am so happy!');
  await page.goto(`${server.url}/other`);
  await page.goBack({ waitUntil: 'commit' });
  expect(await page.evaluate('globalThis.cameBack ?? performance.getEntriesByType("navigation")[0].notRestoredReasons')).toBe(true);
  expect(await engine.outcome()).toEqual({ label: 'joy' });
  expect((await engine.classify('I am furious!')).label).toBe('anger');
  expect((await new TagHarness(page).read('I am so happy!')).label).toBe('joy');
  expect(modelRequests(server)).toHaveLength(requests);
  await context.browser()?.close();
});

// fault: page life | two starts in a row end their page | the renderer is crashed | `crash-loop`, until a click | the marks of both starts
test('two starts in a row that ended their page wait for a click', async ({ serve }) => {
  const { url } = await serve({
    pages: { '/embed': '<!doctype html><title>embed</title>' },
    // The weights never come.
    script: (path) => (path === '/model/onnx/weights.bin.gzip' ? new Promise(() => undefined) : false),
  });
  const context = await launch();
  const page = await context.newPage();
  // Past its first crash only the browser's own protocol still speaks to the page.
  const tab = await context.newCDPSession(page);
  const evaluate = async (expression: string, userGesture = false): Promise<unknown> => {
    const { result } = await tab.send('Runtime.evaluate', { expression, userGesture, awaitPromise: true, returnByValue: true });
    return result.value as unknown;
  };
  const begin = `void import('/engine.js').then(({ EmotionClassifier }) => EmotionClassifier.create({ device: 'wasm' }));`;
  const begun = `JSON.parse(sessionStorage.getItem('emotion-tag:unfinished-starts') ?? '[]').length`;
  await page.goto(`${url}/embed`);
  for (const count of [1, 2]) {
    await evaluate(begin);
    await expect.poll(() => evaluate(begun)).toBe(count);
    const crashed = new Promise((resolve) => tab.once('Inspector.targetCrashed', resolve));
    tab.send('Page.crash').catch(() => undefined); // answers nothing
    await crashed;
    await tab.send('Page.reload');
    await expect.poll(() => evaluate('document.title')).toBe('embed');
  }

  const created = `import('/engine.js').then(({ EmotionClassifier }) => EmotionClassifier.create({ device: 'wasm' })).catch(({ code }) => code)`;
  expect(await evaluate(created)).toBe('crash-loop');
  await evaluate(begin, true);
  await expect.poll(() => evaluate(begun)).toBe(1);
  await context.browser()?.close();
});

// fault: page life | four starts at once, in the page and a frame | `create()` called together | all of them start | no mark
test('starts at the same time are no crashes, in one frame or several', LONG, async ({ context, serve }) => {
  const start = (count: number): string =>
    `Promise.allSettled(Array.from({ length: ${String(count)} }, async () =>
      (await import('/engine.js')).EmotionClassifier.create({ device: 'wasm', shared: false })))`;
  const { url } = await serve({
    pages: {
      '/frame': `<script type="module">top.told(await ${start(1)})</script>`,
      '/embed': '<!doctype html><title>embed</title>',
    },
  });
  const page = await context.newPage();
  const tab = await context.newCDPSession(page);
  await page.goto(`${url}/embed`);
  // Not through Playwright's own evaluate, which counts as a person's click.
  const { result } = await tab.send('Runtime.evaluate', {
    expression: `new Promise((resolve) => {
      const all = [];
      globalThis.told = (results) => all.push(...results.map(({ status }) => status)) === 4 && resolve(all);
      document.body.append(Object.assign(document.createElement('iframe'), { src: '/frame' }));
      ${start(3)}.then(told);
    })`,
    awaitPromise: true,
    returnByValue: true,
  });
  expect(result.value).toEqual(Array(4).fill('fulfilled'));
});

// fault: network | the page came by http | a host name that is not localhost | `insecure-origin`, and no request | nothing
test('an insecure origin is told what it needs, and downloads nothing', async ({ serve }) => {
  const server = await serve({ pages: { '/embed': '<!doctype html><title>embed</title>' } });
  const context = await launch({ args: ['--host-resolver-rules=MAP insecure.test 127.0.0.1'] });
  const page = await context.newPage();
  await page.goto(`${server.url.replace('127.0.0.1', 'insecure.test')}/embed`);
  const engine = new EngineHarness(page);
  expect(await engine.availability()).toBe('unavailable');
  expect(await engine.create({ device: 'wasm' })).toBe('insecure-origin');
  expect(modelRequests(server)).toEqual([]);
  await context.browser()?.close();
});
