import { expect, test } from 'vitest';
import { Explainer } from './explainer';
import type { ExplainedWord } from './state';

/** An explainer, and a question that is answered by hand. */
function setUp() {
  const explainer = new Explainer(() => undefined);
  const asked: { signal: AbortSignal; answer: (words: ExplainedWord[]) => void }[] = [];
  const ask = (signal: AbortSignal): Promise<ExplainedWord[]> =>
    new Promise((resolve) => {
      asked.push({ signal, answer: resolve });
    });
  return { explainer, asked, ask };
}

const words: ExplainedWord[] = [{ text: 'glad', weight: 0.5, emotion: 'joy', start: 0, end: 4 }];

test('an answer is shown', async () => {
  const { explainer, asked, ask } = setUp();
  const opened = explainer.open(ask);
  asked[0]?.answer(words);
  expect(await opened).toEqual(words);
  expect(explainer.state).toMatchObject({ kind: 'open', words });
});

test('closing aborts the asking, and an answer that comes all the same is dropped', async () => {
  const { explainer, asked, ask } = setUp();
  const opened = explainer.open(ask);
  explainer.close();
  expect(asked[0]?.signal.aborted).toBe(true);
  asked[0]?.answer(words);
  expect(await opened).toBeNull();
  expect(explainer.state).toEqual({ kind: 'closed' });
});

test('a failure is told', async () => {
  const { explainer } = setUp();
  expect(await explainer.open(() => Promise.reject(new Error('no memory')))).toBeNull();
  expect(explainer.state).toMatchObject({ kind: 'failed', error: { code: 'runtime' } });
});
