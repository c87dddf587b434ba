/** Files that are packed into others. */
import { FileProblem } from './file-problem';
import { MOST_BYTES } from './formats/format';
import { FORMATS } from './formats/list';
import type { Archive } from './layout';
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

/** More files than these are no choice. */
const MOST_OFFERED = 200;

/**
 * A file of those in a ZIP file: the wanted one, else the largest that is read here; `null` where it is a spreadsheet, which is one too.
 * @throws {FileProblem} where there is none, or it cannot be unpacked
 */
export async function unzipped(file: File, wanted?: string): Promise<{ readonly file: File; readonly archive: Archive } | null> {
  const entries = (await entriesOf(file)).filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.)|\/$/.test(name));
  if (entries.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype')) return null;
  const known = entries
    .filter(({ name }) =>
      [...PACKED, ...FORMATS.flatMap(({ endings }) => endings)].some((ending) => name.toLowerCase().endsWith(`.${ending}`)),
    )
    .sort((a, b) => b.size - a.size)
    .slice(0, MOST_OFFERED);
  const entry = known.find(({ name }) => name === wanted) ?? known[0];
  if (!entry) throw new FileProblem(`${file.name} holds no file that is read here. Unpack it and open one file.`);
  if (entry.isSealed) throw new FileProblem(`${file.name} is protected by a password. Unpack it and open one file.`);
  const names = known.map(({ name }) => name).sort();
  const unpackedFile = new File(await held(unpacked(file, entry, MOST_BYTES)), entry.name.replace(/^.*\//, ''));
  return { file: unpackedFile, archive: { file, names, name: entry.name } };
}
