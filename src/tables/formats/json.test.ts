/** Documents of JSON that are no list of objects. */
import { expect, test } from 'vitest';
import { Account } from '../account';
import { previewOf } from '../columns';
import { withText } from '../row';
import { rowsOf } from '../rows';
import { openSource } from '../source';
import { JsonScanner } from './json-scanner';

const TEXTS = ['I am so glad, really', 'they never "answer"', 'and then\nhe came', 'the meeting is at three'];

async function read(name: string, text: string): Promise<{ format: string; columns: readonly string[]; texts: unknown[] }> {
  const source = await openSource(new File([text], name));
  const account = new Account();
  const { columns, text: column } = await previewOf(source);
  const texts: unknown[] = [];
  for await (const batch of rowsOf(source, account)) {
    for (const row of batch) {
      account[row.kind === 'row' ? 'inRows' : 'inBroken'] += row.lines;
      const read = withText(row, column);
      texts.push(read.kind === 'row' ? read.text : read.why);
    }
  }
  expect(account.accounts.missing).toBe(0);
  return { format: source.format, columns, texts };
}

const lines = (entries: readonly unknown[], end = ''): string => entries.map((entry) => JSON.stringify(entry) + end).join('\n');
const numbered = TEXTS.map((text, id) => ({ id, text }));

test('a list of lists is a table, with or without names above', async () => {
  const cells = TEXTS.map((text, id) => [id, text]);
  expect(await read('a.json', JSON.stringify([['id', 'comment'], ...cells]))).toMatchObject({
    columns: ['id', 'comment'],
    texts: TEXTS,
  });
  expect(await read('a.json', JSON.stringify(cells))).toMatchObject({ columns: ['Column 1', 'Column 2'], texts: TEXTS });
  expect(await read('a.jsonl', lines(cells))).toMatchObject({ format: 'jsonl', texts: TEXTS });
});

test('names that stand beside a list of lists are those of its columns', async () => {
  const cells = TEXTS.map((text, id) => [id, text]);
  for (const document of [
    { columns: ['id', 'text'], index: [0, 1, 2, 3], data: cells }, // pandas, orient="split"
    { result: { rows: cells, cols: [{ name: 'id', type: 'int' }, { name: 'text' }] } },
    { schema: { fields: [{ name: 'id' }, { name: 'text' }] }, data: cells },
  ])
    expect(await read('a.json', JSON.stringify(document))).toMatchObject({ columns: ['id', 'text'], texts: TEXTS });
  // One name for two columns is none.
  expect((await read('a.json', JSON.stringify({ columns: ['text'], data: cells }))).columns).toEqual(['Column 1', 'Column 2']);
});

test('a table by columns is turned, as data frames write it', async () => {
  const id = TEXTS.map((_, i) => i);
  for (const document of [
    { id, text: TEXTS },
    { id: Object.assign({}, id), text: Object.assign({}, TEXTS) },
  ])
    expect(await read('a.json', JSON.stringify(document))).toEqual({ format: 'json', columns: ['id', 'text'], texts: TEXTS });
});

test('the members of an object are rows, with their names', async () => {
  const members = Object.fromEntries(TEXTS.map((text, i) => [`key ${String(i)}`, { text, tags: ['a', 'b', 'c', 'd'] }]));
  for (const document of [members, { comments: members }])
    expect(await read('a.json', JSON.stringify(document, null, 1))).toMatchObject({
      columns: ['key', 'text', 'tags'],
      texts: TEXTS,
    });
});

// fault: files | JSON of a hundred thousand brackets in one another | generated files | a sentence, or the row that has them is told, in linear time | the other rows
test('brackets in brackets cost no time, and no row but their own', async () => {
  const deep = '['.repeat(100_000);
  const scanner = new JsonScanner('none');
  scanner.take(deep).next();
  expect(Math.max(...[...scanner.lists.keys()].map((way) => way.length))).toBeLessThan(300);
  await expect(read('a.json', deep)).rejects.toThrow('a.json is JSON without a list of objects or texts in it.');
  const { texts } = await read('a.json', `[{"text":"so glad","x":${deep}${']'.repeat(100_000)}},\n{"text":"they came"}]`);
  expect(texts).toEqual(['it is not valid JSON', 'they came']);
});

test('lists one after another are one list', async () => {
  const pages = [numbered.slice(0, 2), numbered.slice(2)];
  expect((await read('a.json', lines(pages))).texts).toEqual(TEXTS);
  expect((await read('a.json', pages.map((data) => JSON.stringify({ data, next: 1 }, null, 1)).join('\n'))).texts).toEqual(TEXTS);
});

test('commas at the ends of lines are those of a list, around them or not', async () => {
  expect(await read('a.jsonl', lines(numbered, ','))).toMatchObject({ format: 'jsonl', texts: TEXTS });
  for (const name of ['a.json', 'a.jsonl', 'a.txt'])
    expect(await read(name, `[\n${lines(numbered, ',')}\n]\n`)).toMatchObject({ format: 'json', texts: TEXTS });
});
