import type { ClassifierError } from '../shared/errors';
import type { Emotion } from '../shared/emotions';
import type { EmotionScore, Reading } from '../shared/reading';

/** Fired with each new reading, after it shows. Not fired for blank text, nor for answers that a newer text has overtaken. */
export class EmotionChangeEvent extends Event {
  static readonly type = 'emotion-change';

  constructor(readonly reading: Reading) {
    super(EmotionChangeEvent.type, { bubbles: true, composed: true });
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

  constructor(readonly error: ClassifierError) {
    super(EmotionErrorEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'emotion-change': EmotionChangeEvent;
    'emotion-error': EmotionErrorEvent;
  }
}
