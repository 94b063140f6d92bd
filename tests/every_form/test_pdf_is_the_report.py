"""The PDF says every value row by row, in the order of the report, and no number of its own."""

import re
from collections.abc import Iterator

import pytest

from reports.forms.typesetting import softened
from reports.report import BarRow, Bars, Figure, Heat, Report, Table
from tests.every_form.comparing import drawn, foreign, table_in
from tests.every_form.made import EVERY, form, report
from tests.pdf_reading import as_printed, squeezed, text_of

#: In this order the classes of a bar are set.
_CLASSES = ("disagree", "agree", "neither")
#: The foot of a page, and the numbers of an axis from 1 to 5.
_FOOT = re.compile(r"(?:pagina|page) (\d+) (?:van|of) \d+")
_AXIS = {"1", "2", "3", "4", "5"}
#: The pages with the cover and the contents, which have numbers of pages.
_FRONT = 2


def rows(block: Figure | Table) -> Iterator[tuple[str, ...]]:
    """Return the rows in which the PDF says a figure or table: bars and heat maps are tables themselves."""
    drawing = block.drawing if isinstance(block, Figure) else None
    if isinstance(drawing, Bars):
        yield from ((row.label, *classes(row), row.word) for row in drawing.rows)
    elif isinstance(drawing, Heat):
        for label, cells in zip(drawing.rows, drawing.cells, strict=True):
            yield (label, *(cell.value.text for cell in cells))
    else:
        yield from (tuple(value.text for value in row) for row in as_printed(table_in(block)))


def classes(row: BarRow) -> list[str]:
    """Return the labels of a bar in the order in which they are set; a dash for each that is not shown."""
    labels = {part.series: part.label for part in row.parts}
    return [labels.get(series, "–") for series in _CLASSES]


def lost(text: str, of: Report) -> list[str]:
    """Return the first row that does not stand after the one before it, as one run of text."""
    place, read = 0, squeezed(text)
    for section in of.sections:
        for block in drawn(section):
            for row in rows(block):
                wanted = squeezed(softened("".join(row)))
                if (at := read.find(wanted, place)) < 0:
                    return [section.id, table_in(block).id, *row]
                place = at + len(wanted)
    return []


def of_nothing(text: str, of: Report) -> set[str]:
    """Return the numbers in a PDF that are neither of the report, nor of an axis, nor of a page."""
    pages = _FOOT.sub("", text).split("\f")
    places = {str(place) for place in range(len(pages))}
    return (foreign(pages[:_FRONT], of) - places) | (foreign(pages[_FRONT:], of) - _AXIS)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_row_stands_in_the_pdf(name: str, language: str) -> None:
    text = text_of(form("pdf", name, language), order="-raw")

    assert lost(text, report(name, language)) == []
    assert of_nothing(text, report(name, language)) == set()


def test_an_adviser_reads_the_same_rows() -> None:
    text = text_of(form("pdf", "middling", "nl", "adviser"), order="-raw")

    assert lost(text, report("middling", "nl")) == []


def test_a_lost_row_is_seen() -> None:
    text = text_of(form("pdf", "middling", "nl"), order="-raw")

    assert lost(text.replace("3,7 3,3 tot 4,1 28", "3,8 3,3 tot 4,1 28", 1), report("middling", "nl"))[:2] == [
        "themes", "themes",
    ]  # fmt: skip
