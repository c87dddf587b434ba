import { expect, test } from 'vitest';
import { read } from '../../testbed/read-table';
import { guessedEncoding } from './encoding-guess';

/** A text in an encoding of single bytes, by what this platform reads them as. */
function encoded(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (character) => table.indexOf(character));
}

test.each([
  ['macintosh', 'I don’t like the café, it’s “déjà vu” – so'],
  ['macintosh', 'well\r\nI don’t know\r\nat three'],
  ['macintosh', 'Müller said: schön, naïve señor'],
  ['windows-1252', 'I don’t like the café, it’s “déjà vu” – so'],
  ['windows-1252', 'Grüße aus Köln, ÄRGER und Übermut'],
  ['windows-1252', 'ÉCOLE à Évry, SEÑOR, ça “va”'],
  ['windows-1252', 'don’t'],
  ['windows-1252', 'caf\xe9'],
  ['windows-1251', 'дата;отзыв\n1;так и есть, спасибо\n'],
  ['windows-1251', 'Дата,Имя,text\n1,2,so glad\n'],
])('%s is guessed of %j', (encoding, text) => {
  expect(guessedEncoding(encoded(text, encoding))).toBe(encoding);
});

test('an apostrophe of a Mac is one in the texts of a table, and it is said that this is a guess', async () => {
  const { source, texts } = await read('a.csv', encoded('id,text\r1,I don’t know\r2,so glad\r', 'macintosh'));
  expect([source.encoding, source.isGuess, texts]).toEqual(['macintosh', true, ['I don’t know', 'so glad']]);
});
