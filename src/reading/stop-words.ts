/** Words that hold an English sentence together and feel nothing. `not`, `never` and `without` do: they turn a feeling round. */
const STOP_WORDS = new Set(
  (
    'a an the this that these those there here it its it’s i i’m i’ve i’d i’ll me my mine myself we we’re we’ve us our ours you you’re ' +
    'you’ve your yours he he’s him his she she’s her hers they they’re they’ve them their theirs who whom whose which what when where how ' +
    'and or but if then than so as at by for from in into of off on onto out over to up with about after before between down during through ' +
    'until while because since am is are was were be been being do does did doing have has had having will would shall should can could ' +
    'may might must also just only very too such own same other another each every any some all both few more most again once now today ' +
    'yesterday tomorrow one two three go goes went get gets got come comes came make makes made say says said tell told'
  ).split(' '),
);

/** A word as it is compared: without marks around it, small, with one kind of apostrophe. */
export const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['‘ʼ]/g, '’')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Whether a word says nothing of a feeling by itself. Marks and emoji alone may. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(bare(word));
