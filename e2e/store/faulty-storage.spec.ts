/** Storage that rejects, never answers, or answers nonsense holds no start: what is at hand is used, what is unreadable is forgotten. */
import type { Page } from '@playwright/test';
import { EngineHarness } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import { expect, test, TagHarness } from '../../testbed/setup';
import { IMPATIENT_OF_STORAGE, keptKeys, keptModels } from '../../testbed/weights';

const HAPPY = 'I am so happy!';

/** Each call, and whether a start makes it with a model that is kept, or with one that is downloaded. */
const CALLS = [
  ['CacheStorage', 'open', 'kept'],
  ['CacheStorage', 'open', 'downloaded'],
  ['CacheStorage', 'match', 'kept'],
  ['Cache', 'match', 'kept'],
  ['Cache', 'keys', 'kept'],
  ['Cache', 'keys', 'downloaded'],
  ['Cache', 'put', 'downloaded'],
  ['Cache', 'delete', 'downloaded'],
  ['LockManager', 'request', 'downloaded'],
  ['LockManager', 'query', 'kept'],
] as const;
type From = (typeof CALLS)[number][2];
const WAYS = {
  rejects: 'Promise.reject(new DOMException("Unexpected internal error.", "UnknownError"))',
  'never answers': 'new Promise(() => {})',
  'answers nonsense': 'Promise.resolve([null, 5, {}, "nonsense"])',
};

interface Fault {
  readonly name: string;
  readonly from: From;
  readonly prelude: string;
}

const failing = (object: string, method: string, way: keyof typeof WAYS): string =>
  `${object}.prototype.${method} = function () { return ${WAYS[way]}; };`;
const faults: Fault[] = CALLS.flatMap(([object, method, from]) =>
  (Object.keys(WAYS) as (keyof typeof WAYS)[]).map((way) => ({
    name: `${object}.${method} ${way}, the model ${from}`,
    from,
    prelude: failing(object, method, way),
  })),
);
const noRoom = 'Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));';
const noChannel = 'self.BroadcastChannel = class { constructor() { throw new Error("no") } };';
faults.push(
  { name: 'no room, and nothing can be deleted', from: 'downloaded', prelude: noRoom + failing('Cache', 'delete', 'rejects') },
  { name: 'neither caches nor channels', from: 'downloaded', prelude: `delete self.caches; ${noChannel}` },
);

const forgetModel = (page: Page): Promise<unknown> => page.evaluate(() => caches.delete('emotion-tag-model'));

// fault: storage | Cache Storage or Web Locks reject, in each of their calls | ten calls replaced in the worker, one after the other | Joy, from the first worker | what can be
// fault: storage | Cache Storage or Web Locks never answer | the same calls, never settled | Joy, from the first worker | what can be
// fault: storage | Cache Storage or Web Locks answer nonsense | the same calls, answered with `[null, 5, {}, "nonsense"]` | Joy, from the first worker | what can be
// fault: storage | the disk is full, and nothing can be deleted | `put` over quota, `delete` rejects | Joy | nothing
// fault: storage | neither caches nor broadcast channels exist | both deleted in the worker | Joy | nothing
test('every call of every store, failing in every way: the model reads, kept or not', LONG, async ({ page, embed }) => {
  test.setTimeout(400_000);
  let prelude = '';
  await embed('', { beforeWorker: () => prelude && IMPATIENT_OF_STORAGE + prelude });
  const engine = new EngineHarness(page);
  const start = async (name: string, isKept: () => Promise<void> = () => Promise.resolve()): Promise<void> => {
    expect(await engine.create({ device: 'wasm', shared: false }), name).toBe('created');
    expect((await engine.classify(HAPPY)).label, name).toBe('joy');
    expect((await engine.diagnostics()).attempts, name).toHaveLength(1);
    await isKept(); // the worker that is ended now would not write any more
    await page.evaluate(() => {
      classifier.destroy();
    });
  };
  for (const { name, from, prelude: broken } of faults) {
    await test.step(name, async () => {
      if (from === 'downloaded') await forgetModel(page);
      else if ((await keptModels(page)) === 0) {
        prelude = '';
        await start('nothing is wrong', () => expect.poll(() => keptModels(page)).toBe(1));
      }
      prelude = broken;
      await start(name);
    });
  }
});

