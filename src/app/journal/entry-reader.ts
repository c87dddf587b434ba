/** Reads entries with the page's own classifier, paragraph by paragraph. */
import type { Priority, Reading } from '../../index';
import { chosenStorage } from '../chosen-model';
import { classifier } from '../classifier';
import type { EntryReading } from './entry';
import { paragraphsIn, sentencesOf } from './entry-sentences';

/** In UTF-16 units. A paste of ten megabytes is kept whole, and would be read for an hour. */
const MOST_READ = 50_000;

/** @throws as `EmotionClassifier.create` and `classify` do; the signal's reason */
export async function readEntry(text: string, signal: AbortSignal, priority: Priority = 'visible'): Promise<EntryReading> {
  const read = text.slice(0, MOST_READ);
  const isCut = read.length < text.length;
  const paragraphs = paragraphsIn(read);
  const model = paragraphs.length > 0 ? await classifier() : null;
  signal.throwIfAborted();
  const readings: Reading[] = [];
  for await (const reading of model?.classifyAll(
    paragraphs.map(({ start, end }) => read.slice(start, end)),
    { signal, priority },
  ) ?? [])
    readings.push(reading);
  const sentences = paragraphs.flatMap((paragraph, i) => (readings[i] ? sentencesOf(readings[i], paragraph) : []));
  const isForeign = readings.length > 0 && readings.every(({ reason }) => reason === 'unsupported-language');
  return { model: await modelInUse(), sentences, isForeign, isCut };
}

let own: Promise<string> | undefined;

/** A name of the page's own model, made of what it consists of. */
export function ownModel(): Promise<string> {
  own ??= chosenStorage()
    .files()
    .then(
      (files) => files.map(({ sha256 }) => sha256.slice(0, 6)).join('-'),
      () => 'unknown',
    );
  return own;
}

/** An older model serves until the page's own has been downloaded: its readings get another name, and are marked from then on. */
async function modelInUse(): Promise<string> {
  const update = await chosenStorage()
    .updateBytes()
    .catch(() => null);
  return update === null ? await ownModel() : 'an older model';
}
