/** A file as text, piece by piece. */
import { gone } from './file-problem';

/** How much is read at a time, in UTF-16 units: some milliseconds of work. Browsers hand out files in pieces of a megabyte. */
const PIECE = 64 * 1024;

/**
 * The text of a file, without its byte order mark. Bytes that the encoding does not know become U+FFFD.
 * @throws {FileProblem} where the file cannot be read on
 * @throws {TypeError} for such bytes, where it `isStrict`
 */
export async function* piecesOf(file: File, encoding: string, isStrict = false): AsyncGenerator<string, void, undefined> {
  const reader = file
    .stream()
    .pipeThrough(new TextDecoderStream(encoding, { fatal: isStrict }))
    .getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      for (let at = 0; at < next.value.length; at += PIECE) {
        yield next.value.slice(at, at + PIECE);
        await turn();
      }
    }
  } catch (error) {
    throw isStrict && error instanceof TypeError ? error : gone(file.name, error);
  } finally {
    await reader.cancel().catch(() => undefined); // it failed above, and was reported there
  }
}

/** Resolves once the page has had its turn. A timer would be held back for a second each in a hidden tab. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
