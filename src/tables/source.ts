/** A file as somebody opened it: what kind it is, and how it is read. */
import { encodingOf } from './encodings';
import { FileProblem, gone } from './file-problem';

export type FileKind = 'text' | 'csv' | 'jsonl';

export interface Source {
  readonly file: File;
  readonly kind: FileKind;
  /** A name that `TextDecoder` takes. */
  readonly encoding: string;
  /** Whether nothing but the want of a better one speaks for it. */
  readonly isGuess: boolean;
  /** Whether it begins with a byte order mark, which spreadsheets know an encoding by. */
  readonly isMarked: boolean;
  /** Of a CSV file: whether its first row names the columns. */
  readonly header: boolean;
}

/** More than this, in bytes, is refused before anything is read. */
const MOST_BYTES = 100e6;

/** How much of a file tells whether it is text, in bytes. */
const SAMPLE = 64 * 1024;

/** How much is copied at a time, in bytes. */
const PART = 4 * 1024 * 1024;

const KINDS: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** What a file dialog offers. */
export const ACCEPTED = [...Object.keys(KINDS).map((ending) => `.${ending}`), 'text/plain', 'text/csv', 'application/jsonl'].join();

/**
 * Look at a file: its kind by its name, its encoding by its bytes.
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
  return { file, kind, ...(await encodingOf(file, bytes)), header: true };
}

/**
 * The same file as it is now: what somebody does with it on their disk changes nothing any more. The browser keeps the parts outside of
 * the page's memory.
 * @throws {FileProblem} where it cannot be read any more
 */
export async function copyOf(source: Source): Promise<Source> {
  const { file } = source;
  const parts: Blob[] = [];
  for (let at = 0; at < file.size; at += PART) parts.push(new Blob([await bytesOf(file.slice(at, at + PART), file.name)]));
  return { ...source, file: new File(parts, file.name) };
}

async function bytesOf(blob: Blob, name: string): Promise<ArrayBuffer> {
  try {
    return await blob.arrayBuffer();
  } catch (error) {
    throw gone(name, error);
  }
}
