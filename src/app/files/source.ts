/** A file as somebody opened it: what kind it is, and how it is read. */
import { sniff } from './encodings';
import { FileProblem } from './file-problem';

export type FileKind = 'text' | 'csv' | 'jsonl';

export interface Source {
  readonly file: File;
  readonly kind: FileKind;
  /** A name that `TextDecoder` takes. */
  readonly encoding: string;
  /** Whether nothing but the want of a better one speaks for it. */
  readonly isGuess: boolean;
  /** Of a CSV file: whether its first row names the columns. */
  readonly header: boolean;
}

/** More than this, in bytes, is refused before anything is read. */
const MOST_BYTES = 100e6;

/** How much of a file tells its encoding, in bytes. */
const SAMPLE = 64 * 1024;

const KINDS: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** How much is read at a time, in UTF-16 units: some milliseconds of work. Browsers hand out files in pieces of a megabyte. */
const PIECE = 64 * 1024;

/** What a file dialog offers. */
export const ACCEPTED = [...Object.keys(KINDS).map((ending) => `.${ending}`), 'text/plain', 'text/csv', 'application/jsonl'].join();

/**
 * Look at a file: its kind by its name, its encoding by its first bytes.
 * @throws {FileProblem} where it cannot be one that we read
 */
export async function openSource(file: File): Promise<Source> {
  const kind = KINDS[/[^.]*$/.exec(file.name.toLowerCase())?.[0] ?? ''];
  if (!kind) throw new FileProblem(`${file.name} is not a .txt, .csv or .jsonl file. Save it as one of these and open it again.`);
  if (file.size === 0) throw new FileProblem(`${file.name} is empty.`);
  if (file.size > MOST_BYTES) {
    const size = Math.round(file.size / 1e6);
    throw new FileProblem(
      `${file.name} has ${String(size)} MB, and 100 MB are the most that is read at once. Split it into smaller files.`,
    );
  }
  const bytes = new Uint8Array(await bytesOf(file.slice(0, SAMPLE), file.name));
  return { file, kind, ...sniff(bytes, file.size <= SAMPLE, file.name), header: true };
}

/** The text of a file piece by piece, without its byte order mark. Bytes that the encoding does not know become U+FFFD. */
export async function* piecesOf({ file, encoding }: Source): AsyncGenerator<string, void, undefined> {
  const reader = file.stream().pipeThrough(new TextDecoderStream(encoding)).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      for (let at = 0; at < next.value.length; at += PIECE) {
        yield next.value.slice(at, at + PIECE);
        await turn();
      }
    }
  } catch (error) {
    throw gone(file.name, error);
  } finally {
    await reader.cancel().catch(() => undefined); // it failed above, and was told there
  }
}

/** Resolves once the page has had its turn. A timer would be held back for a second each in a tab that nobody sees. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

async function bytesOf(blob: Blob, name: string): Promise<ArrayBuffer> {
  try {
    return await blob.arrayBuffer();
  } catch (error) {
    throw gone(name, error);
  }
}

const gone = (name: string, cause: unknown): FileProblem =>
  new FileProblem(`${name} could not be read. It may have been moved or changed since: open it again.`, { cause });
