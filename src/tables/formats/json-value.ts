import { asWritten } from '../row';

/** A text, or a number that JSON does not know and Python writes. */
const ODD = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs;

/**
 * What is written as JSON, each number as it stands there; one that JSON does not know is none.
 * @throws {SyntaxError} where it is no JSON
 */
export function valueOf(source: string): unknown {
  try {
    return JSON.parse(source, asWritten);
  } catch (error) {
    if (!/NaN|Infinity/.test(source)) throw error;
    return JSON.parse(
      source.replace(ODD, (found) => (found.startsWith('"') ? found : 'null')),
      asWritten,
    );
  }
}
