/** Which encoding of single bytes a text is in, by where its bytes beyond ASCII stand: a guess that a person sees, and may change. */

/**
 * In a text of Latin letters a capital that stands behind a small letter, `donÕt` and `cafŽ`, is another character in truth. Ã and Â are left
 * out: they begin what is UTF-8 in part.
 */
const MISPLACED = new RegExp(
  [
    // Node's decoder of Windows-1252 leaves these bytes as they are.
    String.raw`(?<=\p{Ll})(?:[ÀÁÄ-ÖØ-ÞŠŽŒŸ\x8a\x8c\x8e\x9f]|[•†‡‰\x95\x86\x87\x89¤¢£¥§¶](?=\p{Ll}))`,
    String.raw`\p{L}[ˆ\x88]`,
    String.raw`(?<=[\s"'(])[ÒÔ](?=\p{L})`,
  ].join('|'),
  'gu',
);

const misplacedIn = (bytes: Uint8Array, encoding: string): number =>
  new TextDecoder(encoding).decode(bytes).match(MISPLACED)?.length ?? 0;

/** Letters of Cyrillic words stand side by side, and most of them are small. */
function isCyrillic(bytes: Uint8Array): boolean {
  let [all, letters, small, beside] = [0, 0, 0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte < 128) continue;
    all++;
    if (byte >= 0xc0) letters++;
    if (byte >= 0xe0) small++;
    if ((bytes[at - 1] ?? 0) >= 128 || (bytes[at + 1] ?? 0) >= 128) beside++;
  }
  return all > 3 && letters >= 0.95 * all && small >= 0.7 * all && beside >= 0.9 * all;
}

/** Windows-1252 where nothing speaks for another: it has a character for every byte. */
export function guessedEncoding(bytes: Uint8Array): string {
  if (isCyrillic(bytes)) return 'windows-1251';
  const windows = misplacedIn(bytes, 'windows-1252');
  return windows > 0 && misplacedIn(bytes, 'macintosh') < windows / 2 ? 'macintosh' : 'windows-1252';
}
