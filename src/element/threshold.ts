import { labelOf, readingOf, type Reading } from '../shared/reading';
import { EMOTIONS } from '../shared/emotions';

/** The reading as another threshold (0 to 1) would have it. What has no label for a better reason keeps none. */
export function withThreshold(reading: Reading, threshold: number): Reading {
  if (reading.reason === 'blank' || reading.reason === 'unsupported-language') return reading;
  const { scores, truncated, sentences } = reading;
  const inModelOrder = EMOTIONS.map((emotion) => scores.find(({ label }) => label === emotion)?.score ?? 0);
  return readingOf(inModelOrder, threshold, {
    truncated,
    ...(sentences && { sentences: sentences.map((one) => ({ ...one, label: labelOf(one.scores, threshold) })) }),
  });
}
