/** What is guessed of tables as programs export them. */
import { expect, test } from 'vitest';
import { previewOf, type Preview } from './columns';
import { withText, type Row } from './row';
import type { Source } from './layout';
import { openSource } from './source';

async function look(text: string, name = 'a.csv'): Promise<Preview & { source: Source }> {
  const source = await openSource(new File([text], name));
  return { source, ...(await previewOf(source)) };
}

const textsOf = ({ rows, text }: { readonly rows: readonly Row[]; readonly text: string }): unknown[] =>
  rows.map((row) => withText(row, text)).map((row) => (row.kind === 'row' ? row.text : row.why));

const BODY = [
  '1,3,I was so glad when the parcel came,2024-03-01',
  '2,5,they never answer the phone,2024-03-02',
  '3,4,it is at three in the hall,2024-03-03',
];

test.each(['#', '2023', '👍', '1', '%', '$', '5★', 'Mar 2024', '2024-01-01', ''])(
  'a heading of which one name is %j is a heading, since another is a word over texts',
  async (odd) => {
    for (const heading of [`id,${odd},comment,when`, `${odd},rating,What do you think?,date`]) {
      const { source, text } = await look(`${heading}\n${BODY.join('\n')}\n`);
      expect([heading, source.layout.heading, source.layout.first]).toEqual([heading, 1, 2]);
      expect(text).toBe(heading.split(',')[2]);
    }
  },
);

test.each(['1,2,So glad,2024-02-01', '0,4,well,2024-02-01'])('a first row that is like those below is none: %s', async (first) => {
  const { source, rows } = await look(`${first}\n${BODY.join('\n')}\n`);
  expect(source.layout.heading).toBe(0);
  expect(rows).toHaveLength(4);
});

test('lines above the table are no rows, and told as such', async () => {
  for (const above of ['Report,,,\nExported 2024-03-05,,,\n,,,\n', 'Report\nExported on 5 March 2024 by Lee\n\n']) {
    const seen = await look(`${above}id,stars,comment,when\n${BODY.join('\n')}\n`);
    expect(seen.source.layout).toMatchObject({ heading: 4, first: 5 });
    expect(textsOf(seen)[0]).toBe('I was so glad when the parcel came');
    expect(seen.rows[0]?.number).toBe(5);
  }
});

test('the further headings of a survey are no rows', async () => {
  const names = 'StartDate,Progress,Q1,Q2';
  const questions = 'Start Date,Progress,How did it go?,Anything else?';
  const ids = '"{""ImportId"":""startDate""}","{""ImportId"":""progress""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"';
  const rows = Array.from({ length: 5 }, (_, i) => `2024-03-0${String(i + 1)},100,it went quite well this time,no`);
  const seen = await look([names, questions, ids, ...rows].join('\n'));
  expect(seen.source.layout).toMatchObject({ heading: 1, first: 4 });
  expect(seen).toMatchObject({ text: 'Q1', date: 'StartDate' });
  expect(seen.rows).toHaveLength(5);
});

test('a person may say where the heading stands and where the rows begin', async () => {
  const source = await openSource(new File(['a,b\nx,y\nid,text\n-,-\n1,so glad\n'], 'a.csv'));
  const preview = await previewOf({ ...source, layout: { ...source.layout, heading: 3, first: 5 } });
  expect(preview.columns).toEqual(['id', 'text']);
  expect(textsOf(preview)).toEqual(['so glad']);
});

const LINK = 'https://shop.example/a/very/long/address/that/goes/on/and/on?with=a&query=1';

