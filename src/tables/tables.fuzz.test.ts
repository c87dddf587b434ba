/** Whatever a file holds and is called: it is read row by row, or refused in a sentence. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, spoiled } from '../../testbed/fuzz/texts';
import { Account } from './account';
import { previewOf } from './columns';
import { CsvWriter } from './csv-writer';
import { FileProblem } from './file-problem';
import { SIMPLE } from './labelled';
import { withText, type Row } from './row';
import { rowsOf } from './rows';
import { openSource } from './source';

const ENDINGS = [
  'csv',
  'tsv',
  'txt',
  'json',
  'jsonl',
  'ndjson',
  'xlsx',
  'ods',
  'srt',
  'vtt',
  'zip',
  'html',
  '__proto__',
  'constructor',
  '',
];

const cell = anyText(6);
const table = fc
  .tuple(
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }),
  )
  .map(([separator, end, rows]) => rows.map((cells) => cells.join(separator)).join(end));
const chat = [
  { text: 'I am so happy', at: '2026-11-27', in: { deep: [1, { text: 'a' }] } },
  { text: 'no', at: 5 },
];
const json = spoiled(chat).map((value) => JSON.stringify([value]));

const content = fc.oneof(
  { weight: 3, arbitrary: table },
  { weight: 2, arbitrary: json },
  { weight: 1, arbitrary: fc.tuple(json, fc.nat({ max: 200 })).map(([text, at]) => text.slice(0, at)) },
  { weight: 2, arbitrary: anyText() },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => new Uint8Array([0x50, 0x4b, 3, 4, ...bytes])) },
);

/** Only a file's own fault, in words, ends it. */
async function orProblem<T>(task: () => Promise<T>): Promise<T | undefined> {
  try {
    return await task();
  } catch (error) {
    expect(error).toBeInstanceOf(FileProblem);
    expect((error as Error).message).toMatch(/\S/);
    return undefined;
  }
}

test('any file is read, each row with its number and each line accounted for, or refused in words', async () => {
  await fc.assert(
    fc.asyncProperty(content, fc.constantFrom(...ENDINGS), async (bytes, ending) => {
      const file = new File([bytes], `a.${ending}`);
      await orProblem(async () => {
        const source = await openSource(file);
        const account = new Account();
        const rows: Row[] = [];
        for await (const batch of rowsOf(source, account)) rows.push(...batch);
        for (const row of rows) account[row.kind === 'row' ? 'inRows' : 'inBroken'] += row.lines;
        expect(account.accounts.missing).toBe(0);
        expect(rows.every(({ number }, i) => number > (rows[i - 1]?.number ?? 0))).toBe(true);
        const preview = await previewOf(source);
        expect(preview.columns).toContain(preview.text);
        for (const row of rows) {
          const told = withText(row, preview.text);
          expect(typeof (told.kind === 'row' ? told.text : told.why)).toBe('string');
        }
      });
    }),
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a table that is written is the same table when it is read, and begins no formula', async () => {
  const shown = cell.filter((text) => /^\p{L}/u.test(text) && !/[\0\r\n]/.test(text) && !/\p{Cs}/u.test(text));
  const rows = fc.array(fc.tuple(shown, shown), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, async (pairs) => {
      const writer = new CsvWriter(SIMPLE);
      const lines = pairs.map((pair) => writer.line(pair)).join('');
      const source = await openSource(new File([`\ufefftext,other\n${lines}`], 'a.csv'));
      const read: unknown[] = [];
      for await (const batch of rowsOf({ ...source, format: 'csv', layout: { ...source.layout, ...SIMPLE, heading: 1, first: 2 } }))
        for (const row of batch) read.push(row.kind === 'row' ? [row.fields.text, row.fields.other] : row.why);
      const safe = (text: string): string => (/^(?:[=@\t\r]|[+-](?![\d.,\s]*%?$).)/s.test(text) ? `'${text}` : text);
      expect(read).toEqual(pairs.map((pair) => pair.map(safe)));
    }),
  );
});
