"""
Our own sentences in which a writer names a feeling, as people do in journals: a feeling word, a way to say it, and what stands around it. The lists
are from common knowledge of English; no corpus chose a word or its place.
"""

import random

from .rows import row

FEELINGS = {
    "sadness": """sad|unhappy|miserable|gloomy|lonely|hopeless|worthless|empty|heartbroken|depressed|down|low|blue|defeated|drained|homesick|ashamed|guilty|
rejected|abandoned|unwanted|unloved|ignored|neglected|useless|dull|numb|lost|broken|crushed|devastated|disappointed|discouraged|dismayed|humiliated|
embarrassed|regretful|sorrowful|tearful|weepy|burdened|exhausted|tired of it all|melancholy|isolated|inadequate|inferior|stupid|foolish|pathetic|rotten|lousy|
awful|terrible|horrible|wretched|hurt|wounded|damaged|punished|unimportant|unwelcome|disillusioned|listless|beaten|sentimental|troubled|needy|awkward|vain|
disturbed|remorseful|pained|bereft|forlorn|despondent|dejected|deprived|groggy|messy|victimized|submissive|lethargic|idiotic""",
    "joy": """happy|glad|joyful|cheerful|delighted|content|contented|pleased|satisfied|thrilled|excited|ecstatic|elated|proud|relieved|optimistic|hopeful|confident|
grateful|thankful|blessed|lucky|fortunate|free|carefree|peaceful|calm|relaxed|refreshed|energetic|energised|alive|inspired|motivated|determined|strong|brave|clever|
smart|successful|productive|accomplished|valued|respected|honoured|appreciated|important|special|welcome|safe|secure|comfortable|cool|fabulous|fantastic|wonderful|
brilliant|great|splendid|superb|terrific|playful|amused|jolly|merry|bouncy|triumphant|ambitious|creative|gorgeous|pretty|handsome|rich|smug|superior|
virtuous|sincere|innocent|sociable|friendly|eager|keen|invigorated|reassured|festive|divine|perfect|resolved|worthwhile|generous|vibrant|wealthy|talented|popular""",
    "love": """loving|loved|tender|affectionate|fond of them|caring|devoted|passionate|romantic|adored|cherished|close to her|drawn to him|smitten|
infatuated|attached|loyal|faithful|gentle|warm towards them|compassionate|sympathetic|longing for you|nostalgic for us|supported by you|supportive|hot for him|horny|naughty|lovely beside you|
beloved|sweet on her|in love|head over heels|cuddly|intimate|treasured|accepted by them|delicate|generous with hugs|blessed with you|liked""",
    "anger": """angry|mad|furious|enraged|outraged|livid|annoyed|irritated|irritable|frustrated|bitter|resentful|cranky|grumpy|grouchy|hostile|hateful|spiteful|vengeful|violent|
aggravated|agitated by the noise|bothered|cross|disgusted|dissatisfied|envious|jealous|greedy|rude|insulted|offended|wronged|cheated|betrayed|used|fed up|impatient|rushed|stubborn|
rebellious|fuming|heated|cold towards him|sarcastic|selfish|petty|mean|savage|vicious|dangerous|tortured|distracted by all of it|obnoxious|provoked|infuriated|indignant|
exasperated|disrespected|patronised|pissed off|ticked off|wound up|snappy|irate|appalled""",
    "fear": """afraid|scared|frightened|terrified|fearful|anxious|nervous|worried|uneasy|apprehensive|panicky|paranoid|threatened|intimidated|insecure|unsafe|vulnerable|helpless|
shaky|shaken|jittery|jumpy|tense|restless|pressured|overwhelmed|hesitant|reluctant|doubtful|uncertain|unsure|suspicious|wary|timid|shy|inhibited|petrified|alarmed|distressed|distraught|
tortured by dread|agitated|skeptical|unprotected|neurotic|confused|indecisive|bashful|frantic|hysterical|spooked|on edge|worried sick|fearful for them|unnerved|exposed""",
    "surprise": """surprised|amazed|astonished|astounded|stunned|shocked|startled|dazed|speechless|taken aback|impressed|curious|dumbfounded|flabbergasted|bewildered|staggered|
strange about it|weird about it|funny about it|odd about it|thunderstruck|floored|gobsmacked|blown away|overcome with wonder|awed|intrigued|caught off guard|incredulous""",
}
OPPOSITE = {"joy": "sadness", "sadness": "joy", "love": "sadness"}
SAYS = "i feel|i am feeling|i feel so|im feeling|i felt|i was feeling|i feel really|i still feel|i feel a bit|i have been feeling|i started to feel|i cant help feeling|i just feel|i woke up feeling|i always feel|i left feeling|i suddenly feel|i often feel|i end up feeling|it makes me feel".split("|")
DENIES = "i dont feel|i do not feel|i no longer feel|i never feel|im not feeling|i didnt feel|i wasnt feeling".split("|")
BEFORE = "|when i think about it |today |after all that |at the moment |to be honest |and then |most days |right now |for some reason |since last week |at work |some mornings |as i sit here ".split("|")
AFTER = ("| today| about it| about the whole thing| and i wanted to write it down| when i look back at this year| and so i stayed in| for the first time in months| after talking to my sister| about where this is going| because of what he said"
         "| at the end of the day| and i dont know why| but that is how it is| whenever i go there| just thinking about it| and i told her so| as i write this| with how things turned out| in this house| these days| around those people| by the time we got home").split("|")
PER_WORD = 12


def feeling_rows(seed: int = 7) -> list[dict]:
    """About 5,000 sentences, most of them plain, one in eight denied where a denial has a label of its own."""
    dice, rows = random.Random(seed), {}
    for label, words in FEELINGS.items():
        listed = [w.strip() for w in words.replace("\n", "").split("|")]
        for word in listed:
            for _ in range(PER_WORD if label not in ("love", "surprise") else 2 * PER_WORD):
                denied = label in OPPOSITE and dice.random() < 0.12
                text = f"{dice.choice(BEFORE)}{dice.choice(DENIES if denied else SAYS)} {word}{dice.choice(AFTER)}"
                rows[text] = OPPOSITE[label] if denied else label
    return [row(text, label, "feelings", share=0.5) for text, label in rows.items()]
