import type { ClassifierError, Reading, SentenceReading } from '../../index';
import { megabytes, percent } from '../numbers';

/** What the page knows of its text. */
export type Shown =
  | { readonly kind: 'empty' }
  /** `loaded` is the part of the model that is here, 0 to 1; `null` while that is not known. */
  | { readonly kind: 'loading'; readonly loaded: number | null }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly error: ClassifierError };

/**
 * What that means, in a sentence.
 * @param missing bytes of the model that were not on this device when the page opened; `null` while that is not known
 * @param sentences those of the text, which stand below
 */
export function note(shown: Shown, missing: number | null, sentences: readonly SentenceReading[] = []): string {
  switch (shown.kind) {
    case 'empty':
      if (missing === null) return '';
      return missing === 0
        ? 'The model is on this device. It reads with or without a network.'
        : `The model (${megabytes(missing, 0)}) is fetched once, when you first write something.`;
    case 'loading':
      if (shown.loaded === null) return 'One moment…';
      return fetching(shown.loaded, missing);
    case 'read':
      return ofReading(shown.reading, sentences);
    case 'failed':
      return shown.error.message;
    default:
      return shown satisfies never;
  }
}

function ofReading({ reason, label, mixed, truncated }: Reading, sentences: readonly SentenceReading[]): string {
  if (reason === 'unsupported-language') return 'This does not look like English, the one language that the model knows.';
  if (reason === 'unsure' && sentences.some((sentence) => sentence.label))
    return 'No one emotion is strong enough to name the whole text. Its sentences have their own: see below.';
  if (reason === 'unsure')
    return 'No emotion is strong enough to name. Plain facts have none, and some feelings are not among the six.';
  if (truncated) return 'Only the first 10,000 characters were read.';
  if (label && mixed)
    return `${label} and ${mixed} are nearly as strong as each other here. Both may be right.`.replace(/^./, (c) =>
      c.toUpperCase(),
    );
  return 'Read here, in your browser.';
}

/** What a start does: `loaded` is the part of the model that is here, 0 to 1. */
export const fetching = (loaded: number, missing: number | null): string =>
  loaded < 1
    ? `Fetching the model${missing ? ` (${megabytes(missing, 0)})` : ''} and what runs it, this once: ${percent(Math.floor(loaded * 100) / 100)} is here.`
    : 'The model is here and tries itself on sentences with known answers.';
