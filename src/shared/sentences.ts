import type { Reading, SentenceReading } from './reading';

/** The reading of a text with one of each of its sentences, where the engine has not read them by itself. */
export async function withSentences(whole: Reading, text: string, classify: (text: string) => Promise<Reading>): Promise<Reading> {
  if (whole.sentences) return whole;
  const parts = sentencesIn(text);
  if (parts.length < 2) return whole;
  const readings = await Promise.all(parts.map(({ segment }) => classify(segment)));
  const sentences = parts.map(({ index, segment }, i): SentenceReading => {
    const { label = null, scores = [] } = readings[i] ?? {};
    return { start: index, end: index + segment.length, label, scores };
  });
  return { ...whole, sentences };
}

/** The sentences of an English text, without the space between them. */
function sentencesIn(text: string): { index: number; segment: string }[] {
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return Array.from(segments, ({ index, segment }) => ({ index, segment: segment.trimEnd() })).filter(
    ({ segment }) => segment !== '',
  );
}
