import { LONGEST_ROW } from '../file-problem';

/**
 * The lines of a text that comes in pieces, those of one piece together; ended by LF, CR LF or CR. One that is too long to be a row is
 * `null`, and not held.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<readonly (string | null)[], void, undefined> {
  let line = new LongLine();
  /** A CR at the end may be half of a CR LF: it waits for the next piece. */
  let mark = '';
  for await (const piece of pieces) {
    const lines = `${mark}${piece}`.split(/\r\n|\n|\r(?!$)/);
    const rest = lines.pop() ?? '';
    const whole: (string | null)[] = [];
    for (const part of lines) {
      line.add(part);
      whole.push(line.text);
      line = new LongLine();
    }
    mark = rest.endsWith('\r') ? '\r' : '';
    line.add(mark === '' ? rest : rest.slice(0, -1));
    if (whole.length > 0) yield whole;
  }
  if (mark !== '' || line.text !== '') yield [line.text];
}

/** The parts of a line. Put together each time, a long one would be copied again and again. */
class LongLine {
  #parts: string[] = [];
  #length = 0;

  add(part: string): void {
    this.#length += part.length;
    if (this.#length > LONGEST_ROW) this.#parts = [];
    else if (part !== '') this.#parts.push(part);
  }

  get text(): string | null {
    return this.#length > LONGEST_ROW ? null : this.#parts.join('');
  }
}
