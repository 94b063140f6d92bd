"""Slides and their notes say what the report says of every figure that they show, and no number of their own."""

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from reports.forms.slides.wall import on_a_wall
from reports.report import Bars, Dots, Figure, Heat, Report, Table
from reports.wording import words as wording
from tests.every_form.comparing import drawn, flat, foreign, table_in
from tests.every_form.made import EVERY, form, report
from tests.unit.reports.slides_reading import alt, notes, words

#: How many slides there are at most: sections that are worth less stay in the report.
_MOST = 16
#: These are in every deck of a report that has them.
_ALWAYS = ("themes", "groups", "sentences")
#: What is said to an adviser only: minutes and steps of the meeting.
_MORE = re.compile(r"\d+ minut\w+|minu\w+ \d+ \w+ \d+", re.IGNORECASE)

Shown = dict[str, list[Any]]


def opened(package: bytes) -> list[Any]:
    return list(Presentation(BytesIO(package)).slides)


def shown(package: bytes, of: Report) -> Shown:
    """Return the slides on which a figure or table is, by its id: a shape on them is told to be it."""
    found: Shown = {}
    for slide in opened(package):
        for block in every(of):
            if any(is_of(said, block) for said in alts(slide)):
                found.setdefault(table_in(block).id, []).append(slide)
    return found


def alts(slide: Any) -> list[str]:
    return [alt(shape) or "" for shape in slide.shapes]


def is_of(said: str, block: Figure | Table) -> bool:
    """Whether this is the text for who cannot see the block: of a table its caption, of a figure also its values."""
    caption = table_in(block).caption
    return said == caption or (isinstance(block, Figure) and f" {caption}: " in said)


def every(of: Report) -> list[Figure | Table]:
    return [block for section in of.sections for block in drawn(section)]


def read_out(table: Table) -> list[str]:
    """Return what who cannot see a chart is told of its table: every value with the heading of its column."""
    heads = [column.heading for column in table.columns[1:]]
    return [
        flat(f"{row[0]}: " + "; ".join(f"{head} {value}" for head, value in zip(heads, row[1:], strict=True)) + ".")
        for row in table.rows
    ]


def on_the_slide(block: Figure | Table, language: str) -> list[list[str]]:
    """Return the cells that a native table has of each row of a figure; bars print their numbers in the chart."""
    match block:
        case Table():
            return [[value.text for value in row] for row in on_a_wall(block, wording(language)).rows]
        case Figure(drawing=Heat() as heat):
            lines = zip(heat.rows, heat.cells, strict=True)
            return [[label, *(cell.value.text for cell in cells)] for label, cells in lines]
        case Figure(drawing=Dots() as dots):
            return [[row.label, *([row.value] if row.value else [])] for row in dots.rows]
        case Figure(drawing=Bars() as bars):
            return [[row.label] for row in bars.rows]
        case _:
            return []


def native(slides: list[Any]) -> list[list[str]]:
    """Return the rows of all native tables of some slides, without empty cells."""
    grids = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    rows = [[cell.text_frame.text for cell in row.cells] for grid in grids for row in grid.rows]
    return [[text for text in row if text] for row in rows]


def charted(slides: list[Any], book: Any) -> set[tuple[str, str, Decimal]]:
    """Return what the sheets of the charts say: row, series, number."""
    found: set[tuple[str, str, Decimal]] = set()
    for shape in (shape for slide in slides for shape in slide.shapes if shape.has_chart):
        sheet = book(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active
        heads, *rows = sheet.iter_rows(values_only=True)
        found |= {
            (row[0], head, Decimal(str(value)))
            for row in rows
            for head, value in zip(heads[1:], row[1:], strict=True)
            if value is not None and row[0]
        }
    return found


def to_chart(block: Figure, language: str) -> Iterator[tuple[str, str, Decimal]]:
    """Go through what the chart of a figure is to say of each value, and how exact it is."""
    say, series = wording(language).say, {each.id: each.label for each in block.key}
    if isinstance(block.drawing, Dots):
        for row in block.drawing.rows:
            for mark in row.marks:
                heading = say(f"slides.series.{mark.kind}", series=series[mark.series])
                yield from ((row.label, heading, edge) for edge in mark.edges)
    if isinstance(block.drawing, Bars):
        for row in block.drawing.rows:
            for part in row.parts:
                heading = say(f"slides.series.{part.kind}.share", series=series[part.series])
                end = part.low if part.kind == "at_least" else part.high
                assert end is not None
                yield row.label, heading, 100 * end


def lost(package: bytes, of: Report) -> list[Any]:
    """Return what the slides do not say of the figures that they show."""
    from openpyxl import load_workbook

    found, missing = shown(package, of), list[Any]()
    for block in every(of):
        slides = found.get(table_in(block).id, [])
        if not slides:
            continue
        if isinstance(block, Figure):
            said = " ".join(flat(text) for slide in slides for text in alts(slide))
            if not isinstance(block.drawing, Heat):
                missing += [line for line in read_out(block.table) if line not in said]
            missing += set(to_chart(block, of.language)) - charted(slides, load_workbook)
        missing += cells_lost(block, slides, of.language)
    return missing


def cells_lost(block: Figure | Table, slides: list[Any], language: str) -> list[Any]:
    """Return the rows that no native table has, but for those of which the slide says how many there are."""
    rows = native(slides)
    wanted = on_the_slide(block, language)
    absent = [row for row in wanted if not any(is_row(row, each) for each in rows)]
    note = wording(language).counted("slides.more", len(absent)) if absent else ""
    is_told = (
        isinstance(block, Table) and absent == wanted[-len(absent) :] and any(note in words(each) for each in slides)
    )
    return [] if is_told else absent


def is_row(wanted: list[str], found: list[str]) -> bool:
    """Whether a row of the slide begins with what is wanted; a long text may be cut, and then says so."""
    pairs = zip(wanted, found, strict=False)
    return len(found) >= len(wanted) and all(
        one == other or (other.endswith("…") and one.startswith(other[:-1].rstrip())) for one, other in pairs
    )


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_value_of_a_figure_that_is_shown_is_said(name: str, language: str) -> None:
    made, package = report(name, language), form("slides", name, language)

    assert lost(package, made) == []


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_the_first_figure_of_a_section_is_shown(name: str, language: str) -> None:
    made, package = report(name, language), form("slides", name, language)
    found, slides = shown(package, made), opened(package)
    firsts = {section.id: table_in(blocks[0]).id for section in made.sections if (blocks := drawn(section))}
    firsts.pop("statements", None)  # those of the themes to talk about

    absent = {section for section, table in firsts.items() if table not in found}

    assert absent & set(_ALWAYS) == set()
    assert not absent or len(slides) == _MOST, absent


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_slides_and_notes_have_no_number_of_their_own(name: str, language: str) -> None:
    made, slides = report(name, language), opened(form("slides", name, language))
    texts = [_MORE.sub("", part) for slide in slides for part in (words(slide), notes(slide))]

    own = foreign(texts, made)

    assert own - numbers_of_slides(slides, language) == set()


def numbers_of_slides(slides: list[Any], language: str) -> set[str]:
    return {str(place) for place in range(len(slides) + 1)}


def test_an_adviser_sees_the_same_figures() -> None:
    made, package = report("middling", "nl"), form("slides", "middling", "nl", "adviser")

    assert lost(package, made) == []
    assert {*shown(package, made)} == {*shown(form("slides", "middling", "nl"), made)}
