/** The one classifier of the page, for what is read without a tag. */
import { EmotionClassifier } from '../index';
import { chosenModel } from './chosen-model';

let ready: Promise<void> = Promise.resolve();
let made: Promise<EmotionClassifier> | undefined;
const watchers = new Set<(loaded: number) => void>();

/** Called once, with what to wait for before the model starts: what loads before the service worker answers is missing offline. */
export function whenServed(promise: Promise<void>): void {
  ready = promise;
}

/** Resolves once the model may start. */
export const served = (): Promise<void> => ready;

/**
 * The page's classifier, made when it is first wanted. A failure is not kept: the next call tries again.
 * @param onProgress told the part of the model that is here, 0 to 1, while it is made
 */
export async function classifier(onProgress?: (loaded: number) => void): Promise<EmotionClassifier> {
  if (onProgress) watchers.add(onProgress);
  try {
    made ??= ready
      .then(() => EmotionClassifier.create({ model: chosenModel(), monitor }))
      .catch((error: unknown) => {
        made = undefined;
        throw error;
      });
    return await made;
  } finally {
    if (onProgress) watchers.delete(onProgress);
  }
}

function monitor(target: EventTarget): void {
  target.addEventListener('downloadprogress', (event) => {
    for (const watch of watchers) watch((event as ProgressEvent).loaded);
  });
}
