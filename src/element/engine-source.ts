import type { Availability, CreateOptions, EmotionClassifier } from '../engine/index';
import { ClassifierError } from '../shared/errors';

/** What a tag needs of a classifier. */
export type Classifier = Pick<EmotionClassifier, 'classify' | 'explain' | 'destroy'>;

/** What a tag needs of the engine. `emotion-tag/testing` puts a fake in its place. */
export interface Engine {
  create(options: CreateOptions): Promise<Classifier>;
  availability(options: Pick<CreateOptions, 'model'>): Promise<Availability>;
  /** Bytes of the model that a first start would download. */
  downloadSize(model: string | null): Promise<number>;
}

/** The engine's code comes when a text is there to be read: a page of blank or unseen tags pays for none of it. */
async function load(): Promise<typeof EmotionClassifier> {
  try {
    return (await import('../engine/index')).EmotionClassifier;
  } catch (error) {
    throw new ClassifierError('network', 'The code of the engine could not be loaded. Try again online.', { cause: error });
  }
}

const real: Engine = {
  create: async (options) => (await load()).create(options),
  availability: async (options) => (await load()).availability(options),
  downloadSize: async (model) => (await load()).storageOf(model).missingBytes(),
};

let current = real;

export const engine = (): Engine => current;

/** Let all tags of the page use another engine from their next text on; without one, the real one again. */
export function replaceEngine(replacement: Engine = real): void {
  current = replacement;
}
