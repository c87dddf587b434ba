/** Tables in other clothes: what is in a file decides. */
import { expect, test } from 'vitest';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { previewOf } from '../columns';
import { read } from '../../../testbed/read-table';

const TEXTS = ['I am so glad, really', 'they never "answer"', 'and then\nhe came'];
const objects = TEXTS.map((text, i) => ({ id: i, text }));

test('a JSON array is its entries, whatever the file is called and however it is laid out', async () => {
  for (const name of ['a.json', 'a.txt', 'a', 'a.csv', 'a.jsonl']) {
    for (const indent of [0, 2]) {
      const { source, texts } = await read(name, JSON.stringify(objects, null, indent));
      expect([name, indent, source.format, texts]).toEqual([name, indent, 'json', TEXTS]);
    }
  }
  expect((await read('a.json', JSON.stringify(TEXTS))).texts).toEqual(TEXTS);
});

test.each([
  'window.YTD.tweets.part0 = ',
  'var data=',
  'const data = ',
  'module.exports = ',
  'window["a b"] = ',
  'callback(',
  '// made by a tool\n/* in\n2024 */ var data = ',
  ")]}',\n",
])('a list behind %j is read', async (before) => {
  const tweets = TEXTS.map((full_text, i) => ({
    tweet: { id: String(i), full_text, created_at: 'Fri Mar 01 10:30:00 +0000 2024' },
  }));
  const seen = await read('tweets.js', `${before}${JSON.stringify(tweets, null, 1)}${before.endsWith('(') ? ');' : ';'}`);
  expect(seen).toMatchObject({ texts: TEXTS, text: 'tweet.full_text', date: 'tweet.created_at' });
});

test('a list deep in a document is found, and others can be chosen', async () => {
  const children = TEXTS.map((body) => ({ kind: 't1', data: { body, tags: ['a', 'b'], 'a.b': 1 } }));
  const seen = await read(
    'a.json',
    JSON.stringify({ meta: { users: [{ name: 'Lee' }, { name: 'Kim' }] }, data: { count: 3, children } }),
  );
  expect(seen.source.layout.lists).toContain('meta.users');
  const chosen = { ...seen.source, layout: { ...seen.source.layout, list: 'data.children' } };
  expect(await previewOf(chosen)).toMatchObject({ text: 'data.body', columns: ['kind', 'data.body', 'data.tags', 'data.a.b'] });
  const listing = [{ data: { children: [{ data: { body: 'the post' } }] } }, { data: { children: [...children, ...children] } }];
  expect((await read('thread.json', JSON.stringify(listing))).texts).toEqual(['the post', ...TEXTS, ...TEXTS]);
});

test('messages of several chats are one list, and a list of what people say is before one of things', async () => {
  const SAID = ['I am so glad that it came', 'they never answer the phone', 'it is at three in the hall'];
  const messages = SAID.map((content, i) => ({ id: i, content, reactions: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }));
  const things = Array.from({ length: 30 }, (_, i) => ({ format: String(i), url: 'https://a.example' }));
  const chats = [
    { name: 'Lee', messages },
    { name: 'Kim', messages },
  ];
  for (const document of [
    { exported: 'today', conversations: chats },
    [{ chat: { messages } }, { chat: { messages } }],
    { about: 'A file of yours', contacts: { list: things }, me: { id: 1 }, chats: { list: chats } },
  ])
    expect((await read('result.json', JSON.stringify(document))).texts).toEqual([...SAID, ...SAID]);
  const video = { formats: things, tags: ['a', 'b', 'c', 'd', 'e'], comments: messages };
  expect((await read('a.info.json', JSON.stringify(video))).texts).toEqual(SAID);
  const tagged = [
    { text: 'ok', tags: ['a', 'b', 'c', 'd'] },
    { text: 'well', tags: ['e', 'f', 'g'] },
  ];
  expect((await read('a.json', JSON.stringify(tagged))).texts).toEqual(['ok', 'well']);
});

