import { expect, test } from 'vitest';
import { ClassifierError, type CreateOptions, type Reading } from '../engine/index';
import { emptyReading, readingOf } from '../shared/reading';
import { Reader, type Classifier } from './reader';
import type { State } from './state';

const joy = readingOf([0, 1, 0, 0, 0, 0], 0.5, { truncated: false });
const fear = readingOf([0, 0, 0, 0, 1, 0], 0.5, { truncated: false });

/** A promise that the test settles by hand. */
interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

function deferred<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (!settle) throw new Error('A promise calls its executor at once');
  return { promise, ...settle };
}

/** A classifier that answers when the test says so, and ignores aborts, as a slow worker might. */
function setUp() {
  const states: State[] = [];
  const creations: { options: CreateOptions; classifier: Deferred<Classifier> }[] = [];
  const calls = new Map<string, Deferred<Reading>>();
  let destroyed = 0;
  const reader = new Reader(
    (state) => states.push(state),
    (options) => {
      const classifier = deferred<Classifier>();
      creations.push({ options, classifier });
      return classifier.promise;
    },
  );
  const classifier: Classifier = {
    classify: (text) => {
      const call = deferred<Reading>();
      calls.set(text, call);
      return call.promise;
    },
    destroy: () => destroyed++,
  };
  const created = (i = 0) => {
    const creation = creations[i];
    if (!creation) throw new Error(`No classifier ${String(i)} was asked for`);
    return creation;
  };
  const kinds = (): string[] => states.map(({ kind }) => kind);
  return { reader, states, kinds, calls, classifier, created, creations, destroyed: () => destroyed };
}

test('shows the newer text when the older answer arrives last', async () => {
  const { reader, states, calls, classifier, created } = setUp();
  const first = reader.read('what a day', 'auto');
  created().classifier.resolve(classifier);
  await created().classifier.promise;
  const second = reader.read('oh no', 'auto');
  await Promise.resolve();
  calls.get('oh no')?.resolve(fear);
  await second;
  calls.get('what a day')?.resolve(joy);
  await first;
  expect(states.at(-1)).toEqual({ kind: 'read', reading: fear });
  expect(states.filter(({ kind }) => kind === 'read')).toHaveLength(1);
});

test('blank text asks for no classifier', async () => {
  const { reader, states, creations } = setUp();
  await reader.read(' \n', 'auto');
  expect(states).toEqual([{ kind: 'empty' }]);
  expect(creations).toHaveLength(0);
});

test('a download shows as it grows, and an unsure reading says why', async () => {
  const { reader, states, calls, classifier, created } = setUp();
  const reading = reader.read('hm', 'wasm');
  const target = new EventTarget();
  created().options.monitor?.(target);
  target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 0.4 }));
  created().classifier.resolve(classifier);
  await created().classifier.promise;
  await Promise.resolve();
  calls.get('hm')?.resolve(emptyReading('unsure'));
  await reading;
  expect(states).toEqual([
    { kind: 'loading', fraction: null },
    { kind: 'loading', fraction: 0.4 },
    { kind: 'unsure', reading: emptyReading('unsure') },
  ]);
});

test('a slow failure shows, and the next text tries a new classifier', async () => {
  const { reader, states, kinds, calls, classifier, created } = setUp();
  const failing = reader.read('a', 'auto');
  const error = new ClassifierError('network', 'The download broke off.');
  created().classifier.reject(error);
  await failing;
  expect(states.at(-1)).toEqual({ kind: 'failed', error });

  const next = reader.read('b', 'auto');
  created(1).classifier.resolve(classifier);
  await created(1).classifier.promise;
  await Promise.resolve();
  calls.get('b')?.resolve(joy);
  await next;
  expect(kinds()).toEqual(['loading', 'failed', 'loading', 'read']);
});

test('stopping drops what is being read and lets go of the classifier', async () => {
  const { reader, kinds, calls, classifier, created, destroyed } = setUp();
  const reading = reader.read('a', 'auto');
  created().classifier.resolve(classifier);
  await created().classifier.promise;
  reader.stop();
  calls.get('a')?.resolve(joy);
  await reading;
  expect(kinds()).toEqual(['loading']);
  expect(destroyed()).toBe(1);
});

test('another device is another classifier, and the first is let go of', async () => {
  const { reader, creations, classifier, created, destroyed } = setUp();
  void reader.read('a', 'auto');
  created().classifier.resolve(classifier);
  await created().classifier.promise;
  void reader.read('a', 'wasm');
  await Promise.resolve();
  expect(creations.map(({ options }) => options.device)).toEqual(['auto', 'wasm']);
  expect(destroyed()).toBe(1);
});
