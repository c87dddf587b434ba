import type { ClassifierError } from '../shared/errors';
import type { Reading } from '../shared/reading';

/** Everything that a tag can show, one at a time. */
export type State =
  /** Blank text: nothing shows and nothing loads. */
  | { readonly kind: 'empty' }
  /** There is text, but the tag is not within 200 px of the view yet: nothing loads. */
  | { readonly kind: 'waiting' }
  /** The model would be downloaded, and a person is asked first: so many bytes. */
  | { readonly kind: 'offered'; readonly bytes: number }
  /** The model is on its way: the part of the bytes that is here, 0 to 1, or `null` while that is not known. */
  | { readonly kind: 'loading'; readonly fraction: number | null }
  | { readonly kind: 'read'; readonly reading: Reading }
  /** Read, without a label. */
  | { readonly kind: 'unsure'; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly error: ClassifierError };

/** The reading that shows, or `null` while there is none. */
export const readingIn = (state: State): Reading | null =>
  state.kind === 'read' || state.kind === 'unsure' ? state.reading : null;

/** Why the label is what it is, once somebody asks. */
export type ExplanationState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly words: readonly ExplainedWord[] }
  | { readonly kind: 'failed'; readonly error: ClassifierError };

/** One word of an explained text, as it is written there. */
export interface ExplainedWord {
  readonly text: string;
  /** Above 0 where the word speaks for the label, below 0 where it speaks against it. */
  readonly weight: number;
}
