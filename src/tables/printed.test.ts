/** Tables as terminals, statistics programs and data bases print them. */
import { expect, test } from 'vitest';
import { read } from '../../testbed/read-table';

const TEXTS = ['so glad that it came', 'they never answer', 'it is at three in the hall', 'I am scared', 'well, yes and no'];
const lined = (row: (text: string, i: number) => string): string => `${TEXTS.map(row).join('\n')}\n`;
const day = (i: number): string => `2024-03-0${String(i + 1)}`;
const filled = (texts: readonly unknown[]): string[] => texts.map((text) => String(text).trim()).filter((text) => text !== '');

const DRAWN: Readonly<Record<string, string>> = {
  'SAP’s list': `Report of May\n\n-----------------------------\n|Nr   |Date      |Body |\n-----------------------------\n${lined((text, i) => `|${String(i)} |0${String(i + 1)}.03.2024|${text.padEnd(30)}|`)}-----------------------------\n`,
  'a terminal of MySQL': `+----+----+----+\n| id | date | body |\n+----+----+----+\n${lined((text, i) => `|  ${String(i)} | ${day(i)} | ${text} |`)}+----+----+----+\n5 rows in set (0.00 sec)\n`,
  'a terminal of PostgreSQL': ` id |    date    | body\n----+------------+------\n${lined((text, i) => ` ${String(i)} | ${day(i)} | ${text}`)}(5 rows)\n\n`,
  'a page in Markdown': `| id | date | body |\n|---:|:----:|:-----|\n${lined((text, i) => `| ${String(i)} | ${day(i)} | ${text} |`)}`,
};

test.each(Object.entries(DRAWN))('lines that are drawn are no rows: %s', async (_, content) => {
  const { source, texts, text, date, account } = await read('a.txt', content);
  expect([source.format, text.toLowerCase(), date?.toLowerCase()]).toEqual(['csv', 'body', 'date']);
  expect(filled(texts)).toEqual(TEXTS);
  expect(account.aside.blank + account.aside.above).toBeGreaterThan(0);
});

test('a row of dashes in a file of one column is a row', async () => {
  expect((await read('a.csv', `text\n${lined((text) => text)}-----\n`)).rows).toHaveLength(TEXTS.length + 1);
});

test.each(['~', '¦', '::', '\x01', '\x1f'])('cells with %j between them are cells, whatever the file is called', async (mark) => {
  const content = `id|text|when\n${lined((text, i) => `${String(i)}|${text}|${day(i)}`)}`.replaceAll('|', mark);
  for (const name of ['a.csv', 'a.txt', '000000_0'])
    expect(await read(name, content)).toMatchObject({ source: { layout: { separator: mark } }, texts: TEXTS, date: 'when' });
});

test('many short cells with U+0001 between them are no binary data', async () => {
  const { texts } = await read('000000_0', Array.from({ length: 300 }, () => '1\x01ok\x012\x01so glad').join('\n'));
  expect(texts.slice(0, 2)).toEqual(['so glad', 'so glad']);
});

test('R’s tables: blanks between cells, and a name before each row over which there is none', async () => {
  const blanks = `"id" "text" "score"\n${lined((text, i) => `"${String(i + 1)}" ${String(i)} "${text}" ${String(i)}.5`)}`;
  const tabs = `id\ttext\tscore\n${lined((text, i) => `${String(i + 1)}\t${String(i)}\t${text}\t${String(i)}.5`)}`;
  for (const content of [blanks, tabs])
    expect(await read('a.txt', content)).toMatchObject({
      texts: TEXTS,
      text: 'text',
      columns: ['Column 1', 'id', 'text', 'score'],
    });
  expect(
    (
      await read(
        'a.txt',
        lined((text) => `he said "so" and ${text}`),
      )
    ).source.format,
  ).toBe('text');
});

test('names that stand over their columns stay there, also where a note stands beyond the last', async () => {
  const { columns, texts } = await read('a.csv', 'id,text\n1,so glad,a\n2,they came,b\n3,at three,c\n');
  expect([columns, texts]).toEqual([
    ['id', 'text', 'Column 3'],
    ['so glad', 'they came', 'at three'],
  ]);
});

test('files that were put together have their names and marks again, and neither is a row or a text', async () => {
  const one = `\ufeffid,text\n${lined((text, i) => `${String(i)},"${text}"`)}`;
  const { texts, text, account } = await read('a.csv', `\ufeff${one}${one}`);
  expect([text, texts]).toEqual(['text', [...TEXTS, ...TEXTS]]);
  expect(account.aside.heading).toBe(2);
  expect((await read('a.csv', 'so glad,joy\nso glad,joy\nthey lied,anger\n')).rows).toHaveLength(3);
});

test('the mark by which a data base ends a table is no row', async () => {
  const { texts } = await read('a.txt', `${lined((text, i) => `${String(i)}\t${text}\t\\N`)}\\.\n`);
  expect(texts).toEqual(TEXTS);
});

test('of several moments that of an edit, a deadline or a birth is not the one', async () => {
  const rows = lined((text, i) => `2030-01-01,1990-01-01,${day(i)} 10:00,${day(i)} 09:00,"${text}"`);
  expect((await read('a.csv', `due,birthday,updated_at,created_at,text\n${rows}`)).date).toBe('created_at');
  expect((await read('a.csv', `due,birthday,a,b,text\n${rows}`)).date).toBe('a');
  expect((await read('a.csv', 'last_changed,text\n2024-03-01,so glad\n2024-03-02,they came\n')).date).toBe('last_changed');
});

const ALIGNED: Readonly<Record<string, string>> = {
  'SQL Server':
    'id          body                           date      \n----------- ------------------------------ ----------\n' +
    lined((text, i) => `${String(i).padStart(11)} ${text.padEnd(30)} ${day(i)}`) +
    '\n(5 rows affected)\n',
  Oracle:
    '\n        ID BODY                           DATE\n---------- ------------------------------ ----------\n' +
    lined((text, i) => `${String(i).padStart(10)} ${text.padEnd(30)} ${day(i)}`) +
    '\n5 rows selected.\n',
  SQLite: `id  body                        date\n--  --------------------------  ----------\n${lined((text, i) => `${String(i)}   ${text.padEnd(26)}  ${day(i)}`)}`,
  pandas: `   id                        body        date\n${lined((text, i) => `${String(i)}   ${String(i)}  ${text.padStart(26)}  ${day(i)}`)}`,
  'a mainframe': `ID    NAME     DATE        BODY\n${lined((text, i) => `000${String(i)}  DEL RIO  ${day(i)}  ${text}`)}`,
};

test.each(Object.entries(ALIGNED))('columns that blanks align are columns: %s', async (_, content) => {
  const { source, texts, text, date } = await read('a.txt', content);
  expect([source.format, text.toLowerCase(), date?.toLowerCase()]).toEqual(['csv', 'body', 'date']);
  expect(filled(texts)).toEqual(TEXTS);
});

test('verses, letters with wide gaps, and numbered lines are no tables that blanks align', async () => {
  const gaps = lined((text, i) => (i % 2 === 0 ? `${text}   and then` : text));
  for (const content of [lined((text) => `    ${text}`), gaps, lined((text, i) => `${String(i)}.  ${text}`)])
    expect((await read('a.txt', content)).source.format).toBe('text');
});
