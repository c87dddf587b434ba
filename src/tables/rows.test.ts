import { expect, test } from 'vitest';
import { Account } from './account';
import type { Row } from './row';
import { rowsOf } from './rows';
import type { Source } from './layout';
import { openSource } from './source';

const file = (name: string, ...parts: BlobPart[]): File => new File(parts, name);

async function read(source: Source): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of rowsOf(source)) rows.push(...batch);
  return rows;
}

const rowsIn = async (name: string, ...parts: BlobPart[]): Promise<Row[]> => read(await openSource(file(name, ...parts)));

test('a line of a text file is a row, whatever ends it; blank lines count and are left out', async () => {
  expect(await rowsIn('a.txt', 'one\r\ntwo\rthree\n\n \nsix')).toMatchObject(
    [
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
      [6, 'six'],
    ].map(([number, text]) => ({ kind: 'row', number, fields: { text } })),
  );
});

test('a line of JSON is an object, a list or a text; anything else is broken', async () => {
  const lines = ['{"text":"a","n":1}', '"b"', '{broken', '[1]', 'null', '[]'];
  expect(await rowsIn('a.jsonl', lines.join('\n'))).toMatchObject([
    { fields: { text: 'a', n: 1 } },
    { fields: { text: 'b' } },
    { kind: 'broken', number: 3, why: 'it is not valid JSON' },
    { fields: { 'Column 1': 1 } },
    { kind: 'broken', number: 5 },
    { kind: 'broken', number: 6 },
  ]);
});

test('a character of several bytes that two pieces share stays whole', async () => {
  const texts = Array.from({ length: 40_000 }, (_, i) => `${String(i)} é漢😀`);
  const rows = await rowsIn('a.csv', `text\n${texts.join('\n')}`);
  expect(rows.map((row) => row.kind === 'row' && row.fields.text)).toEqual(texts);
});

test.each([
  ['a.csv', 'text\n', ''],
  ['a.csv', 'text\n', '"'],
  ['a.txt', '', ''],
  ['a.jsonl', '', '{"text":"'],
  ['chat.txt', '[05/03/2024, 21:16:44] Lee: so\r\n', '[05/03/2024, 21:16:44] Kim: '],
  ['a.srt', '00:00:01,000 --> 00:00:03,000\r\nso\r\n', ''],
])('a line of %s that is longer than any row is told, not held, and what is around it is read', async (name, head, start) => {
  const row = name === 'a.jsonl' ? '{"text":"so"}' : name === 'chat.txt' ? '[05/03/2024, 21:16:45] Lee: so' : 'so';
  for (const end of name === 'a.srt' ? ['\r\n', '\r'] : ['\r\n']) {
    const account = new Account();
    const source = await openSource(new File([head, `${row}${end}${start}`, 'b,c '.repeat(2_600_000), `${end}${row}${end}`], name));
    const rows: Row[] = [];
    for await (const batch of rowsOf(source, account)) rows.push(...batch);
    for (const row of rows) account[row.kind === 'row' ? 'inRows' : 'inBroken'] += row.lines;
    expect(account.accounts.missing).toBe(0);
    const told = rows.map((row) => (row.kind === 'row' ? row.fields.text : row.why));
    expect(told.filter((text) => text === 'it is longer than ten million characters')).toHaveLength(1);
    if (name !== 'a.srt') expect(told.at(-1)).toBe('so');
  }
});

const utf16 = (text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

test.each([
  ['utf-8', new TextEncoder().encode('\ufeffcafé')],
  ['utf-8', new TextEncoder().encode('café')],
  ['utf-16le', utf16('\ufeffcafé', true)],
  ['utf-16be', utf16('\ufeffcafé', false)],
  ['utf-16le', utf16('café', true)],
  ['utf-16be', utf16('café', false)],
  ['windows-1252', Uint8Array.from([0x63, 0x61, 0x66, 0xe9])],
])('%s is told by the bytes of a file', async (encoding, bytes) => {
  const source = await openSource(file('a.txt', bytes));
  expect(source).toMatchObject({ encoding, isGuess: encoding === 'windows-1252' });
  expect(await read(source)).toMatchObject([{ fields: { text: 'café' } }]);
});

test('UTF-16 without a mark is told in other alphabets too', async () => {
  for (const [isLittle, text] of [
    [true, 'это так\nда'],
    [false, 'とても。\n嬉しい'],
  ] as const) {
    const source = await openSource(file('a.txt', utf16(text, isLittle)));
    expect((await read(source)).map((row) => row.kind === 'row' && row.fields.text)).toEqual(text.split('\n'));
  }
});

test('the first byte that is not UTF-8 may stand anywhere', async () => {
  const ascii = 'I am so happy!\n'.repeat(10_000);
  const source = await openSource(file('a.txt', ascii, Uint8Array.from([0x63, 0x61, 0x66, 0xe9])));
  expect(source).toMatchObject({ encoding: 'windows-1252', isGuess: true });
  expect((await read(source)).at(-1)).toMatchObject({ number: 10_001, fields: { text: 'café' } });
});

test('a byte that is broken makes no other encoding of a file in UTF-8, nor does a character that was lost before', async () => {
  const broken = file('a.txt', 'naïve café, déjà vu\n'.repeat(100), Uint8Array.from([0xe9]));
  expect(await openSource(broken)).toMatchObject({ encoding: 'utf-8', isGuess: false });
  expect(await openSource(file('a.txt', 'caf\ufffd'))).toMatchObject({ encoding: 'utf-8', isGuess: false });
});

test.each([
  ['empty.csv', [], 'is empty'],
  [
    'picture.csv',
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0])],
    'picture.csv is a PNG picture, whatever its name says',
  ],
  ['table.csv', ['PK\x03\x04'], 'table.csv is damaged'],
  ['table.xlsx', ['PK'], 'table.xlsx is no spreadsheet inside'],
  ['paper.txt', ['%PDF-1.7'], 'is a PDF file'],
  ['packed.csv', [Uint8Array.from([0x1f, 0x8b, 8, 0])], 'is damaged'],
  ['zeros.csv', [Uint8Array.from({ length: 1000 }, (_, i) => (i * 7919) % 256)], 'holds no text but binary data'],
  ['nozeros.csv', [Uint8Array.from({ length: 1000 }, (_, i) => 1 + ((i * 7919) % 255))], 'holds no text but binary data'],
])('%s is refused in words', async (name, parts, why) => {
  await expect(openSource(file(name, ...parts))).rejects.toThrow(why);
});

test('a few characters that no text should have do not make a file binary', async () => {
  const rows = await rowsIn('a.csv', `id,text\n1,so\0well\n${'2,and more of it\n'.repeat(10)}`);
  expect(rows).toHaveLength(11);
});

test('a file of 200 MB is refused before it is read', async () => {
  const large = Object.defineProperty(file('large.csv', 'text'), 'size', { value: 200e6 });
  await expect(openSource(large)).rejects.toThrow('large.csv has 200 MB, and 100 MB are the most');
});
