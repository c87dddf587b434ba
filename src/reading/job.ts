import { emptyReading, type Reading } from '../shared/reading';
import type { Answer } from '../shared/protocol';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import type { Manifest } from '../shared/manifest';
import { draftOf, origin, slice } from './draft';
import { readEntities } from './entities';
import { hasEvidence, isUnknown } from './evidence';
import { isForeignScript, type IsForeignLanguage } from './language';
import type { Model } from './model';
import { legible, prepare } from './prepare';
import { quotedIn } from './quotations';
import { areWithin, cutToFit, sentencesIn, type Span } from './sentences';
import { wholeOf, type WholeRule } from './whole';

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
  /** How many parts of the text they read, as a person counts; by default one each. */
  readonly parts?: number;
  /** The answer, from six probabilities for each row; or what has to be run next, where that depends on them. */
  readonly finish: (probabilities: readonly (readonly number[])[]) => A | Job<A>;
}

/** What a reading may differ in from that of the text as it stands. */
interface Otherwise {
  /** The rows that were run, where words were left out of them. */
  readonly read?: readonly (readonly number[])[];
  readonly rule?: WholeRule;
}

export interface ReadingJob extends Job<Reading> {
  readonly finish: (probabilities: readonly (readonly number[])[], otherwise?: Otherwise) => Reading;
  /** The author's text, as far as it is read. */
  readonly text: string;
  /** Its sentences; pieces of what is longer than the model's window. */
  readonly sentences: readonly Span[];
  /** The stretch of the text that each row reads: first the sentences one by one, then each with the one before it. */
  readonly spans: readonly Span[];
  /** Token ids of a piece of the text, prepared as the rows are. */
  readonly encode: (piece: string) => number[];
}

/** Read a text: a row for each of its sentences, and one for each two neighbours that fit into a row. */
export function readingJob({ model, manifest, isForeignLanguage }: Reader, typed: string): ReadingJob {
  const { threshold, maxTokens } = manifest;
  const truncated = typed.length > MAX_TEXT_LENGTH;
  const text = typed.slice(0, MAX_TEXT_LENGTH);
  const encode = (piece: string): number[] => model.encode(prepare(legible(piece)).text);
  const without = (reason: 'blank' | 'unsure' | 'unsupported-language'): ReadingJob => ({
    text,
    sentences: [],
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
  const alone = parts.map((part) => rowOf(part).slice(0, maxTokens));
  const unknown = model.encode('\ufdfa')[1] ?? -1;
  if (
    isUnknown(
      alone.flatMap((row) => row.slice(1, -1)),
      unknown,
    )
  )
    return without('unsure');
  const spanOf = ({ start, end }: Span): Span => origin(draft, start, end);
  const sentences = parts.map(spanOf);
  const marked = readEntities(draftOf(text));
  const isQuoted = areWithin(
    sentences,
    quotedIn(marked.text).map(({ start, end }) => origin(marked, start, end)),
  );
  const hasOwnWords = parts.some(({ start, end }, i) => !isQuoted[i] && hasEvidence(slice(draft, start, end)));
  const pairs = parts.flatMap((second, i) => {
    const first = parts[i - 1];
    if (!first || (hasOwnWords && (isQuoted[i] || isQuoted[i - 1]))) return [];
    const span = { start: first.start, end: second.end };
    const row = rowOf(span);
    return row.length > maxTokens ? [] : [{ second: i, span: spanOf(span), row }];
  });
  const rows = [...alone, ...pairs.map(({ row }) => row)];
  /** For each sentence, which rows read it together with a neighbour. */
  const together = parts.map((): number[] => []);
  for (const [i, { second }] of pairs.entries())
    for (const sentence of [second - 1, second]) together[sentence]?.push(alone.length + i);
  return {
    text,
    sentences,
    spans: [...sentences, ...pairs.map(({ span }) => span)],
    rows,
    parts: sentences.length,
    encode,
    finish: (probabilities, { read = rows, rule } = {}) =>
      wholeOf(
        sentences.map((span, i) => ({
          ...span,
          tokens: (read[i]?.length ?? 2) - 2,
          probabilities: probabilities[i] ?? [],
          together: together[i]?.map((row) => probabilities[row] ?? []) ?? [],
          ...(hasOwnWords && isQuoted[i] && { quoted: true }),
        })),
        threshold,
        truncated,
        rule,
      ),
  };
}
