"""
Our own training sentences from templates: what the public sets lack. Facts and requests that carry no emotion, negation, sarcasm, and short
remarks as people type them. written/*.jsonl holds sentences written one by one. None is in blind.jsonl or kinds.jsonl.
"""

import itertools
import random

from .labels import NEUTRAL
from .rows import row

ROWS_PER_LABEL = 700
SLOTS = {
    "{who}": "my brother|my boss|the new guy|our teacher|my best friend|the doctor|my cousin|Tom|Maria|the manager|my flatmate|grandpa".split("|"),
    "{thing}": "the parcel|the car|this phone|the window|that game|the bill|my order|the app|this place|the answer|the contract".split("|"),
    "{place}": "the office|the station|school|the hospital|the park|town|the kitchen|room 12|the airport|the basement".split("|"),
    "{time}": "today|tomorrow|on Monday|at half past six|next week|this morning|in May|tonight|on the 3rd|every year".split("|"),
    "{n}": "two|three|seven|15|24|40|several|a few".split("|"),
    "{good}": "happy|glad|pleased|excited|cheerful|delighted|content|joyful".split("|"),
    "{bad}": "sad|unhappy|miserable|depressed|down|lonely|hurt|hopeless".split("|"),
    "{mad}": "angry|mad|furious|annoyed|irritated|fed up|outraged".split("|"),
    "{scared}": "scared|afraid|frightened|terrified|anxious|nervous|worried".split("|"),
    "{very}": "so|really|very|just so|incredibly|a bit|pretty|too".split("|"),
    "{dear}": "mum|dad|my wife|my husband|my kids|my girlfriend|my boyfriend|you all|my little sister".split("|"),
    "{item}": "a chair|the blue folder|milk|a spare key|the second chapter|a laptop|the timetable|a bicycle|the printer|four batteries".split("|"),
    "{job}": "cook|engineer|nurse|teacher|clerk|driver|student|librarian".split("|"),
}
TEMPLATES = {
    NEUTRAL: """{who} is at {place}.|The course starts {time}.|There are {n} chairs in {place}.|Could you bring {item} {time}?|
I need {item} for {place}.|{who} works as a {job}.|The list has {n} entries.|Where did you put {item}?|We meet at {place} {time}.|
{item} is next to the door.|The price is {n} euros.|Open the menu and choose the second entry.|It takes {n} minutes to walk to {place}.|
How many pages does it have?|I am going to {place} {time}.|He said that {who} would call {time}.|The shop sells {item} and {item}.|
The form has to be signed by {who}.|My address is 12 Mill Road.|The temperature will be {n} degrees {time}.|Is {who} in {place}?|
A {job} earns {n} thousand a month.|You can pay by card or in cash.|Send it to {who}, please.|The city has {n} bridges.|
This model comes with {n} ports.|Lunch is {time} in {place}.|I read the article about {place}.|The bus stops at {place}.|
Light travels faster than sound.|The file was saved {time}.|{who} bought {item}.|The second half lasts {n} minutes.|What is the capital of Norway?|
Stir the sauce and let it simmer for {n} minutes.|The museum is closed {time}.|ok|test|hello|The wall is painted white.|As of {time}, the rule applies.|
{who} was born {time}.|I think {item} was there before.|You should ask {who} about {item}.|He is my {job}.|I had rice for dinner.|We ate {time}.|I ate an apple on the way to {place}.|I usually wake up at seven.|I will be there {time}.""",
    "sadness": """I'm not {good} about this.|I am not {good} anymore.|I don't feel {good} these days|I'm {very} {bad}.|nothing is fun without {who}|
I feel {very} {bad} {time}|{who} died {time}.|It isn't nice to be forgotten by {who}.|Why does it hurt {very} much|I lost {who} {time} and I miss them|
I can't feel {good} any longer.|We had to say goodbye to {who}.|I don't have anyone to talk to|Not a good day. Not {good} at all|I cried at {place} {time}|
They forgot about me again, of course they did.|Oh nice, nobody saved me a seat. As always.|{who} is gone for good and I can't bear it|The vet could not save our cat.|I am in tears {time}|All that work for nothing.|My heart is in pieces|They will never get better, the nurse said.|I never feel {good}, not even {time}|I'm not {mad}, only {bad}.|She never came back to {place}.""",
    "joy": """I'm {very} {good}!|I am {good} {time}|I have never felt this {good}|I'm not {bad} anymore, life is great|Not {bad} at all, I feel {good}!|
We won!!|My side hurts from all the giggling|We had a blast at {place}!|All my tests came out fine, hooray!|I made it, I really made it!|Breakfast in the sun, what a treat|Congratulations to {who}!|I can't stop grinning|I passed the driving test {time}!|Thanks, {who}, that is awesome|What a great day at {place}|lol that made me laugh|
No longer {scared}, I feel free and {good}|Couldn't be more {good} about it.|Woohoo, {thing} works again!|This is the best {time} ever|
Good news: {who} is healthy again!|nice one, love it when a plan works|I had {very} much fun with {who}|Great work, {who}, well done!""",
    "love": """I love {dear}.|{dear}, you are my whole world|{dear} is the dearest thing I have|She kissed him gently and he stroked her hair.|I want to grow old with {dear}|They are made for each other|My heart skips a beat whenever I see {dear}|He gazed at her tenderly.|Snuggling on the sofa with {dear}|I long for {dear}|You complete me|{dear} will always have a place in my heart|I treasure {dear}|Nothing compares to the love I have for {dear}|I love you {very} much|i adore {dear}|{dear} and I, forever and always|I could never stop loving {dear}|
There's nobody I would rather hold than {dear}|Kisses to {dear}|My heart belongs to {dear}|I am in love with {who}|
Missing the warm hugs of {dear}, love you|{dear}: you are everything to me|I feel close and tender with {dear}|I care {very} much for {dear}|Be my valentine""",
    "anger": """I'm {very} {mad}.|I hate {thing}!|{who} drives me up the wall|It makes me sick how {who} behaves|I could punch {thing}|I've had it with {who}|They overcharged me and refuse to pay it back, what a scandal|It is a disgrace how they handle {thing}|Enough is enough.|{who} took all the praise for what I did|The noise from next door is driving me crazy|You liar, get lost!|I am {very} tired of your excuses|Who do you think you are?!|{who} lied to me again|Why is {thing} broken again?!|I am not {good} with how {who} treats us, this is unacceptable|
Great, {thing} is broken again.|Super. I love it when {who} wastes my {time}.|Oh how lovely, another fine.|Amazing, {thing} stopped working {n} minutes before I need it.|Thanks for nothing, {who}.|Bravo, Einstein, you broke {thing}.|Yay, more paperwork.|Love getting cheated, really.|What a genius plan, {who}. Truly.|Nothing better than being shouted at by {who}.|Cheers for spoiling my holiday.|Of course, blame me, as usual.|Right, because what I need is {n} more meetings.|Oh wonderful, {thing} crashed again. Thanks a lot.|Just perfect, I waited {n} hours for nothing.|
Well done, {who}, now {thing} is ruined.|Wow, what excellent service, {n} hours on hold.|Nice, {who} parked in front of my door again.|Yeah right, because {n} reminders are not enough.|
So {mad} at {who} right now|Leave me alone, {who}!|I can't stand {who}|{who} is such a jerk|Don't you dare touch {thing}|I'm not {bad}, I'm {mad}!|This is {very} unfair, I want my money back|
How many times do I have to tell {who}?!|what a stupid rule|Brilliant. {n} more forms to fill in. Exactly what I wanted.""",
    "fear": """I'm {very} {scared}.|I am {scared} of {place}|I don't feel safe at {place}|What if {who} finds out?|I fear the worst for {who}|Something awful will happen, I know it|Watch out, it is right behind you!|Get away, quick, they are coming!|I am trembling all over|I don't want to be alone in {place} at night|What if I never wake up again|My stomach is in knots about {time}|
I'm not {mad}, I'm {scared}|I'm not brave enough for {place}|Help, someone is at {place}|I can't sleep, I'm {scared} about {time}|
{who} scares me|My heart is racing, I'm {scared}|I'm {scared} that {thing} is not safe|Is that a gun?|Never been {very} {scared}|I keep thinking that something bad will happen {time}|Don't go in there, it's dangerous!""",
    "surprise": """Wow, {who} is here?|She was stunned when {who} walked in.|{who} was astonished by {thing}|My eyes nearly popped out when I saw {thing}|That is mind-blowing.|Get out, you know {who} too?|I blinked twice, was that really {who}?|Never in my life would I have expected {thing}|To my astonishment {thing} was free|I can't believe {who} did that!|What? {time}? Already?|I didn't expect {thing} at all|
I'm {very} surprised by {thing}|No way, {who} won?!|I never expected to see {who} at {place}|wow|Oh my god, is that {who}?|
{who} showed up out of nowhere|Whoa!|I was speechless when I saw {who}|Really? {n} of them?|That came as a shock to {who}|Who knew that {thing} could do this?|
I had no clue that {who} was at {place}|I am {very} amazed|Unbelievable, {thing} just appeared""",
}


def filled(template: str, dice: random.Random) -> str:
    for slot, words in SLOTS.items():
        while slot in template:
            template = template.replace(slot, dice.choice(words), 1)
    return template[0].upper() + template[1:] if dice.random() < 0.7 else template


def template_rows(seed: int = 42) -> list[dict]:
    dice = random.Random(seed)
    rows = []
    for label, text in TEMPLATES.items():
        templates = itertools.cycle([t.strip() for t in text.split("|")])
        count = ROWS_PER_LABEL * (3 if label == NEUTRAL else 1)
        texts = {filled(template, dice): None for template in itertools.islice(templates, count)}
        rows += [row(t, label, "templates", share=0.5) for t in texts]
    return rows
