"""Text that fits: cut where it is longer than a page can bear, and broken where it has no place to break."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

#: A run without a space of this length may be broken, and then after so many characters.
_UNBROKEN: Final = 30
_PIECE: Final = 5
_RUN: Final = re.compile(rf"\S{{{_UNBROKEN},}}")
_ANSWERS: Final = re.compile(r"\(n = \d+(?:–\d+)?\)")
_BREAK: Final = "\u200b"
_JOINER: Final = "\u200d"
_SKIN: Final = range(0x1F3FB, 0x1F400)
#: Two of these make a flag.
_FLAG: Final = range(0x1F1E6, 0x1F200)


def shortened(text: str, most: int, note: str) -> str:
    """Return a text of at most ``most`` characters and then, when it was longer, "…" and the note."""
    if len(text) <= most:
        return text
    kept = text[:most]
    whole_words, space, _ = kept.rpartition(" ")
    return f"{(whole_words if space and len(whole_words) > most / 2 else kept).rstrip()}… {note}"


def softened(text: str) -> str:
    """Return a text in which a line may break inside a very long word, though never inside one sign."""
    return _RUN.sub(lambda run: "".join(_broken(run[0])), text)


def unbroken_numbers(text: str) -> str:
    r"""Return a text in which a number of answers, or a range of them, stays on one line.

    >>> unbroken_numbers("bibliotheek (n = 8)").split(" ")
    ['bibliotheek', '(n\xa0=\xa08)']
    """
    return _ANSWERS.sub(lambda found: found[0].replace(" ", "\u00a0").replace("–", "–\u2060"), text)


def _broken(run: str) -> Iterator[str]:
    since = 0
    for index, each in enumerate(run):
        since += 1
        if since > _PIECE and not _holds(run[index - 1], each):
            since = 1
            yield _BREAK
        yield each


def _holds(before: str, after: str) -> bool:
    """Whether two characters belong to one sign."""
    marks = unicodedata.category(after).startswith("M") or ord(after) in _SKIN
    return marks or _JOINER in (before, after) or (ord(before) in _FLAG and ord(after) in _FLAG)
