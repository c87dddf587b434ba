/**
 * What people write who think of dying or of hurting themselves. A short list that anyone may read: it looks for the first person and a
 * plain wish, since `dying to see you` is none. care.test.ts has the phrases and idioms that it was tried on, and the figures.
 */
/** After a word of living or going on: none of a place, a person or a way to live. */
const NOWHERE = String.raw`(?! (?:in|with|at|near|on|off|out|by|for|above|below|under|next|alone|together|abroad|there|here in|from|like (?:a|an|my)|(?:a|an|the|my|his|her|your|their|our) )\b)`;
/** Where a thought ends. */
const END = String.raw`(?=[.!?,;…)]| any ?more| any longer| like this| now\b| tonight| today| tbh| fr\b| lol| rn| ngl| anyway| and\b| but\b| because\b| so\b|$)`;
/** Of one's own will, not what happens to one. */
const MEANING_TO = String.raw`\b(?:want|wants? to|wanted to|going to|about to|ready to|planning to|plan to|tried to|trying to|urge to|rather|might|may|should|could|will|’ll|i’d|i would|thinking (?:of|about)|think (?:of|about)|thought (?:of|about)|thoughts (?:of|about)) (?:just |really |actually |literally |simply |even )?(?:to )?`;

const THINKING = String.raw`\b(?:think(?:ing)?|thought|thoughts|urge|urges|want|wanted|about|going|tempted|imagine|imagining|almost|nearly|tried|wish i could|feel like|felt like) (?:of |about |to |just )*`;

