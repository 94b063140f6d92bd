"""How many syllables a Dutch word has, by its spelling."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from questionnaires.readability.wordlists import INITIALS, SHORTENED

#: The vowels that sound as one, the longest first; every other vowel sounds alone, as the official hyphenation has it.
_SOUNDS: Final = re.compile(
    r"""
    aai | ooi | oei
    | [ei]eu(?=w) | (?<=mil)ieu         # nieuw, eeuw and milieu, but se-ri-eus
    | (?<!\bg)eau                       # bureau, but ge-automatiseerd
    | aa | ee | oo | uu | ie | oe | ui | ij | ei | ou | au | ai | oi
    | eu(?!ms?\b|mb)                    # deur, but mu-se-um
    | [aeou]y(?![aeiou]) | y(?![aeiou]) # hockey and systeem, but ro-yaal and yoga
    | (?<!q)u | [aeioàâãåæèêìîòôõøœùûýÿ]
    """,
    re.VERBOSE,
)

#: A trema begins a syllable, and may begin a long vowel (na-ïef); an acute accent changes nothing (één).
_MARKED: Final = str.maketrans(
    {**dict(zip("äëïöü", ("-a", "-e", "-i", "-o", "-u"), strict=True)), **dict(zip("áéíóú", "aeiou", strict=True))}
)

#: What a word consists of. One letter behind an apostrophe (foto's, zo'n) sounds with what is before it.
_PARTS: Final = re.compile(
    r"(?P<number>\d[\d.,:]*)|(?P<initials>[A-Z]{2,5}(?![^\W\d_]))|(?P<letters>(?<!['’])[^\W\d_]+|(?<=['’])[^\W\d_]{2,})"
)

#: English words that are not said as a Dutch word would be.
_BORROWED: Final = {"team": "tiem", "coach": "kootsj", "online": "onlain", "deadline": "dedlain", "website": "websait"}
_IS_BORROWED: Final = re.compile("|".join(_BORROWED))


@lru_cache(maxsize=8192)
def count_syllables(word: str) -> int:
    """Count the syllables of ``word``: at least one when it has a letter, and one for a number of any length.

    A shortened word is counted in full, and capitals as letters that are named one by one.
    """
    spoken = SHORTENED.get(word.lower(), word)
    counted = sum(_of_part(part) for part in _PARTS.finditer(normalize("NFKC", spoken)))
    return counted or int(any(map(str.isalpha, word)))


def _of_part(part: re.Match[str]) -> int:
    if part["number"]:
        return 1
    letters = part[0].lower()
    if part["initials"] or letters in INITIALS:
        return len(letters)
    said = _IS_BORROWED.sub(lambda borrowed: _BORROWED[borrowed[0]], letters)
    return len(_SOUNDS.findall(said.translate(_MARKED))) or _without_vowels(letters)


def _without_vowels(letters: str) -> int:
    """Count a few letters as named one by one (tv, A4), and more of them as one sound (pssst)."""
    return len(letters) if len(letters) <= 3 else 1
