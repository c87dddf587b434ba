/** Words looked at: enough to be sure of any text, few enough to cost nothing. */
const WORDS = 40;
/** English, with its slang, typos and names, has more whole words of the model's vocabulary than this; other languages have fewer. */
const KNOWN_SHARE = 0.75;
/** How much less like English than like another language a text must be, as part of the latter. */
const MARGIN = 0.3;
/** Of so few words the detector knows little: unless hardly one of them is English, they are. */
const FEW = 4;
const KNOWN_OF_FEW = 0.4;

/**
 * Whether a text in Latin letters is surely not English. Both must say so: a detector of languages, which takes odd English for anything,
 * and the model's own vocabulary. One word alone decides nothing.
 * @param isKnown whether the model's vocabulary has this word as a whole
 */
export type IsForeignLanguage = (text: string, isKnown: (word: string) => boolean) => boolean;

/** The detector's data is a megabyte of this script: it is parsed here, while a start waits for files, and not before all else. */
export async function loadLanguages(): Promise<IsForeignLanguage> {
  const { eld } = await import('eld/extrasmall');
  return (text, isKnown) => {
    const words = (text.match(/\p{L}{2,}/gu) ?? []).slice(0, WORDS);
    if (words.length < 2) return false;
    const detected = eld.detect(text);
    if (detected.language === '' || detected.language === 'en' || !detected.isReliable()) return false;
    const scores = detected.getScores();
    const best = scores[detected.language] ?? 0;
    if (best - (scores.en ?? 0) < MARGIN * best) return false;
    return words.filter(isKnown).length <= (words.length <= FEW ? KNOWN_OF_FEW : KNOWN_SHARE) * words.length;
  };
}

/** One letter alone is a word only where nothing else stands: `ಠ_ಠ` and `(´Д`)` are faces. */
const ONE_LETTER = /^[\s\p{P}]{0,9}\p{L}[\s\p{P}]{0,9}$/u;

/** Whether the text has letters and most of them are not Latin: the model knows English only. */
export function isForeignScript(text: string): boolean {
  const words = (text.match(/\p{L}[\p{L}\p{M}]+/gu) ?? (ONE_LETTER.test(text) ? [text] : [])).join('');
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin < letters / 2;
}
