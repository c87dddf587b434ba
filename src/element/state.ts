import type { ClassifierError } from '../shared/errors';
import type { Reading } from '../shared/reading';

/** Everything that a tag can show, one at a time. */
export type State =
  /** Blank text: nothing shows and nothing loads. */
  | { readonly kind: 'empty' }
  /** The model is on its way: the part of its bytes that is here, 0 to 1, or `null` while that is not known. */
  | { readonly kind: 'loading'; readonly fraction: number | null }
  | { readonly kind: 'read'; readonly reading: Reading }
  /** Read, without a label. */
  | { readonly kind: 'unsure'; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly error: ClassifierError };
