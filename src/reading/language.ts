/** Words looked at: enough to be sure of any text, few enough to cost nothing. */
const WORDS = 40;
/** English, with its slang, typos and names, has more whole words of the model's vocabulary than this; other languages have fewer. */
const KNOWN_SHARE = 0.75;
/** How much less like English than like another language a text must be, as part of the latter. */
const MARGIN = 0.3;

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
    return words.filter(isKnown).length <= KNOWN_SHARE * words.length;
  };
}
