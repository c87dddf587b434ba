import { replace, type Draft } from './draft';

const APOSTROPHE = /[’‘‛ʼʹˈ′＇\u055a\ua78c]/g;
const BETWEEN_LETTERS = /(?<=\p{L})[´`ˊˋ¨"](?=(?:t|s|m|d|re|ve|ll)(?!\p{L}))/giu;
/** `do n't`, `I 'm`, `don 't`, `it ' s`: apart in subtitles and in old corpora. */
const APART = /(?<=\p{L}) ?' ?(?=(?:t|s|m|d|re|ve|ll)(?!\p{L}))/giu;
const NOT_APART = /(?<=\b(?:do|does|did|is|are|was|were|has|have|had|would|could|should|must|ca|wo|ai)) (?=n't(?!\p{L}))/giu;

const NOT = 'don|doesn|didn|isn|aren|wasn|weren|hasn|haven|hadn|wouldn|couldn|shouldn|mustn|needn|ain|can|won';
/** Written without an apostrophe, where the bare word is not a word itself: not `were`, `well`, `its`, `hell`, `ill`, `id`, `wed`, `lets`. */
const BARE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(NOT.split('|').map((word) => [`${word}t`, `${word}'t`])),
  ...{
    im: "i'm",
    ive: "i've",
    youre: "you're",
    youve: "you've",
    youll: "you'll",
    theyre: "they're",
    theyve: "they've",
    theyll: "they'll",
  },
  ...{
    weve: "we've",
    itll: "it'll",
    thats: "that's",
    whats: "what's",
    hes: "he's",
    shes: "she's",
    theres: "there's",
    wheres: "where's",
  },
  ...{
    wouldve: "would've",
    couldve: "could've",
    shouldve: "should've",
    yall: "y'all",
    whos: "who's",
    hows: "how's",
    thatll: "that'll",
  },
  ...{ h8: 'hate', h8s: 'hates', gr8: 'great', l8r: 'later', w8: 'wait' },
};
const BARE_WORD = new RegExp(`(?<![\\p{L}\\p{N}'@#_/-])(?:${Object.keys(BARE).join('|')})(?![\\p{L}\\p{N}'@_])`, 'giu');
/** `as is his wont`: the one time that it is a word. */
const POSSESSED = /(?:my|your|his|her|its|their|our) $/i;
const SPLIT = new RegExp(
  `(?<![\\p{L}\\p{N}'])(?:i (?=(?:m|ve|ll|d)(?!\\p{L}|'))|(?:${NOT}) (?=t(?![\\p{L}-]|'))|(?:you|they|we) (?=(?:re|ve|ll)(?!\\p{L}|'))|(?:it|that|he|she|what|there) (?=s(?![\\p{L}]|')))`,
  'giu',
);

/** One spelling of contractions: `don’t`, `don´t`, `dont`, `don t` and `do n't` are all `don't`. */
export function spellContractions(draft: Draft): Draft {
  let spelled = replace(draft, APOSTROPHE, "'");
  spelled = replace(spelled, BETWEEN_LETTERS, "'");
  spelled = replace(spelled, NOT_APART, '');
  spelled = replace(spelled, APART, "'");
  spelled = replace(spelled, SPLIT, ([match]) => match.replace(' ', "'"));
  return replace(spelled, BARE_WORD, (match) => {
    const [word] = match;
    if (/^wont$/i.test(word) && POSSESSED.test(match.input.slice(Math.max(0, match.index - 6), match.index))) return null;
    const full = BARE[word.toLowerCase()] ?? word;
    return word === word.toUpperCase() && word.length > 2 ? full.toUpperCase() : full;
  });
}
