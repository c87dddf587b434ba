/** Shows that no text leaves the device: with the network denied to every script of the page, a fresh worker reads a sentence. */
import { EmotionClassifier, type Device, type Reading } from '../../index';
import { chosenModel } from '../chosen-model';
import { ask } from '../service-worker';

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
  | { readonly kind: 'unproved'; readonly why: string };

const unproved = (why: string): Proof => ({ kind: 'unproved', why });

/** Read a text with the network denied. Never rejects: what goes wrong is a reason why nothing is proved. */
export async function proveIt(text: string): Promise<Proof> {
  if (!(navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller) {
    return unproved(
      'No service worker answers for this page, so nothing can deny it the network. Reload the page; private windows and insecure addresses may have none.',
    );
  }
  if ((await EmotionClassifier.availability({ model: chosenModel() })) !== 'available') {
    return unproved('The model is not kept on this device yet. Download it first, then try again.');
  }
  try {
    // The service worker denies the network for as long as the lock is held, and so no longer than this takes.
    return await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
      lock ? readDenied(text) : unproved('Another tab is proving it: try again in a moment.'),
    );
  } catch (error) {
    return unproved(`The model did not start without the network: ${(error as Error).message}`);
  }
}

async function readDenied(text: string): Promise<Proof> {
  (await EmotionClassifier.create({ model: chosenModel() })).destroy(); // what a start needs beside the model is kept by one
  const wasReachable = await reachesNetwork();
  if ((await answerTo('deny')) !== true) {
    return unproved('The service worker did not answer. Close the other tabs of this page, reload, and try again.');
  }
  if (await reachesNetwork()) return unproved('The network still answered, so this proves nothing. Reload the page and try again.');
  const classifier = await EmotionClassifier.create({ model: chosenModel(), shared: false });
  try {
    const reading = await classifier.classify(text);
    const tally = (await answerTo('tally')) as Tally | undefined;
    if (!tally) return unproved('The browser restarted the service worker in between, so this proves nothing. Try again.');
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
