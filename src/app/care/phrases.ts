/**
 * What people write who think of dying or of hurting themselves. A short list that anyone may read: it looks for the first person and a
 * plain wish, since `dying to see you` is none. care.test.ts has the phrases and idioms that it was tried on, and the figures.
 */
const PHRASES: readonly string[] = [
  // A wish to die or to be gone
  String.raw`(?<=^\W*|\bi(?:m|ve)?\b[^.!?]*)(?<!(?:embarrass|asham|mortif|laugh|cring)[^.!?]*)(?<!(?:not|n’t|dont|never) (?:really )?)\b(?:want|wanted|wanna|wish|need|ready|going|longing|hoping|planning|prepared) (?:to|i could)? ?(?:just )?(?:die|be dead|not exist|stop existing|cease to exist|disappear forever|end (?:it all|it|things|everything|my (?:own )?life))(?! (?:laughing|on (?:this|that)|of (?:embarrassment|shame|laughter|cringe|boredom|cuteness|happiness|joy)|for\b|if\b|the (?:call|meeting|day|chat)|with (?:him|her|you|them)|early))`,
  String.raw`\bwish (?:that )?(?:i|I) (?:was|were|am) dead\b(?! tired| drunk| asleep)`,
  String.raw`\bwish (?:that )?i (?:had never been|was never|were never|’d never been|wasn’t|weren’t|hadn’t been) (?:born|alive)`,
  String.raw`\b(?:wish|hope|hoping|pray|want) (?:that )?(?:i|to) (?:would(?:n’t| not)|would just not|don’t|won’t|do not|will not|never|not|just never)(?: to)? wake up\b`,
  String.raw`\bgo to sleep and (?:never|not) wake up`,
  String.raw`\b(?:don’t|do not|dont|no longer|didn’t) (?:really )?want to (?:live|be alive|exist|be here|be around|keep living|go on living)\b(?! (?:in|with|at|near|on|here|there|when|while|for)\b)`,
  String.raw`\bcan(?:’t|not|t) (?:go on|keep on|keep going|live)(?: living)? (?:like this |this way )?(?:any ?more|any longer)`,
  String.raw`\b(?:no|nothing|isn’t any|any|see a|see the|is the|’s the) (?:reason|point) (?:to (?:live|be alive|go on living)|(?:in|of) (?:living|being alive|going on|being here(?= any ?more|[.!?]|$)))`,
  String.raw`\bnothing (?:left )?to live for`,
  String.raw`\b(?:tired|sick) of (?:living|being alive)\b(?! (?:in|with|at|here|there|out|on|off|like|for|next|near|above|below|under|from|hand|pay))`,
  String.raw`\bbetter off (?:dead|without me|if i (?:was|were) (?:dead|gone|not here))`,
  String.raw`\bwish (?:that )?i(?: had|’d) (?:died|been killed)\b`,
  String.raw`\b(?:don’t|do not|dont|never) want to wake up(?: tomorrow)?(?: again| any ?more| ever)?(?=[.!?,]|$)`,
  String.raw`\bcan(?:’t|not|t) keep (?:on )?living\b(?! (?:in|with|at|on|off|out)\b)`,
  String.raw`\b(?:everyone|everybody|they|family|world) (?:would|’d) be (?:happier|better) without me\b`,
  String.raw`\bwant (?:my|this) life to (?:be over|end|stop)\b`,
  String.raw`\blife (?:is not|isn’t|isnt|is no longer|not) worth living`,
  String.raw`\brather be dead\b(?! than)`,
  String.raw`\bwish (?:that )?i (?:didn’t|did not|don’t) exist\b`,
  String.raw`\b(?:don’t|do not|dont) deserve to (?:live|be alive|exist)\b`,
  String.raw`\b(?:want|wish|like|love) to (?:go to )?sleep forever\b`,
  String.raw`\b(?:i am|i’m|im|so) done with (?:life|living|being alive)(?=[.!?,]| and | any ?more| now|$)`,
  String.raw`\b(?:nobody|no one|no-one) would (?:miss me|notice|care) if i (?:was|were|died|disappeared)\b`,
  // What a person means to do
  String.raw`\b(?:fantasi[sz]\w*|think|thinking|thought|dream|dreaming|daydream\w*) (?:about|of) (?:dying|being dead|ending it|ending everything)\b(?! (?:my|his|her|the|with|between|off))`,
  String.raw`\bfeel(?:ing)? like (?:dying|ending it)\b(?! (?:of|from|my|with))`,
  String.raw`\b(?:pills|rope|gun|blade|knife)\b[^.!?]{0,20}\bto end (?:it|everything)\b`,
  String.raw`\bkill(?:ing|ed)? my ?self\b(?! (?:laughing|running|working|trying|lifting|carrying|with laughter|at the gym|over (?:this|it|work)|to (?:get|finish|make|meet)))`,
  String.raw`(?<!\b(?:he|she|it|they|you|who|that|this|which) )\b(?:end|ending|take|taking|took) my (?:own )?life\b(?! (?:back|in|into|to|as|more|less|seriously|for granted|one|easy|chances))`,
  String.raw`\b(?:i am|i’m|im|i feel|i felt|feeling|i’ve been|been|i get|i was) (?:so |really |very |a bit |kind of |quite )?suicidal\b`,
  String.raw`\bsuicidal (?:thoughts|feelings|ideas|ideation|again|today|tonight)`,
  String.raw`\b(?:thinking|thought|think|thoughts|considering|considered|plan|planning|attempted|attempting|contemplating|tempted by) (?:of |about |my |to commit |committing )?suicide\b`,
  String.raw`\b(?:commit|committing) suicide\b(?<=\b(?:i|me|my)\b[^.!?]*)`,
  String.raw`\bmy suicide\b`,
  String.raw`\b(?:hang|shoot|drown|starve|poison) my ?self\b(?! (?:up|out|in (?:work|books|paperwork|chocolate|coffee)))`,
  String.raw`\b(?:slit|slitting|cut|cutting) my (?:wrist|wrists|arm|arms|thigh|thighs)\b(?! (?:on|shaving|while))`,
  String.raw`\bjump(?:ing)? (?:off|from|in front of) (?:a|the|that|this) (?:bridge|roof|cliff|building|train|balcony|window)\b(?<=\b(?:i|myself|me|urge|want)\b[^.!?]*)`,
  String.raw`\b(?:take|taking|took|swallow|swallowed) (?:all (?:of )?(?:my|the|these|those) (?:pills|tablets|meds)|an overdose|too many (?:pills|tablets) on purpose)`,
  String.raw`\b(?:want|wanted|going|thinking|thought|planning|tried|need) (?:to|of|about) (?:take |taking )?(?:an )?overdos(?:e|ing)\b`,
  // Hurting oneself
  String.raw`\bi\b[^.!?]{0,24}\b(?:cut|burned|harmed) my ?self again(?=[.!?,]|$)`,
  String.raw`\bself[- ]?harm(?:ing|ed|s)?\b(?<=\b(?:i|me|my|i’m|i’ve|urge|urges)\b[^.!?]*)`,
  String.raw`\b(?:want|wanted|wanna|going|need|needed|urge|urges|thinking|thoughts|think|started|starting|keep|kept|tempted|might|will|stop)\b[^.!?]{0,24}\b(?:hurt|hurting|harm|harming|cut|cutting|burn|burning) my ?self\b(?! (?:shaving|some|a |off|short|loose|out|slack|in the foot|playing|at |again (?:at|playing)))`,
  String.raw`\bi(?: have been|’ve been| am|’m| started| keep)? cutting(?: again)?(?=[.!?,]|$)`,
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
