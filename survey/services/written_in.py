"""In which language own words are written, told from the words alone (disclosure rule R8).

Not from the language that somebody reads the questionnaire in: that is a fact about the person, and of a Dutch text it
would tell the adviser that one of the few who read English wrote it. Of a text in English that is plain to see.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from reports.disclosure.policy import WRITERS

DUTCH: Final = "nl"
#: What is no language that we know by its small words.
OTHER: Final = "other"
#: Fewer words than this say nothing of a language.
_FEWEST: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL_WORDS: Final = {
    DUTCH: _words(
        "de het een en van ik je we wij is zijn was niet dat die met voor op te er aan ook maar om bij of als nog dan "
        "naar door over meer veel wel geen kan moet moeten hebben heeft worden wordt ons onze elkaar goed beter vaak "
        "minder weer nu zo al uit wat wie hoe tussen samen mensen deze iemand iets niets mogen kun kunnen zou zouden "
        "zal zullen daar waar toen omdat zodat altijd nooit iedereen elke ieder mijn jullie hoeft doen gaat gaan komt "
        "komen laten",
    ),
    "en": _words(
        "the and of to a in is are was were it that this with for on not but or as at by we you i they there have has "
        "be been can could should would more our us their from what who how about very each other people",
    ),
    "fy": _words(
        "it in en fan ik wy jo is binne wie net dat dy mei foar op te der oan ek mar om by as noch nei troch oer mear "
        "folle wol gjin kin moat moatte hawwe hat wurde wurdt ús inoar goed better faak minder wer no sa út wat hoe "
        "tusken tegearre minsken",
    ),
    "de": _words(
        "der die das ein eine und von ich wir sie ist sind war nicht dass mit für auf zu es auch aber um bei oder als "
        "noch nach durch über mehr viel kein kann muss haben hat werden wird uns unser gut besser oft",
    ),
}


def written_in(text: str) -> str:
    """Return the language of a text; of a short one, and where two are as likely, Dutch if it can be.

    >>> written_in("De koffie is goed, en we zien elkaar vaak."), written_in("We should meet more often.")
    ('nl', 'en')
    >>> written_in("Prima!"), written_in("Все очень хорошо")
    ('nl', 'other')
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if any(not _is_latin(word) for word in words):
        return OTHER
    if len(words) < _FEWEST:
        return DUTCH
    hits = {language: sum(word in small for word in words) for language, small in _SMALL_WORDS.items()}
    best = max(hits, key=lambda language: (hits[language], language == DUTCH))
    return best if hits[best] else OTHER


def few_wrote_in(texts_of: Sequence[Sequence[str]]) -> Callable[[str], bool]:
    """Return what says of a text whether fewer than three people wrote in its language, and it is not Dutch.

    Parameters
    ----------
    texts_of
        The texts of each person.
    """
    writers = Counter(language for texts in texts_of for language in {written_in(text) for text in texts})
    return lambda text: (language := written_in(text)) != DUTCH and (language == OTHER or writers[language] < WRITERS)


def _is_latin(word: str) -> bool:
    return all(unicodedata.name(char, "").startswith("LATIN") for char in word if char.isalpha())
