import type { ClassifierError, Reading, SentenceReading } from '../../index';
import { megabytes, percent } from '../numbers';
import { problem } from '../words/problem';
import { feeling } from '../words/feelings';
import { capital, fill } from '../words/forms';
import { number, words } from '../words/speech';

/** UTF-16 units that a reading covers. */
const MOST_READ = 10_000;

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
  const said = words().write;
  switch (shown.kind) {
    case 'empty':
      if (missing === null) return '';
      return missing === 0 ? said.ready : fill(said.toDownload, { size: megabytes(missing, 0) });
    case 'loading':
      return shown.loaded === null ? words().oneMoment : fetching(shown.loaded, missing);
    case 'read':
      return ofReading(shown.reading, sentences);
    case 'failed':
      return problem(shown.error);
    default:
      return shown satisfies never;
  }
}

function ofReading({ reason, label, mixed, truncated }: Reading, sentences: readonly SentenceReading[]): string {
  const said = words().write;
  if (reason === 'unsupported-language') return said.foreign;
  if (reason === 'unsure') return sentences.some((sentence) => sentence.label) ? said.unsureWhole : said.unsure;
  if (truncated) return fill(said.cut, { n: number(MOST_READ) });
  if (label && mixed) return capital(fill(said.mixed, { first: feeling(label), second: feeling(mixed) }));
  return said.done;
}

/** What a start does: `loaded` is the part of the model that is here, 0 to 1. */
export function fetching(loaded: number, missing: number | null): string {
  const said = words().write;
  if (loaded >= 1) return said.checking;
  const part = percent(Math.floor(loaded * 100) / 100);
  return missing ? fill(said.downloading, { size: megabytes(missing, 0), part }) : fill(said.downloadingAny, { part });
}