test.each([
  ['url', LINK],
  ['user_agent', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'],
  ['payload', '"{""key"": ""a long value with words in it"", ""other"": 1}"'],
  ['created', '"Friday, March 1, 2024 at 10:30:00 AM GMT+1"'],
  ['token', 'c2Vzc2lvbi10b2tlbi1vZi1hLXVzZXItdGhhdC1uZXZlci1lbmRz'],
  ['order', 'ORD-2024-000000000000000000000000000017'],
  ['mail', 'somebody.with.a.very.long.name.indeed@mail.shop.example'],
])('a column %s is not the text, however long it is', async (name, value) => {
  const seen = await look(
    `${name},remarks here\n${Array.from({ length: 4 }, (_, i) => `${value},so glad ${String(i)}`).join('\n')}\n`,
  );
  expect(seen.text).toBe('remarks here');
});

test.each([
  'comment',
  'Review',
  'review text',
  'feedback',
  'message',
  'body',
  'post',
  'selftext',
  'full_text',
  'answer',
  'Opinion',
  'remarks',
])('a column named %s is the text, also beside a longer one', async (name) => {
  const others = 'the shop in the old town behind the big church and the market';
  expect((await look(`shop,${name}\n${others},so glad\n${others} too,very sad now\n${others} as well,good\n`)).text).toBe(name);
});

test('the column of dates is not the text, and fillers in it hide nothing', async () => {
  const seen = await look('timestamp,text\n"March 5, 2024 at 8:12:01 AM GMT+1",well\nNULL,so\nN/A,glad\n\\N,am I\n-,now\n');
  expect(seen).toMatchObject({ date: 'timestamp', text: 'text' });
});

test('a word among dates does not hide their column', async () => {
  const days = Array.from({ length: 6 }, (_, i) => `2024-03-0${String(i + 1)},so glad ${String(i)}`);
  expect(await look(`date,entry\n${days.join('\n')}\nunknown,well\n`)).toMatchObject({ date: 'date', text: 'entry' });
});

test('a column that says the emotion is found, in whatever words', async () => {
  expect((await look('text,label\nso glad to be here,joy\nI miss you so much,sadness\n')).label).toBe('label');
  expect((await look('text,mood\nso glad to be here,happy\nthe train left,no emotion\n')).label).toBe('mood');
  expect((await look('text,place\nso glad to be here,north\nthe train left,south\n')).label).toBeNull();
});

test('a comma at the end of each line adds nothing to be guessed', async () => {
  const seen = await look('id,text,\n1,so glad to be here,\n2,very sad now,\n');
  expect(seen).toMatchObject({ text: 'text' });
  expect(textsOf(seen)).toEqual(['so glad to be here', 'very sad now']);
});

test.each([';', '\t', '|'])('a table named .txt with %j between its cells is a table', async (separator) => {
  const lines =
    ['id', 'text', 'when'].join(separator) + '\n' + BODY.map((row) => row.split(',').slice(1).join(separator)).join('\n');
  expect(await look(lines, 'a.txt')).toMatchObject({ source: { format: 'csv' }, text: 'text' });
});

test('prose in lines is no table, whatever commas and semicolons are in it', async () => {
  const prose = ['Well, I am glad.', 'So; we meet again, do we?', 'No, never, not once.', 'Then, at last, he came.'];
  expect((await look(prose.join('\n'), 'a.txt')).source.format).toBe('text');
  expect((await look('Well, I am glad.\nSo, we meet again.\nYes, we do.\n', 'a.txt')).source.format).toBe('text');
});

const lined = (row: (i: number) => string): string => Array.from({ length: 12 }, (_, i) => row(i)).join('\n');

test('a blank after each separator belongs to no cell, and a quoted one begins behind it', async () => {
  for (const mark of [',', ';']) {
    const seen = await look(`id${mark} text${mark} n\n${lined((i) => `${String(i)}${mark} "so glad${mark} really"${mark} 5`)}`);
    expect([seen.columns, textsOf(seen)[0]]).toEqual([['id', 'text', 'n'], `so glad${mark} really`]);
  }
  const prose = await look(`text\n${lined(() => 'Well, he said, "so glad", and left')}`);
  expect(textsOf(prose)[0]).toBe('Well, he said, "so glad", and left');
});

test('commas in texts that nobody quoted part no cells', async () => {
  const texts = ['so glad, really', 'they came', 'no, no, and no', 'at three'];
  for (const [head, row] of [
    ['id,text', (text: string, i: number) => `${String(i)},${text}`],
    ['text,id', (text: string, i: number) => `${text},${String(i)}`],
    ['a,text,b', (text: string, i: number) => `x,${text},${String(i)}`],
    ['id,text,', (text: string, i: number) => `${String(i)},${text},`],
  ] as const) {
    const seen = await look(`${head}\n${lined((i) => row(texts[i % 4] ?? '', i))}`);
    expect([head, textsOf(seen).slice(0, 4)]).toEqual([head, texts]);
  }
  const all = await look(`id,text\n${lined((i) => `${String(i)},so glad, really, yes`)}`);
  expect(textsOf(all)[0]).toBe('so glad, really, yes');
});

test('a data frame whose index has no name has a heading', async () => {
  for (const head of [',text', ',,text', ',text,label']) {
    const cells = head.split(',').slice(0, -1);
    const row = (i: number): string =>
      [...cells, ''].map((_, at) => (head.split(',')[at] === 'text' ? '"so glad"' : String(i + at))).join(',');
    expect((await look(`${head}\n${lined(row)}`)).text).toBe('text');
  }
});

test('a sentence over others like it is no heading, one word or a question over answers is', async () => {
  const [none, one, asked] = await Promise.all(
    ['they never answer the phone', 'remarks', 'What did you like best here'].map((head) =>
      look(
        `${head}\n${lined(() => (head.startsWith('What') ? '"Well, it was the pool, and then the food and the people"' : 'it is at three in the hall'))}`,
      ),
    ),
  );
  expect([none, one, asked].map((seen) => seen?.source.layout.heading)).toEqual([0, 1, 1]);
});

test('what a survey platform writes below its questions is no row', async () => {
  const rows = lined((i) => `${String(1000 + i)},03/1${String(i % 10)}/2024,so glad,`);
  const seen = await look(`Respondent ID,Start Date,What do you like?,\n,,Open-Ended Response,Other (please specify)\n${rows}`);
  expect(seen.source.layout).toMatchObject({ heading: 1, first: 3 });
});

test('texts that were taken back, and fillers, hide no column', async () => {
  const texts = ['n/a', '-', '[deleted]', 'NULL', '[removed]', 'so glad'];
  expect((await look(`id,text\n${lined((i) => `${String(i)},${texts[i % 6] ?? ''}`)}`)).text).toBe('text');
});

test('days as spreadsheets count them are dates under the name of one', async () => {
  const rows = lined((i) => `${String(45_292 + i)}.5,so glad,4${String(5000 + i)}`);
  expect(await look(`Date,text,amount\n${rows}`)).toMatchObject({ date: 'Date' });
  expect((await look(`zip,text\n${rows}`)).date).toBeNull();
});

test('facts above a table, with fewer cells than it has, are no rows', async () => {
  expect((await look('Report\nid,comment\n1,so glad\n2,they came\n')).source.layout).toMatchObject({ heading: 2, first: 3 });
  for (const facts of ['Account:,12345\nPeriod:,March 2024\n\n', 'Account:,12345\nPeriod:,March 2024\nUser:,Kim\n']) {
    const seen = await look(
      `${facts}Date,Message,Agent,Stars\n${lined((i) => `2024-03-0${String(1 + (i % 9))},so glad,Lee,${String(i)}`)}`,
    );
    expect(seen).toMatchObject({ source: { layout: { heading: 4, first: 5 } }, text: 'Message', date: 'Date' });
  }
});

test('names of fewer columns than the rows have are names; what is beyond them has columns of its own', async () => {
  const short = await look('id,text\n1,so glad,a note,5\n2,they came,another,3\n3,at three,a third,1\n');
  expect([short.columns, textsOf(short)]).toEqual([
    ['id', 'text', 'Column 3', 'Column 4'],
    ['so glad', 'they came', 'at three'],
  ]);
  const idle = await look('id;text;;;\n1;so glad;;;\n2;they came;;;\n');
  expect([idle.columns, textsOf(idle)]).toEqual([
    ['id', 'text'],
    ['so glad', 'they came'],
  ]);
});

test('a first row whose label is one like those below is no heading, nor is what a person says', async () => {
  expect(textsOf(await look('so glad you came;joy\nI miss her;sadness\nthey lied;anger\n', 'a.txt'))).toHaveLength(3);
  expect(textsOf(await look('I am glad\nI am sad\nThey lied to me\n'))).toHaveLength(3);
});

test('two names and a comma between them make a table of a file named .txt', async () => {
  const seen = await look('id,text\n1,so glad\n2,they came\n3,at three\n', 'a.txt');
  expect([seen.source.format, textsOf(seen)]).toEqual(['csv', ['so glad', 'they came', 'at three']]);
});

test('a name for texts in another language counts, and a name for a place or a thing does not', async () => {
  for (const name of ['Bemerkung', 'Kommentar', 'comentario', 'Commentaire', 'ReviewBody'])
    expect(
      (await look(`${name},address\nso glad,"5 Main Street, Springfield, in the north"\nwell,"7 Lake View, Oslo, by the sea"\n`))
        .text,
    ).toBe(name);
  const seen = await look(
    'what went on,location\nso glad you came,the far north of the long island\nwell then,the far south of the long lake\n',
  );
  expect(seen.text).toBe('what went on');
});

test('a NUL among bytes does not make them UTF-16', async () => {
  const seen = await look('id,text\n1,so\0 glad\n2,they came\n');
  expect([seen.source.encoding, seen.text]).toEqual(['utf-8', 'text']);
});

test('thousands with a comma are no decimals where commas part the cells', async () => {
  expect((await look('id,amount,text\n1,"1,234",so glad\n2,"2,500",they came\n')).source.layout.decimal).toBe('.');
});
