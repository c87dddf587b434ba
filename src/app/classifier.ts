/** The one classifier of the page, for what is read without a tag. */
import { EmotionClassifier } from '../index';

let ready: Promise<void> = Promise.resolve();
let made: Promise<EmotionClassifier> | undefined;

/** Called once, with what to wait for before the model starts: what loads before the service worker answers is missing offline. */
export function whenServed(promise: Promise<void>): void {
  ready = promise;
}

/** Resolves once the model may start. */
export const served = (): Promise<void> => ready;

/** The page's classifier, made when it is first wanted. A failure is not kept: the next call tries again. */
export function classifier(): Promise<EmotionClassifier> {
  made ??= ready
    .then(() => EmotionClassifier.create())
    .catch((error: unknown) => {
      made = undefined;
      throw error;
    });
  return made;
}
