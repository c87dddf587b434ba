import { describe, expect, test } from 'vitest';
import { ClassifierError } from '../shared/errors';
import { emptyReading, readingOf, type Reading } from '../shared/reading';
import type { AttemptListener } from './attempt';
import { rungsFor, Supervisor, type Rung } from './supervisor';

/** A scripted attempt: the test says what the worker says. */
class FakeAttempt {
  readonly asked = new Map<number, string>();
  readonly aborted: number[] = [];
  isEnded = false;

  constructor(
    readonly rung: Rung,
    readonly says: AttemptListener,
  ) {}

  classify(id: number, text: string): void {
    this.asked.set(id, text);
  }

  abort(id: number): void {
    this.aborted.push(id);
  }

  end(): void {
    this.isEnded = true;
  }

  answer(text: string, reading: Reading): void {
    for (const [id, asked] of this.asked) if (asked === text) this.says.reading(id, reading);
  }
}

function setUp(device: 'auto' | 'webgpu' | 'wasm' = 'auto') {
  const attempts: FakeAttempt[] = [];
  const supervisor = new Supervisor(rungsFor(device, 2), (rung, listener) => {
    const attempt = new FakeAttempt(rung, listener);
    attempts.push(attempt);
    return attempt;
  });
  const attempt = (i: number): FakeAttempt => {
    const found = attempts[i];
    if (!found) throw new Error(`There is no attempt ${String(i)}`);
    return found;
  };
  return { supervisor, attempts, attempt };
}

const joy = readingOf([0, 1, 0, 0, 0, 0], 0.5, { truncated: false });
const crash = new ClassifierError('runtime', 'The worker crashed.');

describe('Supervisor', () => {
  test('starts nothing until it is asked', () => {
    expect(setUp().attempts).toHaveLength(0);
  });

  test('asks one attempt for all texts', async () => {
    const { supervisor, attempts, attempt } = setUp();
    const readings = [supervisor.classify('a'), supervisor.classify('b')];
    attempt(0).says.ready('wasm');
    attempt(0).answer('b', joy);
    attempt(0).answer('a', emptyReading('unsure'));
    expect(await Promise.all(readings)).toEqual([emptyReading('unsure'), joy]);
    expect(attempts).toHaveLength(1);
  });

  test('asks what waited again, on WASM, in a fresh attempt, when the first breaks', async () => {
    const { supervisor, attempt } = setUp();
    const ready = supervisor.ready();
    const reading = supervisor.classify('what a day');
    attempt(0).says.broken(crash);
    expect(attempt(1).rung).toEqual({ device: 'wasm', threads: 2 });
    attempt(1).says.ready('wasm');
    attempt(1).answer('what a day', joy);
    expect([await ready, await reading]).toEqual(['wasm', joy]);
    expect(supervisor.device).toBe('wasm');
  });

  test('rejects everything past the last rung, and the next call starts from the top', async () => {
    const { supervisor, attempts, attempt } = setUp();
    const failed = [supervisor.ready(), supervisor.classify('a')];
    for (let i = 0; i < 3; i++) attempt(i).says.broken(crash);
    const results = await Promise.allSettled(failed);
    expect(results).toEqual([
      { status: 'rejected', reason: crash },
      { status: 'rejected', reason: crash },
    ]);
    expect(attempts).toHaveLength(3);

    const again = supervisor.classify('a');
    expect(attempt(3).rung.device).toBe('auto');
    attempt(3).says.ready('webgpu');
    attempt(3).answer('a', joy);
    expect(await again).toEqual(joy);
  });

  test('does not try other devices for a file that is missing', async () => {
    const { supervisor, attempts, attempt } = setUp();
    const reading = supervisor.classify('a');
    const missing = new ClassifierError('model-missing', 'No model file.');
    attempt(0).says.broken(missing);
    await expect(reading).rejects.toBe(missing);
    expect(attempts).toHaveLength(1);
  });

  test('an aborted text rejects with its reason and its late answer is dropped', async () => {
    const { supervisor, attempt } = setUp();
    const abort = new AbortController();
    const reading = supervisor.classify('a', abort.signal);
    abort.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(attempt(0).aborted).toEqual([0]);
    attempt(0).answer('a', joy);
  });

  test('an aborted text is not asked again', () => {
    const { supervisor, attempt } = setUp();
    const abort = new AbortController();
    supervisor.classify('a', abort.signal).catch(() => undefined);
    void supervisor.classify('b');
    abort.abort();
    attempt(0).says.broken(crash);
    expect([...attempt(1).asked.values()]).toEqual(['b']);
  });

  test('progress never falls, also over two attempts', () => {
    const { supervisor, attempt } = setUp();
    const seen: number[] = [];
    const unwatch = supervisor.watchProgress((fraction) => seen.push(fraction));
    void supervisor.ready();
    attempt(0).says.progress(0, 100);
    attempt(0).says.progress(60, 100);
    attempt(0).says.broken(crash);
    attempt(1).says.progress(0, 100);
    attempt(1).says.progress(100, 100);
    unwatch();
    attempt(1).says.progress(100, 100);
    expect(seen).toEqual([0, 0, 0.6, 0.6, 1]);
  });

  test('stopping ends the worker and rejects what waits; a later call starts a new one', async () => {
    const { supervisor, attempts, attempt } = setUp('wasm');
    const reading = supervisor.classify('a');
    supervisor.stop();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(attempt(0).isEnded).toBe(true);
    void supervisor.classify('b');
    expect(attempts).toHaveLength(2);
  });
});
