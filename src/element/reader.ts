import type { DevicePreference, Reading } from '../engine/index';
import { bakedFor } from '../shared/baked';
import { ClassifierError } from '../shared/errors';
import type { Admission, Load } from './admission';
import { engine, type Classifier, type Engine } from './engine-source';
import type { Parts } from '../shared/protocol';
import { readingIn, staleIn, type ExplainedWord, type State } from './state';
import { withThreshold } from './threshold';

/** Everything that decides a reading. */
export interface ReadRequest {
  readonly text: string;
  readonly device: DevicePreference;
  readonly load: Load;
  /** The model's name, as the page wrote it; `null` and an empty one are the default. */
  readonly model: string | null;
  /** Where the model's files stand, as the page wrote it; `null` is the default place. */
  readonly modelBase: string | null;
  /** Instead of the model's own, 0 to 1; `null` keeps that. */
  readonly threshold: number | null;
  /** What a build has written into the tag: where it is of this text, nothing is loaded. */
  readonly baked?: string | null;
}

/** Whether two requests ask for the same reading. */
export function isSame(a: ReadRequest, b: ReadRequest): boolean {
  return (Object.keys(a) as (keyof ReadRequest)[]).every((key) => a[key] === b[key]);
}

interface Running {
  /** What was chosen for it. */
  readonly key: string;
  /** A test may put a fake in the place of the real one. */
  readonly engine: Engine;
  readonly classifier: Promise<Classifier>;
}

/** A label that a newer text has made untrue stays up for so long, in milliseconds, so that nothing flickers while somebody types. */
const GRACE_MS = 300;

/** Turns the newest text of one tag into states. A newer text aborts an older one, so answers never show out of order; aborts are silent. */
export class Reader {
  #show: (state: State) => void;
  #admit: (admission: Admission) => Promise<void>;
  #engine: () => Engine;
  #running: Running | undefined;
  #current: AbortController | undefined;
  #shown: State = { kind: 'empty' };
  #isAdmitted = false;
  /** Runs while what shows is of an older text. */
  #grace: ReturnType<typeof setTimeout> | undefined;
  #parts: Parts | null = null;
  /** That the last label is of. */
  #text = '';

  constructor(show: (state: State) => void, admit: (admission: Admission) => Promise<void>, from: () => Engine = engine) {
    this.#admit = admit;
    this.#engine = from;
    this.#show = (state) => {
      if (!staleIn(state)) {
        clearTimeout(this.#grace);
        this.#grace = undefined;
      }
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
    const baked = bakedFor(request.text, request.baked ?? null);
    if (baked) {
      this.#showReading(request, baked.reading);
      return;
    }
    this.#parts = null;
    const life = (this.#current = new AbortController());
    const { signal } = life;
    // Not where a tag was taken out and put back with another text, which may not be read for long.
    const isLabelled = readingIn(this.#shown) && (this.#isAdmitted || request.text === this.#text);
    if (isLabelled && request.text !== this.#text) this.outdate();
    try {
      if (!this.#isAdmitted) {
        if (!isLabelled) this.#show({ kind: 'waiting' });
        await this.#admit({
          load: request.load,
          model: request.model,
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
      const progress = (parts: Parts): void => {
        if (!signal.aborted) this.#showParts(parts);
      };
      const read = await classifier.classify(request.text, { signal, priority, progress });
      signal.throwIfAborted();
      this.#isAdmitted = true;
      this.#showReading(request, read);
    } catch (error) {
      if (!signal.aborted) this.#show({ kind: 'failed', error: asClassifierError(error) });
    } finally {
      life.abort(); // the watch on the tag's place ends with its reading
    }
  }

  #showReading({ text, threshold }: ReadRequest, read: Reading): void {
    this.#text = text;
    const reading = threshold === null ? read : withThreshold(read, threshold);
    this.#show({ kind: reading.label === null ? 'unsure' : 'read', reading });
  }

  /** The text has changed since it was read: where that takes a moment, what shows says so. */
  outdate = (): void => {
    if (!readingIn(this.#shown)) return;
    this.#grace ??= setTimeout(() => {
      this.#showStale();
    }, GRACE_MS);
  };

  /** The text is again the one that was read. */
  settle(): void {
    if (this.#current && !this.#current.signal.aborted) return; // it is being read, and will be shown
    clearTimeout(this.#grace);
    this.#grace = undefined;
    const shown = this.#shown;
    if (staleIn(shown) && (shown.kind === 'read' || shown.kind === 'unsure'))
      this.#show({ kind: shown.kind, reading: shown.reading });
  }

  /** Which words of a text that was read make its label, in the text's order. */
  async explain(request: ReadRequest, signal: AbortSignal): Promise<ExplainedWord[]> {
    try {
      const classifier = await this.#classifierFor(request);
      const { words } = await classifier.explain(request.text, { signal });
      return words.map((word) => ({ ...word, text: request.text.slice(word.start, word.end) }));
    } catch (error) {
      throw asClassifierError(error);
    }
  }

  /** Drop what is being read and let go of the engine. A later `read` starts again. */
  stop(): void {
    this.#current?.abort();
    clearTimeout(this.#grace);
    this.#grace = undefined;
    this.#isAdmitted = false;
    this.#letGo();
  }

  #classifierFor({ device, model, modelBase }: ReadRequest): Promise<Classifier> {
    const engine = this.#engine();
    const kept = this.#running;
    const key = [device, model, modelBase].join('\n');
    if (kept?.key === key && kept.engine === engine) return kept.classifier;
    this.#letGo();
    const classifier = engine.create({
      device,
      model,
      modelBase,
      monitor: (target) => {
        target.addEventListener('downloadprogress', (event) => {
          this.#showProgress((event as ProgressEvent).loaded);
        });
      },
    });
    const running = (this.#running = { key, engine, classifier });
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

  #showParts(parts: Parts): void {
    this.#parts = parts;
    if (this.#shown.kind === 'loading') this.#show({ ...this.#shown, parts });
    else if (staleIn(this.#shown)) this.#showStale();
  }

  #showStale(): void {
    const shown = this.#shown;
    if (shown.kind === 'read' || shown.kind === 'unsure') this.#show({ ...shown, stale: { parts: this.#parts } });
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
