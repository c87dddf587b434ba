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
