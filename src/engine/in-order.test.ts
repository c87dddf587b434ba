import { expect, test } from 'vitest';
import { inOrder } from './in-order';

/** Texts that come when the test says so. */
function scriptedTexts() {
  let push: (text: string) => void = () => undefined;
  const texts: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve) => {
          push = (value) => {
            resolve({ done: false, value });
          };
        }),
    }),
  };
  return {
    texts,
    push: (text: string) => {
      push(text);
    },
  };
}

const shout = (text: string): Promise<string> => Promise.resolve(text.toUpperCase());

test('answers keep the order of the texts, whichever is there first', async () => {
  const finish = new Map<string, () => void>();
  const read = (text: string): Promise<string> =>
    new Promise((resolve) => {
      finish.set(text, () => {
        resolve(text.toUpperCase());
      });
    });
  const answers = inOrder(['a', 'b'], read);
  const first = answers.next();
  await expect.poll(() => [...finish.keys()]).toEqual(['a', 'b']);
  finish.get('b')?.();
  finish.get('a')?.();
  expect([(await first).value, (await answers.next()).value]).toEqual(['A', 'B']);
});

test('an answer does not wait for the next text', async () => {
  const { texts, push } = scriptedTexts();
  const answers = inOrder(texts, shout);
  const first = answers.next();
  await Promise.resolve();
  push('a');
  expect(await first).toEqual({ done: false, value: 'A' });
});

test('a file without end is taken a bounded number of texts ahead', async () => {
  let taken = 0;
  function* endless(): Generator<string> {
    for (;;) yield String(taken++);
  }
  const answers = inOrder(endless(), shout);
  await answers.next();
  await new Promise((resolve) => setTimeout(resolve)); // all that is taken without waiting for a reader is taken now
  expect(taken).toBeGreaterThan(10);
  expect(taken).toBeLessThan(300);
  await answers.return();
});

test('what the iterable throws comes after the answers to the texts before it', async () => {
  function* broken(): Generator<string> {
    yield 'a';
    throw new Error('the file ended');
  }
  const answers = inOrder(broken(), shout);
  expect(await answers.next()).toEqual({ done: false, value: 'A' });
  await expect(answers.next()).rejects.toThrow('the file ended');
});

test('leaving the loop aborts what is in flight and closes the iterable', async () => {
  let isClosed = false;
  function* texts(): Generator<string> {
    try {
      for (;;) yield 'a';
    } finally {
      isClosed = true;
    }
  }
  const signals: AbortSignal[] = [];
  for await (const answer of inOrder(texts(), (text, signal) => (signals.push(signal), shout(text)))) {
    expect(answer).toBe('A');
    break;
  }
  expect([isClosed, signals.every(({ aborted }) => aborted)]).toEqual([true, true]);
});

test('an abort ends the wait for an answer, for a text, and before either', async () => {
  const abort = new AbortController();
  const read = (_text: string, signal: AbortSignal): Promise<string> =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
  const waits = [inOrder(['a'], read, abort.signal), inOrder(scriptedTexts().texts, read, abort.signal)].map((answers) =>
    answers.next(),
  );
  setTimeout(() => {
    abort.abort();
  });
  for (const wait of waits) await expect(wait).rejects.toMatchObject({ name: 'AbortError' });
  await expect(inOrder([], read, abort.signal).next()).rejects.toMatchObject({ name: 'AbortError' });
});

test.each([['one text'], [undefined], [3]])('%s is no iterable of texts', async (texts) => {
  await expect(inOrder(texts as Iterable<string>, shout).next()).rejects.toMatchObject({ code: 'invalid-input' });
});
