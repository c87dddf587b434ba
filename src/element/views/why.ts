import { html, type TemplateResult } from 'lit';
import { strongWords } from '../../shared/strong-words';
import type { Language } from '../language';
import type { ExplainedWord } from '../state';
import type { Sentence } from './highlight';

/** A longer text is not shown whole: only its sentences that have such words. */
const SHORT = 300;

export type Why = typeof why;

/** The answer to "why?": the words that count, shaded where they stand, and as a list, strongest first. Loaded when a person asks. */
export function why(
  text: string,
  words: readonly ExplainedWord[],
  sentences: readonly Sentence[],
  { words: said }: Language,
): TemplateResult | string {
  const strong = strongWords(words);
  if (strong.length === 0) return said.noWord;
  const byName = new Map(strong.map((word) => [`${word.emotion} ${bare(word.text).toLowerCase()}`, word]));
  const strongest = [...byName.values()].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return html`<span class="shaded" part="shaded" dir="auto">${shaded(text, strong, sentences)}</span
    ><span role="list"
      >${strongest.map(
        ({ text: word, weight, emotion }) =>
          html`<span role="listitem" class="word ${emotion} ${weight > 0 ? 'for' : 'against'}" part="word"
            ><bdi>${bare(word)}</bdi>
            <span class="direction">${(weight > 0 ? said.pointsTo : said.pointsAway)(said.emotions[emotion])}</span></span
          >`,
      )}</span
    >`;
}

function shaded(text: string, words: readonly ExplainedWord[], sentences: readonly Sentence[]): (TemplateResult | string)[] {
  const pieces: (TemplateResult | string)[] = [];
  let done = 0;
  for (const { start, end } of stretches(text, words, sentences)) {
    if (start > done) pieces.push('… ');
    let at = start;
    for (const { start: from, end: to, weight, emotion } of words.filter((word) => word.start >= start && word.end <= end)) {
      const strength = `--strength: ${(Math.abs(weight) * 100).toFixed(0)}%`;
      pieces.push(
        text.slice(at, from),
        html`<mark class="${emotion} ${weight > 0 ? 'for' : 'against'}" .style=${strength}>${text.slice(from, to)}</mark>`,
      );
      at = to;
    }
    pieces.push(text.slice(at, end));
    done = end;
  }
  if (done < text.trimEnd().length) pieces.push(' …');
  return pieces;
}

/** The whole of a short text; of a longer one the sentences that have the words, each with the space behind it. */
function stretches(
  text: string,
  words: readonly ExplainedWord[],
  sentences: readonly Sentence[],
): { start: number; end: number }[] {
  if (text.length <= SHORT) return [{ start: 0, end: text.length }];
  return sentences
    .map(({ start, end }, i) => ({ start, end: sentences[i + 1]?.start ?? end }))
    .filter((sentence) => words.some(({ start }) => start >= sentence.start && start < sentence.end));
}

/** Without the marks around it, if it is more than marks. */
const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || word;
