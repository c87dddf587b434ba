import { EngineHarness } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';
import { hang, WeightsHost } from '../../testbed/weights';

test('reads, and says where and how in its diagnostics', async ({ page, embed }) => {
  await embed('');
  const engine = new EngineHarness(page);
  expect(await engine.create({ device: 'wasm' })).toBe('created');
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
  const diagnostics = await engine.diagnostics();
  expect(diagnostics).toMatchObject({
    state: 'ready',
    device: 'wasm',
    adapter: null,
    dtype: 'int8',
    threads: 1,
    isolated: false,
    selfTest: 'passed',
    attempts: [{ device: 'wasm', outcome: 'running' }],
  });
  const { files, session, selfTest, text } = diagnostics.timings!;
  expect(Math.min(files, session, selfTest, text)).toBeGreaterThan(0);
  expect(diagnostics.runtimeFile).toContain('ort-wasm-simd-threaded');
  expect(Object.values(diagnostics.versions).every((version) => /^\d+\./.test(version ?? ''))).toBe(true);
});

test('a passed self-test is remembered by the next page', async ({ page, embed }) => {
  await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  await page.reload();
  await engine.create({ device: 'wasm' });
  expect((await engine.diagnostics()).selfTest).toBe('remembered');
});

test('an explanation weighs the words that speak for the label', async ({ page, embed }) => {
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm' });
  const text = 'The bus was late, but I was so happy to see you.';
  const { reading, words } = await page.evaluate((t) => classifier.explain(t), text);
  expect(reading.label).toBe('joy');
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(text.split(' '));
  const strongest = words.toSorted((a, b) => b.weight - a.weight)[0]!;
  expect(text.slice(strongest.start, strongest.end)).toBe('happy');
});

test('a page of text is explained in a bounded number of runs', LONG, async ({ page, embed }) => {
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm' });
  const text = 'It rained all day and nobody came to see me. '.repeat(30).trim();
  const { reading, words } = await page.evaluate((t) => classifier.explain(t), text);
  expect(reading.sentences).toHaveLength(30);
  expect(words.length).toBeLessThan(240);
  expect(words[0]!.start).toBe(0);
  expect(words.at(-1)!.end).toBe(text.length);
});

for (const [what, want] of [
  ['an explanation', 'explain'],
  ['a long text', 'classify'],
] as const) {
  test(`${what} holds up no other text, and may be aborted in its middle`, async ({ page, embed }) => {
    await embed('');
    const engine = new EngineHarness(page);
    await engine.create({ device: 'wasm' });
    const outcome = await page.evaluate(async (method) => {
      const abort = new AbortController();
      const long = classifier[method]('It rained all day and nobody came to see me. '.repeat(200), { signal: abort.signal });
      const isOver = await Promise.race([classifier.classify('I am so happy!').then(() => false), long.then(() => true)]);
      abort.abort();
      return [isOver, await long.catch((error: unknown) => (error as Error).name)];
    }, want);
    expect(outcome).toEqual([false, 'AbortError']);
    expect((await engine.classify('I am furious!')).label).toBe('anger');
  });
}

test('a newer text of the same caller takes the place of the older', LONG, async ({ page, embed }) => {
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm' });
  const outcomes = await page.evaluate(async () => {
    const texts = ['I am sad.', 'I am so sad.', 'I am so happy!'];
    const readings = texts.map((text) => classifier.classify(text, { caller: 'box' }));
    return (await Promise.allSettled(readings)).map((o) => (o.status === 'fulfilled' ? o.value.label : (o.reason as Error).name));
  });
  expect(outcomes).toEqual(['AbortError', 'AbortError', 'joy']);
});

test('many texts come back in their order, and leaving early drops the rest', async ({ page, embed }) => {
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm' });
  const labels = await page.evaluate(async () => {
    async function* texts(): AsyncGenerator<string> {
      for (const text of ['I am so happy!', '', 'I am so sad and lonely.', 'I am furious!']) {
        await Promise.resolve();
        yield text;
      }
    }
    const all = (await Array.fromAsync(classifier.classifyAll(texts()))).map(({ label }) => label);
    const none = await Array.fromAsync(classifier.classifyAll([]));
    const first = [];
    for await (const { label } of classifier.classifyAll(Array.from({ length: 5_000 }, (_, i) => `I am happy ${String(i)}`))) {
      first.push(label);
      if (first.length === 2) break;
    }
    return { all, none, first };
  });
  expect(labels).toEqual({ all: ['joy', null, 'sadness', 'anger'], none: [], first: ['joy', 'joy'] });
});

