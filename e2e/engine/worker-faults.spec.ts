import { EngineHarness } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

/** Messages to a worker that ask for a reading. */
const onRead = (action: string): string =>
  `addEventListener('message', (event) => { if (event.data.kind === 'read') { event.stopImmediatePropagation(); ${action} } });`;

test.describe('a worker', () => {
  // fault: worker | the worker crashes over a text | it throws at the message | Joy, from a second worker | the model
  test('that crashes over a text is replaced, and the text is read', async ({ page, embed }) => {
    await embed('', { beforeWorker: (n) => (n === 0 ? onRead('throw new Error("crash");') : '') });
    const engine = new EngineHarness(page);
    await engine.create({ device: 'wasm' });
    expect((await engine.classify('I am so happy!')).label).toBe('joy');
    expect((await engine.diagnostics()).attempts).toMatchObject([
      { outcome: 'failed', reason: { code: 'runtime' } },
      { outcome: 'running' },
    ]);
  });

  const silences: [string, string][] = [
    // fault: worker | the worker ends in the middle of a text | it closes itself | Joy, past its deadline | the model
    ['that ends in the middle of a text', 'close();'],
    // fault: worker | the worker never comes back from a text | an endless loop | Joy, past its deadline | the model
    ['in an endless loop', 'for (;;);'],
  ];
  for (const [name, action] of silences) {
    test(`${name} is replaced past its deadline, and the text is read`, LONG, async ({ page, embed }) => {
      await page.clock.install();
      await embed('', { beforeWorker: (n) => (n === 0 ? onRead(action) : '') });
      const engine = new EngineHarness(page);
      await engine.create({ device: 'wasm' });
      await engine.begin('I am so happy!');
      await page.clock.fastForward(60_000);
      expect(await engine.outcome()).toEqual({ label: 'joy' });
      expect((await engine.diagnostics()).attempts[0]).toMatchObject({ outcome: 'failed', reason: { code: 'timeout' } });
    });
  }

  // fault: worker | one text crashes each worker | it throws at that text | an error for this text; others are read | the model
  test('that crashes over the same text again gives it up, and reads others', LONG, async ({ page, embed }) => {
    const crash = `addEventListener('message', (event) => { if (event.data.text === 'poison') throw new Error('poisoned'); });`;
    await embed('', { beforeWorker: () => crash });
    const engine = new EngineHarness(page);
    await engine.create({ device: 'wasm' });
    await engine.begin('poison');
    expect(await engine.outcome()).toMatchObject({ error: 'runtime' });
    expect((await engine.classify('I am so happy!')).label).toBe('joy');
  });

  // fault: memory | the first session cannot be built, as where memory is refused | `WebAssembly.instantiate` rejects | Joy, from a second worker | the model
  test('whose session cannot be built is replaced', LONG, async ({ page, embed }) => {
    const noWasm = `WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => Promise.reject(new Error('no instance'));`;
    await embed('', { beforeWorker: (n) => (n === 0 ? noWasm : '') });
    const engine = new EngineHarness(page);
    expect(await engine.create({ device: 'wasm' })).toBe('created');
    expect((await engine.classify('I am so happy!')).label).toBe('joy');
    expect((await engine.diagnostics()).attempts[0]?.reason?.message).toContain('no instance');
  });
});
