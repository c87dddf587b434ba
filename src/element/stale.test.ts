import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fear, joy, request, setUp } from './testing/scripted-reader';

describe('a reading that is out of date', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function read() {
    const all = setUp();
    const reading = all.reader.read(request('a'));
    (await all.created()).classifier.resolve(all.classifier);
    (await all.called('a')).resolve(joy);
    await reading;
    return all;
  }

  test('says so after 300 ms, with how far the new one is', async () => {
    const { reader, states, calls, progress } = await read();
    const next = reader.read(request('b'));
    await vi.advanceTimersByTimeAsync(0);
    progress.get('b')?.({ read: 1, total: 7 });
    vi.advanceTimersByTime(299);
    expect(states.at(-1)).toEqual({ kind: 'read', reading: joy });
    vi.advanceTimersByTime(1);
    expect(states.at(-1)).toEqual({ kind: 'read', reading: joy, stale: { parts: { read: 1, total: 7 } } });
    progress.get('b')?.({ read: 2, total: 7 });
    expect(states.at(-1)).toMatchObject({ stale: { parts: { read: 2 } } });
    calls.get('b')?.resolve(fear);
    await next;
    expect(states.at(-1)).toEqual({ kind: 'read', reading: fear });
  });

  test('counts from the first key, and not from when the text is taken', async () => {
    const { reader, states } = await read();
    reader.outdate();
    vi.advanceTimersByTime(200);
    void reader.read(request('b'));
    vi.advanceTimersByTime(100);
    expect(states.at(-1)).toMatchObject({ reading: joy, stale: { parts: null } });
  });

  test('is true again where the text is', async () => {
    const { reader, states } = await read();
    reader.outdate();
    vi.advanceTimersByTime(300);
    reader.settle();
    expect(states.at(-1)).toEqual({ kind: 'read', reading: joy });
    reader.outdate();
    reader.settle();
    vi.advanceTimersByTime(300);
    expect(states.at(-1)).toEqual({ kind: 'read', reading: joy });
  });
});
