import type { ClassifierError, Reading } from '../../index';

/** What the page knows of its text. */
export type Shown =
  | { readonly kind: 'empty' }
  /** `loaded` is the part of the model that is here, 0 to 1; `null` while that is not known. */
  | { readonly kind: 'loading'; readonly loaded: number | null }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly error: ClassifierError };

/** What that means, in a sentence. */
export function note(shown: Shown): string {
  switch (shown.kind) {
    case 'empty':
      return 'The model (about 15 MB) is fetched once, when you first write something.';
    case 'loading':
      if (shown.loaded === null) return 'One moment…';
      return shown.loaded < 1
        ? `Fetching the model, this once: ${String(Math.floor(shown.loaded * 100))} % is here.`
        : 'The model is here and starts.';
    case 'read':
      return ofReading(shown.reading);
    case 'failed':
      return shown.error.message;
    default:
      return shown satisfies never;
  }
}

function ofReading({ reason, label, mixed, truncated }: Reading): string {
  if (reason === 'unsupported-language') return 'This does not look like English, the one language that the model knows.';
  if (reason === 'unsure')
    return 'No emotion is strong enough to name. Plain facts have none, and some feelings are not among the six.';
  if (truncated) return 'Only the first 10,000 characters were read.';
  if (label && mixed)
    return `${label} and ${mixed} are nearly as strong as each other here. Both may be right.`.replace(/^./, (c) =>
      c.toUpperCase(),
    );
  return 'Read here, in your browser.';
}
