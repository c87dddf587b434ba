import { emptyReading, labelOf, rankScores, readingOf, type Reading } from '../shared/reading';
import type { Answer } from '../shared/protocol';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import type { Manifest } from '../shared/manifest';
import type { IsForeignLanguage } from './language';
import type { Model } from './model';
import { isForeignScript, plainText } from './plain-text';
import { cutIntoWindows, type Span } from './windows';

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
  readonly finish: (probabilities: readonly (readonly number[])[]) => Reading;
  /** The text as the tokenizer sees it; offsets are those of the author's. */
  readonly text: string;
  /** The stretch of the text that each row reads. */
  readonly spans: readonly Span[];
}

/** Read a text: one row, or one for each part of a text that is longer than the model's window. */
export function readingJob({ model, manifest, isForeignLanguage }: Reader, typed: string): ReadingJob {
  const { threshold, maxTokens } = manifest;
  const truncated = typed.length > MAX_TEXT_LENGTH;
  const text = plainText(typed);
  const without = (reason: 'blank' | 'unsupported-language'): ReadingJob => ({
    text,
    spans: [],
    rows: [],
    finish: () => emptyReading(reason, truncated),
  });
  if (text.trim() === '') return without('blank');
  const isKnown = (word: string): boolean => model.encode(word).length === 3; // between [CLS] and [SEP]
  if (isForeignScript(text) || isForeignLanguage(text, isKnown)) return without('unsupported-language');

  const whole = model.encode(text);
  if (whole.length <= maxTokens) {
    const finish = ([probabilities = []]: readonly (readonly number[])[]): Reading =>
      readingOf(probabilities, threshold, { truncated });
    return { text, spans: [{ start: 0, end: text.length }], rows: [whole], finish };
  }

  const spans = cutIntoWindows(text, (part) => model.encode(part).length <= maxTokens);
  const rows = spans.map(({ start, end }) => model.encode(text.slice(start, end)).slice(0, maxTokens));
  return { text, spans, rows, finish: (parts) => weighted(spans, rows, parts, threshold, truncated) };
}

/** The parts' probabilities, each part counting by its tokens. */
function weighted(
  spans: readonly Span[],
  rows: readonly (readonly number[])[],
  parts: readonly (readonly number[])[],
  threshold: number,
  truncated: boolean,
): Reading {
  const weights = rows.map(({ length }) => length - 2); // without [CLS] and [SEP]
  const total = weights.reduce((a, b) => a + b, 0);
  if (total === 0) return emptyReading('unsure', truncated);
  const mean = (parts[0] ?? []).map((_, emotion) =>
    parts.reduce((sum, part, i) => sum + ((part[emotion] ?? 0) * (weights[i] ?? 0)) / total, 0),
  );
  const sentences = spans.map(({ start, end }, i) => {
    const scores = rankScores(parts[i] ?? []);
    return { start, end, label: labelOf(scores, threshold), scores };
  });
  return readingOf(mean, threshold, { truncated, sentences });
}
