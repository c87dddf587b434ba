import { confidenceOf, type Emotion, type Reading, type SentenceReading } from '../../index';
import { feeling } from '../words/feelings';
import { capital, fill } from '../words/forms';
import { words } from '../words/speech';

/** What a text feels, in a sentence: of one sentence how sure the reading is, of several how they go on. */
export function summary(reading: Reading, sentences: readonly SentenceReading[]): string {
  if (sentences.length < 2) return ofOne(reading);
  const said = words().summary;
  const stages = stagesOf(sentences);
  const [first, second, third] = stages;
  if (first === undefined) return ofOne(reading);
  const named = (known: string, none: string, label: Emotion | null): string =>
    label ? fill(known, { feeling: feeling(label) }) : none;
  if (second === undefined) return capital(named(said.throughout, said.throughoutNone, first));
  const begins = named(said.begins, said.beginsNone, first);
  if (third === undefined) return fill(said.ofTwo, { first: begins, second: named(said.thenTurns, said.thenNone, second) });
  return fill(said.ofThree, {
    first: begins,
    second: named(said.turns, said.turnsNone, second),
    third: named(said.ends, said.endsNone, third),
  });
}

function ofOne({ label, mixed, scores }: Reading): string {
  const said = words().summary;
  if (label === null) return said.none;
  if (mixed) return capital(fill(said.both, { first: feeling(label), second: feeling(mixed) }));
  return capital(fill(said[confidenceOf(scores[0]?.score ?? 0)], { feeling: feeling(label) }));
}

/** Up to three stages: the labels as they follow each other where they are so few, else what prevails in each third. */
function stagesOf(sentences: readonly SentenceReading[]): (Emotion | null)[] {
  const labels = sentences.map(({ label }) => label);
  const last = labels.length - 1;
  const all = withoutRepeats(labels);
  const felt = withoutRepeats(labels.filter((label, i) => label !== null || i === 0 || i === last));
  return [all, felt].find(({ length }) => length <= 3) ?? withoutRepeats(thirds(sentences).map(strongestOf));
}

const withoutRepeats = <T>(values: readonly T[]): T[] => values.filter((value, i) => i === 0 || value !== values[i - 1]);

/** Beginning, middle and end: of two sentences the two. */
function thirds(sentences: readonly SentenceReading[]): SentenceReading[][] {
  const stages = Math.min(3, sentences.length);
  return Array.from({ length: stages }, (_, i) =>
    sentences.slice(Math.round((i * sentences.length) / stages), Math.round(((i + 1) * sentences.length) / stages)),
  );
}

/** The emotion that has most of some sentences; `null` where none of them has one. */
function strongestOf(sentences: readonly SentenceReading[]): Emotion | null {
  const sums = new Map<Emotion, number>();
  for (const { label, scores, start, end } of sentences)
    if (label) sums.set(label, (sums.get(label) ?? 0) + (end - start) * (scores[0]?.score ?? 1));
  const [strongest] = [...sums].sort(([, a], [, b]) => b - a);
  return strongest?.[0] ?? null;
}

/** The sentences that say most: of each emotion the clearest first, then others; in the order of the text. */
export function strongestSentences(sentences: readonly SentenceReading[], most = 3): number[] {
  const labelled = sentences
    .map(({ label, scores }, i) => ({ label, score: scores[0]?.score ?? 0, i }))
    .filter(({ label }) => label !== null)
    .sort((a, b) => b.score - a.score);
  const firsts = labelled.filter((one, i) => labelled.findIndex(({ label }) => label === one.label) === i);
  const others = labelled.filter((one) => !firsts.includes(one));
  return [...firsts, ...others]
    .slice(0, most)
    .map(({ i }) => i)
    .sort((a, b) => a - b);
}
