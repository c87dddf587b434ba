import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MOST_REQUESTS, STALL_MS } from '../shared/settings';
import { download } from './download';
import { PIECE_BYTES } from './partial-file';
import { Requests } from './requests';

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
  const refused = expect(download(url, file, new Requests(), () => undefined)).rejects.toMatchObject({ code: 'network' });
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
  const refused = expect(download(url, file, new Requests(), () => undefined)).rejects.toThrow('nothing came for 20 s');
  await vi.advanceTimersByTimeAsync(STALL_MS + 500);
  expect(asked).toEqual([0, STALL_MS + 500]);
  await vi.advanceTimersByTimeAsync(10 * STALL_MS);
  await refused;
});

test('a cancel ends the wait for the next try', async () => {
  answerWith(() => Promise.resolve(new Response(null, { status: 503 })));
  const cancel = new AbortController();
  const stopped = expect(download(url, file, new Requests(), () => undefined, { signal: cancel.signal })).rejects.toMatchObject({
    name: 'AbortError',
  });
  await vi.advanceTimersByTimeAsync(600);
  cancel.abort();
  await stopped;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([0, 500]);
});

/** Answers one after the other, the last of them for ever; says which `Range` each request had. */
function answerInTurn(...answers: ((range: string | null) => Response)[]): (string | null)[] {
  const ranges: (string | null)[] = [];
  vi.stubGlobal('fetch', (_: string, { headers }: { headers: Headers }) => {
    const range = headers.get('range');
    const answer = answers[Math.min(ranges.length, answers.length - 1)];
    ranges.push(range);
    return Promise.resolve(answer?.(range));
  });
  return ranges;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const whole = (text: string) => () => new Response(text);
const part = (text: string, headers: Record<string, string>) => () => new Response(text, { status: 206, headers });
const nothing = (status: number) => () => new Response(null, { status });
/** What comes, and then the connection breaks. */
const breaksAfter =
  (text: string, init: ResponseInit = {}) =>
  () => {
    let isSent = text === '';
    const pull = (controller: ReadableStreamDefaultController): void => {
      if (isSent) controller.error(new TypeError('broken'));
      else controller.enqueue(bytesOf(text));
      isSent = true;
    };
    return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }), init);
  };

/** As `fetch` does. */
const failOnErrors =
  (ask: typeof fetch): typeof fetch =>
  async (...request) => {
    const answer = await ask(...request);
    if (answer.type === 'error') throw new TypeError('Failed to fetch');
    return answer;
  };

const anywhere = { status: 206, headers: { 'content-range': 'bytes 2-3/4' } };

test.each([
  ['416', nothing(416)],
  ['the part from another byte', part('cd', { 'content-range': 'bytes 1-3/4' })],
  ['a part of a file of another length', part('cd', { 'content-range': 'bytes 2-8/9' })],
  ['several parts', part('--x', { 'content-type': 'multipart/byteranges; boundary=x' })],
  ['a part of the compressed file', part('cd', { 'content-range': 'bytes 2-3/4', 'content-encoding': 'gzip' })],
  ['more than is left', part('cdef', {})],
])('where a server answers a range with %s, the whole file is asked for once, without Range', async (_, answer) => {
  const ranges = answerInTurn(breaksAfter('ab'), answer, whole('abcd'));
  const done = download(url, file, new Requests(), () => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await done).bytes).toEqual(bytesOf('abcd'));
  expect(ranges).toEqual([null, 'bytes=2-', null]);
});

test('a part of which nothing comes may be the line’s fault; a second one is the server’s', async () => {
  const ranges = answerInTurn(breaksAfter('ab'), breaksAfter('', anywhere), breaksAfter('', anywhere), whole('abcd'));
  const done = download(url, file, new Requests(), () => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await done).bytes).toEqual(bytesOf('abcd'));
  expect(ranges).toEqual([null, 'bytes=2-', 'bytes=2-', null]);
});

test('a part that always breaks before it begins, as one does that cannot be unpacked, ends in a whole download', async () => {
  const ranges = answerInTurn(breaksAfter('ab'), (range) => (range === null ? whole('abcd')() : Response.error()));
  vi.stubGlobal('fetch', failOnErrors(fetch));
  const done = download(url, file, new Requests(), () => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await done).bytes).toEqual(bytesOf('abcd'));
  expect(ranges).toEqual([null, 'bytes=2-', 'bytes=2-', 'bytes=2-', null]);
});

test('a part may be less than the rest: what it brought is gone on from', async () => {
  const ranges = answerInTurn(
    breaksAfter('a'),
    part('b', { 'content-range': 'bytes 1-1/4', 'content-length': '1' }),
    whole('abcd'),
  );
  const done = download(url, file, new Requests(), () => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await done).bytes).toEqual(bytesOf('abcd'));
  expect(ranges).toEqual([null, 'bytes=1-', 'bytes=2-']);
});

test.each([
  ['416', nothing(416)],
  ['206 from elsewhere', part('cd', { 'content-range': 'bytes 2-3/4' })],
  ['an empty part', breaksAfter('', anywhere)],
  ['a break after some bytes', breaksAfter('ab')],
  ['a part where a whole is wanted', part('abcdef', {})],
])('a server that always answers with %s is asked four times at most', async (_, answer) => {
  const ranges = answerInTurn(answer);
  const refused = expect(download(url, file, new Requests(), () => undefined)).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
  expect(ranges.length).toBeLessThanOrEqual(4);
});

test('a server that brings a piece and then takes it back is given up too', async () => {
  const big = { ...file, bytes: 4 * PIECE_BYTES };
  const ranges = answerInTurn(
    ...Array.from({ length: 500 }, (_, i) => (i % 2 ? nothing(416) : breaksAfter('x'.repeat(PIECE_BYTES)))),
  );
  const refused = expect(download(url, big, new Requests(), () => undefined)).rejects.toMatchObject({ code: 'network' });
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
  expect(ranges.length).toBeLessThan(10);
});

// fault: network | many files of one start fail often | a server that answers 503, two requests before the most that a start may make | an error, after these two | nothing
test('all files of one start together make no more requests than a start may', async () => {
  const ranges = answerInTurn(nothing(503));
  const told: number[] = [];
  const requests = new Requests(MOST_REQUESTS - 2, (made) => told.push(made));
  const refused = expect(download(url, file, requests, () => undefined)).rejects.toThrow('broke off too often');
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
  expect(ranges).toHaveLength(2);
  expect(told).toEqual([MOST_REQUESTS - 1, MOST_REQUESTS]);
});
