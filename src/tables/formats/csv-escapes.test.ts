/** Tables in which a backslash, and no mark, says what belongs to a cell: MySQL's `INTO OUTFILE`, PostgreSQL's `COPY`, Markdown. */
import { expect, test } from 'vitest';
import { read } from '../../../testbed/read-table';

const TEXTS = ['so glad it came', 'one line\nand another', 'a tab\there', 'a \\ and a "mark"', 'well, yes', 'at three'];
const day = (i: number): string => `2024-03-0${String(i + 1)} 10:11:12`;

/** MySQL writes the character itself behind the backslash, PostgreSQL a letter for it. */
const WRITERS: Readonly<Record<string, (text: string) => string>> = {
  MySQL: (text) => text.replace(/[\\\t\n]/g, '\\$&'),
  PostgreSQL: (text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t'),
};

test.each(Object.keys(WRITERS))('%s: a backslash keeps line ends, tabs and itself in their cell', async (name) => {
  const write = WRITERS[name] ?? String;
  for (const [file, heading] of [
    ['dump.txt', ''],
    ['dump.tsv', 'id\tbody\tat\tnote\n'],
  ] as const) {
    const rows = TEXTS.map((text, i) => `${String(i)}\t${write(text)}\t${day(i)}\t\\N`);
    const seen = await read(file, `${heading}${rows.join('\n')}\n${name === 'MySQL' ? '' : '\\.\n'}`);
    expect(seen.texts).toEqual(TEXTS);
    expect(seen.date).toBe(heading ? 'at' : 'Column 3');
  }
});

test('between marks too, and before commas where nothing has marks', async () => {
  const quoted = TEXTS.map((text, i) => `${String(i)},"${text.replace(/[\\\n"]/g, '\\$&')}",${i === 3 ? '\\N' : `"${day(i)}"`}`);
  expect((await read('dump.csv', quoted.join('\n'))).texts).toEqual(TEXTS);
  const bare = TEXTS.map((text, i) => `${String(i)},${text.replace(/[\\\n,]/g, '\\$&')},${day(i)}`);
  expect((await read('dump.csv', bare.join('\r\n').replaceAll('\\\n', '\\\r\n'))).texts).toEqual(
    TEXTS.map((text) => text.replace('\n', '\r\n')),
  );
});

test('of twenty thousand such rows none is lost, wherever pieces cut them, nor the last one by its backslash', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${String(i)}\tso\\\nglad \\\\ ${'x'.repeat(i % 7)}`);
  const { texts } = await read('dump.txt', `${rows.join('\n')}\n20000\twell\\`);
  expect(texts).toHaveLength(20_001);
  expect(texts.at(-1)).toBe('well\\');
  expect(texts.slice(0, -1)).toEqual(rows.map((_, i) => `so\nglad \\ ${'x'.repeat(i % 7)}`));
});

test('a backslash that no data base writes is one', async () => {
  for (const text of ['¯\\_(ツ)_/¯ so\\n', 'in C:\\new\\table', 'a\\b or \\c\\n'])
    expect((await read('a.tsv', `id\ttext\n1\t${text}\n2\tso glad\n3\twell then\n`)).texts[0]).toBe(text);
});
