"""Texts in cells: always a text, whatever it begins with, and never more than a cell can hold."""

from typing import Any, Final

from reports.forms.typesetting.plain import printable

#: What a cell can hold; the file is unreadable with more.
LONGEST: Final = 32_767
_CUT: Final = "…"


def write_text(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """Write a text into a cell, without characters that are none."""
    sheet.write_string(row, column, fitting(text), look)


def fitting(text: str) -> str:
    """Return a text as far as a cell can hold it; one that is cut says so."""
    clean = printable(text)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - len(_CUT)] + _CUT
