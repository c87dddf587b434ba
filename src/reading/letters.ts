import { replace, type Draft } from './draft';

const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ';
const OUTSIDE_ASCII = /[^\0-\x7f]/gu;
const A = 'a'.charCodeAt(0);
/** White letters on black circles and squares, which Unicode relates to no plain letter: three alphabets of 26. */
const ON_BLACK = [0x1f150, 0x1f170, 0x1f130];
const JOINER = '\u200d';
/** Zero-width and direction marks, soft hyphens, word joiners, tags: they are invisible, and break a word that they are in. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff\u3164\uffa0\u{e0000}-\u{e0fff}]/gu;
/** Half of a surrogate pair is no character. */
const LONE_SURROGATE = /\p{Cs}/gu;
/** The tokenizer would take these for its own special tokens; typed by a person they are words in brackets. */
const SPECIAL_TOKEN = /\[(?=(?:CLS|SEP|PAD|MASK|UNK)\])/g;
const MARKS = /(\p{M})\p{M}+/gu;
/** Accents belong to Latin letters; strokes through them, lines under them and marks on nothing are decoration. Keycaps are no marks. */
const ON_LATIN =
  /(^|[\p{Script=Latin}\p{Z}\p{P}\p{N}])[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20e2\u20e4-\u20f0\ufe20-\ufe2f]/gu;

/** Letters of other shapes (bold, full width, circled, small capitals) as plain ones; nothing invisible; no halves of characters. */
export function plainLetters(draft: Draft): Draft {
  let plain = replace(draft, LONE_SURROGATE, '\ufffd');
  plain = replace(plain, INVISIBLE, '');
  plain = replace(plain, MARKS, ([, first = '']) => first);
  plain = replace(plain, ON_LATIN, ([marked, letter = '']) => {
    const whole = marked.normalize('NFC');
    return whole.length === 1 ? whole : letter;
  });
  plain = replace(plain, OUTSIDE_ASCII, ([character]) => plainLetter(character));
  return replace(plain, SPECIAL_TOKEN, '(');
}

function plainLetter(character: string): string | null {
  if (character === JOINER || character === '\ufe0f') return null; // parts of emoji
  const small = SMALL_CAPITALS.indexOf(character);
  if (small >= 0) return String.fromCharCode(A + small);
  const code = character.codePointAt(0) ?? 0;
  const alphabet = ON_BLACK.find((first) => code >= first && code < first + 26);
  if (alphabet !== undefined) return String.fromCharCode(A + code - alphabet);
  if (character === '｡') return '.'; // a blush in faces: `(｡◕‿◕｡)`
  const compatible = character.normalize('NFKC');
  if (/^[\x21-\x7e]$/.test(compatible) || /^[A-Za-z]+$/.test(compatible)) return compatible;
  const inner = /^\(([A-Za-z])\)$/.exec(compatible); // parenthesized letters
  return inner?.[1] ?? (/^[\p{Z}]$/u.test(character) && character !== '\u2028' && character !== '\u2029' ? ' ' : null);
}
