/** Which of the lists in a document has the rows: what people say in its entries tells. */
import { isText } from '../text-column';
import { textIn, type Fields } from '../row';
import type { Met } from './json-scanner';
import { JsonScanner, jsonStart } from './json-scanner';
import { valueOf } from './json-value';

/** So many entries of a list tell. */
const LOOKED_AT = 20;
/** Fewer words than these, in most entries, are names and kinds. */
const FEW_WORDS = 3;

/** The outermost list whose entries say something; else the outermost, unless it is short and a longer one is in it. */
export function listOf(met: readonly Met[], text: string): Met {
  const sorted = [...met].sort((a, b) => a.depth - b.depth || b.told - a.told);
  const [outer, ...inner] = sorted;
  if (!outer) throw new RangeError('No list was met');
  if (inner.length === 0) return outer;
  const scanned = text.slice(jsonStart(text));
  const telling = sorted.slice(0, MOST_TRIED).find((one) => !isRow(one) && wordsIn(scanned, one) >= FEW_WORDS);
  if (telling) return telling;
  const [longest] = inner.filter((one) => !isRow(one) && isLong(one)).sort((a, b) => b.told - a.told);
  return longest && outer.told <= 2 ? longest : outer;
}

/** Each is gone through. */
const MOST_TRIED = 12;

/** Lists of words in many entries are those of tags and the like. */
const isLong = ({ path, objects, told }: Met): boolean => (path.includes('*') ? objects : told) > 3;

/** Whether it is a list of values in another list: a row of a table. */
const isRow = ({ path, objects, told }: Met): boolean => /(?:^|\.)\*$/.test(path) && objects < told;

/** Words of an entry, in that of its texts that has most of them. */
function wordsIn(text: string, { spans }: Met): number {
  const words = new Map<string, number>();
  const met = new Set<string>(); // what comes again and again is a kind of something
  let entries = 0;
  for (const entry of entriesOf(text, spans)) {
    if (entry === null) continue;
    for (const [way, said] of textsIn(valueIn(entry))) {
      if (!met.has(said)) words.set(way, (words.get(way) ?? 0) + said.split(/\s+/).length);
      met.add(said);
    }
    if (++entries === LOOKED_AT) break;
  }
  return Math.max(0, ...words.values()) / Math.max(1, entries);
}

function* entriesOf(text: string, spans: Met['spans']): Generator<string | null, void, undefined> {
  for (const { from, to } of spans) yield* new JsonScanner('').take(text.slice(from, to));
}

function valueIn(entry: string): unknown {
  try {
    return valueOf(entry);
  } catch {
    return null;
  }
}

/** Whether a list has the parts of one text, and no texts with an id, a date and the like. */
const areParts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((part) => typeof part === 'string' || Object.keys((part ?? {}) as Fields).length <= 3);

/** The texts of a value by their ways; of lists in it these are lists of their own. */
function* textsIn(value: unknown, way = ''): Generator<readonly [way: string, text: string], void, undefined> {
  const text = typeof value === 'string' ? value : areParts(value) ? textIn(value) : null;
  if (text?.includes(' ') && isText('', [{ '': text }])) yield [way, text];
  if (typeof value !== 'object' || value === null || (way !== '' && Array.isArray(value))) return;
  for (const [name, one] of Object.entries(value as Fields)) yield* textsIn(one, `${way}.${name}`);
}
