import { LONGEST_ROW, tooLong } from '../file-problem';

/** The lines of a text that comes in pieces, those of one piece together; ended by LF, CR LF or CR. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<readonly string[], void, undefined> {
  let begun = '';
  let number = 0;
  for await (const piece of pieces) {
    // A CR at the end may be half of a CR LF: it waits for the next piece.
    const lines = (begun.endsWith('\r') ? begun + piece : piece).split(/\r\n|\n|\r(?!$)/);
    if (!begun.endsWith('\r')) lines[0] = begun + (lines[0] ?? '');
    begun = lines.pop() ?? '';
    number += lines.length;
    if (begun.length > LONGEST_ROW) throw tooLong(number + 1);
    yield lines;
  }
  if (begun !== '') yield [begun.replace(/\r$/, '')];
}
