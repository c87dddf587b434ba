import { expect, test } from 'vitest';
import type { Parts } from '../shared/protocol';
import { emptyReading } from '../shared/reading';
import type { Model } from './model';
import { Runner } from './runner';

/** A model whose calls are answered by hand. */
function scriptedModel() {
  const calls: { rows: readonly (readonly number[])[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const model: Model = {
    encode: () => [],
    logits: (rows) =>
      new Promise((resolve, reject) => {
        const answer = (): void => {
          resolve(rows.map(() => [1, 0, 0, 0, 0, 0]));
        };
        calls.push({ rows, answer, fail: reject });
      }),
    dispose: () => Promise.resolve(),
  };
  return { model, calls };
}

function setUp(rows: number, tokens = Infinity) {
  const { model, calls } = scriptedModel();
  const answered: number[] = [];
  const answer = (id: number): unknown => answered.push(id);
  const told: Parts[] = [];
  const parts = (_id: number, done: Parts): unknown => told.push(done);
  const runner = new Runner(model, { most: { rows, tokens, padding: 8 }, temperature: 1, answer, parts });
  const add = (id: number, ...lengths: number[]): void => {
    const rows = lengths.map((length) => new Array<number>(length).fill(id));
    runner.add(id, { rows, finish: () => emptyReading('unsure') });
  };
  const nextCall = async (n: number): Promise<(typeof calls)[number]> => {
    await expect.poll(() => calls.length).toBe(n + 1);
    const call = calls[n];
    if (!call) throw new Error(`There is no call ${String(n)}`);
    return call;
  };
  const lengths = (call: (typeof calls)[number]): number[] => call.rows.map(({ length }) => length);
  return { runner, add, calls, nextCall, answered, told, lengths };
}

test('a batch of one reads one row a call, of each text in its turn', async () => {
  const { runner, add, nextCall, answered, lengths } = setUp(1);
  add(1, 5, 6);
  add(2, 7);
  const done = runner.run();
  for (const [n, expected] of [[5], [7], [6]].entries()) {
    const call = await nextCall(n);
    expect(lengths(call)).toEqual(expected);
    call.answer();
  }
  await done;
  expect(answered).toEqual([2, 1]);
});

test('a larger batch takes rows of about one length from all texts', async () => {
  const { runner, add, nextCall, answered, lengths } = setUp(4);
  add(1, 10, 60);
  add(2, 12);
  add(3, 18);
  add(4, 19);
  const done = runner.run();
  const first = await nextCall(0);
  expect(lengths(first)).toEqual([10, 12, 18]);
  first.answer();
  const second = await nextCall(1);
  expect(lengths(second)).toEqual([19]);
  second.answer();
  (await nextCall(2)).answer();
  await done;
  expect(answered).toEqual([2, 3, 4, 1]);
});

test('a batch holds no more tokens than it may, with what is added to make rows alike, and one row at least', async () => {
  const { runner, add, nextCall, lengths } = setUp(8, 30);
  add(1, 40);
  add(2, 8);
  add(3, 10);
  add(4, 9);
  add(5, 6);
  const done = runner.run();
  for (const [n, expected] of [[40], [8, 10, 9], [6]].entries()) {
    const call = await nextCall(n);
    expect(lengths(call)).toEqual(expected);
    call.answer();
  }
  await done;
});

test('an abort in the middle of a long text drops the rest of it', async () => {
  const { runner, add, calls, nextCall, answered } = setUp(1);
  add(1, 5, 5, 5, 5);
  const done = runner.run();
  (await nextCall(0)).answer();
  const second = await nextCall(1);
  runner.abort(1);
  second.answer();
  await done;
  expect([calls.length, answered]).toEqual([2, []]);
});

test('a text without rows is answered without the model', async () => {
  const { runner, add, calls, answered } = setUp(1);
  add(1);
  await runner.run();
  expect([calls.length, answered]).toEqual([0, [1]]);
});

test('a text that comes while another is read is read too', async () => {
  const { runner, add, nextCall, answered } = setUp(1);
  add(1, 5);
  const done = runner.run();
  const first = await nextCall(0);
  add(2, 5);
  await runner.run(); // resolves at once
  first.answer();
  (await nextCall(1)).answer();
  await done;
  expect(answered).toEqual([1, 2]);
});

test('parts of a long text are told as they are read, and are not read again in the next text that has them', async () => {
  const { runner, add, calls, nextCall, answered, told } = setUp(1);
  add(1, 5, 6);
  const first = runner.run();
  for (const n of [0, 1]) (await nextCall(n)).answer();
  await first;
  expect(told).toEqual([
    { read: 1, total: 2 },
    { read: 2, total: 2 },
  ]);
  runner.add(2, { rows: [5, 6, 7].map((length) => new Array<number>(length).fill(1)), finish: () => emptyReading('unsure') });
  const second = runner.run();
  const last = await nextCall(2);
  expect(last.rows[0]).toHaveLength(7);
  last.answer();
  await second;
  expect([answered, calls.length, told.at(-1)]).toEqual([[1, 2], 3, { read: 3, total: 3 }]);
});
