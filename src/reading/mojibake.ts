import { replace, type Draft } from './draft';

/** What Windows-1252 shows for the bytes 0x80 to 0x9F; the five that it does not define are the C1 controls. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FOLLOWS = `[\u0080-\u00bf${WINDOWS}]`;
/** A byte that begins a UTF-8 character of two, three or four bytes, and as many that go on, each shown as a character of its own. */
const BROKEN = new RegExp(`[\u00c2-\u00df]${FOLLOWS}|[\u00e0-\u00ef]${FOLLOWS}{2}|[\u00f0-\u00f4]${FOLLOWS}{3}`, 'g');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 that was read as Windows-1252 or Latin-1, once or twice: `donâ€™t` is `don’t`. */
export function mendMojibake(draft: Draft): Draft {
  const once = replace(draft, BROKEN, ([text]) => decoded(text));
  return once === draft ? draft : replace(once, BROKEN, ([text]) => decoded(text));
}

function decoded(text: string): string | null {
  const bytes = Array.from(text, (character) => {
    const at = WINDOWS.indexOf(character);
    return at < 0 ? character.charCodeAt(0) : 0x80 + at;
  });
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return null; // two letters that happen to be side by side
  }
}
