"""The workbook says every published value as it is printed, as a number, and how exact; and no number of its own."""

from collections.abc import Iterator

import pytest

from reports.report import Report, Table, tables
from reports.wording import words
from tests.every_form.comparing import foreign, printed_ends
from tests.every_form.made import EVERY, form, report
from tests.package_reading import cells_as_said
from tests.unit.reports.workbook_reading import ReadTable, exactness_of, opened, read

#: A value as the workbook tells it: its text, its number, the upper end of a range, and how exact it is.
Told = tuple[str, float | None, float | None, str]


def told(found: ReadTable, table: Table, language: str) -> Iterator[Told]:
    """Go through what a sheet says of each value of a table that is more than words."""
    say = words(language).say
    for line, row in enumerate(table.rows):
        for place, column in enumerate(table.columns):
            if row[place].kind == "text":
                continue
            at = found.number_heads.index(say("workbook.as_number", heading=column.heading))
            upper = say("workbook.up_to", heading=column.heading)
            until = found.number_heads.index(upper) if upper in found.number_heads else None
            said = found.exactness[line][found.exactness_heads.index(say("workbook.how_exact", heading=column.heading))]
            number = found.numbers[line]
            yield found.shown[line][place], number[at], None if until is None else number[until], said


def stated(table: Table, language: str) -> list[Told]:
    """Return what it is to say of them."""
    return [
        (value.text, *printed_ends(value), exactness_of(value, language))
        for row in table.rows
        for value in row
        if value.kind != "text"
    ]


def differences(book: bytes, of: Report) -> list[tuple[str, list[Told], list[Told]]]:
    """Return the tables of which the workbook says something else than the report."""
    found = read(book, of)
    both = (
        (table, [*told(found[table.id], table, of.language)], stated(table, of.language)) for _, table in tables(of)
    )
    return [(table.id, is_there, wanted) for table, is_there, wanted in both if is_there != wanted]


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_value_stands_in_the_workbook(name: str, language: str) -> None:
    made, book = report(name, language), form("workbook", name, language)

    assert differences(book, made) == []
    sections = opened(book).worksheets[1:]  # the first one explains with examples
    texts = [cell.value for sheet in sections for row in sheet.iter_rows() for cell in row if is_text(cell.value)]
    assert foreign(texts, made) == set()


def is_text(value: object) -> bool:
    return isinstance(value, str)


def test_an_adviser_gets_the_same_numbers() -> None:
    participant, adviser = (form("workbook", "middling", "nl", who) for who in ("participant", "adviser"))

    assert differences(adviser, report("middling", "nl")) == []
    assert sorted(cells_as_said(participant)) == sorted(cells_as_said(adviser))
