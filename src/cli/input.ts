/** What is labelled: a file on this disk, or what comes on the standard input. */
import { openAsBlob } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { previewOf, type Preview } from '../tables/columns';
import type { Source } from '../tables/layout';
import { openSource } from '../tables/source';
import { fileProblem, Problem, STATUS } from './problem';

export interface Input {
  readonly source: Source;
  readonly preview: Preview;
  /** Whether it can be read but once, as it comes. */
  readonly isStream: boolean;
}

const NAME = 'standard input';
/** Bytes of the standard input by which its format is recognized, unless it ends or pauses earlier. */
const SAMPLE = 256 * 1024;
/** Formats whose rows are known as they come. */
const FLOWING = ['csv', 'jsonl', 'text'];

export async function openFile(path: string): Promise<Input> {
  let file: File;
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (!facts.isFile()) throw new Problem(`${path} is no file. Give what comes from a pipe on the standard input: < ${path}`);
    await access(path, constants.R_OK); // else the first read fails, and no longer says why
    file = new File([await openAsBlob(path)], basename(path));
  } catch (error) {
    throw error instanceof Problem ? error : fileProblem(error, path);
  }
  const source = await openSource(file);
  if (source.archive)
    throw new Problem(
      `${source.archive.file.name} holds several files: ${source.archive.names.slice(0, 10).join(', ')}. Unpack it and name one.`,
    );
  return inputOf(source, false);
}

/** A file whose beginning is here and whose rest is still to come. */
class ComingFile extends File {
  #rest: AsyncIterator<Uint8Array>;

  constructor(start: Blob, rest: AsyncIterator<Uint8Array>) {
    super([start], NAME);
    this.#rest = rest;
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const start = super.stream().getReader();
    const rest = this.#rest;
    return new ReadableStream(
      {
        async pull(queue) {
          const begun = await start.read();
          const next = begun.done ? await rest.next() : begun;
          if (next.done) queue.close();
          else queue.enqueue(next.value as Uint8Array<ArrayBuffer>);
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/**
 * @param hint what it is probably, as the ending of a name
 * @param whole wait for its end: what is wanted of it cannot be done as it comes
 */
export async function openStandardInput(stdin: NodeJS.ReadStream, hint: string | undefined, whole: boolean): Promise<Input> {
  if (stdin.isTTY)
    throw new Problem(
      'Nothing to label: name a FILE, or give rows on the standard input. See emotion-tag label --help.',
      STATUS.usage,
    );
  const pieces: AsyncIterator<Uint8Array> = stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const begun: Uint8Array[] = [];
  let size = 0;
  const take = async (): Promise<boolean> => {
    const next = await pieces.next();
    if (next.done) return false;
    begun.push(next.value);
    size += next.value.length;
    return true;
  };
  const isLine = (): boolean => begun.some((piece) => piece.includes(10) || piece.includes(13));
  let isMore = await take();
  // A whole line is what the least can be known by; a pause after it is no reason to wait.
  while (isMore && size < SAMPLE && !isLine()) isMore = await take();
  const name = hint === undefined ? NAME : `${NAME}.${hint}`;
  const start = new File(begun as BlobPart[], name);
  const source = await openSource(start);
  if (isMore && !whole && FLOWING.includes(source.format)) {
    const { preview } = await inputOf(source, true);
    return { source: { ...source, file: new ComingFile(start, pieces) }, preview, isStream: true };
  }
  while (isMore) isMore = await take();
  return inputOf(await openSource(new File(begun as BlobPart[], name)), false);
}

const inputOf = async (source: Source, isStream: boolean): Promise<Input> => ({
  source,
  preview: await previewOf(source),
  isStream,
});

/** The column that is probably the text, where any is. */
export const textColumn = ({ preview: { text, hasTexts } }: Input): string | null => (hasTexts ? text : null);

/** @throws {Problem} for a column that is not there */
export function column({ source, preview }: Input, wanted: string | undefined, guess: string | null, option: string): string {
  if (wanted !== undefined && preview.columns.includes(wanted)) return wanted;
  const known = preview.columns.slice(0, 20).join(', ');
  if (wanted !== undefined) throw new Problem(`${source.file.name} has no column “${wanted}”. It has: ${known}.`);
  if (guess === null) throw new Problem(`Which column of ${source.file.name} is meant? Name it with ${option}. It has: ${known}.`);
  return guess;
}
