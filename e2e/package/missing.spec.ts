/** A file of ours that is not where the page looks: one message that says what, where, and what to do. */
import { readFile } from 'node:fs/promises';
import { typeOf, type Script } from '../../testbed/server';
import { longUnless } from '../../testbed/long';
import { expect, TagHarness, test } from '../../testbed/setup';

/** Answer for some paths as a host does that lacks them, or that sends one page for all addresses. */
const lacking =
  (pattern: RegExp, how: '404' | 'a page'): Script =>
  (path, response) => {
    if (!pattern.test(path)) return false;
    if (how === '404') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>app</title>');
    return true;
  };

const FILES = [
  { what: 'worker', pattern: /\/main-[^/]*\.js$/, code: 'assets-missing' },
  { what: 'wasm', pattern: /threaded-[^/]*\.wasm$/, code: 'assets-missing' },
  { what: 'runtime script', pattern: /threaded-[^/]*\.mjs$/, code: 'assets-missing' },
  { what: 'model file', pattern: /weights/, code: 'model-missing' },
];

for (const { what, pattern, code } of FILES) {
  for (const how of ['404', 'a page'] as const) {
    // fault: build | the site lacks the {what}, or answers with {how} | a server | the address that was asked and the line that mends it, in the console, the event and `diagnostics` | nothing
    test(
      `a ${what} that is answered with ${how} is told with its address and the line that mends it`,
      longUnless(how === 'a page'),
      async ({ page, embed }) => {
        const notes: string[] = [];
        page.on('console', (message) => message.type() === 'warning' && notes.push(message.text()));
        await embed('<emotion-tag device="wasm"></emotion-tag>', { script: lacking(pattern, how) });
        const failure = await new TagHarness(page).fail('I am so happy!');
        expect(failure.code).toBe(code);
        expect(failure.message).toMatch(new RegExp(`http://127.0.0.1:\\d+/\\S+`));
        expect(pattern.test(/http:\/\/127.0.0.1:\d+(\/[^\s?:]+)/.exec(failure.message)?.[1] ?? '')).toBe(true);
        expect(failure.message).toContain(how === '404' ? 'the server answers 404' : 'with a web page in its place');
        expect(failure.message).toContain('npx emotion-tag copy public/');
        await expect.poll(() => notes).toEqual([`<emotion-tag>: ${failure.message}`]);
        const told = await page.evaluate(async (engine) => {
          const { EmotionClassifier } = (await import(engine)) as typeof import('../../src/engine/index');
          return EmotionClassifier.diagnostics;
        }, '/engine.js');
        expect(told?.attempts.at(-1)?.reason).toEqual(failure);
        expect(told?.files?.worker).toContain('/assets/main-');
      },
    );
  }
}

test('one base says where worker, runtime and model are', async ({ page, serve }) => {
  const site = await serve({
    pages: {
      '/blog/post': `<!doctype html><script type="module">
        import { EmotionClassifier } from '/own/engine.js';
        import '/own/emotion-tag.js';
        EmotionClassifier.assetsBase = '../files';
      </script><emotion-tag>I am so happy!</emotion-tag>`,
    },
    script: async (path, response) => {
      // The page's bundle carries the engine and nothing else, as esbuild writes it.
      const file = /^\/(?:own\/(?!assets\/(?:main|compile|ort)-).*|files\/(?:assets\/(?:main|compile|ort)-|model\/).*)$/.test(path)
        ? path.replace(/^\/\w+/, 'dist')
        : undefined;
      if (file === undefined) return false;
      response.writeHead(200, { 'content-type': typeOf(file) }).end(await readFile(file));
      return true;
    },
    under: '/nowhere',
  });
  await page.goto(`${site.url}/blog/post`);
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  expect(site.log.filter((line) => line.endsWith(' 404') && !line.includes('favicon'))).toEqual([]);
  expect(site.log).toContain('/files/model/onnx/weights.bin.gzip 200');
});

test('a base that is no address of a folder is refused', async ({ page, embed }) => {
  await embed('');
  const codes = await page.evaluate(async (engine) => {
    const { EmotionClassifier } = (await import(engine)) as typeof import('../../src/engine/index');
    const codeOf = (base: string): Promise<unknown> => {
      EmotionClassifier.assetsBase = base;
      return EmotionClassifier.create().catch((error: unknown) => (error as { code: unknown }).code);
    };
    return [await codeOf('data:text/plain,x'), await codeOf('/files?v=1'), await codeOf('https://')];
  }, '/engine.js');
  expect(codes).toEqual(['invalid-input', 'invalid-input', 'invalid-input']);
});
