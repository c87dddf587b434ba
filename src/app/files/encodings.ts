/** How the bytes of a file become text: what the first of them tell, and what a person may choose instead. */
import { FileProblem } from './file-problem';

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

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The encoding that the first bytes of a file speak for: that of its byte order mark; UTF-16 where every other byte is 0; UTF-8 where
 * they are valid; else Windows-1252, which has a character for every byte, so that a person can see whether it is wrong.
 * @throws {FileProblem} where there are zero bytes that no text explains
 */
export function sniff(bytes: Uint8Array, isWhole: boolean, name: string): string {
  const mark = MARKS.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (mark) return mark[0];
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd > 0) {
    if (odd > bytes.length * 0.3 && even < odd / 10) return 'utf-16le';
    if (even > bytes.length * 0.3 && odd < even / 10) return 'utf-16be';
    throw new FileProblem(`${name} holds no text but binary data, whatever its name says. Save it as .csv, .jsonl or .txt first.`);
  }
  try {
    // Where the file goes on, a character may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
