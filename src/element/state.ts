import type { ClassifierError } from '../shared/errors';
import type { Parts } from '../shared/protocol';
import type { Reading, WordWeight } from '../shared/reading';

/** Everything that a tag can show, one at a time. */
export type State =
  /** Blank text: nothing shows and nothing loads. */
  | { readonly kind: 'empty' }
  /** There is text, but the tag is not within 200 px of the view yet: nothing loads. */
  | { readonly kind: 'waiting' }
  /** A person is asked before the model is downloaded: this many bytes. */
  | { readonly kind: 'offered'; readonly bytes: number }
  /** The model is on its way: the part of the bytes that is here, 0 to 1, or `null` while that is not known. */
  | { readonly kind: 'loading'; readonly fraction: number | null; readonly parts?: Parts | null }
  | { readonly kind: 'read'; readonly reading: Reading; readonly stale?: Stale }
  /** Read, without a label. */
  | { readonly kind: 'unsure'; readonly reading: Reading; readonly stale?: Stale }
  | { readonly kind: 'failed'; readonly error: ClassifierError };

/** A newer text is being read, and has been for a while: what shows is of the text before. */
export interface Stale {
  /** How far that is; `null` while nothing is known of it. */
  readonly parts: Parts | null;
}

/** What is known of a newer text while the reading of the one before shows. */
export const staleIn = (state: State): Stale | null =>
  state.kind === 'read' || state.kind === 'unsure' ? (state.stale ?? null) : null;

/** The reading that shows, or `null` while there is none. */
export const readingIn = (state: State): Reading | null =>
  state.kind === 'read' || state.kind === 'unsure' ? state.reading : null;

/** The names for `:state()`. */
export function namesOf(state: State): string[] {
  const reading = readingIn(state);
  return [state.kind, reading?.label, reading?.mixed && 'mixed', staleIn(state) && 'stale'].filter(
    (name) => typeof name === 'string',
  );
}

/** One word of an explained text, as it is written there. */
export interface ExplainedWord extends WordWeight {
  readonly text: string;
}
