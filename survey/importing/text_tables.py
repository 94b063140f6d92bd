"""A text file with a separator into lines, as Excel would number them."""

import csv
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import StringIO
from itertools import islice
from typing import Final

from survey.importing.encodings import decode
from survey.importing.grid import Grid, Line
from survey.importing.limits import HEADING_ROWS, MAX_CELL, MAX_COLUMNS, MAX_ROWS
from survey.importing.sentences import Unreadable, later

_SEPARATORS: Final = (";", ",", "\t")


def read_text(content: bytes, score: Callable[[list[Line]], int]) -> Grid:
    """Return the lines of a text file; its separator is the one with which ``score`` finds most headings.

    Raises
    ------
    Unreadable
        When it is no text, or a quotation mark in it is never closed.
    """
    text, remarks = decode(content)
    text, told = _without_hint(text)
    separator = told or max(_SEPARATORS, key=lambda each: _scored(text, each, score))
    grid = Grid([], remarks=remarks)
    for line in _lines(text, separator):
        grid.lines.append(line)
        if len(grid.lines) > MAX_ROWS:
            raise Unreadable(
                later("More than %(rows)s rows are filled in. Divide them over more files.", rows=MAX_ROWS)
            )
    return grid


def _without_hint(text: str) -> tuple[str, str | None]:
    """Take off the line by which Excel tells itself the separator; it shows as no row."""
    first, _, rest = text.partition("\n")
    hint = first.strip().casefold()
    return (rest, hint[4]) if len(hint) == 5 and hint.startswith("sep=") else (text, None)


def _scored(text: str, separator: str, score: Callable[[list[Line]], int]) -> int:
    near: list[Line] = []
    with suppress(Unreadable):  # what is wrong further on is told when it is read
        near.extend(islice(_lines(text, separator), HEADING_ROWS))
    return score(near)


def _lines(text: str, separator: str) -> Iterator[Line]:
    rows, number = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), 0
    try:
        for number, cells in enumerate(rows, 1):
            kept = {column: cell[:MAX_CELL] for column, written in _filled(cells) if (cell := written.strip())}
            if kept:
                yield Line(number, kept)
    except csv.Error:
        raise Unreadable(
            later(
                "From row %(row)s on, this is no table: a quotation mark is not closed, or a cell is far too long. "
                "Save the file as .xlsx and try again.",
                row=number + 1,
            )
        ) from None


def _filled(cells: list[str]) -> Iterator[tuple[int, str]]:
    return enumerate(cells[:MAX_COLUMNS], 1)
