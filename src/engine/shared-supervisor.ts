import type { DevicePreference } from '../shared/protocol';
import { runtimeUrls, startWorker } from './assets';
import { Attempt, type AttemptListener } from './attempt';
import { startBegins, startEnds } from './crash-guard';
import { rungsFor, type Rung } from './ladder';
import { Supervisor } from './supervisor';
import { readVerdicts, rememberVerdict } from './verdicts';

interface Shared {
  readonly supervisor: Supervisor;
  users: number;
}

/** One for each device preference and model folder on the page, however many classifiers use it. */
const shared = new Map<string, Shared>();

const keyOf = (device: DevicePreference, modelBase: string): string => `${device} ${modelBase}`;

/** More than one thread needs a cross-origin isolated page. */
const threadCount = (): number => (crossOriginIsolated ? Math.min(4, Math.ceil(navigator.hardwareConcurrency / 2)) : 1);

/** A worker for a rung; what it finds out about devices is remembered, and a start that ends the page is noticed. */
function startAttempt(modelBase: string, rung: Rung, listener: AttemptListener): Attempt {
  startBegins();
  const request = {
    kind: 'load',
    ...rung,
    modelBase,
    runtime: runtimeUrls(),
    verdicts: readVerdicts(),
  } as const;
  return new Attempt(startWorker(), request, {
    ...listener,
    ready(start) {
      startEnds();
      rememberVerdict(start.verdict, start.device);
      listener.ready(start);
    },
    broken(error, verdict) {
      startEnds();
      if (verdict !== undefined) rememberVerdict(verdict, 'wasm');
      listener.broken(error, verdict);
    },
  });
}

/** The page's supervisor for a device and a model folder, with one more user. Each user calls `release` once. */
export function acquire(device: DevicePreference, modelBase: string): Supervisor {
  const key = keyOf(device, modelBase);
  let entry = shared.get(key);
  if (!entry) {
    const start = startAttempt.bind(null, modelBase);
    entry = { supervisor: new Supervisor(rungsFor(device, threadCount()), start), users: 0 };
    shared.set(key, entry);
    if (shared.size === 1) followPage();
  }
  entry.users++;
  return entry.supervisor;
}

/** One user less. The worker of the last one ends for want of work, not at once: tags often leave and come back. */
export function release(device: DevicePreference, modelBase: string): void {
  const entry = shared.get(keyOf(device, modelBase));
  if (!entry) return;
  entry.users--;
  if (entry.users === 0) entry.supervisor.forget();
}

/** Whether a worker on this page is getting the model at this moment. */
export function isLoading(): boolean {
  return [...shared.values()].some(({ supervisor }) => supervisor.state === 'loading');
}

/** A page with a running worker may not enter the back/forward cache, and a frozen one would miss its deadlines. */
function followPage(): void {
  addEventListener('pagehide', ({ persisted }) => {
    startEnds();
    if (persisted)
      shared.forEach(({ supervisor }) => {
        supervisor.pause();
      });
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted)
      shared.forEach(({ supervisor }) => {
        supervisor.resume();
      });
  });
}
