import { expect, test } from 'vitest';
import { EMOTIONS } from '../../index';
import { writeXlsx } from 'hucre/xlsx';
import { replacedBy } from '../../tables/labelled';
import { exportOf, type Exported, type Form } from './export';
import { begin, type Job } from './job';
import type { KeptJob } from './kept-job';
import { Readings } from './readings';
import { encoderFor } from '../../tables/encode';
import type { Row } from '../../tables/row';
import { rowsOf } from '../../tables/rows';
import { openSource } from '../../tables/source';

const kept = { clear: () => Promise.resolve(), put: () => Promise.resolve() } as unknown as KeptJob;

async function job(text: BlobPart, name = 'a.csv'): Promise<Job> {
  const source = await openSource(new File([text], name));
  const begun = await begin(
    { source, text: 'text', date: null, order: 'auto' as const, label: null },
    kept,
    () => undefined,
    new AbortController().signal,
  );
  const scores = EMOTIONS.map((label) => ({ label, score: label === 'joy' ? 1 : 0 }));
  begun.numbers.forEach(() => {
    begun.readings.push({ label: 'joy', scores, truncated: false });
  });
  return begun;
}

/** What was written, its mark included. */
async function written(job: Job, form: Form, encoding = 'utf-8'): Promise<string> {
  const { blob } = await exportOf(job, form);
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(await blob.arrayBuffer());
}

test('the columns of a file stay in their order, also where their names are numbers', async () => {
  expect(await written(await job('id,2,1,text\na,b,c,d\n'), 'csv')).toMatch(/^id,2,1,text,emotion_tag,.*\na,b,c,d,joy,/);
});