test('a list that was named by its place, as this page did before, is read on', async () => {
  const { source } = await read('a.json', JSON.stringify([{ list: objects }, { list: objects.slice(1) }]));
  const kept = { ...source, layout: { ...source.layout, list: '1.list' } };
  expect((await previewOf(kept)).rows).toHaveLength(2);
});

test('a number that JSON does not know and Python writes is none, and costs no row', async () => {
  const row = (text: string): string => `{"text": "NaN, ${text}", "score": NaN, "low": -Infinity}`;
  const rows = ['so glad', 'they came'].map(row);
  for (const content of [rows.join('\n'), `[${rows.join(',')}]`]) {
    const seen = await read('a.json', content);
    expect(seen.texts).toEqual(['NaN, so glad', 'NaN, they came']);
    expect(seen.rows[0]).toMatchObject({ fields: { score: null, low: null } });
  }
});

test('lines of JSON are known whatever the ending, and objects that follow one another too', async () => {
  const lines = objects.map((one) => JSON.stringify(one)).join('\n');
  for (const name of ['a.json', 'a.txt', 'a.log'])
    expect(await read(name, lines)).toMatchObject({ source: { format: 'jsonl' }, texts: TEXTS });
  expect((await read('a.json', objects.map((one) => JSON.stringify(one, null, 2)).join('\n'))).texts).toEqual(TEXTS);
});

test('a text that is a list of its parts is one text', async () => {
  const message = { id: 1, text: ['see ', { type: 'link', text: 'https://a.example' }, ' and be glad'] };
  expect(
    (await read('result.json', JSON.stringify({ name: 'Lee', messages: [message, { id: 2, text: 'so sad' }] }))).texts,
  ).toEqual(['see https://a.example and be glad', 'so sad']);
});

// fault: files | JSON that ends too early or has a bad entry | a cut file | that entry is told; the others are rows | the others
test('a document that ends too early or has a bad entry costs that entry', async () => {
  const whole = JSON.stringify(objects);
  const { rows } = await read('a.json', whole.slice(0, -20));
  expect(rows.map(({ kind }) => kind)).toEqual(['row', 'row', 'broken']);
  expect((await read('a.json', `[{"text":"so glad"},{"text":nope},{"text":"so sad"}]`)).texts).toEqual([
    'so glad',
    'it is not valid JSON',
    'so sad',
  ]);
});

test('a document that ends before its list does is told, also where its last entry is whole', async () => {
  const { rows } = await read('a.json', '[{"text":"so glad"},\n{"text":"they came"},\n');
  expect(rows.map((row) => (row.kind === 'row' ? row.fields.text : row.why))).toEqual([
    'so glad',
    'they came',
    'the file ends before its list does',
  ]);
});

test('a script whose entries stand on lines of their own is a list, not lines', async () => {
  const { source, texts } = await read('a.js', 'var reviews = [\n  {"text": "so glad"},\n  {"text": "they came"},\n];\n');
  expect([source.format, texts]).toEqual(['json', ['so glad', 'they came']]);
});

test('entries that pieces of the file cut stay whole', async () => {
  const many = Array.from({ length: 20_000 }, (_, i) => ({ id: i, text: `é, "so" \\ glad ${String(i)}` }));
  const { texts } = await read('a.json', JSON.stringify({ list: many }));
  expect(texts).toEqual(many.map(({ text }) => text));
});

test('subtitles are their cues, without marks of style', async () => {
  const srt =
    '1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>I am so</i>\r\nglad\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n{\\an8}[DOOR SLAMS]\r\n';
  expect(await read('a.srt', srt)).toMatchObject({ source: { format: 'subtitles' }, texts: ['I am so\nglad', '[DOOR SLAMS]'] });
  const vtt =
    'WEBVTT\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:02.000 line:0\n<v Lee>I am so glad\n\n00:03.000 --> 00:04.000\nwell\n';
  const seen = await read('a.vtt', vtt);
  expect(seen.texts).toEqual(['I am so glad', 'well']);
  expect(seen.rows[0]).toMatchObject({ fields: { speaker: 'Lee', start: '00:01.000' } });
});

