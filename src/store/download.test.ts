import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { STALL_MS } from '../shared/settings';
import { download } from './download';

const url = 'https://site.example/model/onnx/weights.bin';
const file = { path: 'onnx/weights.bin', bytes: 4, sha256: '0'.repeat(64) };

/** Milliseconds after the beginning at which the server was asked. */
let asked: number[];

function answerWith(answer: (signal: AbortSignal) => Promise<Response>): void {
  const began = Date.now();
  vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
    asked.push(Date.now() - began);
    return answer(signal);
  });
}

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a server in trouble is asked four times, each after a longer wait', async () => {
  answerWith(() => Promise.resolve(new Response(null, { status: 503 })));
  const refused = expect(download(url, file, () => undefined)).rejects.toMatchObject({ code: 'network' });
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
  expect(asked).toEqual([0, 500, 1500, 3500]);
});

test('a server that says nothing has stalled, and is asked again', async () => {
  answerWith(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
  );
  const refused = expect(download(url, file, () => undefined)).rejects.toThrow('nothing came for 20 s');
  await vi.advanceTimersByTimeAsync(STALL_MS + 500);
  expect(asked).toEqual([0, STALL_MS + 500]);
  await vi.advanceTimersByTimeAsync(10 * STALL_MS);
  await refused;
});

test('a cancel ends the wait for the next try', async () => {
  answerWith(() => Promise.resolve(new Response(null, { status: 503 })));
  const cancel = new AbortController();
  const stopped = expect(download(url, file, () => undefined, cancel.signal)).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(600);
  cancel.abort();
  await stopped;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([0, 500]);
});
