/** How the bytes of a file become text: what the first of them tell, and what a person may choose instead. */
import { guessedEncoding } from './encoding-guess';
import { FileProblem } from './file-problem';
import { piecesOf } from './pieces';

/** One name for each encoding of the Encoding Standard that a file may be in. */
const ALL =
  'utf-8 utf-16le utf-16be windows-1252 windows-1250 windows-1251 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 windows-874 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 ibm866 koi8-r koi8-u macintosh x-mac-cyrillic gb18030 gbk big5 euc-jp iso-2022-jp shift_jis euc-kr'.split(
    ' ',
  );

/** Those that this browser decodes. */
export const ENCODINGS: readonly string[] = ALL.filter((name) => {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
});

const MARKS: readonly Start[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** What is often given the name of a text, by its first bytes. */
const OTHERS: readonly Start[] = [
  ['an old Excel or Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['an RTF file of a word processor', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
];

/** Of random bytes a tenth are control characters, of any text next to none. */
const MOST_CONTROLS = 0.05;
/** Tab, line feed, form feed, carriage return; escape is how ISO-2022-JP changes its alphabet; two stand between cells, in Hive's tables and by ASCII. */
const CONTROLS_OF_TEXT = [1, 9, 10, 12, 13, 27, 31];

type Start = readonly [name: string, bytes: readonly number[]];

/**
 * The encoding of a file: that of its byte order mark; UTF-16 where every other byte is 0; UTF-8 where it is that; else a guess, of which a
 * person can see whether it is wrong.
 * @param start its first bytes
 * @throws {FileProblem} where they are those of no text, or it cannot be read
 */
export async function encodingOf(
  file: File,
  start: Uint8Array,
): Promise<{ readonly encoding: string; readonly isGuess: boolean; readonly isMarked: boolean }> {
  const { name } = file;
  const isAtStart = ([, bytes]: Start): boolean => bytes.every((byte, i) => start[i] === byte);
  const other = OTHERS.find(isAtStart);
  if (other) throw new FileProblem(`${name} is ${other[0]}, whatever its name says. Save its text as .csv, .xlsx or .txt first.`);
  const mark = MARKS.find(isAtStart)?.[0];
  const told = mark ?? utf16(start);
  if (told !== undefined) return { encoding: told, isGuess: false, isMarked: mark !== undefined };
  const controls = start.reduce((sum, byte) => sum + ((byte < 32 && !CONTROLS_OF_TEXT.includes(byte)) || byte === 127 ? 1 : 0), 0);
  if (controls > start.length * MOST_CONTROLS)
    throw new FileProblem(`${name} holds no text but binary data, whatever its name says. Save it as .csv, .xlsx or .txt first.`);
  const isGuess = !(await isUtf8(file));
  return { encoding: isGuess ? guessedEncoding(start) : 'utf-8', isGuess, isMarked: false };
}

/** Of the characters beyond ASCII that a damaged UTF-8 file has, more than this share is whole; of another encoding's next to none. */
const MOST_DAMAGED = 0.1;

/** All of it is read: the first character that tells may stand anywhere. */
async function isUtf8(file: File): Promise<boolean> {
  const strict = piecesOf(file, 'utf-8', true);
  try {
    while (!(await strict.next()).done);
    return true;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  let damaged = 0;
  let all = 0;
  for await (const piece of piecesOf(file, 'utf-8')) {
    const beyond = piece.replace(/[\0-\x7f]+/g, '');
    all += beyond.length;
    damaged += beyond.length - beyond.replaceAll('\ufffd', '').length;
  }
  return damaged < all * MOST_DAMAGED;
}

/** A NUL stands in no text of bytes; half of a character of ASCII, as the ends of lines are, is one in UTF-16. */
function utf16(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > bytes.length * 0.3 && even < odd / 10) return 'utf-16le';
  if (even > bytes.length * 0.3 && odd < even / 10) return 'utf-16be';
  if (even + odd === 0 || (even + odd < bytes.length * FEW_ZEROS && isWholeUtf8(bytes))) return undefined;
  return ['utf-16le', 'utf-16be'].find((encoding) =>
    isText(new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length & ~1))),
  );
}

/** Of UTF-16 more bytes than this are 0: the halves of blanks, commas and line ends. In UTF-8 one that is damaged has a few. */
const FEW_ZEROS = 0.04;

function isWholeUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }); // its end may be cut
    return true;
  } catch {
    return false;
  }
}

/** Whether it has blanks or ends of lines, and next to nothing that no text has. */
function isText(text: string): boolean {
  const odd = text.replace(/[^\0-\x08\x0e-\x1f\ufffd\p{Cn}\p{Co}\p{Cs}]+/gu, '').length;
  return /[ \n\r\t,;]/.test(text) && odd <= text.length * 0.01;
}
