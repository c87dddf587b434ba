/** A start that is not the first: the runtime is compiled while the worker's script still comes. */
import { EngineHarness } from '../../testbed/engine';
import type { Script } from '../../testbed/server';
import { expect, test } from '../../testbed/setup';

const WASM = /\/assets\/ort-[^/]*\.wasm/;
const HAPPY = 'I am so happy!';

test('from the second start on a worker of a moment compiles the runtime, which is fetched once as ever', async ({
  page,
  embed,
}) => {
  const { log } = await embed('');
  const engine = new EngineHarness(page);
  const asked = (kind: RegExp): number => log.splice(0).filter((line) => kind.test(line)).length;
  await engine.create({ device: 'wasm' });
  await expect.poll(() => page.workers()).toHaveLength(1);
  expect(log.filter((line) => line.includes('/assets/compile-'))).toEqual([]);
  const first = await engine.classify(HAPPY);
  expect(asked(WASM)).toBe(1);

  await page.reload();
  await engine.create({ device: 'wasm' });
  await expect.poll(() => page.workers()).toHaveLength(1);
  expect(log.filter((line) => line.includes('/assets/compile-'))).toHaveLength(1);
  expect((await engine.classify(HAPPY)).scores).toEqual(first.scores);
  expect(asked(WASM)).toBe(1);
});

// fault: build | the script that compiles the runtime ahead is missing | 404 | Joy, a little later | nothing
// fault: network | the runtime’s wasm redirects to a stranger from the second start on | 302 to another origin | `assets-missing`; the stranger is not asked | nothing
test('without it a start goes on alone, and it follows no redirect', async ({ page, embed, serve }) => {
  const other = await serve({ headers: () => ({ 'access-control-allow-origin': '*' }) });
  let isSecond = false;
  let isRedirected = false;
  const script: Script = (path, response) => {
    if (isSecond && path.includes('/assets/compile-')) response.writeHead(404).end();
    else if (isRedirected && WASM.test(path)) response.writeHead(302, { location: other.url + path }).end();
    else return false;
    return true;
  };
  await embed('', { script, headers: () => ({ 'cache-control': 'no-store' }) });
  const engine = new EngineHarness(page);
  expect(await engine.create({ device: 'wasm' })).toBe('created');
  isSecond = true;
  await page.reload();
  await engine.create({ device: 'wasm' });
  expect((await engine.classify(HAPPY)).label).toBe('joy');

  [isSecond, isRedirected] = [false, true];
  await page.reload();
  expect(await engine.create({ device: 'wasm' })).toBe('assets-missing');
  expect(other.log).toEqual([]);
});
