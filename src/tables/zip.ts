/** What is in a ZIP file, by the directory at its end; and one of its files, unpacked no further than is allowed. */
import { FileProblem } from './file-problem';

export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  /** Whether only a password opens it. */
  readonly isSealed: boolean;
}

/** The longest end record: 22 bytes and a comment. */
const LONGEST_END = 22 + 65_535;

const damaged = (name: string, cause?: unknown): FileProblem =>
  new FileProblem(`${name} is damaged: what is in it cannot be unpacked. Save it again and open it anew.`, { cause });

/** @throws {FileProblem} where it has no directory */
export async function entriesOf(file: File): Promise<readonly Entry[]> {
  const from = Math.max(0, file.size - LONGEST_END);
  const tail = new DataView(await file.slice(from).arrayBuffer());
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw damaged(file.name);
  const count = tail.getUint16(end + 10, true);
  const start = tail.getUint32(end + 16, true);
  const directory = new DataView(await file.slice(start, from + end).arrayBuffer());
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count && at + 46 <= directory.byteLength;) {
    const length = directory.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, Math.min(length, directory.byteLength - at - 46))),
      isSealed: (directory.getUint16(at + 8, true) & 1) === 1,
      method: directory.getUint16(at + 10, true),
      packed: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    });
    at += 46 + length + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The bytes of an entry in pieces.
 * @throws {FileProblem} where there are more than `most`, whatever the directory says, or where they are damaged
 */
export async function* unpacked(file: File, entry: Entry, most: number): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const head = new DataView(await file.slice(entry.offset, entry.offset + 30).arrayBuffer());
  if (head.byteLength < 30) throw damaged(file.name);
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const stored = file.slice(start, start + entry.packed).stream();
  if (entry.method !== 0 && entry.method !== 8) throw damaged(file.name);
  yield* inflated(stored, entry.method === 0 ? null : 'deflate-raw', { name: entry.name, file: file.name, most });
}

/**
 * @param from what is unpacked, of which file, and how many bytes that may be
 * @throws {FileProblem} as `unpacked`
 */
export async function* inflated(
  packed: ReadableStream<Uint8Array<ArrayBuffer>>,
  method: CompressionFormat | null,
  from: { readonly name: string; readonly file: string; readonly most: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const reader = (method === null ? packed : packed.pipeThrough(new DecompressionStream(method))).getReader();
  let bytes = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes += next.value.length;
      if (bytes > from.most) {
        const megabytes = String(Math.round(from.most / 1e6));
        throw new FileProblem(
          `${from.name} in ${from.file} is more than ${megabytes} MB unpacked. That is too much to be read at once.`,
        );
      }
      yield next.value;
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : damaged(from.file, error);
  } finally {
    await reader.cancel().catch(() => undefined); // it failed above, and was told there
  }
}
