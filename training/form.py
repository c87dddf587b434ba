"""
Change the form of a text and keep its emotion: what people do when they type and the training rows, lower-case and bare, do not.

`vary` draws for training; `VARIANTS` are the single changes that evaluate.py measures.
"""

import random
import re

TAGS = ["mood", "monday", "life", "tbt", "fml", "work", "weekend", "thoughts", "family", "truth"]
NAMES = ["@anna", "@mike_92", "@thebigshow", "@laura", "@user", "@bbc"]
CONTRACTIONS = {"im": "i'm", "ive": "i've", "dont": "don't", "didnt": "didn't", "cant": "can't", "isnt": "isn't", "wasnt": "wasn't",
                "doesnt": "doesn't", "couldnt": "couldn't", "wouldnt": "wouldn't", "its": "it's", "thats": "that's", "youre": "you're"}
EMOJI = {"sadness": "😢😭💔😞😔", "joy": "😀😊🎉😂😄", "love": "❤😍🥰😘💕", "anger": "😡🤬😠👿😤", "fear": "😱😨😰😧😖", "surprise": "😮😲🤯😯🙀"}
NEIGHBOURS = {"a": "s", "b": "v", "c": "x", "d": "s", "e": "r", "f": "g", "g": "h", "h": "j", "i": "o", "j": "k", "k": "l", "l": "k", "m": "n",
              "n": "m", "o": "p", "p": "o", "q": "w", "r": "t", "s": "a", "t": "y", "u": "i", "v": "b", "w": "e", "x": "c", "y": "u", "z": "x"}


def one_word(text: str, dice: random.Random, at_least: int, change) -> str:
    """Apply `change` to one word of letters, drawn among those with at least so many."""
    places = [m for m in re.finditer(r"[^\W\d_]+", text) if len(m.group()) >= at_least]
    if not places:
        return text
    place = dice.choice(places)
    return text[: place.start()] + change(place.group()) + text[place.end() :]


def typo(text: str, dice: random.Random) -> str:
    """Swap, drop, double or miss one letter inside one word of four letters or more."""

    def change(word: str) -> str:
        i = dice.randrange(1, len(word) - 1)
        kind = dice.randrange(4)
        if kind == 0:
            return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        if kind == 1:
            return word[:i] + word[i + 1 :]
        if kind == 2:
            return word[:i] + word[i] + word[i:]
        return word[:i] + NEIGHBOURS.get(word[i].lower(), word[i]) + word[i + 1 :]

    return one_word(text, dice, 4, change)


def elongate(text: str, dice: random.Random) -> str:
    """so -> sooo: the last vowel of one word, two to four times more."""

    def change(word: str) -> str:
        vowels = [i for i, c in enumerate(word) if c in "aeiouyAEIOUY"]
        i = vowels[-1] if vowels else len(word) - 1
        return word[:i] + word[i] * dice.randint(3, 5) + word[i + 1 :]

    return one_word(text, dice, 2, change)


def exclaim(text: str, dice: random.Random) -> str:
    return text + dice.choice(["!", "!", "!!", "!!!"])


def full_stop(text: str, dice: random.Random) -> str:
    return text + dice.choice([".", ".", "...", " ."])


def hashtag(text: str, dice: random.Random) -> str:
    return f"#{dice.choice(TAGS)} {text}"


def mention(text: str, dice: random.Random) -> str:
    return f"{dice.choice(NAMES)} {text}"


def sentence_case(text: str, dice: random.Random) -> str:
    return re.sub(r"\bi\b", "I", text[:1].upper() + text[1:])


def apostrophes(text: str, dice: random.Random) -> str:
    """Give back what dair-ai/emotion lost: dont -> don't, i m -> i'm."""
    text = re.sub(r"\b(i) (m|ve|ll|d)\b", r"\1'\2", text)
    return re.sub(r"[a-z]+", lambda m: CONTRACTIONS.get(m.group(), m.group()), text)


VARIANTS = {"typo": typo, "elongation": elongate, "exclamation": exclaim, "full stop": full_stop, "hashtag": hashtag,
            "mention": mention, "sentence case": sentence_case}


def vary(text: str, label: str, dice: random.Random) -> str:
    """Leave two fifths of the rows as they are; change one to three things about the rest."""
    if dice.random() < 0.4:
        return text
    changes = [typo, typo, typo, elongate, exclaim, full_stop, hashtag, mention, apostrophes, apostrophes]
    for change in dice.sample(changes, dice.randint(1, 3)):
        text = change(text, dice)
    if label in EMOJI and dice.random() < 0.12:
        text += " " + dice.choice(EMOJI[label]) * dice.randint(1, 2)
    return text
