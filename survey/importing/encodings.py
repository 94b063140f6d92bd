"""Bytes into text: which of the encodings that programs write it was, told to who gave the file."""

import re
from typing import Final

from survey.importing.sentences import Sentence, Unreadable, later

_MARKED: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
#: What no text has: the rest of ASCII's control characters, and those after it.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
#: What Dutch words and names are full of, where they are not ASCII.
_USUAL: Final = frozenset("éëïöüèçáóúíàâêîôûñäßøå")
_PUNCTUATION: Final = frozenset("\xa0€–—‘’“”…·")
_NAMES: Final = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}


def decode(content: bytes) -> tuple[str, list[Sentence]]:
    """Return the text, with a remark when the encoding had to be found out.

    Raises
    ------
    Unreadable
        When it is no text in any encoding that we know.
    """
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise _no_text() from None
    if _CONTROL.search(text):
        raise _no_text()
    if encoding in ("cp1252", "mac_roman"):
        name = _NAMES[encoding]
        return text, [later("The file was read as %(encoding)s. Do names with accents look right?", encoding=name)]
    return text, []


def _encoding(content: bytes) -> str:
    for mark, name in _MARKED:
        if content.startswith(mark):
            return name
    if content[1:200:2].count(0) > len(content[1:200:2]) // 2:
        return "utf-16-le"
    if _decodes(content, "utf-8"):
        return "utf-8"
    return max(("cp1252", "mac_roman"), key=lambda name: _usual(content, name))


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _usual(content: bytes, encoding: str) -> float:
    """Say how much this looks like Dutch in an encoding: letters with accents in words, and not signs."""
    if not _decodes(content, encoding):
        return float("-inf")
    special = [char for char in content.decode(encoding) if ord(char) > 127 and char not in _PUNCTUATION]
    return sum(1 if char in _USUAL else -1 for char in special)


def _no_text() -> Unreadable:
    return Unreadable(
        later("This is no text file that we can read. In Excel, save it as .xlsx, or as CSV UTF-8, and try again.")
    )
