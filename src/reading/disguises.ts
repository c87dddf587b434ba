import { replace, type Draft } from './draft';

/** Cyrillic and Greek letters that look like Latin ones, by the letter that they look like. */
const TWINS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'aаα bЬ cсϲ dԁ eеєε gɡ hһ iіι jј kкκ mм nηп oоοσ pрρ qԛ rг sѕ tтτ uυ vνѵ wωԝш xхχ yуγ ' +
    'AАΑ BВΒ CС EЕΕ HНΗ IІΙ JЈ KКΚ MМΜ NΝ OОΟ PРΡ SЅ TТΤ XХΧ YΥУ ZΖ'
  )
    .split(' ')
    .flatMap(([latin = '', ...twins]) => twins.map((twin) => [twin, latin])),
);
const TWIN = `[${Object.keys(TWINS).join('')}]`;
const MIXED = new RegExp(`\\p{Script=Latin}${TWIN}|${TWIN}\\p{Script=Latin}`, 'u');
const MIXED_WORD = new RegExp(`(?<!\\p{L})(?:\\p{Script=Latin}|${TWIN})+(?!\\p{L})`, 'gu');

/** `s a d`, `h-a-t-e`, and `S O  S A D`, where wider gaps are between words. */
const SPELLED = /(?<![\p{L}\p{N}'’.&*-])\p{L}(?:(?: {1,3}\p{L}){2,80}|(?:-\p{L}){2,40}|(?:\*\p{L}){2,40})(?![\p{L}\p{N}'’*-])/gu;
/** Single letters that people write for words: `y r u`. */
const ONLY_WORDS = /^[iuryncbkaox]+$/i;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** Words that are written past filters and for looks: with letters of other scripts among Latin ones, or letter by letter. */
export function undisguised(draft: Draft): Draft {
  const latin = MIXED.test(draft.text)
    ? replace(draft, MIXED_WORD, ([word]) => word.replace(new RegExp(TWIN, 'gu'), (twin) => TWINS[twin] ?? twin))
    : draft;
  return replace(latin, SPELLED, ([letters]) => {
    const word = letters.replace(/[ *-]/g, '').toLowerCase();
    if (ONLY_WORDS.test(word) || ALPHABET.includes(word) || /^(.)\1+$/.test(word)) return null;
    return letters.replace(/[*-]| ( *)/g, (_, wider?: string) => (wider ? ' ' : ''));
  });
}
