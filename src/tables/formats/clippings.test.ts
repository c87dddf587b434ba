import { expect, test } from 'vitest';
import { read } from '../../../testbed/read-table';

const END = '==========';
const PLACES: Readonly<Record<string, string>> = {
  English: '- Your Highlight on page 5 | location 50-52 | Added on Friday, March 1, 2024 9:41:00 PM',
  'older English': '- Highlight Loc. 50-52  | Added on Friday, March 01, 2024, 09:41 PM',
  German: '- Ihre Markierung auf Seite 5 | bei Position 50-52 | Hinzugefügt am Freitag, 1. März 2024 21:41:00',
  Spanish: '- La subrayado en la página 5 | posición 50-52 | Añadido el viernes, 1 de marzo de 2024 21:41:00',
  French: '- Votre surlignement à la page 5 | emplacement 50-52 | Ajouté le vendredi 1 mars 2024 21:41:00',
  Portuguese: '- Seu destaque na página 5 | posição 50-52 | Adicionado: sexta-feira, 1 de março de 2024 21:41:00',
  Japanese: '- 5ページ|位置No. 50-52のハイライト |作成日: 2024年3月1日金曜日 21:41:00',
  Chinese: '- 您在第 5 页（位置 #50-52）的标注 | 添加于 2024年3月1日星期五 下午9:41:00',
};

test.each(Object.entries(PLACES))('a marked text is a row with its book and date, in %s', async (_, place) => {
  const one = (text: string): string => `A Book: of Hope (Lee, Kim)\r\n${place}\r\n\r\n${text}\r\n${END}\r\n`;
  const { source, texts, rows, date, account } = await read(
    'My Clippings.txt',
    `\ufeff${one('so glad\r\nand more')}\ufeff${one('')}${one('well')}`,
  );
  expect([source.format, date, texts]).toEqual(['clippings', 'date', ['so glad\nand more', '', 'well']]);
  expect(rows.map((row) => row.kind === 'row' && row.fields.book)).toEqual(Array(3).fill('A Book: of Hope (Lee, Kim)'));
  expect([account.lines, account.inRows]).toEqual([16, 16]);
});

test('a file that ends in the middle of one has it, and prose with a line drawn in it is none', async () => {
  const head = `Book (Kim)\n${PLACES.English ?? ''}\n\n`;
  expect((await read('My Clippings.txt', `${head}so glad\n${END}\n${head}well the`)).texts).toEqual(['so glad', 'well the']);
  expect((await read('a.txt', `My day\n- shops | milk\n${END}\nso glad\n`)).source.format).toBe('text');
});