const PHRASES: readonly string[] = [
  // A wish to die or to be gone
  String.raw`(?<=^\W*|\bi(?:’m|’ve)?\b[^.!?]*)(?<!(?:embarrass|asham|mortif|laugh|cring)[^.!?]*)(?<!(?:not|n’t|never) (?:really )?)\b(?:want|wanted|wish|need|ready|going|longing|hoping|planning|prepared) (?:to|i could)? ?(?:just )?(?:die|be dead|not exist|stop existing|cease to exist|disappear forever|end (?:it all|it|things|everything|my (?:own )?life))(?! (?:laughing|on (?:this|that)|of (?:embarrassment|shame|laughter|cringe|boredom|cuteness|happiness|joy)|for\b|if\b|the (?:call|meeting|day|chat)|with (?:him|her|you|them)|early))`,
  String.raw`\bwish(?:ed|ing)? (?:that )?(?:i|I) (?:was|were|am) dead\b(?! tired| drunk| asleep)`,
  String.raw`\bwish(?:ed|ing)? (?:that )?i (?:had never been|was never|were never|’d never been|wasn’t|weren’t|hadn’t been) (?:born|alive)|\b(?:better|happier|easier) (?:for \w+ )?if i (?:had never|was never|’d never|hadn’t) (?:been born|born|existed)`,
  String.raw`\b(?:wish|hope|hoping|pray|want) (?:that )?(?:i|to) (?:would(?:n’t| not)|would just not|don’t|won’t|do not|will not|never|not|just never)(?: to)? wake up\b`,
  String.raw`\bgo to sleep and (?:never|not) wake up`,
  String.raw`\b(?:don’t|do not|no longer|didn’t) (?:really )?want to (?:live|be alive|exist|be here|be around|be (?:in|on) (?:this|the) (?:world|earth|planet)|keep living|go on living|keep going${END})\b(?! (?:in|with|at|near|on|here|there|when|while|for)\b)`,
  String.raw`\bcan(?:’t|not) (?:go on|keep on|keep going|live)(?: living)? (?:like this |this way )?(?:any ?more|any longer)`,
  String.raw`\b(?:no|isn’t any|is there any|any|see a|see the|see much|find a|need a|one|single|is the|’s the) (?:good |more |real |other )?(?:reason|point) (?:(?:to|in|of) (?:live|living|be alive|being alive|stay alive|staying alive|keep living|go on living|exist|existing)${NOWHERE}|to wake up${END}|(?:to|in|of) (?:go on|going on|carry on|carrying on|keep going|being here|be here)${END})`,
  String.raw`\bnothing (?:left )?to live for`,
  String.raw`\b(?:tired|sick|exhausted) (?:of|from) (?:living|being alive|existing)\b(?! (?:here|like|hand|pay|out))${NOWHERE}`,
  String.raw`\bbetter off (?:dead|without me|not (?:existing|alive|living|being (?:here|alive))${END})|\b(?:better(?: off)?|happier|easier|fine|relieved|best) (?:for \w+ )?if i (?:just )?(?:(?:was|were) (?:just )?(?:dead|gone|not (?:here|around|alive))|(?:wasn’t|weren’t) (?:here|around|alive)|died|disappeared|never existed)${END}`,
  String.raw`\b(?:why can(?:’t|not) i|let me|i should|should i|i have to|i need to|i might as well) (?:please )?(?:just )?die\b(?! (?:laughing|happy|of|from|for|on|trying|my|her|his|the))|\b(?<!not |n’t )deserve to die\b`,
  String.raw`\b(?:lost|losing|no|without) (?:the |my |any |all )*will to (?:live|go on|keep going)${END}`,
  String.raw`\bhat(?:e|ing) (?:being alive|that i(?:’m| am)(?: still)? alive|living|existing|that i (?:was born|exist|woke up))${END}`,
  String.raw`\b(?:no (?:other )?way out|no other option|nothing left|nothing else|only (?:way|option|answer|solution|escape)(?: out)?(?: left)?)(?: i (?:see|have))? (?:except|but|other than|than|is|was|seems to be|would be) (?:to )?(?:death|die|dying|suicide|kill)\b`,
  String.raw`\b(?:death|dying|being dead) (?:is|seems|sounds|would be|feels|looks) (?:like )?(?:so |much )?(?:the only|my only|a relief|a release|better|easier|peaceful|nice|good|appealing|inviting|an? (?:escape|way out))\b`,
  String.raw`\bwant (?:out of (?:this )?life\b|to (?:lie down|waste away|fade away|fall asleep|disappear|give up|starve) and (?:just )?die\b)`,
  String.raw`\b(?:life|living|everything|existence) is (?:so |just |too )?(?:pointless|meaningless|unbearable|hell|torture)\b[^.!?]*\bwant (?:out|it to (?:end|stop|be over)|to be gone)${END}`,
  String.raw`\b(?:can(?:’t|not)|don’t|do not) (?:even )?(?:see|imagine|picture) (?:a|any|my|the) future (?:where i(?:’m| am) alive|with me in it|for (?:me|myself)${END})`,
  String.raw`\bwish(?:ed|ing)? (?:that )?i(?: had|’d) (?:died|been killed)\b`,
  String.raw`\b(?:don’t|do not|never) want to wake up(?: tomorrow| in the morning)?(?: (?:ever )?again| ever)?${END}`,
  String.raw`\bcan(?:’t|not) keep (?:on )?living\b(?! (?:in|with|at|on|off|out)\b)`,
  String.raw`\b(?:everyone|everybody|they|family|world) (?:would|’d) be (?:happier|better) without me\b`,
  String.raw`\bwant (?:my|this) life to (?:be over|end|stop)\b`,
  String.raw`\blife (?:is not|isn’t|is no longer|not) worth living`,
  String.raw`\brather be dead\b(?! than)`,
  String.raw`\bwish(?:ed|ing)? (?:that )?i (?:didn’t|did not|don’t) exist\b`,
  String.raw`\b(?:don’t|do not) deserve to (?:live|be alive|exist)\b`,
  String.raw`\b(?:want|wish|like|love) to (?:go to )?sleep forever\b`,
  String.raw`\b(?:i am|i’m|so) done with (?:life|living|being alive)(?=[.!?,]| and | any ?more| now|$)`,
  String.raw`\b(?:nobody|no one|no-one) would (?:even |really )?(?:miss me|notice|care) if i (?:was|were|died|disappeared)\b`,
  String.raw`(?<!(?:embarrass|asham|mortif|laugh|cring|n’t |not |never )[^.!?]*)\b(?:wish\w*|hop(?:e|ing)|want\w*|pray\w*|rather|long\w*|should) (?:(?:that|just|really|only|so badly|badly|sometimes|could|would|to|i|i’d|i’ll|i could|somehow|simply|quietly|finally|maybe) )*(?:die|be dead|not be alive|not exist|not be here${END}|stop living${END})(?! (?:certain|sure|serious|on time|right|asleep|drunk|silent|still|set|tired|in the|of|for|if|on|than|before|with dignity|laughing|trying|happy|old|my|her|his|the|in peace|without))`,
  String.raw`\b(?:can’t|cannot|don’t think i can|don’t know (?:if|how) i can|don’t know how to|struggling to|too hard to|no energy to|can’t be bothered(?: with)?|don’t see why i should) (?:even )?(?:keep |be |stay |bother |go on )*(?:being |to be |to stay )?(?:alive|living)(?: for (?:another|one more|much)|${END})`,
  // A wish that something else would do it, a time that is not lived to see, and goodbyes
  String.raw`\b(?:hope|wish|hoping|wishing|want|pray) (?:that )?(?:a|some|the next) (?:car|bus|truck|lorry|train|plane|bullet|drunk driver)\b[^.!?]{0,20}\b(?:hit|hits|kill|kills|run|runs|take|takes|crash\w*) (?:me|over me|into me)\b`,
  String.raw`\b(?:hope|wish|hoping|wishing|pray|praying) (?:that )?(?:i|something|someone|somebody|cancer|it) (?:would |could |’d |will )?(?:just )?(?:(?:get|got) (?:hit|run over|killed|shot)|kills? me|die in my sleep|die soon|die tonight|don’t survive|did not survive|didn’t survive|crash my car)${END}`,
  String.raw`\b(?:won’t|will not|not going to|don’t think i(?:’ll| will)|doubt i(?:’ll| will)|don’t (?:see my ?self|plan (?:on|to)|intend to|expect to)) (?:be(?:ing)? |still be(?:ing)? |stay(?:ing)? )?(?:alive${NOWHERE}|around (?:much|for much) longer|(?:live|living|make it|making it|see|seeing) (?:to |past |until |till )?(?:my (?:next |own )?(?:birthday|\d+(?:th|st|nd|rd)|thirties|twenties)|next year|thirty|twenty[ -]?\w*|\d\d)${END})`,
  String.raw`\b(?:wrote|written|writing|write|leave|left)\b[^.!?]{0,30}\b(?:goodbye|farewell|suicide) (?:note|letter|message|video)s? (?:to|for) (?:my (?:kid|son|daughter|child|parent|mum|mom|mother|dad|father|family|wife|husband|brother|sister|girlfriend|boyfriend)|everyone|everybody|when i(?:’m| am) gone)`,
  String.raw`\b(?:don’t want to|can’t|cannot) do (?:this )?life${END}|\bi (?:shouldn’t|should not) (?:be alive|exist|have been born)\b`,
  String.raw`\bwish(?:ed|ing)? (?:that )?(?:the |this |my |an? )*(?:cancer|illness|tumou?r|disease|virus|accident|crash|fall|overdose|god)(?: would| had|’d| could)? (?:just )?(?:take|taken|kill|killed|finish\w*) me\b`,
  String.raw`\b(?:want|wish|hope|hoping)\b[^.!?]{0,20}\b(?:my last (?:day|night) (?:on earth|alive|ever)|even if (?:that|it) means (?:dying|death|i die|my death))|\bto stop,? even if (?:that|it) means (?:dying|death|i die)\b`,
  String.raw`\b(?:can’t|cannot|couldn’t) stop (?:thinking|dreaming|fantasi[sz]ing) (?:about|of) (?:death|my (?:own )?death)\b|\b(?:painless|easiest|quickest|least painful|fastest|best|easy|quick)(?: \w+)? (?:to (?:die|end my life|kill (?:my|your|one) ?self)|of (?:dying|killing (?:my|your|one) ?self))\b`,
  String.raw`\bgoodbye,? (?:everyone|everybody|world|cruel world|all|my loves?)\b[^.!?]*\b(?:won’t be (?:here|around|alive)|can’t (?:do|go on|take)|done|sorry|better without me|forever)\b`,
  String.raw`\bsuicide (?:is|seems|feels|sounds|looks|would be|was)\b[^.!?]*\b(?:option|answer|way|solution|escape|tempting|easier|relief|choice)\b|\bsuicide note\b(?<=\b(?:i|my)\b[^.!?]*)`,
  String.raw`\b(?:don’t|do not|no longer) care (?:if|whether) i (?:live|die|wake up|survive|get killed|get hit)\b|\bwhy (?:am i|i’m|do i) (?:even |still )*(?:alive\b|living${END}|exist\b)`,
  String.raw`\b(?:letter|letters|note|notes|message|video|will)\b[^.!?]{0,40}\b(?:for|to open|to read|to be read) (?:when|after) i(?:’m| am) (?:dead|gone)\b`,
  String.raw`\b(?:wish|want|hope|pray|hoping) (?:that )?(?:for )?my heart (?:would |to |will )?(?:just |simply )?stops?\b|\b(?:ready|want|going|wish i could|time for me) (?:to )?(?:just )?leave this (?:world|earth|life|planet)\b`,
  String.raw`\b(?:scared|afraid|frightened|terrified|worried|don’t know) (?:of |about )?what i(?:’ll| will| might| may| could|’d| would)? ?(?:do|am going to do) to my ?self\b|\b(?:not|don’t feel|isn’t) safe (?:with|from|around|alone with) my ?self\b|\bdo something (?:bad |stupid |terrible )?to my ?self\b`,
  String.raw`\b(?:plan|method|idea) (?:is|was) to (?:just )?(?:take |jump |)(?:an )?(?:overdose|die|kill my ?self|hang my ?self|end my life)\b|\b(?:wish|wanted|want)\b[^.!?]*\battempt (?:had worked|to (?:work|have worked))`,
  String.raw`\b(?:nobody|no one|no-one|who) would (?:even |really )?(?:cry|care|miss me|notice)\b(?<=\bif i (?:was |were )?(?:died|dead|gone|disappeared)\b[^.!?]*)|\b(?:they|everyone|everybody|world|family|kids|friends)(?: would|’d) (?:all )?be (?:happier|better|fine|ok|okay) (?:off )?without me\b`,
  String.raw`\b(?:don’t|do not) feel like (?:living|being alive|existing)${END}|\b(?:hope|wish) i (?:don’t|won’t|never) (?:live|make it|wake up) to see (?:tomorrow|morning|\w+day|next \w+)\b|\brather (?:just )?die${END}`,
  String.raw`\b(?:took|taken|swallowed) (?:so|too|way too) many (?:\w+ )?(?:pills|tablets|painkillers|meds)\b|\bcut (?:my ?self )?too deep(?:ly)?${END}`,
  // What a person means to do
  String.raw`${MEANING_TO}(?:bleed (?:out|to death)\b|(?:kms|ctb|off my ?self|end my ?self|top my ?self|do my ?self in)${END})`,
  String.raw`\bunaliv(?:e|ed|ing) my ?self\b`,
  String.raw`\b(?:stand|standing|stood|sit|sitting|sat|look|looking|looked|walk|walked|drive|drove)\b[^.!?]{0,24}\b(?:bridge|roof|rooftop|ledge|cliff|balcony|platform|tracks|parking garage|overpass)\b[^.!?]{0,24}\b(?:think(?:ing)?|thought|wonder\w*|imagin\w*) (?:about |of |if |how |what )?[^.!?]{0,24}\b(?:jump|jumping|letting go|let go|fall|falling|stepping off)${END}`,
  String.raw`\b(?:driv(?:e|ing)|crash(?:ing)?|steer(?:ing)?|swerv(?:e|ing)) (?:my|the) car (?:into|off) (?:a|the|some|that) (?:tree|wall|bridge|road|cliff|truck|river|traffic)\b(?<=\b(?:want|wanted|thinking|thought|think|urge|imagine|could|just)\b[^.!?]*)`,
  String.raw`\b(?:fantasi[sz]\w*|think|thinking|thought|dream|dreaming|daydream\w*) (?:about|of) (?:dying|being dead|ending it|ending everything)\b(?! (?:my|his|her|the|with|between|off))`,
  String.raw`\bfeel(?:ing)? like (?:dying|ending it)\b(?! (?:of|from|my|with))`,
  String.raw`\b(?:pills|rope|gun|blade|knife)\b[^.!?]{0,20}\bto end (?:it|everything)\b`,
  String.raw`\bkill(?:ing|ed)? my ?self\b(?! (?:laughing|running|working|trying|lifting|carrying|with laughter|at the gym|over (?:this|it|work)|to (?:get|finish|make|meet)))`,
  String.raw`(?<!\b(?:he|she|it|they|you|who|that|this|which) )\b(?:end|ending|take|taking|took) my (?:own )?life\b(?! (?:back|in|into|to|as|more|less|seriously|for granted|one|easy|chances))`,
  String.raw`\b(?:i am|i’m|i feel|i felt|feeling|i’ve been|been|i get|i was) (?:so |really |very |a bit |kind of |quite )?suicidal\b`,
  String.raw`\bsuicidal (?:thoughts|feelings|ideas|ideation|again|today|tonight)`,
  String.raw`\b(?:thinking|thought|think|thoughts|considering|considered|plan|planning|attempted|attempting|contemplating|tempted by) (?:of |about |my |to commit |committing )?suicide\b`,
  String.raw`\b(?:commit|committing) suicide\b(?<=\b(?:i|me|my)\b[^.!?]*)`,
  String.raw`\bmy suicide\b`,
  String.raw`\b(?:hang|hanged|hanging|shoot|shooting|drown|drowning|starve|poison|poisoned|hung|strangle) my ?self\b(?! (?:up|out|in (?:the foot|work|books|paperwork|chocolate|coffee|emails)|over))`,
  String.raw`\b(?:slit\w*|cut|cutting|slic\w+|slash\w*|carv\w+) (?:up |into |open )?my (?:own )?(?:wrists?|arms?|thighs?|throat|veins|skin|stomach)\b(?! (?:on|off|while|shaving)|[^.!?]*\b(?:shav|glass|chop|cook|fell|fall|accident|paper|garden|kitchen|doctor|surg|nurse|bike|thorn|rose)\w*)|\bmy (?:arms?|wrists?|thighs?|legs?) (?:are|is) (?:all )?(?:covered|full) (?:in|of|with) (?:\w+ )?(?:cuts|scars)\b(?! (?:from|after))`,
  String.raw`\bjump(?:ing)? (?:off|from|in front of) (?:a|the|that|this) (?:bridge|roof|cliff|building|train|balcony|window)\b(?<=\b(?:i|myself|me|urge|want)\b[^.!?]*)`,
  String.raw`\b(?:take|taking|took|swallow|swallowed) (?:(?:all (?:of )?(?:my|the|these|those)|every(?: single)?) (?:pills?\b|tablets|meds|painkillers|medication)(?! (?:back|out|away|down|with|to|home|off|into|the doctor|he|she|they|that the|for))|an overdose|too many (?:pills|tablets) on purpose)`,
  String.raw`\b(?:want|wanted|going|thinking|thought|planning|tried|need) (?:to|of|about) (?:take |taking )?(?:an )?overdos(?:e|ing)\b`,
  String.raw`${THINKING}(?:(?:jump|step|throw my ?self|throwing my ?self|threw my ?self)(?:ped|p?ing)? (?:off|from) (?:a |the |that |this |my )*(?:bridge|roof|ledge|cliff|balcony|overpass|building)|(?:jump|step|walk|run|ran|throw my ?self|throwing my ?self|threw my ?self|lie down)(?:p?ed|[pn]?ing)? (?:in front of|under|into) (?:a |the |that |this |moving |oncoming )*(?:train|tube|subway|metro|tram|truck|lorry|bus|traffic))\b`,
  String.raw`\b(?:take|taking|took|taken|swallow|swallowed|swallowing) (?:a |an |the |my |two |three )?(?:whole |entire |full )?(?:packet|packets|pack|box|boxes|bottle|bottles|handful|handfuls|load|loads|bunch|lot|lots) of (?:\w+ )?(?:pills|tablets|paracetamol|tylenol|ibuprofen|aspirin|painkillers|antidepressants|meds|medication|xanax|codeine)\b(?! (?:back|to|home|with))`,
  String.raw`\b(?:gun|knife|pistol) (?:to|in|against|at) my (?:own )?(?:head|mouth|throat|chest|wrist)\b|\b(?:blade|razor|knife|scissors) (?:to|on|against|across) my (?:skin|wrists?|arms?|thighs?|legs?|throat)\b(?<!shav\w*[^.!?]*)|\b(?:tied|made|bought|hung) (?:a|the|my) noose\b`,
  String.raw`\b(?:survived|since|after|regret) my (?:first |last |second |suicide )*attempt${END}|\bi(?:’ve| have)? (?:overdosed|od’?e?d)(?= on (?:pills|my|meds|painkillers)| again|[.!?,]|$)`,
  String.raw`\b(?:do|doing|end|ending) it tonight\b[^.!?]*\b(?:pills|rope|gun|knife|blade|bridge)\b`,
  // Hurting oneself
  String.raw`\b(?:fresh|new|deep|more) cuts (?:all over|on|across|along) my (?:legs?|arms?|thighs?|wrists?)\b(?! (?:from|after))|\b(?:self[- ]harm|cutting) scars\b`,
  String.raw`\b(?:until|till) (?:i|it|they|my (?:\w+)) (?:bled|bleed|bleeds|bruised)\b(?<=\b(?:punch|hit|scratch|cut|bit|dug|scrap|slam|bang|claw)\w*\b[^.!?]*)`,
  String.raw`\bi (?:just |have |’ve )?cut(?: my ?self)? again${END}`,
  String.raw`\b(?:want|need|urge|urges|crave|craving|itching|desperate|tempted) (?:to )?(?:just |really )?cut (?:so bad|so badly|so much|again|tonight|right now|my skin)${END}`,
  String.raw`\b(?:cut|cutting|burn|burning|burned|burnt|carve|carved|carving|slice|sliced|slicing|scratch|scratched|scratching|hit|punch|bite|biting) (?:into |at )?(?:my ?self|my (?:own )?(?:skin|flesh|arms?|wrists?|thighs?|legs?)) (?:(?:just )?to (?:feel|punish|cope|calm|numb)|(?:until|till) (?:i|it|they) (?:bleed|bled|bruise|hurt)|on purpose|so that i feel|open\b)`,
  String.raw`\bi\b[^.!?]{0,24}\b(?:cut|burned|harmed) my ?self again(?=[.!?,]|$)`,
  String.raw`\bself[- ]?harm(?:ing|ed|s)?\b(?<=\b(?:i|me|my|i’m|i’ve|urge|urges)\b[^.!?]*)`,
  String.raw`\b(?:want|wanted|going|need|needed|urge|urges|thinking|thoughts|think|started|starting|keep|kept|tempted|might|will|stop|feel like|felt like)\b[^.!?]{0,24}\b(?:hurt|hurting|harm|harming|cut|cutting|burn|burning) my ?self\b(?! (?:shaving|some|a |off|short|loose|out|slack|in the foot|playing|at |again (?:at|playing)))`,
  String.raw`\bi(?: have been|’ve been| am|’m| started| keep)? cutting(?: again)?(?=[.!?,]|$)`,
  String.raw`\bi (?:have been |’ve been |was |’m |am )?(?:cut|cutting|burned|burning|harmed|harming) my ?self(?= (?:again|last night|tonight|today|because|to feel|when i feel|every|on purpose|so that)|[.!?,]|$)`,
];

