/** What is saved opens again with each cell as it was. */
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { EMOTIONS } from '../../index';
import { previewOf } from '../../tables/columns';
import { withText } from '../../tables/row';
import { rowsOf } from '../../tables/rows';
import { openSource } from '../../tables/source';
import { exportOf, FORMS, type Exported, type Form } from './export';
import { begin } from './job';
import type { KeptJob } from './kept-job';

const kept = { clear: () => Promise.resolve(), put: () => Promise.resolve() } as unknown as KeptJob;

const TEXTS = ['Jürgen is so glad', 'she said "never", and\nleft; well\tthen', "it's = at three – 5 €"];

/** A file that is read to its end, every row of it as joy, and saved. */
async function saved(name: string, content: BlobPart, form: Form): Promise<Exported> {
  const source = await openSource(new File([content], name));
  const { text, date, label } = await previewOf(source);
  const job = await begin({ source, text, date, label, order: 'auto' }, kept, () => undefined, new AbortController().signal);
  const scores = EMOTIONS.map((emotion) => ({ label: emotion, score: emotion === 'joy' ? 0.75 : 0.05 }));
  job.numbers.forEach(() => {
    job.readings.push({ label: 'joy', scores, truncated: false });
  });
  return exportOf(job, form);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const tableOf = (separator: string, end: string): string =>
  ['id,text', ...TEXTS.map((text, i) => `${String(i)},${quoted(text)}`)].map((line) => line.replace(',', separator)).join(end);
const latin = (text: string): BlobPart =>
  Uint8Array.from(text, (character) => ({ '€': 0x80, '–': 0x96 })[character] ?? character.charCodeAt(0));

const ROWS = [['id', 'text'], ...TEXTS.map((text, i) => [i, text])];
const FILES: Readonly<Record<string, () => Promise<BlobPart> | BlobPart>> = {
  'a.csv': () => tableOf(',', '\n'),
  'german.csv': () => latin(tableOf(';', '\r\n')),
  'a.tsv': () => tableOf('\t', '\n'),
  'carets.csv': () => tableOf('^', '\n'),
  'hive.txt': () => tableOf('\x01', '\n'),
  'blanks.txt': () => ['"id" "text"', ...TEXTS.map((text, i) => `${String(i)} ${quoted(text)}`)].join('\n'),
  'apostrophes.csv': () => ['id,text', ...TEXTS.map((text, i) => `${String(i)},'${text.replaceAll("'", "''")}'`)].join('\n'),
  'outfile.txt': () =>
    ['id,text', ...TEXTS.map((text, i) => `${String(i)},${text.replace(/[\\\n,\t]/g, '\\$&')}`)]
      .join('\n')
      .replaceAll(/(?<!\\),/g, '\t')
      .replaceAll('\\,', ','),
  'split.json': () => JSON.stringify({ columns: ['id', 'text'], index: [0, 1, 2], data: TEXTS.map((text, id) => [id, text]) }),
  'a.json': () => JSON.stringify(TEXTS.map((text, id) => ({ id, text }))),
  'a.jsonl': () => TEXTS.map((text, id) => JSON.stringify({ id, text })).join('\n'),
  'a.xlsx': async () => (await writeXlsx({ sheets: [{ name: 'S', rows: ROWS }] })) as Uint8Array<ArrayBuffer>,
  'a.ods': async () => (await writeOds({ sheets: [{ name: 'S', rows: ROWS }] })) as Uint8Array<ArrayBuffer>,
  'chat.txt': () => TEXTS.map((text, i) => `[05/03/2024, 21:1${String(i)}:44] Lee: ${text}`).join('\n'),
};

test.each(Object.keys(FILES))('%s is saved in every form, and each opens again with its texts and labels', async (name) => {
  const content = await FILES[name]?.();
  for (const form of FORMS.filter((form) => form !== 'parquet')) {
    const { blob, name: savedName } = await saved(name, content ?? '', form);
    const source = await openSource(new File([blob], savedName));
    const { text, columns } = await previewOf(source);
    expect([name, form, text, columns.includes('emotion_tag_surprise')]).toEqual([name, form, 'text', true]);
    const told: unknown[] = [];
    for await (const batch of rowsOf(source))
      for (const row of batch.map((one) => withText(one, text)))
        told.push(row.kind === 'row' ? [row.text, row.fields.emotion_tag] : row.why);
    expect(told, `${name} as ${form}`).toEqual(TEXTS.map((text) => [text, 'joy']));
  }
});
