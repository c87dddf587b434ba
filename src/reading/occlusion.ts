import type { Reading } from '../shared/reading';
import type { Reader, ReadingJob } from './job';
import { bare, isStopWord } from './stop-words';
import type { Span } from './sentences';

/** Units that are left out at most, one at a time: in a longer text neighbours are one, so that a page costs no more than this many runs. */
const MOST_UNITS = 200;

/** What is left out as one: every place of a word, or a few neighbours of a long text. */
export type Group = readonly Unit[];

/** A word with the marks around it, or neighbours of a long text. */
export interface Unit extends Span {
  /** What it is left out with; itself alone where it feels nothing and is never left out. */
  readonly group: Group;
}

/** Rows of a text without some of its words, and the readings of what is left, each by the rule that reads the whole text. */
interface Variants {
  readonly rows: readonly (readonly number[])[];
  readonly readings: (probabilities: readonly (readonly number[])[]) => readonly Reading[];
}

/** A text whose words can be left out. */
export class Occlusion {
  readonly units: readonly Unit[];
  /** All that may be left out. Words that hold a sentence together are not, unless there are no others. */
  readonly groups: readonly Group[];
  #reader: Reader;
  #reading: ReadingJob;
  #parts: readonly (readonly number[])[] = [];

  constructor(reader: Reader, reading: ReadingJob) {
    this.#reader = reader;
    this.#reading = reading;
    const words = reading.sentences.map((span) => wordsIn(reading.text, span));
    const together = Math.ceil(words.flat().length / MOST_UNITS);
    const byWord = new Map<string, Unit[]>();
    this.units = words.flatMap((inSentence) =>
      neighbours(inSentence, together).map(({ start, end }) => {
        const word = reading.text.slice(start, end);
        const key = together === 1 ? bare(word) || word : String(start);
        const group = byWord.get(key) ?? [];
        byWord.set(key, group);
        const unit: Unit = { start, end, group };
        group.push(unit);
        return unit;
      }),
    );
    const all = [...byWord.values()];
    const feeling = together === 1 ? all.filter(([unit]) => unit && !isStopWord(reading.text.slice(unit.start, unit.end))) : all;
    this.groups = feeling.length > 0 ? feeling : all;
  }

  /** Take what the model says of the whole text's parts. */
  begin(parts: readonly (readonly number[])[]): Reading {
    this.#parts = parts;
    return this.#reading.finish(parts);
  }

  /** The text once for each of these, with its groups left out; a part that loses nothing is not run again. */
  variants(each: readonly (readonly Group[])[]): Variants {
    const cells = each.map((groups) => {
      const out = groups.flat();
      return this.#reading.spans.flatMap((span, part) => {
        const gone = out.filter(({ start, end }) => start >= span.start && end <= span.end);
        return gone.length > 0 ? [{ part, row: this.#row(span, gone) }] : [];
      });
    });
    return {
      rows: cells.flat().map(({ row }) => row),
      readings: (probabilities) => {
        let next = 0;
        return cells.map((cellsOfOne) => {
          const parts = [...this.#parts];
          const rows = [...this.#reading.rows];
          for (const { part, row } of cellsOfOne) {
            parts[part] = probabilities[next++] ?? [];
            rows[part] = row;
          }
          return this.#reading.finish(parts, { read: rows });
        });
      },
    };
  }

  #row(span: Span, out: readonly Span[]): readonly number[] {
    const gone = out.toSorted((a, b) => a.start - b.start);
    const kept = [...gone, { start: span.end }].map(({ start }, i) =>
      this.#reading.text.slice(gone[i - 1]?.end ?? span.start, start),
    );
    return this.#reading.encode(kept.join('')).slice(0, this.#reader.manifest.maxTokens);
  }
}

/** Neighbours taken together, so many at a time. */
function neighbours(words: readonly Span[], count: number): Span[] {
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
