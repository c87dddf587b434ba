import { readFileSync } from 'node:fs';
import { EMOTIONS } from '../../src/shared/emotions';
import type { EmotionScore } from '../../src/shared/reading';
import { EngineHarness } from '../../testbed/engine';
import { expect, test } from '../../testbed/setup';

/** As `npm run reference` wrote them. */
interface Row {
  readonly text: string;
  readonly parts: readonly { readonly start: number; readonly end: number; readonly scores: readonly number[] }[];
}

const rows = readFileSync('e2e/engine/parity.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const inModelOrder = (scores: readonly EmotionScore[]): number[] =>
  EMOTIONS.map((emotion) => scores.find(({ label }) => label === emotion)?.score ?? NaN);

const difference = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

// Both compute the same graph in the same order, and `npm run reference` on a processor that rounds as WebAssembly does: they are
// equal bit for bit. What is left is that the file has six digits.
test('300 texts have the probabilities that Python computes with the same graph, over-long ones part by part', async ({
  page,
  embed,
}) => {
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm', model: 'research' });
  const readings = await page.evaluate(
    (texts) => Array.fromAsync(classifier.classifyAll(texts)),
    rows.map(({ text }) => text),
  );
  expect(rows).toHaveLength(300);
  expect(rows.filter(({ parts }) => parts.length > 1).length).toBeGreaterThanOrEqual(10);
  const differences = rows.flatMap(({ text, parts }, i) => {
    const { scores, sentences } = readings[i]!;
    const read = sentences ?? [{ start: 0, end: text.length, scores }];
    expect(read.map(({ start, end }) => [start, end])).toEqual(parts.map(({ start, end }) => [start, end]));
    return parts.map((part, n) => difference(inModelOrder(read[n]!.scores), part.scores));
  });
  expect(Math.max(...differences)).toBeLessThan(1e-6);
});

test('a text has the same probabilities alone and among others, in any order', async ({ page, embed }) => {
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm', model: 'research' });
  const some = rows.slice(0, 20).map(({ text }) => text);
  const [forth, back] = await page.evaluate(async (texts) => {
    const read = (given: string[]) => Array.fromAsync(classifier.classifyAll(given));
    const first = await read(texts);
    // A space makes another text of the same tokens, so that nothing is remembered.
    return [first, (await read(texts.map((text) => `${text} `).reverse())).reverse()];
  }, some);
  expect(back.map(({ scores }) => scores)).toEqual(forth.map(({ scores }) => scores));
});
