"""The sentences and words of a Dutch text, and the figure for how easy they are to read."""

import math
import re
from collections.abc import Iterable
from itertools import chain, pairwise
from typing import Final
from unicodedata import normalize

from questionnaires.readability.syllables import count_syllables
from questionnaires.readability.wordlists import MAY_END_A_SENTENCE, SHORTENED

#: A sentence ends on a sign before white space, at an empty line and before an item of a list. A colon ends one too:
#: what stands behind it is read anew.
_END: Final = re.compile(r"(?:(?P<sign>(?<![.!?…])[.!?…]++)|:)[\"'”’»)\]]*(?:\s+|$)|\n\s*\n|\n(?=\s*[-–*•]\s)")

_SHORTENED: Final = "|".join(map(re.escape, SHORTENED))
_ENDS_SHORTENED: Final = re.compile(rf"(?<![^\W_])({_SHORTENED}|(?:[^\W\d_]\.){{2,}})$", re.IGNORECASE)

_WORD: Final = re.compile(
    rf"(?<![^\W_])(?:{_SHORTENED}|(?:[^\W\d_]\.){{2,}})"
    r"|['’][a-z]\b"  # 's and 't
    r"|\d+(?:[.,:]\d+)+"
    r"|[^\W_]+(?:['’\-‑][^\W_]+)*",
    re.IGNORECASE,
)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of ``text`` that have a word in them, as they are written."""
    text = normalize("NFC", text)
    ends = [0, *(end.end() for end in _END.finditer(text) if _is_end(text, end)), len(text)]
    parts = (text[start:end].strip() for start, end in pairwise(ends))
    return [part for part in parts if _WORD.search(part)]


def words_of(sentence: str) -> list[str]:
    """Return the words of ``sentence``: a number, a shortened word ("bijv.") and a word with hyphens are one each."""
    return _WORD.findall(normalize("NFC", sentence))


def flesch_douma(texts: Iterable[str]) -> float:
    """Return how easy the texts are to read together: the higher, the easier.

    Flesch-Douma = 206.835 - 0.93 x words per sentence - 77 x syllables per word (Douma 1960). Texts
    without words have no figure: the result is then ``nan``, which is not below any threshold.

    >>> round(flesch_douma(["Partners doen wat ze beloven."]), 1)
    79.0
    """
    sentences = [words_of(sentence) for text in texts for sentence in sentences_of(text)]
    words = list(chain.from_iterable(sentences))
    if not words:
        return math.nan
    return 206.835 - 0.93 * len(words) / len(sentences) - 77 * sum(map(count_syllables, words)) / len(words)


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Tell whether a sign ends a sentence: not when a small letter follows, nor behind most shortened words."""
    if not end["sign"] or end.end() == len(text):
        return True
    if text[end.end()].islower():
        return False
    shortened = _ENDS_SHORTENED.search(text, 0, end.end("sign"))
    return shortened is None or shortened[0].lower() in MAY_END_A_SENTENCE
