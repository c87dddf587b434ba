import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClassifierError } from '../shared/errors';
import { emptyReading, type Reading } from '../shared/reading';
import { IDLE_MS, TEXTS_AHEAD } from '../shared/settings';
import { FakeAttempt, joy } from './testing/fake-attempt';
import { rungsFor } from './ladder';
import type { Priority } from './queue';
import { Supervisor } from './supervisor';

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
  const read = (text: string, signal?: AbortSignal, priority: Priority = 'visible'): Promise<Reading> =>
    supervisor.ask({ text, want: 'reading', priority, signal });
  return { supervisor, attempts, attempt, read };
}

const crash = new ClassifierError('runtime', 'The worker crashed.');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Supervisor', () => {
  test('starts nothing until it is asked', () => {
    expect(setUp().attempts).toHaveLength(0);
  });

  test('asks one attempt for all texts, once it is ready', async () => {
    const { attempts, attempt, read } = setUp();
    const readings = [read('a'), read('b')];
    expect(attempt(0).texts).toEqual([]);
    attempt(0).ready();
    attempt(0).answer('b');
    attempt(0).answer('a', emptyReading('unsure'));
    expect(await Promise.all(readings)).toEqual([emptyReading('unsure'), joy]);
    expect(attempts).toHaveLength(1);
  });

  test('asks what waited again, on WASM, in a fresh attempt, when the first cannot start', async () => {
    const { supervisor, attempt, read } = setUp();
    const ready = supervisor.ready();
    const reading = read('what a day');
    attempt(0).says.broken(crash);
    expect(attempt(1).rung).toEqual({ device: 'wasm', threads: 2 });
    attempt(1).ready();
    attempt(1).answer('what a day');
    expect([(await ready).device, await reading]).toEqual(['wasm', joy]);
    expect(supervisor.attempts).toMatchObject([
      { device: 'auto', outcome: 'failed', readyMs: null, reason: { code: 'runtime', message: 'The worker crashed.' } },
      { device: 'wasm', outcome: 'running' },
    ]);
  });

  test('a device that is lost while it reads gets another chance; what it had is asked again', async () => {
    const { attempt, read } = setUp();
    const reading = read('a');
    attempt(0).ready('webgpu');
    attempt(0).says.broken(crash);
    expect(attempt(1).rung.device).toBe('auto');
    attempt(1).ready('webgpu');
    attempt(1).answer('a');
    expect(await reading).toEqual(joy);
  });

  // fault: worker | a text is with two workers when they break | fake workers | an error for this text; the others are read | the others
  test('a text that was with two workers when they broke is refused; the others go on', async () => {
    const { attempt, read } = setUp('wasm');
    const bad = read('bad');
    attempt(0).ready();
    attempt(0).says.broken(crash);
    attempt(1).ready();
    attempt(1).says.broken(crash);
    await expect(bad).rejects.toBe(crash);
    const good = read('good');
    attempt(2).ready();
    attempt(2).answer('good');
    expect(await good).toEqual(joy);
  });

  test('rejects everything past the last rung, and the next call starts from the top', async () => {
    const { supervisor, attempts, attempt, read } = setUp();
    const failed = [supervisor.ready(), read('a')];
    for (let i = 0; i < 3; i++) attempt(i).says.broken(crash);
    const results = await Promise.allSettled(failed);
    expect(results).toEqual([
      { status: 'rejected', reason: crash },
      { status: 'rejected', reason: crash },
    ]);
    expect(attempts).toHaveLength(3);

    const again = read('a');
    expect(attempt(3).rung.device).toBe('auto');
    attempt(3).ready('webgpu');
    attempt(3).answer('a');
    expect(await again).toEqual(joy);
  });

  test('does not try other devices for a file that is missing', async () => {
    const { attempts, attempt, read } = setUp();
    const reading = read('a');
    const missing = new ClassifierError('model-missing', 'No model file.');
    attempt(0).says.broken(missing);
    await expect(reading).rejects.toBe(missing);
    expect(attempts).toHaveLength(1);
  });

  test('a text that one worker cannot cut is refused, and the worker goes on', async () => {
    const { attempt, attempts, read } = setUp('wasm');
    const [bad, good] = [read('bad'), read('good')];
    attempt(0).ready();
    const refused = new ClassifierError('runtime', 'Cutting the text into tokens failed.');
    attempt(0).says.refused(0, refused);
    attempt(0).answer('good');
    await expect(bad).rejects.toBe(refused);
    expect(await good).toEqual(joy);
    expect(attempts).toHaveLength(1);
  });

  test('an aborted text rejects with its reason, and its late answer is dropped', async () => {
    const { attempt, read } = setUp();
    const abort = new AbortController();
    const reading = read('a', abort.signal);
    attempt(0).ready();
    abort.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(attempt(0).aborted).toEqual([0]);
    attempt(0).answer('a');
  });

  test('an aborted text never reaches a worker', () => {
    const { attempt, read } = setUp();
    const abort = new AbortController();
    read('a', abort.signal).catch(() => undefined);
    void read('b');
    abort.abort();
    attempt(0).ready();
    expect(attempt(0).texts).toEqual(['b']);
  });

  test('a worker on WASM holds few texts, so that newer visible ones overtake the background', () => {
    const { attempt, read } = setUp('wasm');
    const background = Array.from({ length: 2 * TEXTS_AHEAD.wasm }, (_, i) => `b${String(i)}`);
    for (const text of background) void read(text, undefined, 'background');
    attempt(0).ready();
    void read('seen');
    const ahead = background.slice(0, TEXTS_AHEAD.wasm);
    expect(attempt(0).texts).toEqual(ahead);
    attempt(0).answer('b0');
    attempt(0).answer('b1');
    expect(attempt(0).texts).toEqual([...ahead, 'seen', `b${String(TEXTS_AHEAD.wasm)}`]);
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

  test('a worker without work is ended, and the next text starts one again', async () => {
    const { supervisor, attempts, attempt, read } = setUp('wasm');
    const reading = read('a');
    attempt(0).ready();
    vi.advanceTimersByTime(10 * IDLE_MS);
    expect(attempt(0).isEnded).toBe(false);
    attempt(0).answer('a');
    await reading;
    vi.advanceTimersByTime(IDLE_MS);
    expect([attempt(0).isEnded, supervisor.state]).toEqual([true, 'stopped']);
    void read('b');
    expect(attempts).toHaveLength(2);
  });

  test('a worker that comes back remembers readings, but not those of another model', async () => {
    const { supervisor, attempt, read } = setUp('wasm');
    const reading = read('a');
    attempt(0).ready('wasm', 'first');
    attempt(0).answer('a');
    await reading;
    supervisor.pause();
    void read('b');
    attempt(1).ready('wasm', 'first');
    expect(await read('a')).toEqual(joy);
    supervisor.pause();
    supervisor.resume();
    attempt(2).ready('wasm', 'second');
    void read('a');
    expect(attempt(2).texts).toEqual(['b', 'a']);
  });

  test('a load that nobody waits for any more is ended at once', async () => {
    const { supervisor, attempt } = setUp('wasm');
    const abort = new AbortController();
    const ready = supervisor.ready(abort.signal);
    abort.abort();
    await expect(ready).rejects.toMatchObject({ name: 'AbortError' });
    expect(attempt(0).isEnded).toBe(true);
  });

  test('a load that somebody still waits for goes on when another leaves', async () => {
    const { supervisor, attempt } = setUp('wasm');
    const abort = new AbortController();
    const leaving = supervisor.ready(abort.signal);
    const staying = supervisor.ready();
    abort.abort();
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    attempt(0).ready();
    expect((await staying).device).toBe('wasm');
  });

  test('a page that is put aside ends its worker and keeps what waits', async () => {
    const { supervisor, attempt, read } = setUp('wasm');
    const reading = read('a');
    attempt(0).ready();
    supervisor.pause();
    expect(attempt(0).isEnded).toBe(true);
    supervisor.resume();
    attempt(1).ready();
    attempt(1).answer('a');
    expect(await reading).toEqual(joy);
  });
});
