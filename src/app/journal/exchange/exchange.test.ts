import { afterEach, expect, test, vi } from 'vitest';
import { speak } from '../../words/speech';
import type { Saying } from '../../words/saying';
import type { Entry } from '../entry';
import { toDayOne } from './day-one';
import { importFiles } from './import';
import { toJson } from './json';
import { toMarkdown } from './markdown';

const entry = (at: string, text: string): Entry => ({
  id: `id of ${text.slice(0, 10)}`,
  at,
  text,
  reading: {
    model: 'm',
    isForeign: false,
    isCut: false,
    sentences: [{ start: 0, end: text.length, label: 'joy', score: 0.9 }],
  },
  revision: 3,
});

/** Newest first, as a journal gives them; with whatever makes formats stumble. */
const ENTRIES = [
  entry('2026-11-27T13:50', 'What a day!\n\n## 2026-01-01 is only a heading of mine\n\\# 2026-01-01 too\n<!-- mood: mine -->'),
  entry('2026-11-26T23:59', '“Quotes”, a \\ and\ttabs – {"at": "2020-01-01T12:00"} 😀'),
  entry('1999-02-28T00:00', '# Title\n- list'),
];

const file = (name: string, content: string): File => new File([content], name);
const told = (problems: readonly Saying[]): string[] => problems.map((problem) => problem());
const day = (entries: readonly Pick<Entry, 'at' | 'text'>[]): { at: string; text: string }[] =>
  entries.map(({ at, text }) => ({ at, text }));

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('its own file brings back all of it, readings too', async () => {
  const { entries, problems } = await importFiles([file('journal.json', await toJson(ENTRIES, 'm'))], []);
  expect(problems).toEqual([]);
  expect(entries).toEqual(ENTRIES.map((entry) => ({ ...entry, revision: 0 })));
});

test('Markdown brings back each day, time and text, whatever stands in the text', async () => {
  const { entries, problems } = await importFiles([file('journal.md', await toMarkdown(ENTRIES))], []);
  expect(problems).toEqual([]);
  expect(day(entries)).toEqual(day([...ENTRIES].reverse()));
});

test('Day One’s file brings back each day, time and text', async () => {
  const { entries, problems } = await importFiles([file('Journal.json', await toDayOne(ENTRIES))], []);
  expect(problems).toEqual([]);
  expect(day(entries).map(({ at }) => at)).toEqual(ENTRIES.map(({ at }) => at));
});

test('an entry of Day One stays on the day that it had where it was written', async () => {
  const text = JSON.stringify({
    metadata: { version: '1.0' },
    entries: [
      { uuid: 'A', creationDate: '2026-11-26T16:30:00Z', timeZone: 'Asia/Tokyo', text: '![](dayone-moment://1)\n\nDinner\\.' },
      { uuid: 'B', creationDate: 'some day', text: 'x' },
      { uuid: 'C', creationDate: '2026-11-26T16:30:00Z', text: '![](dayone-moment://2)' },
    ],
  });
  const { entries, problems } = await importFiles([file('Journal.json', text)], []);
  expect(entries).toMatchObject([{ id: 'A', at: '2026-11-27T01:30', text: 'Dinner.' }]);
  expect(told(problems)).toEqual([
    'Entry 2 was left out: it has no date that can be read.',
    'Entry 3 was left out: it has no text besides its pictures.',
  ]);
});

test('what is in the journal already is not taken twice, in whichever format it comes', async () => {
  const files = [
    file('a.json', await toJson(ENTRIES, 'm')),
    file('b.md', await toMarkdown(ENTRIES)),
    file('c.json', await toDayOne(ENTRIES)),
  ];
  const { entries, known } = await importFiles(files, ENTRIES);
  expect(entries).toEqual([]);
  expect(known).toBe(9);
});

test('an entry that was changed since the file was saved stays, and the file’s stands beside it', async () => {
  const [first] = ENTRIES;
  const changed = { ...first, text: 'changed' } as Entry;
  const { entries } = await importFiles([file('a.json', await toJson(ENTRIES.slice(0, 1), 'm'))], [changed]);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.id).not.toBe(changed.id);
});

// fault: journal | an imported journal is cut off | a sliced file | "An entry is damaged or cut off" | each whole entry
test('a file that is cut off brings what is whole, and tells of the rest', async () => {
  const whole = await toJson(ENTRIES, 'm');
  const { entries, problems } = await importFiles([file('a.json', whole.slice(0, whole.indexOf('list')))], []);
  expect(day(entries)).toEqual(day(ENTRIES.slice(0, 2)));
  expect(told(problems)).toEqual(['An entry is damaged or cut off.']);
});

