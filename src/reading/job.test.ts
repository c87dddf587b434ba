import { expect, test } from 'vitest';
import type { Reply } from '../shared/protocol';
import type { Manifest } from '../shared/manifest';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import { Desk } from './desk';
import { readingJob, type Reader } from './job';

const [CLS, SEP] = [101, 102];

/** A model of ten tokens a row whose tokens are words. */
const reader: Reader = {
  model: {
    encode: (text) => [CLS, ...text.split(/\s+/).map((word) => word.length), SEP],
    logits: () => Promise.reject(new Error('no job runs the model')),
    dispose: () => Promise.resolve(),
  },
  manifest: { threshold: 0.5, maxTokens: 10 } as unknown as Manifest,
  isForeignLanguage: () => false,
};
const [joy, sadness] = [
  [0, 1, 0, 0, 0, 0],
  [1, 0, 0, 0, 0, 0],
];

test('a text as long as the window is one row', () => {
  const { rows, finish } = readingJob(reader, 'one two three four five six seven eight');
  expect(rows.map(({ length }) => length)).toEqual([10]);
  expect(finish([joy])).toMatchObject({ label: 'joy', truncated: false });
  expect(finish([joy])).not.toHaveProperty('sentences');
});

test('a longer one is read in sentences that weigh by their tokens, each row whole from [CLS] to [SEP]', () => {
  const text = 'I laughed. Then it rained all day and I cried.';
  const { rows, finish } = readingJob(reader, text);
  expect(rows.map((row) => [row.at(0), row.length - 2, row.at(-1)])).toEqual([
    [CLS, 2, SEP],
    [CLS, 8, SEP],
  ]);
  const { label, scores, sentences } = finish([joy, sadness]);
  expect([label, scores[0]?.score, scores[1]?.score]).toEqual(['sadness', expect.closeTo(0.8), expect.closeTo(0.2)]);
  expect(sentences?.map(({ start, end, label: of }) => [text.slice(start, end), of])).toEqual([
    ['I laughed.', 'joy'],
    ['Then it rained all day and I cried.', 'sadness'],
  ]);
});

test('a text past the limit says that it was cut', () => {
  const { spans, finish } = readingJob(reader, 'I am glad. '.repeat(MAX_TEXT_LENGTH));
  expect(spans.at(-1)?.end).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
  expect(finish(spans.map(() => joy))).toMatchObject({ label: 'joy', truncated: true });
});

test.each([
  ['> so sad\n\nCheer up now.', ['> so sad']],
  ['&lt;blockquote&gt;so sad&lt;/blockquote&gt; Cheer up.', ['so sad']],
  ['[quote=Ann]so sad[/quote] Cheer up', ['so sad']],
  ['---------- Forwarded message ----------\nFrom: Bob\n\nso sad', undefined],
  ['> so sad\n> so mad\n---', undefined],
])('of %j somebody else said %j', (text, quoted) => {
  const { spans, rows, finish } = readingJob(reader, text);
  const { sentences = [] } = finish(rows.map(() => joy));
  const found = sentences.filter((one) => one.quoted).map(({ start, end }) => text.slice(start, end));
  expect(spans.length).toBeGreaterThan(1);
  expect(found).toEqual(quoted ?? []);
});

/** How many rows the model ran for each of the texts, one after the other. */
async function runsOf(texts: readonly string[]): Promise<number[]> {
  let runs = 0;
  let answered = (): void => undefined;
  const logits = (rows: readonly (readonly number[])[]): Promise<number[][]> => {
    runs += rows.length;
    return Promise.resolve(rows.map(() => [1, 2, 3, 4, 5, 6]));
  };
  const codes = (text: string): number[] => [CLS, ...Array.from(text, (character) => character.charCodeAt(0)), SEP];
  const ours = { ...reader, manifest: { ...reader.manifest, maxTokens: 400 }, model: { ...reader.model, encode: codes, logits } };
  const desk = new Desk(ours, 'wasm', ({ kind }: Reply) => {
    if (kind === 'answer') answered();
  });
  const counts: number[] = [];
  for (const [id, text] of texts.entries()) {
    runs = 0;
    const answer = new Promise<void>((resolve) => (answered = resolve));
    desk.read({ kind: 'read', id, text, want: 'reading' });
    await answer;
    counts.push(runs);
  }
  return counts;
}

test('a key in a text of 10,000 characters runs the model three times: the sentence, and it with each neighbour', async () => {
  const before = Array.from({ length: 108 }, (_, i) => `This is number ${String(i)} of the many lines in it.`).join(' ');
  const after = Array.from({ length: 108 }, (_, i) => `And there is ${String(i)} of the others which follow it.`).join(' ');
  const typed = ' She is so glad';
  const keys = (written: (part: string) => string): string[] =>
    Array.from(typed, (_, i) => written(typed.slice(0, i + 1))).slice(2);
  const inside = keys((part) => `${before}${part}. ${after}`);
  const atEnd = keys((part) => `${before} ${after}${part}`);
  const within = keys((part) => `${before} You know that${part} is all. ${after}`);
  for (const texts of [inside, atEnd, within]) {
    expect(texts[0]?.length).toBeGreaterThan(9_500);
    const [first = 0, ...rest] = await runsOf(texts);
    expect(first).toBeGreaterThan(300);
    expect(Math.max(...rest)).toBeLessThanOrEqual(3);
    expect(Math.max(...rest)).toBeGreaterThan(1);
  }
  const cut = [`${before} She is glad We are sad. ${after}`, `${before} She is glad. We are sad. ${after}`];
  expect((await runsOf(cut)).at(-1)).toBe(5); // two new sentences, and three pairs that have one of them
});

/** Characters that the tokenizer is handed for a text. */
function workOn(text: string): number {
  let characters = 0;
  const encode = (piece: string): number[] => {
    characters += piece.length;
    return reader.model.encode(piece);
  };
  readingJob({ ...reader, model: { ...reader.model, encode } }, text);
  return characters;
}

test.each([
  ['ampersands', '&amp;'],
  ['half entities', '&#'],
  ['half tags', '<a '],
  ['quotations in each other', '<blockquote>so '],
  ['right-to-left marks', '\u202e\u200fglad '],
  ['lone surrogates', '\ud800 so '],
  ['one word without end', 'abcdefghij'],
  ['short lines', 'so\n'],
  ['quoted lines between own ones', '> so\nso\n'],
  ['commas', 'so, '],
])('four times as many %s are four times the work', (_, piece) => {
  const n = Math.floor(2_400 / piece.length);
  const [once, fourTimes] = [workOn(piece.repeat(n)), workOn(piece.repeat(4 * n))];
  expect(fourTimes).toBeLessThanOrEqual(4 * once * 1.35); // cutting in halves adds a round for each doubling
});

test('ten megabytes are read as far as a text is', () => {
  for (const piece of ['&amp;', '<blockquote>', '\u202e', '\ud800', '> > '])
    expect(readingJob(reader, piece.repeat(1e7 / piece.length)).text).toHaveLength(MAX_TEXT_LENGTH);
});
