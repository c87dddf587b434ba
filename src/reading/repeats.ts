import { replace, type Draft } from './draft';

/** Common words with a doubled letter, which `goood` may mean; any other stretched word is meant with single letters: `soooo` is `so`. */
const DOUBLED = new Set(
  (
    'aggressive all allow angry annoyed appreciate apple asshole awkward bad baggage ball balloon been bee beer better bitter bless blessed book boo boom boss ' +
    'bottle broccoli bullshit bully call can cannot carry cheer cheers chill class coffee collect comment common cool cookie corrupt cree creep creepy cross cruddy cuddle ' +
    'deep dinner disappoint disappointed doll door dress drool eek eww ee egg embarrassed essay express eerie fall fee feed feel feeling fell few fill floor foot fool food free freedom ' +
    'full fully funny fuss gee geez giggle glass gloom gloomy goddess good goodnight goose gorilla greet grief grr guess happen happy happiness hall hassle heel hell hello hill hood ' +
    'hooray hooray horrible horrified hurray hurry ill idiot impress impressed issue jeez jelly jealous keep kill kiss kitten knee lessen less let letter little look loop loose looser lottery ' +
    'mall marry mass matter meet mess messed messy million miss missed missing mood moon mommy necessary need nerd noodle nope noon nugget occasion off offer office oh ooh ' +
    'oops ouch pass passion pee peek phew piss pissed pizza pool poor poop possible press pretty process proof pull puppy puzzle queen really recommend ridiculous ' +
    'roll room root rubbish sadness school scream screen see seem seen seek sell sheep shell shoot shopping silly skill sleep sleepy slipped small smell smooth soccer soon sorry speed spell spoon ' +
    'steel still stress stressed stuff stupid succeed success suffer sunny summer support suppose swee sweet sweetie teen teeth tell terrible terrific terrified thirteen three tissue toll tomorrow too took tool tooth totally tree tunnel uncool ' +
    'ugly unhappy upset utterly wall wee weed week weekend weep well whatever wheel will willing winner wood woohoo woo wool worry worried yahoo yelled yellow yell yippee yummy zoo zoom zzz brr hmm mmm shh psst'
  ).split(' '),
);
const RUN = /(\p{L})\1+/giu;
const STRETCHED = /(?<![\p{L}\p{N}@/.])\p{L}*(\p{L})\1{2,}\p{L}*/giu;
const ROMAN = /^[IVX]+$/;
const MARKS = /([^\p{L}\p{N}\s])\1{3,}/gu;
const WORDS = /(?<![\p{L}\p{N}])([\p{L}\p{N}']{1,30})(?:[\s,.!]{1,3}\1(?![\p{L}\p{N}'])){3,}/giu;
const SYLLABLES = /(?<!\p{L})([a-z]{2})\1{2,}[a-z]?(?!\p{L})/giu;
const MOST_RUNS = 4;

/** `soooo` is `so`, `goood` is `good`, `hahahaha` is `haha`, `!!!!!!` is `!!!`; a word said more than three times is said three times. */
export function withoutRepeats(draft: Draft): Draft {
  let short = replace(draft, STRETCHED, ([word]) => (ROMAN.test(word) || /^www$/i.test(word) ? null : unstretched(word)));
  short = replace(short, SYLLABLES, ([, syllable = '']) => syllable.repeat(2));
  short = replace(short, MARKS, ([, mark = '']) => mark.repeat(3));
  return replace(short, WORDS, ([, word = '']) => `${word} ${word} ${word}`);
}

/** The word with each run of letters single or double, as a common word has it; single where none does. */
function unstretched(word: string): string {
  const runs = [...word.matchAll(RUN)].filter(([run]) => run.length > 2);
  const shapes = 2 ** Math.min(runs.length, MOST_RUNS);
  for (let shape = 1; shape < shapes; shape++) {
    const candidate = withRuns(word, (run) => (shape >> run) & 1);
    if (DOUBLED.has(candidate.toLowerCase())) return candidate;
  }
  return withRuns(word, () => 0);
}

function withRuns(word: string, isDouble: (run: number) => number): string {
  let run = -1;
  return word.replace(RUN, (letters, letter: string) => {
    if (letters.length < 3) return letters;
    run += 1;
    return isDouble(run) ? letter + letter : letter;
  });
}
