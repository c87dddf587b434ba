import { expect, test, vi } from 'vitest';
import { ClassifierError } from '../engine/index';
import { emptyReading, readingOf } from '../shared/reading';
import type { Admission } from './admission';
import { Reader } from './reader';
import { deferred, fear, joy, request, setUp, type Deferred } from './testing/scripted-reader';

test('shows the newer text when the older answer arrives last', async () => {
  const { reader, states, called, classifier, created } = setUp();
  const first = reader.read(request('what a day'));
  (await created()).classifier.resolve(classifier);
  const older = await called('what a day');
  const second = reader.read(request('oh no'));
  (await called('oh no')).resolve(fear);
  await second;
  older.resolve(joy);
  await first;
  expect(states.at(-1)).toEqual({ kind: 'read', reading: fear });
  expect(states.filter(({ kind }) => kind === 'read')).toHaveLength(1);
});

test('a tag in view is read before one that only loads at once', async () => {
  const { reader, called, priorities, classifier, created } = setUp();
  void reader.read(request('somewhere below'));
  (await created()).classifier.resolve(classifier);
  await called('somewhere below');
  void reader.read({ ...request('in view'), load: 'visible' });
  await called('in view');
  expect(Object.fromEntries(priorities)).toEqual({ 'somewhere below': 'background', 'in view': 'visible' });
  reader.stop();
});

test('blank text asks for no classifier', async () => {
  const { reader, states, creations } = setUp();
  await reader.read(request(' \n'));
  expect(states).toEqual([{ kind: 'empty' }]);
  expect(creations).toHaveLength(0);
});

test('a download shows as it grows, and an unsure reading says why', async () => {
  const { reader, states, called, classifier, created } = setUp();
  const reading = reader.read(request('hm', 'wasm'));
  const target = new EventTarget();
  (await created()).options.monitor?.(target);
  target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 0.4 }));
  (await created()).classifier.resolve(classifier);
  (await called('hm')).resolve(emptyReading('unsure'));
  await reading;
  expect(states).toEqual([
    { kind: 'waiting' },
    { kind: 'loading', fraction: null },
    { kind: 'loading', fraction: 0.4 },
    { kind: 'unsure', reading: emptyReading('unsure') },
  ]);
});

test('a slow failure shows, and the next text tries a new classifier', async () => {
  const { reader, states, kinds, called, classifier, created } = setUp();
  const failing = reader.read(request('a'));
  const error = new ClassifierError('network', 'The download broke off.');
  (await created()).classifier.reject(error);
  await failing;
  expect(states.at(-1)).toEqual({ kind: 'failed', error });

  const next = reader.read(request('b'));
  (await created(1)).classifier.resolve(classifier);
  (await called('b')).resolve(joy);
  await next;
  expect(kinds()).toEqual(['waiting', 'loading', 'failed', 'waiting', 'loading', 'read']);
});

test('stopping drops what is being read and lets go of the classifier', async () => {
  const { reader, kinds, called, classifier, created, destroyed } = setUp();
  const reading = reader.read(request('a'));
  (await created()).classifier.resolve(classifier);
  const call = await called('a');
  reader.stop();
  call.resolve(joy);
  await reading;
  expect(kinds()).toEqual(['waiting', 'loading']);
  expect(destroyed()).toBe(1);
});

test('another device is another classifier, and the first is let go of', async () => {
  const { reader, creations, classifier, created, called, destroyed } = setUp();
  void reader.read(request('a'));
  (await created()).classifier.resolve(classifier);
  await called('a');
  void reader.read(request('a', 'wasm'));
  await created(1);
  expect(creations.map(({ options }) => options.device)).toEqual(['auto', 'wasm']);
  expect(destroyed()).toBe(1);
});

test('a tag that is not admitted asks for no classifier, and one that leaves waits to be admitted again', async () => {
  const admissions: { admission: Admission; gate: Deferred<undefined> }[] = [];
  const { reader, kinds, creations, called, created, classifier } = setUp((admission) => {
    const gate = deferred<undefined>();
    admissions.push({ admission, gate });
    return gate.promise;
  });
  void reader.read(request('a'));
  expect([kinds(), creations]).toEqual([['waiting'], []]);
  admissions[0]?.gate.resolve(undefined);
  (await created()).classifier.resolve(classifier);
  const call = await called('a');
  admissions[0]?.admission.leave();
  call.resolve(joy);
  await call.promise;
  expect(kinds()).toEqual(['waiting', 'loading', 'waiting']);
  expect(admissions).toHaveLength(2);
});

test('a tag that was taken out shows nothing of its old text where the new one is not seen yet', async () => {
  const unseen = { load: 'visible' } as const;
  const { reader, states, called, created, classifier } = setUp(({ load }) =>
    load === 'eager' ? Promise.resolve() : new Promise(() => undefined),
  );
  const reading = reader.read(request('a'));
  (await created()).classifier.resolve(classifier);
  (await called('a')).resolve(joy);
  await reading;
  reader.stop();
  void reader.read({ ...request('a'), ...unseen });
  expect(states.at(-1)).toMatchObject({ kind: 'read' });
  void reader.read({ ...request('b'), ...unseen });
  expect(states.at(-1)).toEqual({ kind: 'waiting' });
});

test('another engine answers from the next text on', async () => {
  const [one, two] = [setUp(), setUp()];
  let { engine } = one;
  const admitted = (): Promise<void> => Promise.resolve();
  const reader = new Reader(vi.fn(), admitted, () => engine);
  void reader.read(request('a'));
  (await one.created()).classifier.resolve(one.classifier);
  await one.called('a');
  ({ engine } = two);
  void reader.read(request('b'));
  (await two.created()).classifier.resolve(two.classifier);
  await two.called('b');
  expect(one.destroyed()).toBe(1);
});

test('a threshold of the page decides the label instead of the model’s own', async () => {
  const { reader, states, called, created, classifier } = setUp();
  const weak = readingOf([0.3, 0.4, 0.1, 0.1, 0.1, 0], 0.2, { truncated: false });
  const reading = reader.read({ ...request('a'), threshold: 0.5 });
  (await created()).classifier.resolve(classifier);
  (await called('a')).resolve(weak);
  await reading;
  expect(states.at(-1)).toMatchObject({ kind: 'unsure', reading: { label: null, reason: 'unsure', scores: weak.scores } });
});
