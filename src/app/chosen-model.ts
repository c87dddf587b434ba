/** Which model this page reads with: the one that somebody has chosen on this device, else the build's default. */
import { EmotionClassifier } from '../index';
import { Failure } from './words/saying';
import { words } from './words/speech';

const KEY = 'emotion-tag-model';

/** None in a build without models: whoever reads then hears why. */
export function chosenModel(): string | undefined {
  const { models } = EmotionClassifier;
  return models.find((name) => name === kept()) ?? models[0];
}

/** Read with another model from the next page on. Texts that are being read go on with the one they began with. */
export function chooseModel(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    throw new Failure(() => words().model.notRemembered);
  }
  location.reload();
}

/** What this browser keeps of it. */
export const chosenStorage = (): typeof EmotionClassifier.storage => EmotionClassifier.storageOf(chosenModel());

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
