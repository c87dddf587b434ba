import { emptyReading, type Reading } from '../shared/reading';
import type { Answer } from '../shared/protocol';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import type { Manifest } from '../shared/manifest';
import { origin, slice } from './draft';
import { hasEvidence, isUnknown } from './evidence';
import { isForeignScript, type IsForeignLanguage } from './language';
import type { Model } from './model';
import { legible, prepare } from './prepare';
import { quotedIn } from './quotations';
import { cutToFit, sentencesIn, type Span } from './sentences';
import { wholeOf } from './whole';

/** What English puts behind a word that it knows. */
const ENDING = /(?<=\p{L}{3})(?:'?s|ed|ing|ly|er)$/iu;

/** What reads texts: a model, what it was verified with, and what it does not read. */
export interface Reader {
  readonly model: Model;
  /** Not the page's own where an older model serves. */
  readonly manifest: Manifest;
  readonly isForeignLanguage: IsForeignLanguage;
}

/** What the model has to run for one text, and how its probabilities become the answer. */
export interface Job<A extends Answer = Answer> {
  /** Rows of token ids, none longer than the model's window. */
  readonly rows: readonly (readonly number[])[];
  /** The answer, from six probabilities for each row; or what has to be run next, where that depends on them. */
  readonly finish: (probabilities: readonly (readonly number[])[]) => A | Job<A>;
}

export interface ReadingJob extends Job<Reading> {
  /** @param read the rows that were run: others than those above where words were left out of them */
  readonly finish: (probabilities: readonly (readonly number[])[], read?: readonly (readonly number[])[]) => Reading;
  /** The author's text, as far as it is read. */
  readonly text: string;
  /** The stretch of the text that each row reads. */
  readonly spans: readonly Span[];
  /** Token ids of a piece of the text, prepared as the rows are. */
  readonly encode: (piece: string) => number[];
}

/** Read a text: a row for each of its sentences. */
export function readingJob({ model, manifest, isForeignLanguage }: Reader, typed: string): ReadingJob {
  const { threshold, maxTokens } = manifest;
  const truncated = typed.length > MAX_TEXT_LENGTH;
  const text = typed.slice(0, MAX_TEXT_LENGTH);
  const encode = (piece: string): number[] => model.encode(prepare(legible(piece)).text);
  const without = (reason: 'blank' | 'unsure' | 'unsupported-language'): ReadingJob => ({
    text,
    spans: [],
    rows: [],
    encode,
    finish: () => emptyReading(reason, truncated),
  });

  const draft = legible(text);
  if (draft.text.trim() === '') return without('blank');
  const isPiece = (word: string): boolean => model.encode(word).length === 3; // between [CLS] and [SEP]
  const isKnown = (word: string): boolean => isPiece(word) || isPiece(word.replace(ENDING, ''));
  if (isForeignScript(draft.text) || isForeignLanguage(draft.text, isKnown)) return without('unsupported-language');
  if (!hasEvidence(draft)) return without('unsure');

  const rowOf = ({ start, end }: Span): number[] => model.encode(prepare(slice(draft, start, end)).text);
  const parts = sentencesIn(draft.text).flatMap((span) => cutToFit(draft.text, span, (part) => rowOf(part).length <= maxTokens));
  const rows = parts.map((part) => rowOf(part).slice(0, maxTokens));
  const unknown = model.encode('\ufdfa')[1] ?? -1;
  if (
    isUnknown(
      rows.flatMap((row) => row.slice(1, -1)),
      unknown,
    )
  )
    return without('unsure');
  const spans = parts.map(({ start, end }) => origin(draft, start, end));
  const quotations = quotedIn(text);
  const isQuoted = spans.map((span) => quotations.some(({ start, end }) => span.start >= start && span.end <= end));
  const hasOwnWords = isQuoted.includes(false);
  return {
    text,
    spans,
    rows,
    encode,
    finish: (probabilities, read = rows) =>
      wholeOf(
        spans.map((span, i) => ({
          ...span,
          tokens: (read[i]?.length ?? 2) - 2,
          probabilities: probabilities[i] ?? [],
          ...(hasOwnWords && isQuoted[i] && { quoted: true }),
        })),
        threshold,
        truncated,
      ),
  };
}
