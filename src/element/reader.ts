import { ClassifierError, EmotionClassifier, type CreateOptions, type DevicePreference } from '../engine/index';
import type { State } from './state';

/** What a reader needs of a classifier. Tests put a scripted one in its place. */
export type Classifier = Pick<EmotionClassifier, 'classify' | 'destroy'>;
export type CreateClassifier = (options: CreateOptions) => Promise<Classifier>;

interface Engine {
  readonly device: DevicePreference;
  readonly classifier: Promise<Classifier>;
}

/**
 * Turns the newest text into states. A newer text aborts an older one, so that answers never show out of order; an abort is silent.
 */
export class Reader {
  #show: (state: State) => void;
  #create: CreateClassifier;
  #engine: Engine | undefined;
  #current: AbortController | undefined;
  #shown: State['kind'] = 'empty';

  constructor(show: (state: State) => void, create: CreateClassifier = (options) => EmotionClassifier.create(options)) {
    this.#create = create;
    this.#show = (state) => {
      this.#shown = state.kind;
      show(state);
    };
  }

  /** Read a text instead of whatever was being read. Blank text loads nothing. */
  async read(text: string, device: DevicePreference): Promise<void> {
    this.#current?.abort();
    if (text.trim() === '') {
      this.#show({ kind: 'empty' });
      return;
    }
    const { signal } = (this.#current = new AbortController());
    // A label stays up while the next one is worked out, so that nothing flickers while somebody types.
    if (this.#shown === 'empty' || this.#shown === 'failed') this.#show({ kind: 'loading', fraction: null });
    try {
      const classifier = await this.#classifierFor(device);
      const reading = await classifier.classify(text, { signal });
      if (signal.aborted) return;
      this.#show({ kind: reading.label === null ? 'unsure' : 'read', reading });
    } catch (error) {
      if (!signal.aborted) this.#show({ kind: 'failed', error: asClassifierError(error) });
    }
  }

  /** Drop what is being read and let go of the engine. A later `read` starts again. */
  stop(): void {
    this.#current?.abort();
    this.#letGo();
  }

  #classifierFor(device: DevicePreference): Promise<Classifier> {
    if (this.#engine?.device === device) return this.#engine.classifier;
    this.#letGo();
    const classifier = this.#create({
      device,
      monitor: (target) => {
        target.addEventListener('downloadprogress', (event) => {
          if (this.#shown === 'loading') this.#show({ kind: 'loading', fraction: (event as ProgressEvent).loaded });
        });
      },
    });
    const engine = (this.#engine = { device, classifier });
    // A failure is not kept: the next text tries again.
    classifier.catch(() => {
      if (this.#engine === engine) this.#engine = undefined;
    });
    return classifier;
  }

  #letGo(): void {
    this.#engine?.classifier.then(
      (classifier) => {
        classifier.destroy();
      },
      () => undefined, // shown already, by the read that waited for it
    );
    this.#engine = undefined;
  }
}

function asClassifierError(error: unknown): ClassifierError {
  if (error instanceof ClassifierError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ClassifierError('runtime', `Reading the text failed: ${detail}`, { cause: error });
}
