/** No line of any file is lost: two thousand tables that are written well, badly, or by nobody. */
import { expect, test } from 'vitest';
import { Account } from './account';
import type { Row } from './row';
import { rowsOf } from './rows';
import { openSource } from './source';

type Random = (below: number) => number;

/** Mulberry32: the same files each time. */
function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const pick = <T>(random: Random, from: readonly [T, ...T[]]): T => from[random(from.length)] ?? from[0];

const WORDS = ['I', 'am', 'so', 'glad', 'that', 'you', 'came', 'never', 'again', 'the', 'meeting', 'is', 'at', 'three'] as const;

const sentence = (random: Random): string =>
  Array.from({ length: 2 + random(9) }, () => pick(random, WORDS)).join(pick(random, [' ', ' ', ' ', ', ']));

/** What becomes of a file: its rows, and where its lines went. */
async function read(name: string, text: string): Promise<{ rows: Row[]; account: Account }> {
  const account = new Account();
  const rows: Row[] = [];
  for await (const batch of rowsOf(await openSource(new File([text], name)), account)) rows.push(...batch);
  for (const row of rows) account[row.kind === 'row' ? 'inRows' : 'inBroken'] += row.lines;
  return { rows, account };
}

/** Counted as an editor does. */
const linesOf = (text: string): number => text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);

const textsOf = (rows: readonly Row[]): unknown[] => rows.map((row) => (row.kind === 'row' ? row.fields.text : row.why));

interface Table {
  readonly name: string;
  readonly content: string;
  readonly texts: readonly string[];
}

/** @param cellOf how a writer puts a text into a cell of this separator */
function table(
  random: Random,
  separators: readonly [string, ...string[]],
  cellOf: (separator: string) => (text: string) => string,
): Table {
  const separator = pick(random, separators);
  const end = pick(random, ['\n', '\r\n', '\r']);
  const write = cellOf(separator);
  const place = random(3);
  const texts: string[] = [];
  const rows = Array.from({ length: 4 + random(30) }, (_, i) => {
    const text = pick(random, TEXTS)(random, separator, end);
    texts.push(text);
    const others = [String(i), pick(random, ['north', 'south', '12.5', ''])];
    return [...others.slice(0, place), write(text), ...others.slice(place)].join(separator);
  });
  const names = ['id', 'place'];
  const heading = [...names.slice(0, place), 'text', ...names.slice(place)].join(separator);
  const blank = random(4) === 0 ? end : '';
  const content = [heading, ...rows].join(end) + pick(random, ['', end]) + blank;
  return { name: separator === '\t' ? 'a.tsv' : 'a.csv', content, texts };
}

const TEXTS = [
  sentence,
  sentence,
  (random: Random) => `"${sentence(random)}`,
  (random: Random) => `${sentence(random)} 5"`,
  (random: Random) => `"${sentence(random)}" ${sentence(random)}`,
  (random: Random) => `${sentence(random)} "${sentence(random)}"`,
  (random: Random, separator: string) => `${sentence(random)}${separator}${sentence(random)}`,
  (random: Random, _: string, end: string) => `${sentence(random)}${end}${sentence(random)}`,
] as const;

const ofOneLine = (text: string, separator: string): string => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(separator, ' ');

// fault: files | 2,000 files of any marks and line ends | generated, with a seed | each line is in a row or told | every line
test('of 2,000 files no line is lost, whatever marks stand in it and whatever ends it', { timeout: 120_000 }, async () => {
  for (let seed = 0; seed < 2000; seed++) {
    const random = seeded(seed);
    const characters = pick(random, ['"a, \n', '"";b;\r\n', '\t"x\\"\r', '"|,;\t\n\r\\ yz1', 'a,b\n']);
    const length = random(400);
    const chaos = Array.from({ length }, () => characters[random(characters.length)]).join('');
    const { content, name } =
      seed % 2 === 0 ? table(random, [',', ';', '\t', '|'], () => (text) => text) : { name: 'a.csv', content: `id,text\n${chaos}` };
    const at = random(content.length);
    const torn = seed % 4 === 0 ? content.slice(0, at) + '"' + content.slice(at) : content;
    const { rows, account } = await read(name, torn);
    expect(account.accounts, JSON.stringify([seed, torn])).toMatchObject({ lines: linesOf(torn), missing: 0 });
    expect(
      rows.every(({ number }, i) => number > (rows[i - 1]?.number ?? 0)),
      String(seed),
    ).toBe(true);
  }
});

test('a table that is quoted as RFC 4180 says comes back cell by cell', { timeout: 60_000 }, async () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = seeded(seed);
    const isAlways = random(2) === 0;
    const { name, content, texts } = table(
      random,
      [',', ';', '\t', '|'],
      (separator) => (text) =>
        isAlways || text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
    );
    const { rows } = await read(name, content);
    expect(textsOf(rows), JSON.stringify([seed, content])).toEqual(texts);
  }
});

test('a table that no mark quotes comes back cell by cell', { timeout: 60_000 }, async () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = seeded(seed);
    const told: string[] = [];
    const { name, content } = table(random, [';', '\t', '|'], (separator) => (text) => {
      told.push(ofOneLine(text, separator));
      return told.at(-1) ?? '';
    });
    const { rows } = await read(name, content);
    // A text that stands between two marks as a whole may be quoted or not: nobody can tell.
    const bare = (text: unknown): string => String(text).replace(/^"(.*)"$/, '$1');
    expect(textsOf(rows).map(bare), JSON.stringify([seed, content])).toEqual(told.map(bare));
  }
});

test('a table whose marks stand after a backslash comes back cell by cell', { timeout: 60_000 }, async () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = seeded(seed);
    const { name, content, texts } = table(random, [',', ';', '\t'], () => (text) => `"${text.replaceAll('"', '\\"')}"`);
    if (!content.includes('\\"')) continue;
    const { rows } = await read(name, content);
    expect(textsOf(rows), JSON.stringify([seed, content])).toEqual(texts);
  }
});
