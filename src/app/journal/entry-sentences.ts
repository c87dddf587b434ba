/** From an entry to the paragraphs that are read, and from their readings to sentences in the entry. */
import type { Reading } from '../../index';
import type { EntrySentence } from './entry';

/** In UTF-16 units. What is read at once must not exceed what the classifier reads of a text, 10,000. */
const LONGEST_PIECE = 8000;

/** The paragraphs of an entry, without the space around them; a huge one in pieces. Each is read by itself, so that an edit costs one paragraph. */
export function paragraphsIn(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { index, 0: paragraph } of text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)) {
    const last = index + paragraph.trimEnd().length;
    for (let start = index; start < last;) {
      const end = last - start > LONGEST_PIECE ? cut(text, start) : last;
      found.push({ start, end });
      start = end + (/\S/.exec(text.slice(end, last))?.index ?? last - end);
    }
  }
  return found;
}

/** Behind the last word that still fits. */
function cut(text: string, start: number): number {
  const space = text.slice(start, start + LONGEST_PIECE).search(/\s\S*$/);
  return start + (space > 0 ? space : LONGEST_PIECE);
}

/** The sentences of a paragraph's reading, at their places in the entry. What the entry only quotes is not the writer's mood. */
export function sentencesOf(reading: Reading, { start, end }: { start: number; end: number }): EntrySentence[] {
  const whole = { start: 0, end: end - start, label: reading.label, scores: reading.scores, quoted: false };
  return (reading.sentences ?? [whole]).map((sentence) => ({
    start: start + sentence.start,
    end: start + sentence.end,
    label: sentence.quoted ? null : sentence.label,
    score: Number((sentence.scores[0]?.score ?? 0).toFixed(4)),
  }));
}
