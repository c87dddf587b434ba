/**
 * Texts of the lengths that short comments have, the same ones on every machine. They are built from word lists, since a benchmark
 * needs their lengths and their variety, not their truth.
 */

/** What every page reads first. */
export const FIRST_TEXT = "I can't wait to see you again!";

/**
 * Words in each text of a block: the 32 mid-quantiles of a log-normal distribution with median 15 and 60 at the top. Every block
 * holds each length once, so any number of whole blocks has the same mix, and few texts stand for many.
 */
const LENGTHS = [
  4, 5, 6, 7, 7, 8, 9, 9, 10, 11, 11, 12, 13, 13, 14, 15, 15, 16, 17, 18, 19, 20, 21, 22, 24, 26, 28, 30, 33, 37, 44, 60,
] as const;

export const BLOCK = LENGTHS.length;

const lists = {
  who: 'I|we|my sister|the neighbours|my old friend|our teacher|nobody here|the driver|my boss|grandma|the kids|that stranger',
  did: "cried about|laughed at|forgot|can't stop thinking about|loved|was afraid of|got angry over|dreamed of|missed|hated|did not expect",
  what: 'the letter|this ridiculous rule|her kind answer|the last train|the party|an empty house|the results|your message|the storm outside',
  when: 'today|last night|after the long shift|all week|on the way home|before breakfast|again and again|at the station|for no reason',
  felt: 'so happy|really scared|a bit lonely|furious|completely surprised|full of love|heartbroken|calm|embarrassed|grateful|worn out',
  link: 'and|but|because|so|while|although|until|and then',
} as const;

const phrases = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.split('|')])) as Record<
  keyof typeof lists,
  string[]
>;

/** Numbers from 0 to 1, evenly spread, from a seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Tries at a text that there is not yet, before a number makes it one. */
const TRIES = 20;

/** This many texts, all different. The same seed gives the same texts. */
export function makeTexts(count: number, seed: number): string[] {
  const roll = dice(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(roll() * list.length)]!;
  const sentence = (): string => {
    const { who, did, what, when, felt } = phrases;
    return roll() < 0.5
      ? `${pick(who)} ${pick(did)} ${pick(what)} ${pick(when)}`
      : `I feel ${pick(felt)} ${pick(when)} ${pick(phrases.link)} ${pick(who)} ${pick(did)} ${pick(what)}`;
  };
  const textOf = (length: number): string => {
    const words = sentence().split(' ');
    while (words.length < length) words.push(...`${pick(phrases.link)} ${sentence()}`.split(' '));
    return `${words.slice(0, length).join(' ')}${pick(['.', '!', '...', '', '?'])}`;
  };

  const texts = new Set<string>();
  while (texts.size < count) {
    for (const length of shuffled(LENGTHS, roll)) {
      const before = texts.size;
      for (let i = 0; i < TRIES && texts.size === before; i++) texts.add(textOf(length));
      // There are only so many texts of four words.
      if (texts.size === before) texts.add(textOf(length - 1).replace(/\W*$/, ` ${String(before)}`));
    }
  }
  return [...texts].slice(0, count);
}

/** The values in an order of the dice's own (Fisher and Yates). */
function shuffled<T>(values: readonly T[], roll: () => number): T[] {
  const order = [...values];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(roll() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
