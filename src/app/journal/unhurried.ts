/** Work on thousands of entries, in pieces of some milliseconds: the page stays at work between them. */
import { turn } from '../../tables/pieces';

const PIECE_MS = 8;

/** The same items. After some milliseconds of work on them the page has its turn. */
export async function* unhurried<T>(items: Iterable<T>): AsyncGenerator<T, void, undefined> {
  let began = performance.now();
  for (const item of items) {
    yield item;
    if (performance.now() - began < PIECE_MS) continue;
    await turn();
    began = performance.now();
  }
}

const PIECE = 100;

/**
 * What an act makes of each item, in their order: a hundred are begun at once, since beginning thousands is work already.
 * @param rest lets the page have its turn between them
 */
export async function inPieces<T, U>(
  items: readonly T[],
  act: (item: T) => Promise<U>,
  rest: () => Promise<unknown> = turn,
): Promise<U[]> {
  const made: U[] = [];
  for (let at = 0; at < items.length; at += PIECE) {
    if (at > 0) await rest();
    made.push(...(await Promise.all(items.slice(at, at + PIECE).map(act))));
  }
  return made;
}
