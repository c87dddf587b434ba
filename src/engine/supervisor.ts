import { abortError, type ClassifierError } from '../shared/errors';
import type { Device, DevicePreference, LoadRequest } from '../shared/protocol';
import type { Reading } from '../shared/reading';
import type { Attempt, AttemptListener } from './attempt';

/** What to try, one after the other: the device asked for, then WASM, then WASM with one thread. */
export type Rung = Pick<LoadRequest, 'device' | 'threads'>;

export function rungsFor(device: DevicePreference, threads: number): readonly Rung[] {
  const rungs: Rung[] = [];
  if (device !== 'wasm') rungs.push({ device, threads });
  rungs.push({ device: 'wasm', threads });
  // A fresh worker is worth a try even where there was one thread before: a crash may have been the system's.
  rungs.push({ device: 'wasm', threads: 1 });
  return rungs;
}

type RunningAttempt = Pick<Attempt, 'classify' | 'abort' | 'end'>;

/** Starts a worker for a rung. Tests put a scripted one in its place. */
export type StartAttempt = (rung: Rung, listener: AttemptListener) => RunningAttempt;

interface Waiter<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

type Starter = Waiter<Device>;
type Job = Waiter<Reading> & { readonly text: string };

type State =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'loading'; readonly attempt: RunningAttempt }
  | { readonly kind: 'ready'; readonly attempt: RunningAttempt; readonly device: Device };

/**
 * Keeps one attempt alive and everything that waits for it. When an attempt breaks, the next rung's starts and what waited is asked
 * again; past the last rung all of it is rejected, and the next call starts from the top: no failure is kept.
 */
export class Supervisor {
  #rungs: readonly Rung[];
  #start: StartAttempt;
  #rung = 0;
  #state: State = { kind: 'stopped' };
  #jobs = new Map<number, Job>();
  #starters = new Set<Starter>();
  #nextId = 0;
  #progress = 0;
  #watchers = new Set<(fraction: number) => void>();

  constructor(rungs: readonly Rung[], start: StartAttempt) {
    this.#rungs = rungs;
    this.#start = start;
  }

  /** The device that answers, or `null` until one does. */
  get device(): Device | null {
    return this.#state.kind === 'ready' ? this.#state.device : null;
  }

  /** Be told the part of the model files that is here, 0 to 1, now and as it grows, until the returned function is called. */
  watchProgress(watcher: (fraction: number) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.#progress);
    return () => this.#watchers.delete(watcher);
  }

  /** Resolves with the device once a model is loaded and tested. */
  ready(signal?: AbortSignal): Promise<Device> {
    if (this.#state.kind === 'ready') return Promise.resolve(this.#state.device);
    return abortable(signal, (resolve, reject) => {
      const starter: Starter = { resolve, reject };
      this.#starters.add(starter);
      this.#wake();
      return () => this.#starters.delete(starter);
    });
  }

  /** Read one text. */
  classify(text: string, signal?: AbortSignal): Promise<Reading> {
    return abortable(signal, (resolve, reject) => {
      const id = this.#nextId++;
      this.#jobs.set(id, { text, resolve, reject });
      this.#wake().classify(id, text);
      return () => {
        this.#jobs.delete(id);
        if (this.#state.kind !== 'stopped') this.#state.attempt.abort(id);
      };
    });
  }

  /** Give the worker and its memory back. What waits is rejected with `AbortError`; a later call starts a new worker. */
  stop(): void {
    if (this.#state.kind !== 'stopped') this.#state.attempt.end();
    this.#state = { kind: 'stopped' };
    this.#rejectAll(abortError('The classifier was destroyed.'));
  }

  #wake(): RunningAttempt {
    return this.#state.kind === 'stopped' ? this.#startRung() : this.#state.attempt;
  }

  #startRung(): RunningAttempt {
    const rung = this.#rungs[this.#rung];
    if (!rung) throw new RangeError(`No rung ${String(this.#rung)}`);
    const attempt = this.#start(rung, {
      progress: (loaded, total) => {
        // Never backwards: a second rung finds most files kept.
        this.#progress = Math.max(this.#progress, total > 0 ? loaded / total : 0);
        this.#watchers.forEach((watcher) => {
          watcher(this.#progress);
        });
      },
      ready: (device) => {
        this.#state = { kind: 'ready', attempt, device };
        this.#takeStarters().forEach(({ resolve }) => {
          resolve(device);
        });
      },
      reading: (id, reading) => {
        const job = this.#jobs.get(id);
        this.#jobs.delete(id);
        job?.resolve(reading);
      },
      broken: (error) => {
        this.#recover(error);
      },
    });
    this.#state = { kind: 'loading', attempt };
    return attempt;
  }

  #recover(error: ClassifierError): void {
    this.#state = { kind: 'stopped' };
    // Another device would find the same files missing or wrong.
    const isTheDevice = error.code === 'runtime' || error.code === 'timeout';
    if (!isTheDevice || this.#rung + 1 >= this.#rungs.length) {
      this.#rung = 0;
      this.#rejectAll(error);
      return;
    }
    this.#rung++;
    if (this.#jobs.size === 0 && this.#starters.size === 0) return; // nobody waits: the next call starts it
    const attempt = this.#startRung();
    this.#jobs.forEach(({ text }, id) => {
      attempt.classify(id, text);
    });
  }

  #takeStarters(): Starter[] {
    const starters = [...this.#starters];
    this.#starters.clear();
    return starters;
  }

  #rejectAll(reason: unknown): void {
    const jobs = [...this.#jobs.values()];
    this.#jobs.clear();
    [...this.#takeStarters(), ...jobs].forEach(({ reject }) => {
      reject(reason);
    });
  }
}

/** A promise that the signal can reject with its reason. `begin` returns what to do then. The listener goes with the promise. */
function abortable<T>(
  signal: AbortSignal | undefined,
  begin: (resolve: (value: T) => void, reject: (reason: unknown) => void) => () => void,
): Promise<T> {
  const settled = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const cancel = begin(resolve, reject);
    const onAbort = (): void => {
      cancel();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', onAbort, { once: true, signal: settled.signal });
  }).finally(() => {
    settled.abort();
  });
}
