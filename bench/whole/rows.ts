/** Texts of several sentences whose label is known, put together from rows of one sentence. */
import { EMOTIONS, type Emotion } from '../../src/shared/emotions';

export interface Row {
  readonly text: string;
  readonly label: Emotion | 'neutral';
}

export interface Composed {
  readonly text: string;
  /** The column of the table. */
  readonly kind: string;
  /** What it should be called: `null` is no label; of two, the first is the label and the second mixed in. */
  readonly labels: readonly [Emotion | null, Emotion?];
}

/** One emotional sentence among so many neutral ones. */
const NEUTRAL = [1, 2, 3, 5, 8, 15];
const EACH = 12;

/** The same texts on every machine. @param seed any whole number */
export function composed(rows: readonly Row[], seed: number): Composed[] {
  const single = rows.filter(({ text }) => /^[^.!?]{20,110}[.!?]$/.test(text));
  const pool = (label: Row['label']): readonly string[] => single.filter((row) => row.label === label).map(({ text }) => text);
  const neutral = pool('neutral');
  const random = randomBy(seed);
  const draw = (from: readonly string[], count: number): string[] => shuffled(from, random).slice(0, count);
  const texts: Composed[] = [];
  for (const emotion of EMOTIONS) {
    for (const count of NEUTRAL) {
      for (let i = 0; i < EACH; i++) {
        const sentences = shuffled([...draw(pool(emotion), 1), ...draw(neutral, count)], random);
        texts.push({ text: sentences.join(' '), kind: `1 among ${String(count)} neutral`, labels: [emotion] });
      }
    }
    for (const other of EMOTIONS.filter((one) => one !== emotion)) {
      for (const [more, fewer] of [
        [1, 1],
        [3, 1],
        [6, 2],
      ] as const) {
        const parts = shuffled([draw(pool(emotion), more), draw(pool(other), fewer)], random);
        const even = more === fewer ? ([emotion, other] as const) : ([emotion] as const);
        texts.push({ text: parts.flat().join(' '), kind: `${String(more)} and ${String(fewer)} of another`, labels: even });
      }
    }
  }
  for (const count of [2, 4, 8, 16])
    for (let i = 0; i < 30; i++)
      texts.push({ text: draw(neutral, count).join(' '), kind: `${String(count)} neutral`, labels: [null] });
  return texts;
}

/** Numbers from 0 to 1 that a seed repeats (Park and Miller 1988). */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
