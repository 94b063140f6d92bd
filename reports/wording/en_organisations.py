"""The English of what several sections about organisations share: shares, ladders, who was silent, and their voices."""

_SHARED = {
    "heat.how": "The darker a box, the more people chose it. Percentages are rounded to steps of 5%.",
    "heat.alt": "{caption}. The same figures are in the table.",
    "shares.few.title": "Too few answers",
    "shares.few.text": "We show how answers are divided only for {k_item} or more answers.",
    "shares.column": "Part of those who answered",
    "shares.most": "Chosen most often: {option}",
    "shares.none": "No answer stands out.",
    "ladder.column": "Answer",
    "ladder.now": "Now",
    "ladder.needed": "Needed in two years",
    "ladder.now.most": "Chosen most often at ‘now’: {option}",
    "ladder.needed.most": "Chosen most often at ‘needed in two years’: {option}",
    "ladder.now.none": "At ‘now’ no answer stands out.",
    "ladder.needed.none": "At ‘needed in two years’ no answer stands out.",
    "organisations.column": "Organisation",
    "organisations.silent.one": "{names} did not fill in this part.",
    "organisations.silent.many": "{names} did not fill in this part.",
    "organisations.none.named": "none",
    "organisations.none.title": "Nothing from the organisations yet",
    "organisations.none.text": "No organisation filled in this part. Ask each other at the meeting.",
}

_VOICES = {
    "voices": "How organisations themselves see it",
    "voices.how": (
        "This is what organisations say themselves, by name. The average beside it is of everybody who answered. "
        "We never add the two up."
    ),
    "voices.table": "What organisations say about each topic",
    "voices.mean": "average of the network",
    "voices.stuck.none": "No organisation that filled this in says that a topic is under strain.",
    "voices.stuck.one": "On one topic at least one organisation says that it is under strain.",
    "voices.stuck.many": "On {count} topics at least one organisation says that it is under strain.",
    "voices.sentences": "In one sentence: why do you think so?",
    "voices.sentence": "Sentence",
}

ORGANISATIONS = _SHARED | _VOICES
