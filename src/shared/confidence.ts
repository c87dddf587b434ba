/** How sure the model is of an emotion, in a word. */
export type Confidence = 'clear' | 'likely' | 'slight';

/** The same for a score everywhere: in the tag, on the pages and in what is copied. */
export function confidenceOf(score: number): Confidence {
  if (score >= 0.8) return 'clear';
  return score >= 0.6 ? 'likely' : 'slight';
}

/** No model is ever quite sure: more than this is written as more than this. */
export const MOST_CONFIDENT = 0.99;