test('a column that a row of JSON lacks is empty, whatever objects inherit', async () => {
  const rows = '{"text":"a","constructor":"c","__proto__":"p","toString":"t"}\n{"text":"b"}\n';
  expect(await written(await job(rows, 'a.jsonl'), 'csv')).toMatch(/\na,c,p,t,joy,.*\nb,,,,joy,/);
  expect(await written(await job(rows, 'a.jsonl'), 'jsonl')).toMatch(
    /^{"text":"a","constructor":"c","__proto__":"p","toString":"t",/,
  );
});

test('a row that no model has read has a reason and no scores', async () => {
  const { readings, ...rest } = await job('text\n?\n?\n?\n');
  const unread = new Readings(3);
  const even = EMOTIONS.map((label) => ({ label, score: 1 / 6 }));
  unread.push({ label: null, reason: 'unsupported-language', scores: even, truncated: false });
  unread.push(null);
  unread.push({ label: null, reason: 'unsure', scores: even, truncated: false });
  expect(readings.length).toBe(3);
  expect(await written({ ...rest, readings: unread }, 'csv')).toMatch(
    /\n\?,,unsupported-language,,false,,,,,,\n\?,,failed,,false,,,,,,\n\?,,unsure,,false,0.1667,/,
  );
});

test('a file comes back as it came: separator, line ends, encoding, mark', async () => {
  expect(await written(await job('\ufeffid;text\r\n1;café\r\n'), 'came')).toMatch(
    /^\ufeffid;text;emotion_tag;[^\n]*\r\n1;café;joy;/,
  );
  expect(await written(await job('id;text\n1;café\n'), 'came')).toMatch(/^id;text;emotion_tag;/);
  expect(await written(await job('id\ttext\n1\tso glad, "well"\n', 'a.tsv'), 'came')).toMatch(/\n1\tso glad, "well"\tjoy\t/);
  const german = Uint8Array.from('id;text\r\n1;J\xfcrgen\r\n', (character) => character.charCodeAt(0));
  const came = await exportOf(await job(german), 'came');
  expect(came).toMatchObject({ name: 'a.emotions.csv', lost: 0 });
  expect([...new Uint8Array(await came.blob.arrayBuffer())]).toEqual(expect.arrayContaining([0xfc]));
  expect(await written(await job(german), 'came', 'windows-1252')).toMatch(/\r\n1;Jürgen;joy;;;false;0;1;/);
  const wide = encoderFor('utf-16le')?.encode('\ufeffid;text\n1;café\n') ?? '';
  expect(await written(await job(wide), 'came', 'utf-16le')).toMatch(/^\ufeffid;text;emotion_tag;/);
});

test('the decimals of a file with decimal commas have commas too', async () => {
  const half = async (text: string): Promise<string> => {
    const begun = await job(text);
    const scores = EMOTIONS.map((label, i) => ({ label, score: i < 2 ? 0.5 : 0 }));
    const readings = new Readings(begun.readings.length);
    begun.numbers.forEach(() => {
      readings.push({ label: 'joy', scores, truncated: false });
    });
    return written({ ...begun, readings }, 'came');
  };
  expect(await half('id;text\n1;well\n')).toContain(';0,5;0,5;0;');
  expect(await half('n;text\n1.5;well\n')).toContain(';0.5;0.5;0;');
  expect(await half('n\ttext\n1,5\twell\n')).toContain('\t0,5\t0,5\t0\t');
});

test('for other programs there is a comma, and a mark where a spreadsheet would not know UTF-8', async () => {
  expect(await written(await job('id;text\n1;café\n'), 'csv')).toMatch(/^\ufeffid,text,emotion_tag,/);
  expect(await written(await job('id;text\n1;well\n'), 'csv')).toMatch(/^id,text,emotion_tag,/);
  expect(await written(await job('id;text\n1;well\n'), 'tsv')).toMatch(/^id\ttext\temotion_tag\t/);
});

// fault: files | a cell that a spreadsheet would run | `=1+1`, `+cmd`, `-2+3`, `@x` in a CSV | how many cells were made safe | the cell behind an apostrophe; numbers and marks alone as they were
test('a cell that a spreadsheet would run is made safe and told; numbers and marks alone are not touched', async () => {
  const rows = ['=1+1', '+cmd', '-2+3', '@x', '-5', '+1.5', '-', '- well'].map((cell, i) => `${String(i)},"${cell}",well`);
  const defused = await exportOf(await job(`id,note,text\n${rows.join('\n')}\n`), 'came');
  expect(defused).toMatchObject({ defused: 5, rows: 8 });
  expect((await defused.blob.text()).match(/^\d,[^,]*/gm)).toEqual([
    "0,'=1+1",
    "1,'+cmd",
    "2,'-2+3",
    "3,'@x",
    '4,-5',
    '5,+1.5',
    '6,-',
    "7,'- well",
  ]);
  expect(await written(await job('note,text\n=1+1,well\n'), 'jsonl')).toContain('"note":"=1+1"');
});

test('a list of JSON is a list again, and a spreadsheet one', async () => {
  const list = JSON.parse(await written(await job('[{"text":"a","in":{"b":1}},{"text":"c"}]', 'a.json'), 'came')) as unknown[];
  expect(list).toMatchObject([{ text: 'a', in: { b: 1 }, emotion_tag: 'joy' }, { text: 'c' }]);
  const book = await writeXlsx({
    sheets: [
      {
        name: 'S',
        rows: [
          ['id', 'text'],
          [1, '=so'],
          ['007', 'well'],
        ],
      },
    ],
  });
  const came: Exported = await exportOf(await job(book as Uint8Array<ArrayBuffer>, 'a.xlsx'), 'came');
  expect(came.name).toBe('a.emotions.xlsx');
  const again = await openSource(new File([came.blob], came.name));
  const rows: Row[] = [];
  for await (const batch of rowsOf(again)) rows.push(...batch);
  expect(rows).toMatchObject([{ fields: { id: 1, text: '=so', emotion_tag: 'joy' } }, { fields: { id: '007', text: 'well' } }]);
});

test('only the rows that are wanted are written, and a kept file that lost rows is told', async () => {
  const three = await job('id,text\n1,a\n2,b\n3,c\n');
  const { blob, rows } = await exportOf(three, 'came', Uint32Array.of(0, 2));
  expect([rows, (await blob.text()).match(/^\d,\w/gm)]).toEqual([2, ['1,a', '3,c']]);
  const shorter = { ...three.choice.source, file: new File(['id,text\n1,a\n'], 'a.csv') };
  await expect(exportOf({ ...three, choice: { ...three.choice, source: shorter } }, 'came')).rejects.toThrow(
    '2 rows of the kept copy of a.csv',
  );
});

test('columns of our names are told, and replaced', async () => {
  const labelled = await job('id,emotion_tag,emotion_tag_reason,text\n1,mine,because,a\n');
  expect(replacedBy(labelled.columns)).toEqual(['emotion_tag', 'emotion_tag_reason']);
  expect(await written(labelled, 'csv')).toMatch(/^id,text,emotion_tag,emotion_tag_reason,.*\n1,a,joy,,/);
});

test('a Parquet file has texts as texts, numbers as numbers and nothing as nothing', async () => {
  const { parquetReadObjects } = await import('hyparquet');
  const rows = '{"id":1,"text":"so glad","more":{"a":1},"mixed":1}\n{"id":null,"text":"é😀","mixed":"x"}\n';
  const { blob, name } = await exportOf(await job(rows, 'a.jsonl'), 'parquet');
  expect(name).toBe('a.emotions.parquet');
  const read = await parquetReadObjects({ file: await blob.arrayBuffer() });
  expect(read).toMatchObject([
    { id: 1, text: 'so glad', more: '{"a":1}', mixed: '1', emotion_tag: 'joy', emotion_tag_truncated: false, emotion_tag_joy: 1 },
    { id: null, text: 'é😀', more: null, mixed: 'x', emotion_tag: 'joy' },
  ]);
});
