/** Mails as programs save them. */
import { expect, test } from 'vitest';
import { Account } from '../account';
import { rowsOf } from '../rows';
import { openSource } from '../source';
import type { Fields } from '../row';

const HEAD = [
  'From: =?utf-8?Q?J=C3=BCrgen?= <j@shop.example>',
  'To: me@shop.example',
  'Subject: =?utf-8?B?R3LDvMOfZQ==?=',
  'Date: Fri, 01 Mar 2024 09:30:00 +0100',
  'MIME-Version: 1.0',
];
const QUOTED = ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable', ''];

async function read(name: string, lines: readonly string[], end = '\n'): Promise<{ fields: Fields[]; numbers: number[] }> {
  const source = await openSource(new File([lines.join(end)], name));
  expect(source.format).toBe('mail');
  const account = new Account();
  const fields: Fields[] = [];
  const numbers: number[] = [];
  for await (const batch of rowsOf(source, account)) {
    for (const row of batch) {
      account.inRows += row.lines;
      numbers.push(row.number);
      fields.push(row.kind === 'row' ? row.fields : { why: row.why });
    }
  }
  expect(account.accounts.missing).toBe(0);
  return { fields, numbers };
}

const ROW = { date: '2024-03-01T08:30:00.000Z', from: 'Jürgen <j@shop.example>', subject: 'Grüße' };

test('a mail is a row, whatever its parts are coded in', async () => {
  const soft = [...HEAD, ...QUOTED, 'I am so gl=FCcklich that I =', 'can say it.', ''];
  for (const [name, end] of [
    ['a.eml', '\r\n'],
    ['a.txt', '\n'],
  ] as const)
    expect((await read(name, soft, end)).fields).toEqual([{ ...ROW, text: 'I am so glücklich that I can say it.' }]);
  const parts = [
    ...HEAD,
    'Content-Type: multipart/alternative; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    'PHN0eWxlPnB7fTwvc3R5bGU+PHA+U28gPGI+Z2xhZDwvYj4g4oCTIHJlYWxseTwvcD4=',
    '--b--',
  ];
  const [mail] = (await read('a.eml', parts)).fields;
  expect(mail?.text).toBe('So glad – really');
});

test('a box of mails is a row for each, and a line that looks like a new one within a text is none', async () => {
  const mail = ['From j@shop.example Fri Mar  1 09:30:00 2024', ...HEAD, ...QUOTED, 'So glad.', 'From 2024 on', '>From then', ''];
  const { fields, numbers } = await read('a.mbox', [...mail, ...mail]);
  expect(fields.map(({ text }) => text)).toEqual(Array(2).fill('So glad.\nFrom 2024 on\nFrom then'));
  expect(numbers).toEqual([1, 1 + mail.length]);
});

test.each([2.4e6, 10.4e6])(
  'a mail with a line of %i characters is read where that is an attachment, and told where it is the text',
  async (length) => {
    const line = 'so glad '.repeat(length / 8);
    const why = 'its text is longer than two million characters';
    const boxed = ['From j@shop.example Fri Mar  1 09:30:00 2024', ...HEAD, ...QUOTED];
    expect((await read('a.eml', [...HEAD, ...QUOTED, line])).fields).toEqual([{ why }]);
    expect((await read('a.mbox', [...boxed, line, '', ...boxed, 'So glad.'])).fields).toEqual([
      { why },
      { ...ROW, text: 'So glad.' },
    ]);
    const attached = [
      '--b',
      ...QUOTED,
      'So glad.',
      '--b',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      line,
      '--b--',
    ];
    const parts = [...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', ...attached];
    expect((await read('a.eml', parts)).fields).toEqual([{ ...ROW, text: 'So glad.' }]);
  },
);