test('subtitles with styles are what people say in them, whoever draws around it', async () => {
  const ass = [
    '[Script Info]',
    'Title: A film, with commas',
    '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize',
    'Style: Default,Arial,20',
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    'Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not shown',
    'Dialogue: 0,0:00:01.00,0:00:02.50,Default,Lee,0,0,0,,{\\i1}I am so glad,{\\i0} really\\Nand calm',
    'Dialogue: 1,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 10 10{\\p0}',
    'Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,well',
  ].join('\r\n');
  const seen = await read('a.ass', `\ufeff${ass}\r\n`);
  expect([seen.source.format, seen.texts]).toEqual(['subtitles', ['I am so glad, really\nand calm', '', 'well']]);
  expect(seen.rows[0]).toMatchObject({ number: 11, fields: { start: '0:00:01.00', end: '0:00:02.50', speaker: 'Lee' } });
});

test('labels that stand before each text, as fastText has them, are a column', async () => {
  const lines = ['__label__joy so glad, really', '__label__anger __label__sadness they lied', 'well', '__label__joy , all is well'];
  const more = [...lines, ...lines, ...lines];
  for (const name of ['train.txt', 'a.csv']) {
    const seen = await read(name, more.join('\n'));
    expect([seen.source.format, seen.text, seen.columns]).toEqual(['text', 'text', ['label', 'text']]);
    expect(seen.texts.slice(0, 4)).toEqual(['so glad, really', 'they lied', 'well', 'all is well']);
    expect(seen.rows[1]).toMatchObject({ fields: { label: 'anger sadness' } });
  }
});

const SHEET = [
  ['Report', null, null],
  [null, null, null],
  ['id', 'comment', 'when'],
  [1, 'I am so glad', new Date(Date.UTC(2024, 2, 1))],
  [2, 'they never answer', new Date(Date.UTC(2024, 2, 2, 9, 30))],
  ['007', null, null],
];

test('a spreadsheet is the rows of its sheet, with dates as they stand there', async () => {
  const sheets = [
    { name: 'Cover', rows: [['Hello']] },
    { name: 'Answers', rows: SHEET },
  ];
  for (const [name, bytes] of [
    ['a.xlsx', await writeXlsx({ sheets })],
    ['a.ods', await writeOds({ sheets })],
  ] as const) {
    const seen = await read(name, bytes as Uint8Array<ArrayBuffer>);
    expect(seen.source.layout, name).toMatchObject({ sheet: 'Answers', sheets: ['Cover', 'Answers'], heading: 3, first: 4 });
    expect(seen, name).toMatchObject({ texts: ['I am so glad', 'they never answer', ''], date: 'when' });
    expect(seen.rows[1], name).toMatchObject({ number: 5, fields: { id: 2, when: '2024-03-02 09:30:00' } });
    expect(seen.rows[2], name).toMatchObject({ fields: { id: '007' } });
    expect(seen.account.accounts, name).toMatchObject({ lines: 6, inRows: 3, aside: { above: 2, heading: 1 } });
  }
});

test('a hidden sheet, such as the list that a form chooses from, comes after those in sight', async () => {
  const rows = ['a', 'b', 'c', 'd'].map((name) => [name, 'x']);
  const sheets = [
    { name: 'Lists', rows, hidden: true },
    { name: 'Answers', rows: SHEET },
  ];
  const seen = await read('a.xlsx', (await writeXlsx({ sheets })) as Uint8Array<ArrayBuffer>);
  expect(seen.source.layout).toMatchObject({ sheet: 'Answers', sheets: ['Answers', 'Lists'] });
});
