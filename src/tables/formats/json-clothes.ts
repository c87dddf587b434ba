/** Documents that are JSON but for how they are written: by Python, in JavaScript, as the dump of a data base. */
import type { Layout } from '../layout';
import { jsonStart } from './json-scanner';
import { Literals, literalStart } from './literals';
import { Dump, isDump } from './sql';

interface Clothes {
  take(piece: string, isLast?: boolean): string;
}

/** The start of a document as JSON, and in which clothes it was. */
export function startOf(text: string): { readonly text: string; readonly way?: Layout['way'] } {
  if (isDump(text)) return { text: new Dump().take(text), way: 'dump' };
  const literals = literalStart(text.slice(jsonStart(text)));
  return literals === null ? { text } : { text: literals, way: 'literals' };
}

/** The same pieces as JSON. */
export async function* clothed(pieces: AsyncIterable<string>, way: Layout['way']): AsyncGenerator<string, void, undefined> {
  if (way !== 'literals' && way !== 'dump') {
    yield* pieces;
    return;
  }
  const clothes: Clothes = way === 'dump' ? new Dump() : new Literals();
  let isFirst = true;
  for await (const piece of pieces) {
    yield clothes.take(isFirst && way === 'literals' ? piece.slice(jsonStart(piece)) : piece);
    isFirst = false;
  }
  yield clothes.take('', true);
}
