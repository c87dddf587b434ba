/** Files that are packed into others. */
import { FileProblem } from './file-problem';
import { MOST_BYTES } from './formats/format';
import { FORMATS } from './formats/list';
import { entriesOf, inflated, unpacked } from './zip';

const PACKED: readonly string[] = ['zip', 'gz'];

/**
 * What is in a gzip file.
 * @throws {FileProblem} where that is too much, or damaged
 */
export async function ungzipped(file: File): Promise<File> {
  const name = file.name.replace(/\.gz$/i, '');
  return new File(await held(inflated(file.stream(), 'gzip', { name, file: file.name, most: MOST_BYTES })), name);
}

async function held(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob[]> {
  const parts: Blob[] = [];
  for await (const piece of pieces) parts.push(new Blob([piece]));
  return parts;
}

/**
 * The file in a ZIP file that has no other; `null` where it is a spreadsheet, which is one too.
 * @throws {FileProblem} where there are several, or none
 */
export async function onlyFileIn(file: File): Promise<File | null> {
  const entries = (await entriesOf(file)).filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.)|\/$/.test(name));
  if (entries.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype')) return null;
  const known = entries.filter(({ name }) =>
    [...PACKED, ...FORMATS.flatMap(({ endings }) => endings)].some((ending) => name.toLowerCase().endsWith(`.${ending}`)),
  );
  const [entry, ...others] = known;
  if (!entry || others.length > 0)
    throw new FileProblem(
      `${file.name} holds ${entry ? `${String(known.length)} files that could be meant` : 'no file that is read here'}. Unpack it and open one file.`,
    );
  return new File(await held(unpacked(file, entry, MOST_BYTES)), entry.name.replace(/^.*\//, ''));
}
