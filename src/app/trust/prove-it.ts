/** Shows that no text leaves the device: with the network denied to every script of the page, a fresh worker reads a sentence. */
import { EmotionClassifier, type Device, type Reading } from '../../index';
import { chosenModel } from '../chosen-model';
import { ask } from '../service-worker';
import { problem } from '../words/problem';
import { fill } from '../words/forms';
import type { Saying } from '../words/saying';
import { words } from '../words/speech';

/** How long the service worker may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/** One name for all tabs: two proofs at once would count each other's requests. */
const LOCK = 'emotion-tag-offline';

/** Outside of what the service worker keeps, so that only the network can answer. */
const PROBE = './sw.js';

interface Tally {
  readonly tried: number;
  readonly kept: number;
  readonly denied: number;
}

export type Proof =
  | {
      readonly kind: 'proved';
      readonly reading: Reading;
      readonly device: Device | null;
      /** Whether the network answered right before. */
      readonly wasReachable: boolean;
      /** Requests of the page and its workers while the network was denied, and what became of them. */
      readonly tally: Tally & { readonly network: number };
    }
  /** Why it cannot be shown, and what to do. */
  | { readonly kind: 'unproved'; readonly why: Saying };

const unproved = (why: Saying): Proof => ({ kind: 'unproved', why });

/** Read a text with the network denied. Never rejects: what goes wrong is a reason why nothing is proved. */
export async function proveIt(text: string): Promise<Proof> {
  if (!(navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller) {
    return unproved(() => words().model.noServiceWorker);
  }
  if ((await EmotionClassifier.availability({ model: chosenModel() })) !== 'available') {
    return unproved(() => words().model.notKept);
  }
  try {
    // The service worker denies the network for as long as the lock is held, and so no longer than this takes.
    return await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
      lock ? readDenied(text) : unproved(() => words().model.otherTab),
    );
  } catch (error) {
    return unproved(() => fill(words().model.noStart, { why: problem(error) }));
  }
}

async function readDenied(text: string): Promise<Proof> {
  (await EmotionClassifier.create({ model: chosenModel() })).destroy(); // what a start needs beside the model is kept by one
  const wasReachable = await reachesNetwork();
  if ((await answerTo('deny')) !== true) {
    return unproved(() => words().model.silent);
  }
  if (await reachesNetwork()) return unproved(() => words().model.stillAnswered);
  const classifier = await EmotionClassifier.create({ model: chosenModel(), shared: false });
  try {
    const reading = await classifier.classify(text);
    const tally = (await answerTo('tally')) as Tally | undefined;
    if (!tally) return unproved(() => words().model.restarted);
    const network = tally.tried - tally.kept - tally.denied;
    return { kind: 'proved', reading, device: classifier.device, wasReachable, tally: { ...tally, network } };
  } finally {
    classifier.destroy();
  }
}

const answerTo = (kind: 'deny' | 'tally'): Promise<unknown> =>
  Promise.race([ask({ kind, lock: LOCK }), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);

async function reachesNetwork(): Promise<boolean> {
  try {
    return (await fetch(PROBE, { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