const LIST = PHRASES.map((phrase) => new RegExp(phrase, 'iu'));

/** A text longer than a person reads at once is searched from its end, where the writing happens. */
const MOST = 20_000;

/** People in distress type fast: one spelling of each word, so that the list needs one only. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/['ʼ‘´`]/g, '’'],
  [/\b(do|ca|wo|is|was|did|does|should|could|would|have|had|are|were)nt\b/gi, '$1n’t'],
  [/\bi(m|ve)\b/gi, 'i’$1'],
  [/\bwanna\b/gi, 'want to'],
  [/\bgonna\b/gi, 'going to'],
  [/\b(?:s[u*]+[i1!*]?c[i1!*]d[e3*]|sewerslide|suic[i1!*]de)\b/gi, 'suicide'],
  [/\bk[i!1*]ll(?=(?:ing|ed)? my)/gi, 'kill'],
  [/\bsui\b(?= (?:thoughts|attempt|note))/gi, 'suicidal'],
];

/** Words that are looked at together, and how many of them again with the next ones: nobody says it at more length, and some use no full stop. */
const SPAN = 60;
const OVERLAP = 20;

function* spans(sentence: string): Iterable<string> {
  const words = sentence.split(/\s+/);
  for (let at = 0; at === 0 || at + OVERLAP < words.length; at += SPAN - OVERLAP) yield words.slice(at, at + SPAN).join(' ');
}

/** What was looked at last: of a long text each key changes one sentence. */
let calm: ReadonlySet<string> = new Set();

/** Whether a text speaks of wanting to die, or of hurting oneself. It may be wrong either way, and tells no one. */
export function speaksOfSelfHarm(text: string): boolean {
  if (text.trim() === '') return false; // a page that opens is spared the list's compiling
  const seen = new Set<string>();
  const written = SPELLINGS.reduce((written, [from, to]) => written.replace(from, to), text.slice(-MOST));
  for (const sentence of written.split(/(?<=[.!?\n])\s*/))
    for (const span of spans(sentence)) {
      if (!calm.has(span) && LIST.some((phrase) => phrase.test(span))) return true;
      seen.add(span);
    }
  calm = seen;
  return false;
}
