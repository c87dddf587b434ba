/** Reads entries with the page's own classifier, sentence by sentence. */
import { EmotionClassifier, type Priority } from '../../index';
import { classifier } from '../classifier';
import type { EntryReading, EntrySentence } from './entry';

/** In UTF-16 units. A paste of ten megabytes is kept whole, and would be read for an hour. */
const MOST_READ = 50_000;

/** Where the sentences of an English text stand, without the space around them. */
export function sentencesIn(text: string): { start: number; end: number }[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text), ({ index, segment }) => ({
    start: index + segment.length - segment.trimStart().length,
    end: index + segment.trimEnd().length,
  })).filter(({ start, end }) => start < end);
}

/** @throws as `EmotionClassifier.create` and `classify` do; the signal's reason */
export async function readEntry(text: string, signal: AbortSignal, priority: Priority = 'visible'): Promise<EntryReading> {
  const read = text.slice(0, MOST_READ);
  const isCut = read.length < text.length;
  const spans = sentencesIn(read);
  const model = spans.length > 0 ? await classifier() : null;
  signal.throwIfAborted();
  const sentences: EntrySentence[] = [];
  let isForeign = model !== null;
  for await (const reading of model?.classifyAll(
    spans.map(({ start, end }) => read.slice(start, end)),
    { signal, priority },
  ) ?? []) {
    const span = spans[sentences.length];
    if (!span) break;
    isForeign &&= reading.reason === 'unsupported-language';
    sentences.push({ ...span, label: reading.label, score: Number((reading.scores[0]?.score ?? 0).toFixed(4)) });
  }
  return { model: await modelInUse(), sentences, isForeign, isCut };
}

let own: Promise<string> | undefined;

/** A name of the page's own model, made of what it consists of. */
export function ownModel(): Promise<string> {
  own ??= EmotionClassifier.storage.files().then(
    (files) => files.map(({ sha256 }) => sha256.slice(0, 6)).join('-'),
    () => 'unknown',
  );
  return own;
}

/** An older model serves until the page's own has been downloaded: its readings get another name, and are marked from then on. */
async function modelInUse(): Promise<string> {
  const update = await EmotionClassifier.storage.updateBytes().catch(() => null);
  return update === null ? await ownModel() : 'an older model';
}
