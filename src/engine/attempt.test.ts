import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClassifierError } from '../shared/errors';
import type { LoadRequest, Reply, Start } from '../shared/protocol';
import { emptyReading } from '../shared/reading';
import { LOAD_SILENCE_MS, READ_SILENCE_MS, READ_SILENCE_TEXTS } from '../shared/settings';
import { Attempt } from './attempt';

class FakeWorker extends EventTarget {
  readonly posted: unknown[] = [];
  isTerminated = false;
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(data: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const paths = { mjs: '', wasm: '' };
const load: LoadRequest = {
  kind: 'load',
  version: '0.0.0',
  device: 'wasm',
  threads: 1,
  manifest: { files: [], temperature: 1, threshold: 0.5, maxTokens: 128, golden: [] },
  modelPlace: '/',
  runtime: { plain: paths, jspi: paths },
  verdicts: {},
  requests: 0,
  isHelper: false,
  compiling: undefined,
};
const start: Start = {
  device: 'webgpu',
  adapter: null,
  threads: 1,
  runtimeFile: '',
  versions: { transformers: '', onnxruntime: '' },
  verdict: 'webgpu|x',
  selfTest: 'passed',
  textMs: 100,
  timings: { files: 0, session: 0, selfTest: 0 },
};
const patience = READ_SILENCE_MS + READ_SILENCE_TEXTS * start.textMs;

function setUp() {
  const worker = new FakeWorker();
  const errors: ClassifierError[] = [];
  const attempt = new Attempt(worker as unknown as Worker, load, {
    progress: () => undefined,
    requests: () => undefined,
    parts: () => undefined,
    ready: () => undefined,
    answer: () => undefined,
    refused: () => undefined,
    broken: (error) => errors.push(error),
  });
  return { worker, attempt, errors };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a worker that stays silent while it loads is ended and reported', () => {
  const { worker, errors } = setUp();
  vi.advanceTimersByTime(LOAD_SILENCE_MS - 1);
  expect(errors).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(errors[0]?.code).toBe('timeout');
  expect(worker.isTerminated).toBe(true);
});

test('every word of the worker gives it the full time again', () => {
  const { worker, errors } = setUp();
  vi.advanceTimersByTime(LOAD_SILENCE_MS - 1);
  worker.say({ kind: 'progress', loaded: 1, total: 2 });
  vi.advanceTimersByTime(LOAD_SILENCE_MS - 1);
  expect(errors).toEqual([]);
});

test('an idle worker may be silent for ever, a reading one only as long as its device needs', () => {
  const { worker, attempt, errors } = setUp();
  worker.say({ kind: 'ready', start });
  vi.advanceTimersByTime(10 * LOAD_SILENCE_MS);
  attempt.read({ id: 1, text: 'a', want: 'reading' });
  worker.say({ kind: 'answer', id: 1, answer: emptyReading('unsure') });
  vi.advanceTimersByTime(10 * LOAD_SILENCE_MS);
  expect(errors).toEqual([]);
  attempt.read({ id: 2, text: 'b', want: 'reading' });
  vi.advanceTimersByTime(patience - 1);
  worker.say({ kind: 'alive' });
  vi.advanceTimersByTime(patience - 1);
  expect(errors).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(errors[0]?.code).toBe('timeout');
});

test('a script that does not load is an error with a code', () => {
  const { worker, errors } = setUp();
  worker.dispatchEvent(new Event('error', { cancelable: true }));
  expect(errors[0]?.code).toBe('runtime');
  expect(worker.isTerminated).toBe(true);
});
