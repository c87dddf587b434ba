/** For tests: a reader of one tag, whose engine answers when the test says so. */
import { vi } from 'vitest';
import type { ClassifyOptions, CreateOptions, Priority, Reading } from '../../engine/index';
import { readingOf } from '../../shared/reading';
import type { Admission } from '../admission';
import type { Classifier, Engine } from '../engine-source';
import { Reader, type ReadRequest } from '../reader';
import type { State } from '../state';

export const joy = readingOf([0, 1, 0, 0, 0, 0], 0.5, { truncated: false });
export const fear = readingOf([0, 0, 0, 0, 1, 0], 0.5, { truncated: false });

export const request = (text: string, device: ReadRequest['device'] = 'auto'): ReadRequest => ({
  text,
  device,
  load: 'eager',
  model: null,
  modelBase: null,
  threshold: null,
});

/** A promise that the test settles by hand. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

export function deferred<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (!settle) throw new Error('A promise calls its executor at once');
  return { promise, ...settle };
}

/** A classifier that answers when the test says so, and ignores aborts, as a slow worker might. */
export function setUp(admit: (admission: Admission) => Promise<void> = () => Promise.resolve()) {
  const states: State[] = [];
  const creations: { options: CreateOptions; classifier: Deferred<Classifier> }[] = [];
  const calls = new Map<string, Deferred<Reading>>();
  const priorities = new Map<string, Priority | undefined>();
  const progress = new Map<string, ClassifyOptions['progress']>();
  let destroyed = 0;
  const engine: Engine = {
    create: (options) => {
      const classifier = deferred<Classifier>();
      creations.push({ options, classifier });
      return classifier.promise;
    },
    availability: () => Promise.resolve('available'),
    downloadSize: () => Promise.resolve(1),
  };
  const reader = new Reader(
    (state) => states.push(state),
    admit,
    () => engine,
  );
  const classifier: Classifier = {
    classify: (text, options) => {
      priorities.set(text, options?.priority);
      progress.set(text, options?.progress);
      const call = deferred<Reading>();
      calls.set(text, call);
      return call.promise;
    },
    explain: () => Promise.reject(new Error('no test asks')),
    destroy: () => destroyed++,
  };
  /** The classifier number i, once it was asked for. */
  const created = (i = 0) =>
    vi.waitFor(() => {
      const creation = creations[i];
      if (!creation) throw new Error(`No classifier ${String(i)} was asked for`);
      return creation;
    });
  /** The call for a text, once it was made. */
  const called = (text: string) =>
    vi.waitFor(() => {
      const call = calls.get(text);
      if (!call) throw new Error(`Nobody asked for ${text}`);
      return call;
    });
  const kinds = (): string[] => states.map(({ kind }) => kind);
  return {
    reader,
    engine,
    states,
    kinds,
    called,
    calls,
    priorities,
    progress,
    classifier,
    created,
    creations,
    destroyed: () => destroyed,
  };
}
