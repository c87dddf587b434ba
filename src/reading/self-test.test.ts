import { expect, test } from 'vitest';
import type { Manifest } from '../shared/manifest';
import type { Model } from './model';
import { selfTest, WrongAnswers, type TestedDevice } from './self-test';

const SURE = [9, 0, 0, 0, 0, 0];
const golden = ['a', 'b', 'c'].map((text) => ({ text, logits: SURE }));
const manifest = { golden, temperature: 1 } as unknown as Manifest;

/** How many rows each call had, and what a model that answers so makes of the test. */
async function tested(answer: (rows: number) => number[], device: Partial<TestedDevice> = {}) {
  const calls: number[] = [];
  const model: Model = {
    encode: () => [101, 102],
    logits(rows) {
      calls.push(rows.length);
      return Promise.resolve(rows.map(() => answer(rows.length)));
    },
    dispose: () => Promise.resolve(),
  };
  const on: TestedDevice = { device: 'webgpu', isSoftware: false, isRemembered: false, ...device };
  const outcome = await selfTest(model, on, manifest, () => undefined).then(
    () => 'passed',
    (error: unknown) => error,
  );
  return { calls, outcome };
}

test('golden sentences are read alone and in one batch', async () => {
  expect(await tested(() => SURE)).toEqual({ calls: [1, 1, 1, 3], outcome: 'passed' });
  expect(await tested(() => SURE, { device: 'wasm' })).toEqual({ calls: [1, 1, 1, 3], outcome: 'passed' });
});

test('a device that has passed before, and one of software, read less', async () => {
  expect((await tested(() => SURE, { isRemembered: true })).calls).toEqual([1]);
  expect((await tested(() => SURE, { isSoftware: true })).calls).toEqual([1, 1, 2]);
});

test.each([
  ['wrong', () => [0, 9, 0, 0, 0, 0]],
  ['NaN', () => SURE.map(() => NaN)],
  ['constant', () => SURE.map(() => 0)],
  ['missing', () => []],
  ['in a batch wrong', (rows: number) => (rows > 1 ? [0, 9, 0, 0, 0, 0] : SURE)],
])('answers that are %s fail it', async (_, answer) => {
  expect((await tested(answer)).outcome).toBeInstanceOf(WrongAnswers);
});
