/** Files in files. */
import { expect, test } from 'vitest';
import { read } from '../../testbed/read-table';
import { zip } from '../../testbed/zip';
import { copyOf, openSource } from './source';

test('a ZIP file with one file that is read here is that file; of several it is the largest, or the one that is chosen', async () => {
  const csv = 'id,text\n1,I am so glad\n';
  expect((await read('a.zip', await zip({ 'export/a.csv': csv, '__MACOSX/._a.csv': 'x' }))).texts).toEqual(['I am so glad']);
  const several = new File([await zip({ 'in/b.csv': `${csv}2,they came\n`, 'a.csv': csv, 'c.png': 'x' })], 'a.zip');
  const source = await openSource(several);
  expect(source).toMatchObject({ file: { name: 'b.csv' }, archive: { name: 'in/b.csv', names: ['a.csv', 'in/b.csv'] } });
  expect(await openSource(several, 'a.csv')).toMatchObject({ file: { name: 'a.csv' }, archive: { name: 'a.csv' } });
  expect((await copyOf(source)).archive).toBeUndefined();
  await expect(openSource(new File([await zip({ 'a.png': csv })], 'a.zip'))).rejects.toThrow('holds no file that is read here');
});

test('what is packed twice, or with gzip, is unpacked; a page or a spreadsheet in XML is named as what it is', async () => {
  const packed = new Response(new Blob(['id,text\n1,so glad\n2,they came']).stream().pipeThrough(new CompressionStream('gzip')));
  expect(await read('a.csv.gz', await packed.blob())).toMatchObject({ texts: ['so glad', 'they came'] });
  const inside = await zip({ 'a.csv': 'id,text\n1,so glad\n' });
  expect(await read('a.zip', await zip({ 'b.zip': inside }))).toMatchObject({ texts: ['so glad'] });
  const often = await zip({ 'd.zip': await zip({ 'c.zip': await zip({ 'b.zip': inside }) }) });
  await expect(openSource(new File([often], 'a.zip'))).rejects.toThrow('packed too often');
  for (const start of [
    '<?xml version="1.0"?><rows/>',
    '{\\rtf1 so glad}',
    '<html><table>',
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>',
  ])
    await expect(openSource(new File([start], 'a.xls'))).rejects.toThrow('whatever its name says');
});

// fault: files | a ZIP file that unpacks to more than 100 MB; a table of 10,000 columns | generated files | a sentence, before it is unpacked | nothing
test('bombs are refused before they are unpacked', async () => {
  const much = new Uint8Array(120e6);
  await expect(openSource(new File([await zip({ 'a.csv': much })], 'a.zip'))).rejects.toThrow('more than 100 MB unpacked');
  await expect(openSource(new File([await zip({ '[Content_Types].xml': '', 'word/document.xml': '' })], 'a.docx'))).rejects.toThrow(
    'a.docx is no spreadsheet inside',
  );
  const columns = Array.from({ length: 10_000 }, (_, i) => `c${String(i)}`).join();
  await expect(read('wide.csv', `${columns}\n${columns}\n`)).rejects.toThrow('10,000 columns, and 2,000 are the most');
  const members = JSON.stringify(Object.fromEntries(columns.split(',').map((name) => [name, 'so glad'])));
  await expect(read('wide.json', `[${members},${members}]`)).rejects.toThrow('10,000 columns, and 2,000 are the most');
});

test('one cell far to the right of a sheet costs its row and no other', async () => {
  const far = Array.from({ length: 16_384 }, (_, i) => (i === 0 ? 'so glad' : i === 16_383 ? 'far' : ''));
  const { texts } = await read('far.csv', `text,id\nthey came,1\n${far.join(',')}\nat three,3\n`);
  expect(texts).toEqual(['they came', 'it has 16384 cells, and there are 2 columns', 'at three']);
});
