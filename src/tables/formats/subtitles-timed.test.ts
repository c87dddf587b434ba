/** What is said with its time, in other files than those of films: captions, lyrics, recognisers, pages of videos. */
import { expect, test } from 'vitest';
import { read } from '../../../testbed/read-table';

const TEXTS = ['so glad it came', 'they never answer', 'it is at three', 'well then'];
const lined = (row: (text: string, i: number) => string, end = '\n'): string => TEXTS.map(row).join(end);

const FILES: Readonly<Record<string, string>> = {
  'captions.sbv': lined((text, i) => `0:00:0${String(i)}.599,0:00:0${String(i)}.900\n${text}\n`),
  'windows.sbv': lined((text, i) => `0:00:0${String(i)}.599,0:00:0${String(i)}.900\r\n${text}\r\n`, '\r\n'),
  'song.lrc': `[ar:Kim]\n[ti:Song: a joy]\n[length:03:12]\n\n${lined((text, i) => `[00:0${String(i)}.50]${text}`)}`,
  'words.lrc': lined((text, i) => `[00:0${String(i)}.50][01:0${String(i)}.50] <00:0${String(i)}.50> ${text}`),
  'whisper.txt': lined((text, i) => `[00:0${String(i)}.000 --> 00:0${String(i)}.500]   ${text}`),
  'video.txt': lined((text, i) => `0:0${String(i)}\n${text}`),
  'apart.txt': `Transcript\n${lined((text, i) => `\n(0:0${String(i)})\n\n${text}`)}\n`,
  'line.txt': lined((text, i) => `0:0${String(i)} ${text}`),
};

test.each(Object.keys(FILES))('%s: what is said at a time is a row', async (name) => {
  const { source, texts, rows, columns } = await read(name, FILES[name] ?? '');
  expect([source.format, texts]).toEqual(['subtitles', TEXTS]);
  expect(columns).toEqual(['start', 'end', 'speaker', 'text']);
  expect(rows.map((row) => row.kind === 'row' && /0:0\d/.test(String(row.fields.start)))).toEqual(TEXTS.map(() => true));
});

test('a text of several lines belongs together, and what has a time here and there is none of it', async () => {
  expect((await read('a.sbv', '0:00:01.000,0:00:02.000\nso\nglad\n\n0:00:03.000,0:00:04.000\nwell\n')).texts).toEqual([
    'so\nglad',
    'well',
  ]);
  for (const content of [
    'At 10:30 I left.\n10:45 was late.\nThen home, and so to bed.\n',
    '[00:01:02] Kim: so glad\n[00:01:03] Lee: well\n[00:01:04] Kim: yes\n',
  ])
    expect((await read('a.txt', content)).source.format).not.toBe('subtitles');
  expect((await read('a.csv', '10:30,so glad\n10:31,well\n10:32,yes\n')).source.format).toBe('csv');
});
