"""Ways of building a sentence that make it hard: two judgements in one, the passive, a negation of a negation."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from questionnaires.readability.quoting import quoted

_AND: Final = re.compile(r"(?<![\w'’-])[\w'’-]+,?\s+[eé]n(?:/of)?\s+[\w'’-]+", re.IGNORECASE)

#: Where "en" joins no judgements: fixed expressions, "tussen … en", and two parties at the start of a sentence that
#: do something together ("De gemeente en partners maken samen …"). Two subjects without "elkaar" or "samen" are two
#: judgements: of "De cursus en de begeleiding zijn goed" one half can be true.
_ONE_JUDGEMENT: Final = re.compile(
    r"\b(?:af en toe|heen en weer|over en weer|tot en met|werk en inkomen)\b|\btussen\b[^.,;]*?\sen\s"
    r"|^(?:de|het|een|mijn|onze?|jouw|jullie|deze|die)\s+[\w'’-]+\s+en\s+(?=.*\b(?:elkaar|samen)\b)",
    re.IGNORECASE | re.DOTALL,
)

_PASSIVE_VERB: Final = re.compile(r"\b(?:word(?:t|en)?|werd(?:en)?)\b", re.IGNORECASE)

#: Participles by their look: with "ge", perhaps behind a preposition, and without "ge" behind be-, ver- and the like.
#: Strong verbs of that kind are listed, since their "-en" is that of any infinitive.
_PARTICIPLE: Final = re.compile(
    r"""
    \b(?!\w*heid\b)
    (?!(?:ingewikkeld|afgelopen|beleid|bekend|bereid|bericht|bestand|overzicht|verband|verstand)\b)
    (?!ge(?:beuren|bieden|bouwen|bruiken|dachten|duld|loven|meenten|middeld|sprekken|vallen|weld|zicht|zinnen|zond)\b)
    (?:
        (?:aan|achter|af|bij|binnen|door|in|mee|na|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|weg)?
        ge(?!e)(?:\w{2,}(?:[dt]|en)|[dgs]\w*aan)
      | (?:be|er|her|ont|ver|onder|over)\w{2,}(?:d|[fkpsx]t|cht)
      | (?:be|ont|ver|onder|over|voorbe|uitbe)
        (?:boden|bonden|broken|dreven|geten|gonnen|grepen|houden|koz?en|kregen|laten|loren|meden|nomen|schoven
          |schreven|slagen|sloten|sproken|troffen|trokken|vangen|wezen|wogen|worpen|worven|zien|zonden)
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

_NEGATION: Final = re.compile(r"\b(?:niet|geen|nooit|niemand|niets|zonder|nergens)\b", re.IGNORECASE)


def two_judgements(sentences: Sequence[str]) -> Iterator[str]:
    """Find "en" between what may be two judgements, of which a reader can agree with only one."""
    for sentence in sentences:
        for joined in _AND.findall(_ONE_JUDGEMENT.sub("", sentence)):
            yield f'"{joined}" may ask for two judgements: make it two statements, or keep the one that matters.'


def passive(sentences: Sequence[str]) -> Iterator[str]:
    """Find "worden" with a participle, in either order: such a sentence need not say who acts."""
    for sentence in sentences:
        verb = _PASSIVE_VERB.search(sentence)
        participle = verb and (_PARTICIPLE.search(sentence, verb.end()) or _PARTICIPLE.search(sentence))
        if verb and participle:
            yield f'"{verb[0]}" with "{participle[0]}" is passive: say who does it.'


def double_negations(sentences: Sequence[str]) -> Iterator[str]:
    """Find sentences in which a reader must turn the meaning round more than once."""
    for sentence in sentences:
        negations = _NEGATION.findall(sentence)
        if len(negations) > 1:
            yield f"{quoted(negations)} in one sentence are hard to follow: say it without a negation."
