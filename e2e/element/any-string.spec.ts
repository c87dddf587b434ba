import fc from 'fast-check';
import { EngineHarness } from '../../testbed/engine';
import { anyText } from '../../testbed/fuzz/texts';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

test('any string has six scores that sum to one, and none throws', LONG, async ({ page, embed }) => {
  const texts = fc.sample(
    anyText(12).filter((text) => text.length <= 1_000),
    { numRuns: 1_000, seed: 42 },
  );
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm' });
  const faults = await page.evaluate(async (given) => {
    const wrong: string[] = [];
    let i = 0;
    for await (const { scores, label, reason, truncated } of classifier.classifyAll(given)) {
      const sum = scores.reduce((total, { score }) => total + score, 0);
      const isRight =
        new Set(scores.map((s) => s.label)).size === 6 &&
        scores.every(({ score }) => score >= 0 && score <= 1) &&
        Math.abs(sum - 1) < 1e-5 &&
        (label === null) === (reason !== undefined) &&
        !truncated;
      if (!isRight) wrong.push(JSON.stringify(given[i]));
      i++;
    }
    return i === given.length ? wrong : [`${String(i)} readings`];
  }, texts);
  expect(faults).toEqual([]);
});