test('an iterable that throws, and what is no string or no list of them, are errors of their call alone', async ({
  page,
  embed,
}) => {
  await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  const said = await page.evaluate(async () => {
    const failure = async (call: () => Promise<unknown>): Promise<string> => {
      try {
        await call();
        return 'nothing';
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      }
    };
    function* broken(): Generator<string> {
      yield 'I am happy!';
      throw new Error('the file ended');
    }
    const values = [undefined, null, 3, {}, ['a'], Symbol('s')];
    return {
      iterable: await failure(() => Array.fromAsync(classifier.classifyAll(broken()))),
      values: await Promise.all(values.map((value) => failure(() => classifier.classify(value as string)))),
      inside: await failure(() => Array.fromAsync(classifier.classifyAll(['a', 4 as unknown as string]))),
      list: await failure(() => Array.fromAsync(classifier.classifyAll(3 as unknown as string[]))),
      priorities: await Promise.all(
        ['a', 'b', 'c'].map((text) => failure(() => classifier.classify(text, { priority: 'user-visible' as 'visible' }))),
      ),
    };
  });
  expect(said.iterable).toBe('Error: the file ended');
  expect(new Set([...said.values, ...said.priorities, said.inside, said.list])).toEqual(new Set(['invalid-input']));
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
});

test('a thousand aborts leave nothing behind', async ({ page, embed }) => {
  await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  const names = await page.evaluate(async () => {
    const readings = Array.from({ length: 1_000 }, async (_, i) => {
      const abort = new AbortController();
      const reading = classifier.classify(`I am happy ${String(i)}`, { signal: abort.signal });
      abort.abort();
      return reading.then(
        () => 'read',
        (error: unknown) => (error as Error).name,
      );
    });
    return [...new Set(await Promise.all(readings))];
  });
  expect(names).toEqual(['AbortError']);
  expect((await engine.classify('I am so happy!')).label).toBe('joy');
});

test('ten megabytes and a word of 100,000 characters are cut, and say so', LONG, async ({ page, embed }) => {
  await embed('');
  const engine = new EngineHarness(page);
  await engine.create({ device: 'wasm' });
  const long = await page.evaluate(() => classifier.classify('I am so happy today! '.repeat(500_000)));
  expect(long).toMatchObject({ label: 'joy', truncated: true });
  const word = await page.evaluate(() => classifier.classify('a'.repeat(100_000)));
  expect([word.truncated, word.scores.length]).toEqual([true, 6]);
  expect((await engine.classify('I am so sad and lonely.')).label).toBe('sadness');
});

test('a start that is called off stops its download, however often, and a later one reads', LONG, async ({ page, embed }) => {
  const host = new WeightsHost(hang(0.3), hang(0.3), hang(0.3));
  await embed('', { script: host.script });
  const engine = new EngineHarness(page);
  for (const time of [1, 2, 3]) {
    await page.evaluate(async (url) => {
      const { EmotionClassifier } = (await import(url)) as typeof import('../../src/engine/index');
      globalThis.cancel = new AbortController();
      globalThis.outcome = EmotionClassifier.create({ device: 'wasm', signal: cancel.signal }).then(
        () => ({ label: null }),
        (error: unknown) => ({ error: (error as Error).name, message: '' }),
      );
    }, '/engine.js');
    await expect.poll(() => host.requests.length).toBe(time);
    await page.evaluate(() => {
      cancel.abort();
    });
    expect(await engine.outcome()).toMatchObject({ error: 'AbortError' });
    await expect.poll(() => page.workers()).toEqual([]);
  }
  expect(await engine.create({ device: 'wasm' })).toBe('created'); // and takes none of them for a crash
  expect(host.requests).toHaveLength(4);
});
