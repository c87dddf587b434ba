import { expect, test } from 'vitest';
import { withText, type Row } from '../row';
import { rowsOf } from '../rows';
import type { Source } from '../layout';
import { openSource } from '../source';

const file = (name: string, ...parts: BlobPart[]): File => new File(parts, name);

async function read(source: Source): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of rowsOf(source)) rows.push(...batch);
  return rows;
}

const rowsIn = async (name: string, ...parts: BlobPart[]): Promise<Row[]> => read(await openSource(file(name, ...parts)));

test('cells may hold commas, quotation marks and line ends', async () => {
  expect(await rowsIn('a.csv', 'id,text\n1,"a, ""b""\nand c"\n2,d\n')).toMatchObject([
    { kind: 'row', number: 2, fields: { id: '1', text: 'a, "b"\nand c' } },
    { kind: 'row', number: 3, fields: { id: '2', text: 'd' } },
  ]);
});

test.each([';', '\t', '|', '^', '::'])('cells separated by %j are found out', async (mark) => {
  const [row] = await rowsIn('a.csv', `id${mark}text\n1${mark}so happy, really\n2${mark}b\n`);
  expect(row).toMatchObject({ kind: 'row', number: 2, fields: { id: '1', text: 'so happy, really' } });
});

test('a file of one column may have commas in its texts', async () => {
  expect(await rowsIn('a.csv', 'text\nwell, yes\nno\n')).toMatchObject([
    { fields: { text: 'well, yes' } },
    { fields: { text: 'no' } },
  ]);
});

test('cells that are missing at the end are empty, and empty ones beyond the last column are nothing', async () => {
  expect(await rowsIn('a.csv', 'id,text,note\n1,a\n2,b,c,,\n3\n4,d,,\n')).toMatchObject([
    { kind: 'row', number: 2, fields: { id: '1', text: 'a', note: '' } },
    { kind: 'row', number: 3, fields: { id: '2', text: 'b', note: 'c' } },
    { kind: 'row', number: 4, fields: { id: '3', text: '', note: '' } },
    { kind: 'row', number: 5, fields: { id: '4', text: 'd', note: '' } },
  ]);
});

test('text beyond the last column belongs to it where it is the text; where another is, the row is told', async () => {
  const [row] = await rowsIn('a.csv', 'id,note,text\n1,a,well, yes\n2,b,no\n3,c,oh\n');
  expect(row && withText(row, 'text')).toMatchObject({ kind: 'row', text: 'well, yes' });
  const [other] = await rowsIn('a.csv', 'id,note,text\n1,a,well,yes\n2,b,no\n3,c,so\n');
  expect(other && withText(other, 'note')).toMatchObject({ kind: 'broken', why: 'it has 4 cells, and there are 3 columns' });
});

/** The number of each row with what was read of it. */
const told = (rows: readonly Row[]): unknown[] =>
  rows.map((row) => [row.number, row.kind === 'row' ? Object.values(row.fields).at(-1) : 'broken']);

test('a quotation mark that opens or closes nothing is read as it stands, in its own row alone', async () => {
  const rows = await rowsIn(
    'a.csv',
    'id,text\n1,I am glad\n2,"Hi" he said\n3,I am scared\n4,"I am angry\n5,fine\n6,"o ""k"""\n7,"a\nb"',
  );
  expect(told(rows)).toEqual([
    [2, 'I am glad'],
    [3, '"Hi" he said'],
    [4, 'I am scared'],
    [5, '"I am angry'],
    [6, 'fine'],
    [7, 'o "k"'],
    [8, 'a\nb'],
  ]);
  expect(told(await rowsIn('a.csv', 'id,text\n1,a\n2,"b\n3,c\n'))).toEqual([
    [2, 'a'],
    [3, '"b'],
    [4, 'c'],
  ]);
});

test('a bad quotation mark in the first row costs neither the names of the columns nor a row below', async () => {
  expect(await rowsIn('a.csv', 'id,"te"xt\n1,a\n')).toMatchObject([{ number: 2, fields: { id: '1', '"te"xt': 'a' } }]);
  expect(told(await rowsIn('a.csv', '1,"a" b\n2,c\n'))).toEqual([
    [1, '"a" b'],
    [2, 'c'],
  ]);
});

test('far from the start of a file that quotes nothing, marks of two titles join none of the rows between', async () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `${String(i)}\ttitle ${String(i)}\tand, so on`);
  lines[10_000] = '10000\t"Broken\tand so on';
  lines[10_140] = '10140\tabout 5"\tand so on';
  const rows = await rowsIn('a.tsv', `id\ttitle\ttext\n${lines.join('\n')}\n`);
  expect(rows).toHaveLength(20_000);
  expect(rows[10_000]).toMatchObject({ fields: { title: '"Broken' }, isStray: true });
});

