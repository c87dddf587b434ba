/** JSON but for how it is written: by Python, in JavaScript, as the dump of a data base. */
import { expect, test } from 'vitest';
import { read } from '../../../testbed/read-table';
import { Literals } from './literals';
import { Dump } from './sql';

const TEXTS = ["It's so glad", 'they said "never"', 'a\nb \\ c', 'at three'];
const python = (text: string): string =>
  text.includes("'") ? JSON.stringify(text) : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')}'`;
const row = (text: string, i: number): string =>
  `{'id': ${String(i)}, 'text': ${python(text)}, 'ok': True, 'none': None, 'at': datetime.datetime(2024, 3, ${String(i + 1)}, 9, 5)}`;
const sql = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll("'", "''")}'`;
const tuple = (text: string, i: number): string => `(${String(i)}, ${sql(text)}, '2024-03-0${String(i + 1)} 09:05:00', NULL)`;

const WRITTEN: Readonly<Record<string, string>> = {
  'list.txt': `[${TEXTS.map(row).join(', ')}]`,
  'printed.txt': `[${TEXTS.map(row).join(',\n ').replaceAll(", 'text'", ",\n  'text'")}]\n`,
  'lines.txt': TEXTS.map(row).join('\n'),
  'old.json': TEXTS.map((text, i) => row(text, i).replaceAll("'id'", "u'id'").replaceAll("'text'", "u'text'")).join('\n'),
  'data.py': `rows = [\n${TEXTS.map((text, i) => `    ${row(text, i)},  # no. ${String(i)}`).join('\n')}\n]\n`,
  'spark.txt': `[${TEXTS.map((text, i) => `Row(id=${String(i)}, text=${python(text)}, at=datetime.datetime(2024, 3, ${String(i + 1)}, 9, 5))`).join(', ')}]`,
  'data.js': `export default [\n${TEXTS.map((text, i) => `  { id: ${String(i)}, text: \`${text.replaceAll('\\', '\\\\')}\`, at: new Date('2024-03-0${String(i + 1)} 09:05'), },`).join('\n')}\n];\n`,
  'mysql.sql': `-- MySQL dump\n\nCREATE TABLE \`notes\` (\n  \`id\` decimal(5,2) NOT NULL,\n  \`text\` text,\n  \`at\` datetime,\n  \`n\` int,\n  PRIMARY KEY (\`id\`)\n);\nINSERT INTO \`notes\` VALUES ${TEXTS.map(tuple).join(',')};\nUNLOCK TABLES;\n`,
  'admin.sql': `/* x */\nINSERT INTO \`users\` (\`id\`) VALUES (1);\nINSERT INTO \`notes\` (\`id\`, \`text\`, \`at\`, \`n\`) VALUES\n${TEXTS.map(tuple).join(',\n')};\n`,
  'lite.sql': `BEGIN TRANSACTION;\nCREATE TABLE notes(id INTEGER, text TEXT, at TEXT, n INT);\n${TEXTS.map((text, i) => `INSERT INTO notes VALUES${tuple(text, i)};`).join('\n')}\nCOMMIT;\n`,
  'server.sql': `USE [db]\nGO\n${TEXTS.map((text, i) => `INSERT [dbo].[notes] ([id], [text], [at]) VALUES (${String(i)}, N${sql(text)}, CAST(N'2024-03-0${String(i + 1)}T09:05:00' AS DateTime));`).join('\n')}\n`,
  'postgres.sql': `--\n-- PostgreSQL database dump\n--\n\nSET x = 0;\n\nCOPY public.notes (id, text, at) FROM stdin;\n${TEXTS.map((text, i) => `${String(i)}\t${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\t2024-03-0${String(i + 1)} 09:05:00`).join('\n')}\n\\.\n\n\n--\n-- complete\n--\n`,
};

test.each(Object.keys(WRITTEN))('%s: its entries are rows', async (name) => {
  const { texts, text, date } = await read(name, WRITTEN[name] ?? '');
  expect([text, date, texts]).toEqual(['text', 'at', TEXTS]);
});

test('tuples are rows without names, and texts in a list are rows', async () => {
  for (const content of [
    `[${TEXTS.map((text, i) => `(${String(i)}, ${python(text)})`).join(', ')}]`,
    TEXTS.map((text, i) => `(${String(i)}, ${python(text)})`).join('\n'),
    `[${TEXTS.map(python).join(', ')}]`,
  ])
    expect((await read('a.txt', content)).texts).toEqual(TEXTS);
});

test('it does not matter where pieces cut them', () => {
  for (const [name, content] of Object.entries(WRITTEN)) {
    const make = (): Literals | Dump => (name.endsWith('.sql') ? new Dump() : new Literals());
    const whole = make().take(content, true);
    for (const size of [1, 3, 50]) {
      const cut = make();
      const pieces = content.match(new RegExp(`.{1,${String(size)}}`, 'gsu')) ?? [];
      expect(pieces.map((piece) => cut.take(piece)).join('') + cut.take('', true), name).toBe(whole);
    }
  }
});

test('a text that never ends, or is longer than any row, costs its own row', async () => {
  const told = async (text: string): Promise<unknown[]> =>
    (await read('a.txt', `[{'text': 'so glad'}, {'text': '${text}`)).rows.map((row) =>
      row.kind === 'row' ? row.fields.text : row.why,
    );
  expect(await told('well')).toEqual(['so glad', 'the file ends in the middle of it']);
  expect(await told('well '.repeat(2_200_000))).toEqual(['so glad', 'the file ends in the middle of it']);
  expect(await told(`${'well '.repeat(2_200_000)}'}, {'text': 'at three'}]`)).toEqual([
    'so glad',
    'it is longer than ten million characters',
    'at three',
  ]);
});

test('prose in brackets, and JSON as it should be, are what they were', async () => {
  expect((await read('a.txt', '(So he said: never)\n[and left]\n{well}\n')).source.format).toBe('text');
  expect((await read('a.json', '[{"text": "so glad"}, {"text": "it\'s NaN"}]')).source.layout.way).toBeUndefined();
  expect((await read('a.json', '// exported\n[\n{"text": "so glad"},\n{"text": "well"},\n]')).texts).toEqual(['so glad', 'well']);
});
