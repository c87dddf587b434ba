/** A file as somebody opened it: what kind it is, and how it is read. */
import { encodingOf } from './encodings';
import { FileProblem, gone } from './file-problem';
import { MOST_BYTES, type Start } from './formats/format';
import { FORMATS, formatNamed, OFFER } from './formats/list';
import { PLAIN, type Layout, type Source } from './layout';
import { ungzipped, unzipped } from './packed';

/** A source as this page kept it before there were layouts. */
interface OlderSource extends Omit<Source, 'format' | 'layout'> {
  readonly kind: 'text' | 'csv' | 'jsonl';
  readonly header: boolean;
}

/** A source that was kept, whichever version of this page kept it. */
export async function upgraded(kept: Source | OlderSource): Promise<Source> {
  if ('layout' in kept) return kept;
  const { kind, header, ...rest } = kept;
  const source = await guessed({ ...rest, format: kind, layout: PLAIN });
  return { ...source, format: kind, layout: { ...source.layout, ...(header ? {} : { heading: 0, first: 1 }) } };
}

/** How much of a file tells what it is, in bytes. */
const SAMPLE = 256 * 1024;

/** How much is copied at a time, in bytes. */
const PART = 4 * 1024 * 1024;

/** A file in a packed file in a packed file is read; more of them are a bomb. */
const MOST_WRAPPINGS = 2;

/**
 * Look at a file: what is in it decides how it is read, whatever its name says.
 * @param inside which file, where it is an archive of several; else the largest
 * @throws {FileProblem} where it cannot be one that we read
 */
export async function openSource(file: File, inside?: string, wrappings = 0): Promise<Source> {
  if (file.size === 0) throw new FileProblem(`${file.name} is empty.`);
  const ending = /\.([^.]*)$/.exec(file.name.toLowerCase())?.[1] ?? '';
  const bytes = new Uint8Array(await bytesOf(file.slice(0, SAMPLE), file.name));
  const signed = FORMATS.find(({ signature }) => signature?.every((byte, i) => bytes[i] === byte));
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const zip = signed ? await unzipped(file, inside) : null;
  const packed = isGzip ? await ungzipped(file) : zip?.file;
  if (packed && wrappings >= MOST_WRAPPINGS)
    throw new FileProblem(`${file.name} is packed too often. Unpack it and open one file.`);
  if (packed) {
    const source = await openSource(packed, inside, wrappings + 1);
    return zip && zip.archive.names.length > 1 ? { archive: zip.archive, ...source } : source;
  }
  const most = signed?.mostBytes ?? MOST_BYTES;
  if (file.size > most) {
    const size = Math.round(file.size / 1e6);
    throw new FileProblem(
      `${file.name} has ${String(size)} MB, and ${String(most / 1e6)} MB are the most that is read at once. Split it into smaller files.`,
    );
  }
  const claimed = FORMATS.find(({ signature, endings }) => signature && endings.includes(ending));
  if (claimed && !signed) throw new FileProblem(`${file.name} is no ${claimed.title} inside, whatever its name says. ${OFFER}`);
  if (signed) {
    const source = { file, format: signed.name, encoding: 'utf-8', isGuess: false, isMarked: false, layout: PLAIN };
    return withLayout(source, { ending, text: '', isWhole: false });
  }
  const encoding = await encodingOf(file, bytes);
  const markup = MARKUP.find(([shape]) => shape.test(new TextDecoder(encoding.encoding).decode(bytes.subarray(0, 1000))));
  if (markup)
    throw new FileProblem(`${file.name} is ${markup[1]}, whatever its name says. Open it in a spreadsheet, and save it as .xlsx.`);
  return guessed({ file, format: 'text', ...encoding, layout: PLAIN });
}

/** What programs give the name of a table. */
const MARKUP = [
  [/^\s*(?:<!doctype html|<html|<head|<table)\b/i, 'a web page'],
  [/^\s*<\?xml[^>]*>\s*(?:<\?mso-application|<Workbook\b|<office:document\b)/i, 'a spreadsheet in XML'],
  [/^\s*<\?xml\b/i, 'an XML file'],
] as const;

/** The same file with its format and layout guessed anew, as after another encoding was chosen. */
export async function guessed(source: Source): Promise<Source> {
  const ending = /\.([^.]*)$/.exec(source.file.name.toLowerCase())?.[1] ?? '';
  const bytes = await bytesOf(source.file.slice(0, SAMPLE), source.file.name);
  const text = new TextDecoder(source.encoding).decode(bytes, { stream: true }); // its last character may be cut
  const start: Start = { ending, text, isWhole: source.file.size <= SAMPLE };
  const format = FORMATS.find((one) => !one.signature && one.isOne(start))?.name ?? 'text';
  return withLayout({ ...source, format }, start);
}

async function withLayout(source: Source, start: Start): Promise<Source> {
  const lineEnd = (/\r\n|\n|\r/.exec(start.text)?.[0] ?? '\n') as Layout['lineEnd'];
  return { ...source, layout: { ...PLAIN, lineEnd, ...(await formatNamed(source.format).layoutOf(start, source.file)) } };
}

/**
 * The same file as it is now: what somebody does with it on their disk changes nothing any more. The browser keeps the parts outside of
 * the page's memory.
 * @throws {FileProblem} where it cannot be read any more
 */
export async function copyOf({ file, format, encoding, isGuess, isMarked, layout }: Source): Promise<Source> {
  const parts: Blob[] = [];
  for (let at = 0; at < file.size; at += PART) parts.push(new Blob([await bytesOf(file.slice(at, at + PART), file.name)]));
  return { file: new File(parts, file.name), format, encoding, isGuess, isMarked, layout };
}

async function bytesOf(blob: Blob, name: string): Promise<ArrayBuffer> {
  try {
    return await blob.arrayBuffer();
  } catch (error) {
    throw gone(name, error);
  }
}
