import type { ClassifierError } from '../shared/errors';
import type { Emotion } from '../shared/emotions';
import type { EmotionScore, Reading, WordWeight } from '../shared/reading';

/*
 * Their order for one text: `emotion-progress`, never falling, while the model is on its way; then one of `emotion-change` and
 * `emotion-error`; then `emotion-explain` for each explanation that a person opens. One that fails fires nothing,
 * and once a newer text replaces it, a text fires no more events. All bubble and cross shadow roots.
 */

const CROSSING = { bubbles: true, composed: true } as const;

/** Fired while the model is on its way, for each whole percent that shows. */
export class EmotionProgressEvent extends Event {
  static readonly type = 'emotion-progress';

  constructor(
    /** The part of the model and its runtime that is here, 0 to 1. */
    readonly loaded: number,
  ) {
    super(EmotionProgressEvent.type, CROSSING);
  }
}

/** Fired with each new reading, after it shows. Not fired for blank text, nor for answers that a newer text has overtaken. */
export class EmotionChangeEvent extends Event {
  static readonly type = 'emotion-change';

  constructor(
    /** The whole reading, as `classify` gives it. */
    readonly reading: Reading,
  ) {
    super(EmotionChangeEvent.type, CROSSING);
  }

  /** The strongest emotion, or `null` where the model is not sure enough. */
  get label(): Emotion | null {
    return this.reading.label;
  }

  /** All six, strongest first, summing to 1. */
  get scores(): readonly EmotionScore[] {
    return this.reading.scores;
  }
}

/** Fired when a text could not be read. The author's text stays as it is; a new text tries again. */
export class EmotionErrorEvent extends Event {
  static readonly type = 'emotion-error';

  constructor(
    /** What failed, with a `code` that stays the same, and what to do next. */
    readonly error: ClassifierError,
  ) {
    super(EmotionErrorEvent.type, CROSSING);
  }
}

/** Fired when an explanation shows, and not when one fails. */
export class EmotionExplainEvent extends Event {
  static readonly type = 'emotion-explain';

  constructor(
    /**
     * The words of the text in its order, where they stand, the emotion that a weight is for and the weight, -1 to 1: above 0 the word points
     * to it, below 0 away from it. Past 200, neighbours share an entry.
     */
    readonly words: readonly (WordWeight & { readonly text: string })[],
  ) {
    super(EmotionExplainEvent.type, CROSSING);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'emotion-progress': EmotionProgressEvent;
    'emotion-change': EmotionChangeEvent;
    'emotion-error': EmotionErrorEvent;
    'emotion-explain': EmotionExplainEvent;
  }
}
