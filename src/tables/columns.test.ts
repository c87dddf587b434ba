import { expect, test } from 'vitest';
import { read } from '../../testbed/read-table';
import { previewOf, type Preview } from './columns';
import type { Source } from './layout';
import { openSource } from './source';

async function look(name: string, text: string): Promise<{ source: Source; preview: Preview }> {
  const source = await openSource(new File([text], name));
  return { source, preview: await previewOf(source) };
}

test('the column with a name for texts is the text, else that with the longest', async () => {
  expect((await look('a.csv', 'url,comment\nhttps://a.example/a/long/address,well\n')).preview.text).toBe('comment');
  expect((await look('a.csv', 'id,what was said\n1,I was there\n')).preview.text).toBe('what was said');
});

test('a column of dates is found, a column of numbers is none', async () => {
  const { preview } = await look('a.csv', 'id,year,when,text\n1,2024,2024-03-01 10:00,a b\n2,2025,2024-03-02,c\n');
  expect(preview.date).toBe('when');
  expect((await look('a.csv', 'rating,review\n4.5,well\n3.5,so so\n1.5,bad\n')).preview.date).toBeNull();
  const ids = await look('a.csv', 'respondent,when,text\n1123456789,2024-01-05,a b\n1123456790,2024-02-05,c\n');
  expect(ids.preview.date).toBe('when');
  expect((await look('a.csv', 'created_utc,text\n1704067200,a b\n1704067201,c\n')).preview.date).toBe('created_utc');
  expect((await look('a.csv', 'day,text\n31/01/2024,a\n01/02/2024,b\n')).preview.date).toBe('day');
});

test('a first row that is a text, a number or a date is no heading', async () => {
  for (const first of ['17,x', '2024-01-01,x', 'I am so happy today.']) {
    const { source, preview } = await look('a.csv', `${first}\n${first}\n`);
    expect(source.layout.heading, first).toBe(0);
    expect(preview.columns).toEqual(['Column 1', 'Column 2'].slice(0, first.split(',').length));
    expect(preview.rows).toHaveLength(2);
  }
});

test('the questions of a survey are headings, and so are short names', async () => {
  for (const first of [
    'id,text',
    'a,b,text',
    'id,comments 2024',
    'id,How do you feel today?',
    'Timestamp,Please describe your experience with our customer support team',
    'text',
  ]) {
    const { source, preview } = await look('a.csv', `${first}\n${first.replaceAll(/[^,]+/g, '1')}\n`);
    expect(source.layout.heading, first).toBe(1);
    expect(preview.columns).toEqual(first.split(','));
  }
});

test('a table of numbers, dates, addresses and codes has no texts; one with a name for texts may have them', async () => {
  const hasTexts = async (text: string, name = 'a.csv'): Promise<boolean> =>
    (await previewOf(await openSource(new File([text], name)))).hasTexts;
  expect(
    await hasTexts('date,price,code,link\n2024-01-02,3.5,AB-1,https://a.example/\n2024-01-03,3.7,AB-2,https://b.example/\n'),
  ).toBe(false);
  expect(await hasTexts('[{"a":1,"b":2},{"a":3,"b":4}]', 'a.json')).toBe(false);
  expect(await hasTexts('date,comment\n2024-01-02,\n2024-01-03,5\n')).toBe(true);
  expect(await hasTexts('12345\n23456\n', 'a.txt')).toBe(true);
});

test('says what is missing where no row can be read', async () => {
  await expect(look('a.csv', 'text\n')).rejects.toThrow('no rows below its first');
  await expect(look('a.txt', ' \n \n')).rejects.toThrow('no rows with text');
  await expect(look('a.jsonl', '{"text":\n')).rejects.toThrow('Row 1: it is not valid JSON');
});

test('notices characters that the encoding does not know', async () => {
  const source = { ...(await openSource(new File([Uint8Array.from([0x63, 0xe9])], 'a.txt'))), encoding: 'utf-8' };
  expect((await previewOf(source)).garbled).toBe(true);
});

test('what a firm answers is not the text, however long it is', async () => {
  const thanks = 'Thank you very much for your kind words, we are always happy to hear from you and hope to see you again soon';
  const rows = ['so glad', 'they lied', 'it is at three'].map((text) => `2024-03-01,${text},"${thanks}"`).join('\n');
  for (const name of ['Company Reply', 'Developer Reply Text', 'owner_response', 'Response from the owner', 'Owner’s reply'])
    expect((await read('a.csv', `date,Review Content,${name}\n${rows}\n`)).text, name).toBe('Review Content');
});

test('a text that is written as its parts in a cell is one text', async () => {
  const seen = await read(
    'a.csv',
    'Comment ID,Channel,Comment Text\na1,UCab,"{""text"":""so ""},{""text"":""glad""}"\na2,UCab,"{""text"": nope}"\n',
  );
  expect(seen.text).toBe('Comment Text');
  expect(seen.texts).toEqual(['so glad', '{"text": nope}']);
});
