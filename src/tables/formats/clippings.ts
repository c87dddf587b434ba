/** What somebody marked in books on an e-reader: Kindle's "My Clippings.txt". */
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import { MOST_BYTES, type Format } from './format';
import { tooLong } from './line-rows';
import { linesOf } from './lines';

const END = /^\s*={10}\s*$/;
/** "- Your Highlight on page 5 | location 50-52 | Added on Friday, March 1, 2024 9:41:00 PM", in any language. */
const PLACE = /^\ufeff?\s*-\s.*\|\s*(?<added>[^|]*\d[^|]*)$/;
const COLUMNS = ['date', 'book', 'place', 'text'];

interface Clipping {
  readonly number: number;
  readonly lines: string[];
}

function rowOf({ number, lines }: Clipping, ends: number): Row {
  const [book = '', place = '', ...texts] = lines;
  // The words before the day differ from language to language; a day begins with a number or the name of a weekday.
  const added = (PLACE.exec(place)?.groups?.added ?? '').trim();
  const date = added.replace(
    /^(?:added on|hinzugefügt am|añadido el|ajouté le|adicionado:?|aggiunto in data|toegevoegd op|作成日:?|添加于)\s*/i,
    '',
  );
  const fields = {
    date,
    book: book.replace(/^\ufeff/, '').trim(),
    place: place.replace(/^\s*-\s*|\s*\|[^|]*$/g, ''),
    text: texts.join('\n').trim(),
  };
  return { kind: 'row', number, lines: lines.length + ends, columns: COLUMNS, fields };
}

export const clippings: Format = {
  name: 'clippings',
  title: 'clippings',
  says: 'What was marked in books on an e-reader is a row, with its book and date.',
  endings: ['txt'],
  types: [],
  unit: 'line',
  mostBytes: MOST_BYTES,
  isOne: ({ text }) => {
    const [, place = '', ...rest] = text.split(/\r\n|\n|\r/, 200);
    return PLACE.test(place) && rest.some((line) => END.test(line));
  },
  layoutOf: () => ({}),
  async *rows({ file, encoding }, account) {
    let open: Clipping | null = null;
    let number = 0;
    for await (const lines of linesOf(account.counting(piecesOf(file, encoding)))) {
      const rows: Row[] = [];
      for (const line of lines) {
        number++;
        if (line === null) {
          // What stood around it is one clipping no more.
          if (open) rows.push(rowOf(open, 0));
          open = null;
          rows.push(tooLong(number));
        } else if (END.test(line)) {
          if (open) rows.push(rowOf(open, 1));
          else account.put('above', 1);
          open = null;
        } else if (open) open.lines.push(line);
        else if (line.trim() === '') account.put('blank', 1);
        else open = { number, lines: [line] };
      }
      yield rows;
    }
    if (open) yield [rowOf(open, 0)];
  },
};
