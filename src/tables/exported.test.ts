/** Headings, texts and dates in tables that survey tools, shops and statistics programs export. */
import { expect, test } from 'vitest';
import { read } from '../../testbed/read-table';

const look = async (text: string): ReturnType<typeof read> => read('a.csv', text);
const lined = (row: (i: number) => string): string => Array.from({ length: 12 }, (_, i) => row(i)).join('\n');
const BODY = [
  '3,I was so glad when the parcel came,2024-03-01',
  '5,they never answer the phone,2024-03-02',
  '4,it is at three in the hall,2024-03-03',
];

test('headings of several rows are told by the ids below them, or by names that stand over several columns', async () => {
  const said = Array.from({ length: 5 }, (_, i) => `it went quite well this time ${String(i)},no more of it than that`);
  const asked = [
    'Q1,Q2',
    'What did you like best here?,What else?',
    '"{""ImportId"":""QID1_TEXT""}","{""ImportId"":""QID2_TEXT""}"',
  ];
  const survey = await look([...asked, ...said].join('\n'));
  expect(survey.source.layout).toMatchObject({ heading: 1, first: 4 });
  const frame = await look(
    [',review,review,meta', ',body,title,stars', 'id,,,', ...said.map((row, i) => `${String(i)},${row},4`)].join('\n'),
  );
  expect(frame.source.layout).toMatchObject({ heading: 1, first: 4 });
  expect((await look('text,text,\nso,glad,1\nvery,sad,2\nnot,now,3\n')).rows).toHaveLength(3);
});

test('numbers that follow one another are names over texts, and what two people say is none', async () => {
  for (const head of ['0,1,2', '1,2,3', '2022,2023,2024'])
    expect((await look(`${head}\n${BODY.join('\n')}\n`)).rows).toHaveLength(3);
  const pairs = [
    'I am so glad it came,They never answer me',
    'it is at three again,We are scared of it',
    'well it is not so,nobody told me that',
  ];
  expect((await look(pairs.join('\n'))).source.layout.heading).toBe(0);
});

test('what answers a review is not the text, unless there is nothing else', async () => {
  const reply = 'Thank you for these kind words and come again soon';
  for (const [said, answer] of [
    ['Content', 'Reply'],
    ['comment', 'reviewReply.comment'],
    ['text', 'reply_text'],
  ])
    expect((await look(`${said ?? ''},${answer ?? ''}\n${lined(() => `so glad,${reply}`)}`)).text).toBe(said);
  expect((await look(`id,Reply\n${lined((i) => `${String(i)},${reply}`)}`)).text).toBe('Reply');
});

test('the errors of a spreadsheet, and that nobody commented, are no texts', async () => {
  const odd = ['#NAME?', '#DIV/0!', '#REF!', '#NV', '########', 'no comment', 'Not applicable', '#Fail!', 'not available today'];
  const seen = await look(`id,text\n${odd.map((text, i) => `${String(i)},${text}`).join('\n')}\n9,so glad that you came\n`);
  expect(seen.texts).toEqual(['', '', '', '', '', '', '', '#Fail!', 'not available today', 'so glad that you came']);
});

test('two-digit years with dashes, or after single digits, are dates under the name of one alone', async () => {
  for (const day of ['01-03-24', '1.3.24']) {
    expect((await look(`Datum,text\n${lined(() => `${day},so glad`)}`)).date).toBe('Datum');
    expect((await look(`version,text\n${lined(() => `${day},so glad`)}`)).date).toBeNull();
  }
});