test('marks after a backslash are marks, also in cells of many lines', async () => {
  expect(told(await rowsIn('a.csv', 'id,text\n1,"He said \\"never\nagain\\""\n2,"so, \\"well\\""\n3,"C:\\\\"\n'))).toEqual([
    [2, 'He said "never\nagain"'],
    [3, 'so, "well"'],
    [4, 'C:\\'],
  ]);
});

test.each(['a.csv', 'a.txt'])('apostrophes quote where nearly every row has them around a cell: %s', async (name) => {
  const rows = ["1,'It''s \"so\" good, really','Mon'", "2,'I don\\'t, no',''", "3,'so\nwhat','Tue'"];
  const source = await openSource(file(name, `id,text,day\n${rows.join('\n')}\n`));
  expect(source).toMatchObject({ format: 'csv', layout: { quotes: 'single' } });
  expect(await read(source)).toMatchObject([
    { number: 2, fields: { id: '1', text: 'It\'s "so" good, really', day: 'Mon' } },
    { number: 3, fields: { id: '2', text: "I don't, no", day: '' } },
    { number: 4, lines: 2, fields: { id: '3', text: 'so\nwhat', day: 'Tue' } },
  ]);
});

test('an apostrophe that begins a text here and there quotes nothing', async () => {
  const source = await openSource(file('a.csv', "id,text\n1,'tis good\n2,rock 'n' roll\n3,'so', he said\n4,no\n"));
  expect(source.layout.quotes).toBe('doubled');
  expect(await read(source)).toMatchObject([{ fields: { text: "'tis good" } }, {}, { fields: { text: "'so', he said" } }, {}]);
});

test('of thirty thousand rows two bad quotation marks cost none, wherever the file is cut into pieces', async () => {
  const lines = Array.from({ length: 30_000 }, (_, i) =>
    i % 3 === 0 ? `${String(i)},"so, ""well"" ${String(i)}"` : `${String(i)},text ${String(i)}`,
  );
  lines[14_999] = '14999,"not closed';
  lines[25_000] = '25000,"closed" too early';
  for (const end of ['\n', '\r\n', '\r']) {
    const rows = told(await rowsIn('a.csv', `id,text${end}${lines.join(end)}`));
    expect(rows).toEqual(
      lines.map((_, i) => [
        i + 2,
        i === 14_999
          ? '"not closed'
          : i === 25_000
            ? '"closed" too early'
            : i % 3 === 0
              ? `so, "well" ${String(i)}`
              : `text ${String(i)}`,
      ]),
    );
  }
});

// fault: files | a CSV of quotation marks that only open | a generated file | each line is a row, in linear time | every line
test('quotation marks that only open cost no row and no time', async () => {
  const rows = await rowsIn('a.csv', 'id,text\n', '1,"well\n'.repeat(100_000));
  expect(rows).toHaveLength(100_000);
  expect(rows.every((row) => row.kind === 'row' && row.fields.text === '"well')).toBe(true);
});

test('columns of one name stay apart, and one without a name has that of its place', async () => {
  const [row] = await rowsIn('a.csv', 'text,text,,__proto__\na,b,c,d\n');
  expect(Object.entries((row as { fields: object }).fields)).toEqual([
    ['text', 'a'],
    ['text (2)', 'b'],
    ['Column 3', 'c'],
    ['__proto__', 'd'],
  ]);
});

test('a name that is made up for a column is no other column’s', async () => {
  const [row] = await rowsIn('a.csv', 'q,q (3),q,q (4),text\na,b,c,d,e\n');
  expect(Object.entries((row as { fields: object }).fields)).toEqual([
    ['q', 'a'],
    ['q (3)', 'b'],
    ['q (4)', 'c'],
    ['q (4) (4)', 'd'],
    ['text', 'e'],
  ]);
});

test('a first line of Excel names the separator and is no row', async () => {
  expect(await rowsIn('a.csv', 'sep=;\r\nid;text\r\n1;a, b\r\n')).toMatchObject([{ number: 3, fields: { id: '1', text: 'a, b' } }]);
});

test('columns keep the order of the first row, also where their names are numbers', async () => {
  const [row] = await rowsIn('a.csv', 'id,2,1,text\na,b,c,d\n');
  expect(row).toMatchObject({ columns: ['id', '2', '1', 'text'], fields: { 2: 'b', 1: 'c' } });
});

test('a quotation mark that is not closed within ten million characters joins no rows', async () => {
  const rows = await rowsIn('a.csv', 'id,text\n1,"a\n', `2,${'b'.repeat(998)}\n`.repeat(12_000));
  expect(rows).toHaveLength(12_001);
  expect(rows[0]).toMatchObject({ number: 2, lines: 1, fields: { text: '"a' } });
});
