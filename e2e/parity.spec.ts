import { readFileSync } from 'node:fs';
import { EMOTIONS } from '../src/shared/emotions';
import type { EmotionScore } from '../src/shared/reading';
import { EngineHarness } from './engine';
import { expect, test } from './setup';

/** As `npm run reference` wrote them. */
interface Row {
  readonly text: string;
  readonly parts: readonly { readonly start: number; readonly end: number; readonly scores: readonly number[] }[];
}

const rows = readFileSync('e2e/parity.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const inModelOrder = (scores: readonly EmotionScore[]): number[] =>
  EMOTIONS.map((emotion) => scores.find(({ label }) => label === emotion)?.score ?? NaN);

const difference = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

// Both compute the same int8 graph. Where a float sum's last bit differs, an activation may round to the next of 255 steps, and what
// follows from one step differs by some thousandths: so most parts are equal to five digits, and few are not.
test('300 texts have the probabilities that Python computes with the same graph, but for rounding; over-long ones part by part', async ({
  page,
  embed,
}) => {
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm' });
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
  const share = (limit: number): number => differences.filter((d) => d < limit).length / differences.length;
  expect(share(1e-4)).toBeGreaterThan(0.5);
  expect(share(1e-3)).toBeGreaterThan(0.75);
  expect(share(1e-2)).toBeGreaterThan(0.95);
  expect(share(0.1)).toBe(1);
});

test('a text has the same probabilities alone and among others, in any order', async ({ page, embed }) => {
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm' });
  const some = rows.slice(0, 20).map(({ text }) => text);
  const [forth, back] = await page.evaluate(async (texts) => {
    const read = (given: string[]) => Array.fromAsync(classifier.classifyAll(given));
    const first = await read(texts);
    // A space makes another text of the same tokens, so that nothing is remembered.
    return [first, (await read(texts.map((text) => `${text} `).reverse())).reverse()];
  }, some);
  expect(back.map(({ scores }) => scores)).toEqual(forth.map(({ scores }) => scores));
});
