/** A document of JSON, or a script that assigns one: the entries of one of its lists are the rows. */
import { FileProblem } from '../file-problem';
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import type { Layout } from '../layout';
import { MOST_BYTES, type Format, type Start } from './format';
import { jsonRow } from './json-lines';
import { JsonScanner, jsonStart, type Met } from './json-scanner';

/** Values that follow one another, in no list. */
const SEQUENCE = '(one after another)';
/** The list is the document. */
const ALL = '(all of it)';

export const json: Format = {
  name: 'json',
  title: 'JSON document',
  says: 'A list of objects or texts, wherever it stands in the document.',
  endings: ['json', 'js'],
  types: ['application/json'],
  unit: 'entry',
  mostBytes: MOST_BYTES,
  isOne: ({ text }) => /^(?:\{\s*["}]|\[\s*[{["\]])/.test(text.slice(jsonStart(text), jsonStart(text) + 10_000).trimStart()),
  layoutOf,
  async *rows({ file, encoding, layout }, account) {
    const scanner = new JsonScanner(layout.list === SEQUENCE ? null : layout.list === ALL ? '' : layout.list);
    let number = 0;
    let isFirst = true;
    for await (const piece of piecesOf(file, encoding)) {
      const rows: Row[] = [];
      for (const entry of scanner.take(isFirst ? piece.slice(jsonStart(piece)) : piece)) rows.push(jsonRow(entry, ++number));
      isFirst = false;
      yield rows;
    }
    account.lines = scanner.entries;
    if (scanner.rest !== null) yield [{ kind: 'broken', number: number + 1, lines: 1, why: 'the file ends in the middle of it' }];
  },
};

/** More lists than this are no choice. */
const MOST_OFFERED = 12;

function layoutOf({ text }: Start, file: File): Partial<Layout> {
  const scanner = new JsonScanner('\0'); // no list: all of them are met
  // It gives nothing; what it meets is what counts.
  scanner.take(text.slice(jsonStart(text))).next();
  const met = [...scanner.lists.values()].filter(({ told }) => told > 0);
  if (met.length === 0) {
    if (/^\s*\{/.test(text)) return { list: SEQUENCE };
    throw new FileProblem(`${file.name} is JSON without a list of objects or texts in it.`);
  }
  const list = listOf(met);
  const offered = [list, ...met.filter((one) => one.told > 1 && one !== list).sort((a, b) => b.told - a.told)].slice(
    0,
    MOST_OFFERED,
  );
  return { list: nameOf(list), lists: offered.map(nameOf) };
}

const nameOf = ({ path }: Met): string => (path === '' ? ALL : path);

/** The outermost list, unless it is short and a longer one is in it. */
function listOf(met: readonly Met[]): Met {
  const [outer, ...inner] = [...met].sort((a, b) => a.depth - b.depth || b.told - a.told);
  if (!outer) throw new RangeError('No list was met');
  const [longest] = inner.sort((a, b) => b.told - a.told);
  return longest && outer.told <= 2 && longest.told > 3 ? longest : outer;
}