const PAGE_CALLS = ['getItem', 'setItem', 'removeItem'] as const;
const PAGE_WAYS = { throws: '(() => { throw new TypeError("broken") })()', 'answers nonsense': '({ nonsense: true })' };

// fault: storage | local and session storage throw or answer nonsense | each of their calls replaced | Joy | nothing
test('the page’s own storage, failing in every way: the tag reads', LONG, async ({ page, embed }) => {
  await embed('<emotion-tag></emotion-tag>');
  const engine = new EngineHarness(page);
  for (const call of PAGE_CALLS) {
    for (const [way, code] of Object.entries(PAGE_WAYS)) {
      await page.evaluate(`Storage.prototype.${call} = function () { return ${code}; }`);
      expect(await engine.create({ device: 'wasm', shared: false }), `${call} ${way}`).toBe('created');
      expect((await engine.classify(HAPPY)).label).toBe('joy');
      await page.evaluate(() => {
        classifier.destroy();
      });
    }
  }
});

// fault: storage | nonsense under our names in local and session storage | `[null]`, `[[1]`, objects | Joy | nothing of it
test('marks and verdicts that are none are forgotten', LONG, async ({ page, embed }) => {
  await embed('<emotion-tag></emotion-tag>');
  for (const marks of ['[null]', '[1]', '[["a","b"],["c","d"]]', '{"0":1}', '[[1]']) {
    await page.evaluate((value) => {
      sessionStorage.setItem('emotion-tag:unfinished-starts', value);
      localStorage.setItem('emotion-tag:verdicts', value);
    }, marks);
    await page.reload();
    expect((await new TagHarness(page).read(HAPPY)).label, marks).toBe('joy');
  }
});

// fault: updates | kept entries of another edition’s layout, as after a rollback, or of nobody’s | manifests with other files, none, or a path to a stranger | Joy, from a download of the page’s own model | the own model; the others are forgotten
test('entries that are no models of ours are no older models: the page’s own is downloaded', async ({ page, embed }) => {
  await embed('<emotion-tag></emotion-tag>');
  const tag = new TagHarness(page);
  await page.evaluate(async () => {
    const manifest = (await (await fetch('/model/manifest.json')).json()) as { files: object[] };
    const cache = await caches.open('emotion-tag-model');
    const own = { path: 'onnx/other.bin', bytes: 3, sha256: 'c'.repeat(64) };
    const hashOf = async (text: string): Promise<string> =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
        .map((b) => b.toString(16).padStart(2, '0'))
        .join('')
        .slice(0, 16);
    const layouts = [
      { ...manifest, files: [own] },
      { ...manifest, files: [] },
      { ...manifest, files: [{ ...own, path: '//evil.example/onnx/weights.bin' }] },
    ].map((entry) => JSON.stringify(entry));
    for (const entry of layouts)
      await cache.put(`https://emotion-tag.invalid/manifest/${await hashOf(entry)}`, new Response(entry));
    for (const entry of ['', 'null', '{}', layouts[0]!])
      await cache.put(`https://emotion-tag.invalid/manifest/${'c'.repeat(15)}${String(entry.length % 10)}`, new Response(entry));
    await cache.put(`https://emotion-tag.invalid/${'c'.repeat(64)}`, new Response('abc'));
  });
  expect((await tag.read(HAPPY)).label).toBe('joy');
  await expect
    .poll(async () =>
      (await keptKeys(page)).filter((key) => !/^([0-9a-f]{64}|manifest\/[0-9a-f]{16})$/.test(key) || key.includes('cccc')),
    )
    .toEqual([]);
});
