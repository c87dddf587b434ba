/**
 * What people write who think of dying or of hurting themselves. A short list that anyone may read: it looks for the first person and a
 * plain wish, since `dying to see you` is none. care.test.ts has the phrases and idioms that it was tried on, and the figures.
 */
const PHRASES: readonly string[] = [
  // A wish to die or to be gone
  String.raw`(?<!(?:not|n’t|dont|never) (?:really )?)\b(?:want|wanted|wanna|wish|need|ready|going|longing|hoping|planning|prepared) (?:to|i could)? ?(?:just )?(?:die|be dead|not exist|stop existing|cease to exist|disappear forever|end (?:it all|it|things|everything|my (?:own )?life))(?! (?:laughing|of (?:embarrassment|shame|laughter|cringe|boredom|cuteness|happiness|joy)|for\b|the (?:call|meeting|day|chat)|with (?:him|her|you|them)|early))`,
  String.raw`\bwish (?:that )?(?:i|I) (?:was|were|am) dead\b(?! tired| drunk)`,
  String.raw`\bwish (?:that )?i (?:had never been|was never|were never|’d never been|wasn’t|weren’t|hadn’t been) (?:born|alive)`,
  String.raw`\b(?:wish|hope|hoping|pray|want) (?:that )?(?:i|to) (?:would(?:n’t| not)|don’t|won’t|do not|will not|never|not|just never)(?: to)? wake up\b`,
  String.raw`\bgo to sleep and (?:never|not) wake up`,
  String.raw`\b(?:don’t|do not|dont|no longer|didn’t) (?:really )?want to (?:live|be alive|exist|be here|be around|keep living|go on living)\b(?! (?:in|with|at|near|on|there|when|while)\b)`,
  String.raw`\bcan(?:’t|not|t) (?:go on|keep on|keep going|live)(?: living)? (?:like this |this way )?(?:any ?more|any longer)`,
  String.raw`\b(?:no|nothing|isn’t any|any) (?:reason|point) (?:to (?:live|be alive|go on living)|in (?:living|being alive|going on))`,
  String.raw`\bnothing (?:left )?to live for`,
  String.raw`\b(?:tired|sick) of (?:living|being alive)\b(?! (?:in|with|at|here|there|out|on|off|like|for|next|near|above|below|under))`,
  String.raw`\bbetter off (?:dead|without me|if i (?:was|were) (?:dead|gone|not here))`,
  // What a person means to do
  String.raw`\bkill(?:ing|ed)? my ?self\b(?! (?:laughing|with laughter|at the gym|over (?:this|it|work)|to (?:get|finish|make|meet)))`,
  String.raw`\b(?:end|ending|take|taking|took) my (?:own )?life\b(?! (?:back|in|into|to|as|more|less|seriously|for granted|one|easy|chances))`,
  String.raw`\b(?:i am|i’m|im|i feel|i felt|feeling|i’ve been|been|i get|i was) (?:so |really |very |a bit |kind of |quite )?suicidal\b`,
  String.raw`\bsuicidal (?:thoughts|feelings|ideas|ideation|again|today|tonight)`,
  String.raw`\b(?:thinking|thought|think|thoughts|considering|considered|plan|planning|attempted|attempting|contemplating|tempted by) (?:of |about |my |to commit |committing )?suicide\b`,
  String.raw`\b(?:commit|committing) suicide\b(?<=\b(?:i|me|my)\b[^.!?]*)`,
  String.raw`\bmy suicide\b`,
  String.raw`\b(?:hang|shoot|drown|starve|poison) my ?self\b(?! (?:up|out|in (?:work|books|paperwork|chocolate|coffee)))`,
  String.raw`\b(?:slit|slitting|cut|cutting) my (?:wrist|wrists|arm|arms|thigh|thighs)\b(?! (?:on|shaving|while))`,
  String.raw`\bjump(?:ing)? (?:off|from|in front of) (?:a|the|that|this) (?:bridge|roof|cliff|building|train|balcony|window)\b(?<=\b(?:i|myself|me|urge|want)\b[^.!?]*)`,
  String.raw`\b(?:take|taking|took|swallow|swallowed) (?:all (?:of )?(?:my|the|these|those) (?:pills|tablets|meds)|an overdose|too many (?:pills|tablets) on purpose)`,
  // Hurting oneself
  String.raw`\bself[- ]?harm(?:ing|ed|s)?\b(?<=\b(?:i|me|my|i’m|i’ve|urge|urges)\b[^.!?]*)`,
  String.raw`\b(?:want|wanted|wanna|going|need|needed|urge|urges|thinking|thoughts|think|started|starting|keep|kept|tempted|might|will|stop)\b[^.!?]{0,24}\b(?:hurt|hurting|harm|harming|cut|cutting|burn|burning) my ?self\b(?! (?:shaving|some|a |off|short|loose|out|slack|in the foot|playing|at |again (?:at|playing)))`,
  String.raw`\bi (?:have been |’ve been |was |’m |am )?(?:cut|cutting|burned|burning|harmed|harming) my ?self(?= (?:again|last night|tonight|today|because|to feel|when i feel|every|on purpose|so that)|[.!?,]|$)`,
];

const LIST = PHRASES.map((phrase) => new RegExp(phrase, 'iu'));

/** A text longer than a person reads at once is searched from its end, where the writing happens. */
const MOST = 20_000;

/** Whether a text speaks of wanting to die, or of hurting oneself. It may be wrong either way, and tells no one. */
export function speaksOfSelfHarm(text: string): boolean {
  return text
    .slice(-MOST)
    .replace(/['ʼ‘´`]/g, '’')
    .split(/(?<=[.!?\n])\s*/)
    .map((sentence) => sentence.replace(/\s+/g, ' '))
    .some((sentence) => LIST.some((phrase) => phrase.test(sentence)));
}
