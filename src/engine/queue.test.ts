import { expect, test } from 'vitest';
import { ClassifierError } from '../shared/errors';
import { readingOf, type Reading } from '../shared/reading';
import { Queue, type Priority } from './queue';

const joy = readingOf([0, 1, 0, 0, 0, 0], 0.5, { truncated: false });
const crash = new ClassifierError('runtime', 'It crashed.');

function setUp() {
  const left: [number, boolean][] = [];
  const queue = new Queue((id, isOut) => left.push([id, isOut]));
  const ask = (text: string, priority: Priority = 'visible', signal?: AbortSignal): Promise<Reading> =>
    queue.ask({ text, want: 'reading', priority, signal });
  const order = (): (string | undefined)[] => {
    const texts = [];
    for (let task = queue.next(); task; task = queue.next()) texts.push(task.text);
    return texts;
  };
  return { queue, ask, order, left };
}

test('visible texts come first, each kind in its order', () => {
  const { ask, order } = setUp();
  void ask('b1', 'background');
  void ask('v1');
  void ask('b2', 'background');
  void ask('v2');
  expect(order()).toEqual(['v1', 'v2', 'b1', 'b2']);
});

test('the same text in flight is computed once for all callers', async () => {
  const { queue, ask, order } = setUp();
  const answers = [ask('a', 'background'), ask('a')];
  expect(order()).toEqual(['a']);
  queue.answer(0, joy);
  expect(await Promise.all(answers)).toEqual([joy, joy]);
});

test('an answer that several have can be changed by none of them', async () => {
  const { queue, ask } = setUp();
  const answer = ask('a');
  queue.answer(0, structuredClone(joy));
  const scores = (await answer).scores as unknown as { score: number }[];
  expect(() => scores.sort()).toThrow(TypeError);
  expect(() => Object.assign(scores[0] ?? {}, { score: 0 })).toThrow(TypeError);
  expect(await ask('a')).toEqual(joy);
});

test('a text that a visible caller joins becomes visible', () => {
  const { ask, order } = setUp();
  void ask('a', 'background');
  void ask('b', 'background');
  void ask('b');
  expect(order()).toEqual(['b', 'a']);
});

test('one caller leaving does not take the answer from another', async () => {
  const { queue, ask, left } = setUp();
  const abort = new AbortController();
  const leaving = ask('a', 'visible', abort.signal);
  const staying = ask('a');
  queue.next();
  abort.abort();
  queue.answer(0, joy);
  await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
  expect([await staying, left]).toEqual([joy, []]);
});

test('the last caller leaving takes the text out, and says whether a worker has it', () => {
  const { queue, ask, left, order } = setUp();
  const abort = new AbortController();
  ask('out', 'visible', abort.signal).catch(() => undefined);
  queue.next();
  ask('waiting', 'visible', abort.signal).catch(() => undefined);
  abort.abort();
  expect([left, order(), queue.isEmpty]).toEqual([
    [
      [0, true],
      [1, false],
    ],
    [],
    true,
  ]);
});

test('an answer is remembered for the same text until it is told to forget', async () => {
  const { queue, ask, order } = setUp();
  void ask('a');
  queue.next();
  queue.answer(0, joy);
  expect(await ask('a')).toBe(joy);
  expect(order()).toEqual([]);
  queue.forget();
  void ask('a');
  expect(order()).toEqual(['a']);
});

test('an explanation is no reading of the same text', () => {
  const { queue, ask, order } = setUp();
  void ask('a');
  void queue.ask({ text: 'a', want: 'explanation', priority: 'visible' });
  expect(order()).toEqual(['a', 'a']);
});

test('what a lost worker had waits again, once', async () => {
  const { queue, ask, order } = setUp();
  const answer = ask('a');
  queue.next();
  queue.takeBack(crash);
  expect(order()).toEqual(['a']);
  queue.takeBack(crash);
  await expect(answer).rejects.toBe(crash);
});

test('what a lost worker had comes before what waits, in its old order', () => {
  const { queue, ask, order } = setUp();
  for (const text of ['a', 'b', 'c']) void ask(text);
  queue.next();
  queue.next();
  queue.putBack();
  expect(order()).toEqual(['a', 'b', 'c']);
});
