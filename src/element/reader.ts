import type { DevicePreference, Reading } from '../engine/index';
import { ClassifierError } from '../shared/errors';
import type { Admission, Load } from './admission';
import { engine, type Classifier, type Engine } from './engine-source';
import { withSentences } from './sentences';
import { readingIn, type ExplainedWord, type State } from './state';
import { withThreshold } from './threshold';

/** Everything that decides a reading. */
export interface ReadRequest {
  readonly text: string;
  readonly device: DevicePreference;
  readonly load: Load;
  /** Where the model's files stand, as the page wrote it; `null` is the default place. */
  readonly modelBase: string | null;
  /** Instead of the model's own, 0 to 1; `null` keeps that. */
  readonly threshold: number | null;
  /** Whether every sentence is read too, and not only those of a text that is too long to be read at once. */
  readonly isBySentence: boolean;
}

/** Whether two requests ask for the same reading. */
export function isSame(a: ReadRequest, b: ReadRequest): boolean {
  return (Object.keys(a) as (keyof ReadRequest)[]).every((key) => a[key] === b[key]);
}

interface Running {
  readonly device: DevicePreference;
  readonly modelBase: string | null;
  /** A test may put a fake in the place of the real one. */
  readonly engine: Engine;
  readonly classifier: Promise<Classifier>;
}

/** Turns the newest text of one tag into states. A newer text aborts an older one, so answers never show out of order; aborts are silent. */
export class Reader {
  #show: (state: State) => void;
  #admit: (admission: Admission) => Promise<void>;
  #engine: () => Engine;
  #running: Running | undefined;
  #current: AbortController | undefined;
  #shown: State = { kind: 'empty' };
  #isAdmitted = false;
  /** That the last label is of. */
  #text = '';

  constructor(show: (state: State) => void, admit: (admission: Admission) => Promise<void>, from: () => Engine = engine) {
    this.#admit = admit;
    this.#engine = from;
    this.#show = (state) => {
      this.#shown = state;
      show(state);
    };
  }

  /** Read a text instead of whatever was being read, as soon as the tag is admitted. Blank text loads nothing. */
  async read(request: ReadRequest): Promise<void> {
    this.#current?.abort();
    if (request.text.trim() === '') {
      this.#show({ kind: 'empty' });
      return;
    }
    const life = (this.#current = new AbortController());
    const { signal } = life;
    // A label stays up while the next one is worked out, so that nothing flickers while somebody types. Not where a tag was taken out and
    // put back with another text, which may not be read for long.
    const isLabelled = readingIn(this.#shown) && (this.#isAdmitted || request.text === this.#text);
    try {
      if (!this.#isAdmitted) {
        if (!isLabelled) this.#show({ kind: 'waiting' });
        await this.#admit({
          load: request.load,
          signal,
          offer: (bytes) => {
            this.#show({ kind: 'offered', bytes });
          },
          leave: () => {
            if (this.#shown.kind !== 'offered') void this.read(request); // a button stays while somebody may be on it
          },
        });
      }
      signal.throwIfAborted();
      if (!isLabelled) this.#show({ kind: 'loading', fraction: null });
      const classifier = await this.#classifierFor(request);
      signal.throwIfAborted();
      const priority = request.load === 'eager' ? 'background' : 'visible';
      const classify = (text: string): Promise<Reading> => classifier.classify(text, { signal, priority });
      const whole = await classify(request.text);
      const read =
        request.isBySentence && (whole.label !== null || whole.reason === 'unsure')
          ? await withSentences(whole, request.text, classify)
          : whole;
      signal.throwIfAborted();
      this.#isAdmitted = true;
      this.#text = request.text;
      const reading = request.threshold === null ? read : withThreshold(read, request.threshold);
      this.#show({ kind: reading.label === null ? 'unsure' : 'read', reading });
    } catch (error) {
      if (!signal.aborted) this.#show({ kind: 'failed', error: asClassifierError(error) });
    } finally {
      life.abort(); // the watch on the tag's place ends with its reading
    }
  }

  /** Which words of a text that was read make its label, in the text's order. */
  async explain(request: ReadRequest, signal: AbortSignal): Promise<ExplainedWord[]> {
    try {
      const classifier = await this.#classifierFor(request);
      const { words } = await classifier.explain(request.text, { signal });
      return words.map(({ start, end, weight }) => ({ text: request.text.slice(start, end), weight }));
    } catch (error) {
      throw asClassifierError(error);
    }
  }

  /** Drop what is being read and let go of the engine. A later `read` starts again. */
  stop(): void {
    this.#current?.abort();
    this.#isAdmitted = false;
    this.#letGo();
  }

  #classifierFor({ device, modelBase }: ReadRequest): Promise<Classifier> {
    const engine = this.#engine();
    const kept = this.#running;
    if (kept?.device === device && kept.modelBase === modelBase && kept.engine === engine) return kept.classifier;
    this.#letGo();
    const classifier = engine.create({
      device,
      ...(modelBase !== null && { modelBase }),
      monitor: (target) => {
        target.addEventListener('downloadprogress', (event) => {
          this.#showProgress((event as ProgressEvent).loaded);
        });
      },
    });
    const running = (this.#running = { device, modelBase, engine, classifier });
    // A failure is not kept: the next text tries again.
    classifier.catch(() => {
      if (this.#running === running) this.#running = undefined;
    });
    return classifier;
  }

  /** In whole percents: a download tells of every chunk, and a page may have a thousand tags. */
  #showProgress(loaded: number): void {
    const fraction = Math.floor(loaded * 100) / 100;
    if (this.#shown.kind === 'loading' && fraction !== this.#shown.fraction) this.#show({ kind: 'loading', fraction });
  }

  #letGo(): void {
    this.#running?.classifier.then(
      (classifier) => {
        classifier.destroy();
      },
      () => undefined, // shown already, by the read that waited for it
    );
    this.#running = undefined;
  }
}

export function asClassifierError(error: unknown): ClassifierError {
  if (error instanceof ClassifierError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ClassifierError('runtime', `Reading the text failed: ${detail}`, { cause: error });
}
