import { EMOTIONS } from '../shared/emotions';
import { labelOf, readingOf, type Reading } from '../shared/reading';

/** The reading as another threshold (0 to 1) would have it. What has no label for a better reason keeps none. */
export function withThreshold(reading: Reading, threshold: number): Reading {
  if (reading.reason === 'blank' || reading.reason === 'unsupported-language') return reading;
  const { scores, label, mixed, truncated, sentences, shares } = reading;
  const inModelOrder = EMOTIONS.map((emotion) => scores.find((one) => one.label === emotion)?.score ?? 0);
  return readingOf(inModelOrder, threshold, {
    truncated,
    ...(shares && { shares }),
    ...(sentences && label && mixed && { both: [label, mixed] as const }),
    ...(sentences && { sentences: sentences.map((one) => ({ ...one, label: labelOf(one.scores, threshold) })) }),
  });
}