// fault: journal | an entry in the middle of an imported journal is broken | a missing quotation mark | the same | all others
test('an entry that is broken in the middle costs no other', async () => {
  const broken = (await toJson(ENTRIES, 'm')).replace('"at":"2026-11-26T23:59"', '"at":"2026-11-26T23:59');
  const { entries, problems } = await importFiles([file('a.json', broken)], []);
  expect(entries.map(({ at }) => at)).toEqual(['2026-11-27T13:50', '1999-02-28T00:00']);
  expect(told(problems)).toEqual(['An entry is damaged or cut off.']);
});

test('entries without a day of the calendar, or without words, are named by their number', async () => {
  const text = JSON.stringify({
    entries: [
      { at: '2026-02-30T12:00', text: 'x' },
      { at: '2026-02-03T12:00', text: ' ' },
      7,
      { at: '2026-02-03T12:00', text: 'good' },
    ],
  });
  const { entries, problems } = await importFiles([file('a.json', text)], []);
  expect(entries).toMatchObject([{ text: 'good' }]);
  expect(told(problems).map((problem) => problem.slice(0, 7))).toEqual(['Entry 1', 'Entry 2', 'Entry 3']);
});

test('a reading that is not what this page writes is left out, and its entry taken', async () => {
  const spans = [{ start: 0, end: 99, label: 'joy', score: 1 }];
  const text = JSON.stringify([{ at: '2026-02-03T12:00', text: 'short', reading: { model: 'm', sentences: spans } }]);
  expect((await importFiles([file('a.json', text)], [])).entries).toMatchObject([{ text: 'short', reading: null }]);
});

test('notes that are named by their day are entries of it', async () => {
  const files = [
    file('2026-03-04.md', 'A note\r\n\r\nof two paragraphs\r\n'),
    file('note.md', '---\ntitle: x\ndate: 2026-03-05\n---\nDated inside'),
    file('2026-03-06.md', '---\ntitle: x\n---\n'),
  ];
  const { entries, problems } = await importFiles(files, []);
  expect(day(entries)).toEqual([
    { at: '2026-03-04T12:00', text: 'A note\n\nof two paragraphs' },
    { at: '2026-03-05T12:00', text: 'Dated inside' },
  ]);
  expect(told(problems)).toEqual(['2026-03-06.md: It has a date and no text.']);
});

test('a heading with a day that does not exist is named with its line', async () => {
  const { entries, problems } = await importFiles([file('a.md', '## 2026-02-30\nx\n\n## 2026-02-28 – a good day\ny')], []);
  expect(day(entries)).toEqual([{ at: '2026-02-28T12:00', text: 'y' }]);
  expect(told(problems)).toEqual(['Entry 1 (line 1) was left out: there is no 2026-02-30 12:00.']);
});

test.each([
  ['picture.png', '\u0000\u0001', 'not a text file'],
  ['export.zip', 'PK\u0003\u0004…', 'unpack it'],
  ['recipes.json', '{"recipes": []}', 'no list of entries'],
  ['broken.json', '{"recipes": [', 'no entry in it is whole'],
  ['shopping.md', 'milk', 'no headings'],
  ['recipe.json', '"milk"', 'no list of entries'],
  ['notes.json', 'milk', 'no entry in it is whole'],
  ['empty.json', '', 'The file is empty.'],
  ['blank.json', ' \r\n\t\n', 'The file is empty.'],
  ['mark.json', '\uFEFF\n', 'The file is empty.'],
  ['2026-03-06.md', '  ', 'The file is empty.'],
])('%s is left out, with why', async (name, content, why) => {
  const { entries, problems } = await importFiles([file(name, content)], []);
  expect(entries).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.()).toContain(`${name} was left out.`);
  expect(problems[0]?.()).toContain(why);
});

test('a file that is left out is named once, among others too', async () => {
  const { problems } = await importFiles([file('empty.json', ''), file('a.json', '[7]')], []);
  expect(told(problems)).toEqual(['empty.json was left out. The file is empty.', 'a.json: Entry 1 was left out: it is no entry.']);
});

test('what is told of the files is told in the language that is spoken when it is shown', async () => {
  vi.stubGlobal('document', { documentElement: {} });
  const files = [file('empty.json', ''), file('a.json', '[7, {"at": 1}, {"creationDate": 1}]'), file('a.md', '## 2026-02-30\nx')];
  const { problems } = await importFiles(files, []);
  const english = told(problems);
  await speak('de');
  const german = told(problems);
  await speak('en');
  expect(german).toEqual([
    'empty.json wurde ausgelassen. Die Datei ist leer.',
    'a.json: Eintrag 1 wurde ausgelassen: er ist kein Eintrag.',
    'a.json: Eintrag 2 wurde ausgelassen: er hat kein lesbares Datum.',
    'a.json: Eintrag 3 wurde ausgelassen: er hat kein lesbares Datum.',
    'a.md: Eintrag 1 (Zeile 1) wurde ausgelassen: es gibt keinen 2026-02-30 12:00.',
  ]);
  expect(told(problems)).toEqual(english);
});
