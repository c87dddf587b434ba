/** What messengers export: a message is a row, with who wrote it and when. */
import { expect, test } from 'vitest';
import { read } from '../../../testbed/read-table';

test.each([
  ['[05/03/2024, 21:16:44] Lee: ', '[05/03/2024, 21:17:02] Kim B.: '],
  ['3/5/24, 9:14 PM - Lee: ', '3/5/24, 9:15\u202fPM - Kim B.: '],
  ['05.03.24, 21:16 - Lee: ', '05.03.24, 21:17 - Kim B.: '],
  ['\u200e[2024-03-05, 9:14:01 PM] Lee: ', '[2024-03-05, 9:15:01 PM] Kim B.: '],
])('a chat that begins with %j: a message is a row, its lines belong together', async (one, two) => {
  const lines = [`${one}I am so glad`, '', 'that you: came', `${two}<Media omitted>`, `${two}me too!`, `${one}‎image omitted`];
  const { source, rows, texts, date, account } = await read('_chat.txt', lines.join('\r\n'));
  expect(source.format).toBe('chat');
  expect(date).toBe('date');
  expect(texts).toEqual(['I am so glad\n\nthat you: came', '', 'me too!', '']);
  expect(rows.map((row) => row.kind === 'row' && [row.number, row.lines, row.fields.name])).toEqual([
    [1, 3, 'Lee'],
    [4, 1, 'Kim B.'],
    [5, 1, 'Kim B.'],
    [6, 1, 'Lee'],
  ]);
  expect(account.lines).toBe(6);
});

test.each([
  ['1.3.2024 klo 9.05 - Kim: ', ''],
  ['2024/3/1 上午9:05 - Kim: ', ''],
  ['\u200f1/3/2024, 9:05 ص - Kim: ', ''],
  ['2024년 3월 1일 오전 9:05, Kim : ', ''],
  ['2024. 3. 1. 오전 9:05, Kim: ', ''],
  ['Kim, [01.03.2024 09:05]\n', '\n'],
])('messages that are stamped as in %j are read', async (stamp, end) => {
  const { source, rows } = await read(
    'chat.txt',
    `${stamp}So glad${end}\n${stamp}Du hast diese Nachricht gelöscht.${end}\n${stamp}really`,
  );
  expect(source.format).toBe('chat');
  expect(rows.map((row) => row.kind === 'row' && [row.fields.name, row.fields.text, row.fields.notice])).toEqual([
    ['Kim', 'So glad', ''],
    ['Kim', '', 'Du hast diese Nachricht gelöscht.'],
    ['Kim', 'really', ''],
  ]);
});

/** Two messages of Kim and Lee, the first of which goes on in a second line. */
const KINDS: Readonly<Record<string, string>> = {
  'days on lines of their own':
    '[LINE] Chat history with Lee\nSaved on: 2024/03/06 10:00\n\n2024/03/05(Tue)\n21:16\tKim\t"so glad\nreally"\n21:17\tLee\tthey came\n',
  'days with ornaments':
    'Lee\nSaved : 2024-03-06\n\n--------------- 2024년 3월 5일 화요일 ---------------\n[Kim] [오후 9:16] so glad\nreally\n[Lee] [오후 9:17] they came\n',
  'times and nicknames': '[21:16:44] <Kim> so glad\nreally\n[21:17:44] <Lee> they came\n[21:18:44] * Kim waves\n',
  'times in round brackets': '(21:16:44) Kim: so glad\nreally\n(21:17:44) Lee: they came\n',
  'a meeting': '09:14:02 From Kim to Everyone:\n\tso glad\nreally\n09:15:02 From Lee to Kim (Direct Message):\n\tthey came\n',
  'its day before each':
    '2024-03-05 09:14:02 From Kim to Everyone:\r\n\tso glad\r\nreally\r\n2024-03-05 09:15:02 From Lee to Kim:\r\n\tthey came',
  'a name and a time without a half above': 'Kim Lee  0:16\nso glad\nreally\n\nLee  1:02:17\nthey came\n',
  'a name and a time above': 'Kim  9:16 PM\nso glad\nreally\n\nLee  9:17 PM\nthey came\n',
  'a name and a moment above': 'Kim — 03/05/2024 9:16 PM\nso glad\nreally\nLee — 03/05/2024 9:17 PM\nthey came\n',
  'a moment and a name above': '[3/5/2024 9:16 PM] Kim\nso glad\nreally\n\n[3/5/2024 9:17 PM] Lee\nthey came\n',
  'a moment above a name':
    'Mar 05, 2024  9:16:44 PM\nKim\nso glad\nreally\n\nMar 05, 2024  9:17:00 PM (Read after 5 seconds)\nLee\nthey came\n',
  'a name above a moment': 'Kim\n3/5/2024 9:16 PM\nso glad\nreally\n\nLee\n3/5/2024 9:17 PM\nthey came\n',
  'a heading and an end that are drawn':
    '=========\nGuild: A\nChannel: Text / b\nTopic: all\nAfter: 1 March\n=========\n\n[05-Mar-24 09:16 PM] Kim\nso glad\nreally\n\n[05-Mar-24 09:17 PM] Lee\nthey came\n\n=========\nExported 2 message(s)\n=========\n',
  'times and nicknames of who may do more': '21:16 <@Kim> so glad\nreally\n21:17 < Lee> they came\n21:18 -!- Kim has left\n',
  'moments in round brackets': '(05/03/24 21:16:44) Kim: so glad\nreally\n(05/03/24 21:17:44) Lee: they came\n',
  'moments and nicknames': '[2024-03-05 21:16] <Kim> so glad\nreally\n[2024-03-05 21:17] <Lee> they came\n',
  'moments of a program': '2024-03-05T21:16:44Z Kim: so glad\nreally\n2024-03-05T21:17:44Z Lee: they came\n',
};

