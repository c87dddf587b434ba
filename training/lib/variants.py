"""
Change the form of a prepared text and keep its emotion: what people do when they type and the training rows do not.

`vary` draws for training; `VARIANTS` are the single changes that evaluate.py measures.
"""

import random
import re

TAGS = ["mood", "monday", "life", "tbt", "fml", "work", "weekend", "thoughts", "family", "truth"]
EMOJI = {
    "sadness": ["crying face", "loudly crying face", "broken heart", "pensive face", "disappointed face", "weary face"],
    "joy": ["grinning face", "smiling face with smiling eyes", "party popper", "face with tears of joy", "slightly smiling face", "sparkles"],
    "love": ["red heart", "smiling face with heart-eyes", "smiling face with hearts", "face blowing a kiss", "two hearts"],
    "anger": ["enraged face", "face with symbols on mouth", "angry face", "face with steam from nose", "unamused face"],
    "fear": ["face screaming in fear", "anxious face with sweat", "fearful face", "anguished face"],
    "surprise": ["face with open mouth", "astonished face", "exploding head", "hushed face", "flushed face"],
}
NEIGHBOURS = {"a": "s", "b": "v", "c": "x", "d": "s", "e": "r", "f": "g", "g": "h", "h": "j", "i": "o", "j": "k", "k": "l", "l": "k", "m": "n",
              "n": "m", "o": "p", "p": "o", "q": "w", "r": "t", "s": "a", "t": "y", "u": "i", "v": "b", "w": "e", "x": "c", "y": "u", "z": "x"}


def typo(text: str, dice: random.Random) -> str:
    """Swap, drop, double or miss one letter inside one word of four letters or more."""
    places = [m for m in re.finditer(r"[^\W\d_]+", text) if len(m.group()) >= 4]
    if not places:
        return text
    place = dice.choice(places)
    word = place.group()
    i, kind = dice.randrange(1, len(word) - 1), dice.randrange(4)
    if kind == 0:
        word = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    elif kind == 1:
        word = word[:i] + word[i + 1 :]
    elif kind == 2:
        word = word[:i] + word[i] + word[i:]
    else:
        word = word[:i] + NEIGHBOURS.get(word[i].lower(), word[i]) + word[i + 1 :]
    return text[: place.start()] + word + text[place.end() :]


def exclaim(text: str, dice: random.Random) -> str:
    return text.rstrip(".!") + dice.choice(["!", "!", "!!", "!!!"])


def full_stop(text: str, dice: random.Random) -> str:
    return text.rstrip(".!") + dice.choice([".", ".", "...", " ."])


def bare(text: str, dice: random.Random) -> str:
    """Without punctuation, as in a hurry."""
    return re.sub(r"\s+", " ", re.sub(r"[.,;:!?\"()]+", " ", text)).strip() or text


def hashtag(text: str, dice: random.Random) -> str:
    return f"{text} # {dice.choice(TAGS)}" if dice.random() < 0.7 else f"# {dice.choice(TAGS)} {text}"


def mention(text: str, dice: random.Random) -> str:
    return f"@user {text}"


def link(text: str, dice: random.Random) -> str:
    return f"{text} http"


VARIANTS = {"typo": typo, "exclamation": exclaim, "full stop": full_stop, "no punctuation": bare, "hashtag": hashtag, "mention": mention, "link": link}


def vary(text: str, label: str, dice: random.Random) -> str:
    """Leave half of the rows as they are; change one or two things about the rest."""
    if dice.random() < 0.5:
        return text
    changes = [typo, typo, typo, exclaim, full_stop, full_stop, bare, bare, hashtag, mention, link]
    for change in dice.sample(changes, dice.randint(1, 2)):
        text = change(text, dice)
    if label in EMOJI and dice.random() < 0.1:
        text += f" {dice.choice(EMOJI[label])}"
    return text
