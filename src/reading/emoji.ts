import names from './emoji-names.json';
import { replace, type Draft } from './draft';

const SYMBOLS: Readonly<Record<string, string>> = names.symbols;
/** The first names are those of emoji that speak. */
const SPEAKING = new Set(Object.keys(names.symbols).slice(0, names.speaking));
const CODES: Readonly<Record<string, string>> = names.codes;

const BEGIN = String.raw`(?<![\p{L}\p{N}:;=/<>\\|@&])`;
const END = String.raw`(?![\p{L}\p{N}/\\|])`;
/** Faces of punctuation, by their mouths: Unicode has each as an emoji. */
const FACES: readonly (readonly [pattern: string, emoji: string])[] = [
  // Eyes and arms from other scripts.
  [`(?:\\(\\S{1,8}\\)[╯ノﾉ]\\s?)?[(︵]\\s?┻━┻|\\(?ಠ益ಠ\\)?`, '😡'],
  [`[¯‾]?\\\\{0,2}_{0,2}\\([^()\\s]{0,3}ツ[^()\\s]{0,3}\\)_{0,2}\\/?[¯‾]?`, '🤷'],
  [`\\(?(?:ಥ[^ಥ\\s]{1,2}ಥ|╥[^╥\\s]{1,2}╥)\\)?`, '😭'],
  [`\\(?ಠ[^ಠ\\s]{1,2}ಠ\\)?`, '😒'],
  [`\\(?>[_.﹏]{1,3}<\\)?`, '😣'],
  [`\\([づつっ⊃][^()\\s]{2,8}\\)[づつっ⊃]`, '🤗'],
  [`\\([^\\p{L}\\p{N}\\s()]{0,2}[◕◠ᵔ˘≧^][^()\\s]{1,3}[◕◠ᵔ˘≦^][^\\p{L}\\p{N}\\s()]{0,2}\\)|\\(´[^()\\s]{1,3}\`\\)`, '😊'],
  [`[:=]['\u2019,][-~]?[\\(\\[c]{1,9}|T[-_.]{1,3}T|Q[_.]{1,3}Q|;_{1,3};|[:=];[\\(]`, '😢'],
  [`[:=]['\u2019][-~]?[\\)\\]D]{1,9}`, '😂'],
  [`[>}][:=][-~^o]?[\\(\\[<@]{1,9}`, '😠'],
  [`[>}][:=][-~^o]?[\\)\\]D]{1,9}`, '😈'],
  [`[:=xX8][-~^o]?D{1,9}`, '😄'],
  [`;[-~^o]?[\\)\\]D]{1,9}`, '😉'],
  [`[:=8][-~^o]?[\\)\\]}]{1,9}|\\([:=]|\\^[_.-]{0,3}\\^`, '🙂'],
  [`[:=8][-~^o]?[\\(\\[{]{1,9}|\\)[:=]|[:=][-~^]?c`, '🙁'],
  [`[:=][-~^o]?[/\\\\]{1,3}|[:=][-~^]?[sS]|-[_.]{1,3}-`, '😕'],
  [`[:=;xX][-~^o]?[pPbÞ]{1,9}`, '😛'],
  [`[:=][-~^]?\\*{1,9}`, '😘'],
  [`[:=8][-~^]?[oO0]|[oO0][_.]{1,3}[oO0]`, '😮'],
  [`[:=][-~^]?[|]{1,3}`, '😐'],
  [`D[-~^]?[:=](?!\\w)`, '😧'],
  [`<\\/3|<\\\\3`, '💔'],
  [`<3{1,9}`, '❤'],
  [`\\\\o\\/`, '🙌'],
];
const FACE = new RegExp(`${BEGIN}(?:${FACES.map(([pattern]) => `(${pattern})`).join('|')})${END}`, 'gu');
/** Faces that stand at the end of a word without a space: `so sad:(`. */
const ATTACHED = /(?<=\p{L}{2})[:=]['’]?-?(?:\({1,9}|\){1,9}|D{1,9})(?=[\s.,!?]|$)/gu;
const SHORTCODE = /(?<![\p{L}\p{N}:]):([a-z0-9+-][a-z0-9_+-]{0,40}):(?![\p{L}\p{N}])/gu;
const SKIN_OR_GENDER = /[\u{1f3fb}-\u{1f3ff}]|\u200d[♀♂]\ufe0f?/gu;
const EMOJI = /\p{Extended_Pictographic}(?:\ufe0f)?(?:\u200d\p{Extended_Pictographic}\ufe0f?){0,6}/gu;
/** What a name adds nothing to: flags, keycaps, arrows, joiners that join nothing. */
const REST = /[\u{1f1e6}-\u{1f1ff}]|[#*0-9]\ufe0f?\u20e3|[\ufe0f\u200d]/gu;
const SAME = /(\p{Extended_Pictographic}\ufe0f?)(?:\s?\1){2,}/gu;

/** Faces of punctuation, and the shortcodes of chat programs, as the emoji that they stand for; a shortcode that is none of ours as its words. */
export function emojiFor(draft: Draft): Draft {
  const apart = replace(draft, ATTACHED, ({ 0: face, index, input }) => {
    const before = input.slice(Math.max(0, index - 200), index).replace(/[:=]['’]?-?[()]+/g, '');
    const isBracket = face.endsWith(')') && before.lastIndexOf('(') > before.lastIndexOf(')');
    return isBracket ? null : ` ${face}`;
  });
  const faces = replace(
    apart,
    FACE,
    (match) => FACES[match.slice(1).findIndex((group: string | undefined) => group !== undefined)]?.[1] ?? null,
  );
  return replace(
    faces,
    SHORTCODE,
    ([, code = '']) => CODES[code] ?? (/[a-z]{3}/.test(code) ? ` ${code.replace(/[_+-]/g, ' ')} ` : null),
  );
}

/** Emoji as the words that Unicode names them by, however they are written: `:D` is ` grinning face with smiling eyes `. */
export function nameEmoji(draft: Draft): Draft {
  let named = replace(emojiFor(draft), SKIN_OR_GENDER, '');
  named = replace(named, SAME, ([, emoji = '']) => emoji + emoji);
  named = replace(named, EMOJI, ([emoji]) => nameOf(emoji));
  return replace(named, REST, ' ');
}

/** Whether a text shows a face, a gesture, a heart or another emoji that people say an emotion with. */
export const speaksInEmoji = (text: string): boolean =>
  (text.match(/\p{Extended_Pictographic}/gu) ?? []).some((emoji) => SPEAKING.has(emoji));

function nameOf(emoji: string): string | null {
  const plain = emoji.replace(/\ufe0f/g, '');
  const whole = SYMBOLS[plain];
  if (whole !== undefined) return ` ${whole} `;
  const parts = plain.split('\u200d').map((part) => SYMBOLS[part]);
  return parts.every((part) => part === undefined) ? null : ` ${parts.filter((part) => part !== undefined).join(' ')} `;
}
