import { emptyReading, labelOf, rankScores, readingOf, softmax, type Reading } from '../shared/reading';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import type { Manifest } from '../store/manifest';
import type { Model } from './model';
import { isForeignScript, plainText } from './plain-text';
import { cutIntoWindows } from './windows';

/** Read one text: one run of the model, or one for each part of a text that is longer than its window. */
export async function readText(model: Model, { temperature, threshold, maxTokens }: Manifest, typed: string): Promise<Reading> {
  const truncated = typed.length > MAX_TEXT_LENGTH;
  const text = plainText(typed);
  if (text.trim() === '') return emptyReading('blank', truncated);
  if (isForeignScript(text)) return emptyReading('unsupported-language', truncated);

  const probabilities = async (ids: readonly number[]): Promise<number[]> => softmax(await model.logits(ids), temperature);
  const whole = model.encode(text);
  if (whole.length <= maxTokens) return readingOf(await probabilities(whole), threshold, { truncated });

  const spans = cutIntoWindows(text, (part) => model.encode(part).length <= maxTokens);
  const sum: number[] = [];
  let weights = 0;
  const sentences = [];
  for (const { start, end } of spans) {
    const ids = model.encode(text.slice(start, end));
    const part = await probabilities(ids.slice(0, maxTokens));
    const weight = ids.length - 2; // its words, without [CLS] and [SEP]
    part.forEach((p, i) => (sum[i] = (sum[i] ?? 0) + p * weight));
    weights += weight;
    const scores = rankScores(part);
    sentences.push({ start, end, label: labelOf(scores, threshold), scores });
  }
  if (weights === 0) return emptyReading('unsure', truncated);
  return readingOf(
    sum.map((s) => s / weights),
    threshold,
    { truncated, sentences },
  );
}
