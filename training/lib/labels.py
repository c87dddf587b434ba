"""The six emotions, and the tables that map other data sets' labels onto them."""

LABELS = ["sadness", "joy", "love", "anger", "fear", "surprise"]  # 0..5, the order of dair-ai/emotion
NEUTRAL = "neutral"  # not a seventh label: trained toward the uniform distribution over the six

# GoEmotions label -> (ours, weight in the loss). A label of the same name counts fully, a near one half. What is not listed
# (curiosity, confusion, realization, desire, approval, disapproval, embarrassment) has no honest place among the six.
GOEMOTIONS = {
    "sadness": ("sadness", 1.0), "grief": ("sadness", 1.0), "remorse": ("sadness", 0.5), "disappointment": ("sadness", 0.5),
    "joy": ("joy", 1.0), "excitement": ("joy", 0.5), "amusement": ("joy", 0.5), "gratitude": ("joy", 0.5),
    "admiration": ("joy", 0.3), "optimism": ("joy", 0.3), "pride": ("joy", 0.5), "relief": ("joy", 0.5),
    "love": ("love", 1.0), "caring": ("love", 0.5),
    "anger": ("anger", 1.0), "annoyance": ("anger", 0.5), "disgust": ("anger", 0.3),
    "fear": ("fear", 1.0), "nervousness": ("fear", 1.0),
    "surprise": ("surprise", 1.0),
    "neutral": (NEUTRAL, 1.3),
}

# XED numbers Plutchik's eight; anticipation (2) and trust (8) have no place among the six. Subtitles are labelled line by line
# without their scene, so every line counts half.
XED = {
    "1": ("anger", 0.5), "3": ("anger", 0.2), "4": ("fear", 0.5), "5": ("joy", 0.5),
    "6": ("sadness", 0.5), "7": ("surprise", 0.5),
}

# Rows that only say praise or complaint: the labels that each allows.
POLARITY = {"positive": ["joy", "love", "surprise"], "negative": ["anger", "sadness", "fear", "surprise"]}
