import { EMOTIONS } from '../shared/emotions';
import type { Explanation } from '../shared/reading';
import { readingJob, type Job, type Reader } from './job';
import type { Span } from './windows';

/** Words left out one at a time; in a longer text neighbours go together, so that a page of text costs no more than this many runs. */
const MAX_RUNS = 200;

/**
 * Which words speak for the label: each is left out in turn, and counts by what the label's score loses (occlusion, Zeiler and Fergus
 * 2014; for words, Li et al. 2016). Where the reading is unsure, the strongest emotion stands for the label.
 */
export function explanationJob(reader: Reader, typed: string): Job<Explanation> {
  const { model, manifest } = reader;
  const { text, spans, rows, finish } = readingJob(reader, typed);
  const weights = rows.map(({ length }) => length - 2);
  const total = weights.reduce((a, b) => a + b, 0);
  const words = spans.map((span) => wordsIn(text, span));
  const together = Math.ceil(words.flat().length / MAX_RUNS);
  const left = words.flatMap((inPart, part) => runs(inPart, together).map((run) => ({ ...run, part })));

  const occluded = left.map(({ start, end, part }) => {
    const span = spans[part] ?? { start, end };
    return model.encode(text.slice(span.start, start) + text.slice(end, span.end)).slice(0, manifest.maxTokens);
  });
  return {
    rows: [...rows, ...occluded],
    finish(probabilities) {
      const reading = finish(probabilities.slice(0, rows.length));
      const emotion = EMOTIONS.indexOf(reading.scores[0]?.label ?? 'joy');
      const weightOf = (part: number, i: number): number => {
        const lost = (probabilities[part]?.[emotion] ?? 0) - (probabilities[rows.length + i]?.[emotion] ?? 0);
        return (lost * (weights[part] ?? 0)) / total;
      };
      return { reading, words: left.map(({ start, end, part }, i) => ({ start, end, weight: weightOf(part, i) })) };
    },
  };
}

/** Neighbours taken together, so many at a time. */
function runs(words: readonly Span[], count: number): Span[] {
  return words.flatMap((first, i) => {
    if (i % count > 0) return [];
    return { start: first.start, end: (words[i + count - 1] ?? words.at(-1) ?? first).end };
  });
}

/** Emoji and marks count: people speak with them. */
function wordsIn(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(/\S+/g), ({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}