test.each(Object.entries(KINDS))('a chat with %s is read message by message', async (_, content) => {
  const { source, rows } = await read('chat.txt', content);
  expect(source.format).toBe('chat');
  const told = rows.flatMap((row) => (row.kind === 'row' && row.fields.text !== '' ? [[row.fields.name, row.fields.text]] : []));
  expect(told.map(([name, text]) => [String(name).replace('Kim Lee', 'Kim'), text])).toEqual([
    ['Kim', 'so glad\nreally'],
    ['Lee', 'they came'],
  ]);
});

test('a day that stands above its messages is the day of each', async () => {
  const { rows, date } = await read('chat.txt', KINDS['days on lines of their own'] ?? '');
  expect(date).toBe('date');
  expect(rows.map((row) => row.kind === 'row' && row.fields.date)).toEqual(['2024/03/05 21:16', '2024/03/05 21:17']);
});

test('what people say in turn is a chat without moments; prose, logs and tables with a time are none', async () => {
  const { source, rows } = await read('talk.txt', 'Kim: how was it?\n\nLee: so glad\nit is over\n\nKim: why?\nLee: no reason\n');
  expect(source.format).toBe('chat');
  expect(rows[1]).toMatchObject({ fields: { name: 'Lee', text: 'so glad\nit is over' } });
  for (const [name, content] of [
    ['a.txt', 'Dear diary: today was good.\nI am glad that it is over.\nTomorrow: work.\nThen: rest.\n'],
    ['a.txt', '2024-03-05 21:16:44,123 INFO app - started\n2024-03-05 21:16:45,123 ERROR app - failed: no route\n'],
    ['a.csv', 'time,text\n21:16,so glad\n21:17,they came: at last\n'],
    ['a.txt', '21:16\tKim\tso glad\n21:17\tLee\tthey came\n21:18\tLee\twell\n'],
  ] as const)
    expect((await read(name, content)).source.format, content).not.toBe('chat');
});

test.each(['[Sticker]', '[写真]', 'image absente', 'afbeelding weggelaten'])('%s stands for no text', async (notice) => {
  const { rows } = await read('chat.txt', `05.03.24, 21:16 - Lee: so glad\n05.03.24, 21:17 - Kim: ${notice}\n`);
  expect(rows[1]).toMatchObject({ fields: { text: '', notice } });
});

test('words below a file are the text', async () => {
  const stamp = '[05/03/2024, 21:16:44] Lee: ';
  const { texts } = await read('chat.txt', `${stamp}IMG-1.jpg (file attached)\nso glad\n${stamp}IMG-2.jpg (file attached)\n`);
  expect(texts).toEqual(['so glad', '']);
});
