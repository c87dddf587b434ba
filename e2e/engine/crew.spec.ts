import { EngineHarness } from '../../testbed/engine';
import { expect, modelRequests, test } from '../../testbed/setup';

test('a long list is read by several workers where there are cores, each text as by one; one is left when all is read', async ({
  page,
  embed,
}) => {
  await page.clock.install();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 });
  });
  const server = await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  const asked = modelRequests(server).length;
  const most = page.waitForEvent('worker'); // beside the first
  const long = Array.from({ length: 900 }, (_, i) => `${i % 2 === 0 ? 'I am so happy' : 'I was afraid'} on day ${String(i)}.`);
  const read = (texts: readonly string[]) =>
    page.evaluate(async (given) => {
      const readings = [];
      for await (const { label, scores } of classifier.classifyAll(given)) readings.push({ label, scores });
      return readings;
    }, texts);
  const all = await read(long);
  await most;
  await expect.poll(() => page.workers()).toHaveLength(2);
  expect(modelRequests(server)).toHaveLength(asked);
  await page.clock.fastForward(11_000);
  await expect.poll(() => page.workers()).toHaveLength(1);

  const again = [3, 500, 899].map((i) => long[i] ?? '');
  await page.evaluate(() => {
    classifier.destroy();
  });
  await page.reload();
  await engine.create({ device: 'wasm' });
  expect(await read(again)).toEqual([all[3], all[500], all[899]]);
});
