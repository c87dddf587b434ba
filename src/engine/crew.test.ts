import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClassifierError } from '../shared/errors';
import type { Reading } from '../shared/reading';
import { HELP_FROM, HELP_IDLE_MS, TEXTS_AHEAD } from '../shared/settings';
import { Crew } from './crew';
import { FakeAttempt, joy } from './testing/fake-attempt';
import { Supervisor } from './supervisor';

/** A supervisor whose attempts are crews of at most `most`; `workers` are all that were started, the first of a crew and those that help. */
function setUp(most = 2) {
  const workers: FakeAttempt[] = [];
  const supervisor = new Supervisor(
    [{ device: 'auto', threads: 1 }],
    (rung, listener) =>
      new Crew(
        listener,
        (own, first) => {
          const worker = new FakeAttempt(first ? { device: 'wasm', threads: first.threads } : rung, own);
          workers.push(worker);
          return worker;
        },
        most,
      ),
  );
  const worker = (i: number): FakeAttempt => {
    const found = workers[i];
    if (!found) throw new Error(`There is no worker ${String(i)}`);
    return found;
  };
  const list = (length: number): Promise<Reading>[] =>
    Array.from({ length }, (_, i) => supervisor.ask({ text: String(i), want: 'reading', priority: 'background' }));
  return { supervisor, workers, worker, list };
}

/** All that waits, answered as it is asked for. */
async function answerAll(workers: readonly FakeAttempt[], readings: readonly Promise<Reading>[]): Promise<readonly Reading[]> {
  for (let isAnything = true; isAnything;) {
    isAnything = false;
    for (const worker of workers)
      for (const [id] of worker.asked) {
        worker.asked.delete(id);
        worker.says.answer(id, joy);
        isAnything = true;
      }
  }
  return Promise.all(readings);
}

const AHEAD = TEXTS_AHEAD.wasm;
const LONG = HELP_FROM + 4 * AHEAD;
const crash = new ClassifierError('runtime', 'The worker crashed.');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Crew', () => {
  test('a short list is read by one worker', async () => {
    const { workers, worker, list } = setUp();
    const readings = list(HELP_FROM);
    worker(0).ready();
    expect(await answerAll(workers, readings)).toHaveLength(HELP_FROM);
    expect(workers).toHaveLength(1);
  });

  test('a long one is read by two, each text once; the second leaves when it has had no work for a while', async () => {
    const { workers, worker, list } = setUp();
    const readings = list(LONG);
    worker(0).ready();
    expect(worker(1).rung).toEqual({ device: 'wasm', threads: 1 });
    worker(1).ready();
    worker(0).answer('0');
    expect([worker(0).texts.length, worker(1).texts.length]).toEqual([AHEAD + 1, AHEAD]); // and the one that was answered
    expect(new Set([...worker(0).texts, ...worker(1).texts]).size).toBe(2 * AHEAD + 1);
    expect(await answerAll(workers, readings)).toHaveLength(LONG);
    expect(worker(1).isEnded).toBe(false);
    vi.advanceTimersByTime(HELP_IDLE_MS);
    expect([worker(0).isEnded, worker(1).isEnded]).toEqual([false, true]);
  });

  test('as many help as there are cores for, one after the other', () => {
    const { workers, worker, list } = setUp(3);
    void list(LONG);
    worker(0).ready();
    worker(0).answer('0');
    expect(workers).toHaveLength(2);
    worker(1).ready();
    worker(0).answer('1');
    worker(2).ready();
    worker(0).answer('2');
    expect(workers).toHaveLength(3);
  });

  test('a GPU, a hidden page and a device with one core get no help', () => {
    const gpu = setUp();
    void gpu.list(LONG);
    gpu.worker(0).ready('webgpu');
    const one = setUp(1);
    void one.list(LONG);
    one.worker(0).ready();
    vi.stubGlobal('document', { hidden: true });
    const hidden = setUp();
    void hidden.list(LONG);
    hidden.worker(0).ready();
    expect([gpu, one, hidden].map(({ workers }) => workers.length)).toEqual([1, 1, 1]);
  });

  // fault: worker | a worker that helps with a long list crashes, or cannot start | fake workers | none: every text is read | the first worker goes on alone
  test.each(['before it is ready', 'while it reads'])('what a helper had is read by the first where it breaks %s', async (when) => {
    const { workers, worker, list } = setUp();
    const readings = list(LONG);
    worker(0).ready();
    if (when === 'while it reads') worker(1).ready();
    worker(0).answer('0');
    worker(1).says.broken(crash);
    worker(1).asked.clear();
    expect(await answerAll(workers, readings)).toEqual(readings.map(() => joy));
    expect(workers).toHaveLength(2);
  });

  test('a helper that cannot be started at all is not missed', async () => {
    const workers: FakeAttempt[] = [];
    const supervisor = new Supervisor(
      [{ device: 'wasm', threads: 1 }],
      (rung, listener) =>
        new Crew(
          listener,
          (own, first) => {
            if (first) throw new Error('No more workers, says the page’s policy.');
            const worker = new FakeAttempt(rung, own);
            workers.push(worker);
            return worker;
          },
          2,
        ),
    );
    const readings = Array.from({ length: LONG }, (_, i) =>
      supervisor.ask({ text: String(i), want: 'reading', priority: 'background' }),
    );
    workers[0]?.ready();
    expect(await answerAll(workers, readings)).toHaveLength(LONG);
  });

  test('a helper with another edition of the model reads nothing', () => {
    const { worker, list } = setUp();
    void list(LONG);
    worker(0).ready('wasm', 'first');
    worker(1).ready('wasm', 'second');
    worker(0).answer('0');
    expect([worker(1).texts, worker(1).isEnded]).toEqual([[], true]);
  });

  test('all end with the first: what both had is asked again', async () => {
    const { workers, worker, list } = setUp();
    const readings = list(LONG);
    worker(0).ready();
    worker(1).ready();
    worker(0).answer('0');
    worker(0).says.broken(crash);
    expect(worker(1).isEnded).toBe(true);
    worker(2).ready();
    expect(await answerAll(workers.slice(2), readings)).toHaveLength(LONG);
  });

  test('a text that nobody wants any more is aborted where it is', () => {
    const { supervisor, worker, list } = setUp();
    const left = new AbortController();
    void list(LONG);
    worker(0).ready();
    worker(1).ready();
    supervisor.ask({ text: 'mine', want: 'reading', priority: 'visible', signal: left.signal }).catch(() => undefined);
    worker(0).answer('0');
    const has = [worker(0), worker(1)].filter(({ texts }) => texts.includes('mine'));
    left.abort();
    expect(has.map(({ aborted }) => aborted.length)).toEqual([1]);
  });
});
