"""The parts of a workbook, which is a zip file: unpacked bit by bit, counted, and only as XML without declarations."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final
from xml.parsers import expat
from zipfile import BadZipFile, LargeZipFile, ZipFile
from zlib import error as ZlibError

from survey.importing.limits import MAX_PARTS, MAX_UNPACKED
from survey.importing.sentences import Unreadable, later

_CHUNK: Final = 1 << 16
_BROKEN: Final = (
    BadZipFile,
    LargeZipFile,
    ZlibError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
)

#: What is called for a part: at the start of an element, at its end, and for its text.
Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """A zip file from somebody we do not know."""

    def __init__(self, content: bytes) -> None:
        self._left = MAX_UNPACKED
        try:
            self._zip = ZipFile(BytesIO(content))
        except _BROKEN:
            raise damaged() from None
        self.names = frozenset(self._zip.namelist())
        told = sum(part.file_size for part in self._zip.infolist())
        if len(self.names) > MAX_PARTS or told > MAX_UNPACKED:
            raise too_large()

    def parse(self, name: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Read one part as XML; names of elements come without their prefix.

        Raises
        ------
        Unreadable
            When it is missing, damaged, no XML, too large, or declares a document type.
        """
        parser: Any = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = _without_prefix(start)
        parser.StartDoctypeDeclHandler = _refuse_declaration
        if end is not None:
            parser.EndElementHandler = _without_prefix(end)
        parser.CharacterDataHandler = text
        try:
            self._feed(name, parser)
        except (*_BROKEN, KeyError, expat.ExpatError):
            raise damaged() from None

    def _feed(self, name: str, parser: Any) -> None:
        with self._zip.open(name) as part:
            while chunk := part.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise too_large()
                parser.Parse(chunk, False)
        parser.Parse(b"", True)


def damaged() -> Unreadable:
    """Return the refusal of a workbook that does not hold together."""
    return Unreadable(later("This workbook is damaged. Open it in Excel, save it once more as .xlsx and try again."))


def too_large() -> Unreadable:
    """Return the refusal of a workbook that is small only while it is packed."""
    return Unreadable(
        later("There is far too much in this workbook. Copy only the rows with people to a new workbook, and try that.")
    )


def _without_prefix(handler: Callable[..., None]) -> Callable[..., None]:
    def call(tag: str, *rest: Any) -> None:
        handler(tag.rpartition(":")[2], *rest)

    return call


def _refuse_declaration(*declared: Any) -> None:
    raise Unreadable(
        later(
            "There is something in this workbook that Excel does not write. "
            "Copy the rows to a new workbook, and try that."
        )
    )


_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def place(reference: str) -> tuple[int, int]:
    """Return row and column of a reference such as "B12"; both count from 1.

    Raises
    ------
    Unreadable
        When it is none.
    """
    found = _CELL.fullmatch(reference)
    if found is None:
        raise damaged()
    column = 0
    for letter in found[1].upper():
        column = 26 * column + ord(letter) - 64
    return int(found[2]), column
