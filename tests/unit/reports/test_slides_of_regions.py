"""Slides of many networks follow their report; tables stay readable in a room, and say what they leave out."""

from dataclasses import replace
from typing import Any, Final

import pytest

from reports.forms.slides.wall import on_a_wall
from reports.regional import build_regional
from reports.report import Column, Report, Section, Table, Value
from reports.wording import words
from tests.unit.reports.networks import report_of
from tests.unit.reports.regions import like
from tests.unit.reports.slides_reading import deck, titles
from tests.unit.reports.slides_reading import words as words_of

NL: Final = words("nl")
UNSAID: Final = NL.say("roles.status.unknown")


@pytest.fixture(scope="module")
def together() -> Report:
    return build_regional(like(["middling", "large", "divided", "small", "middling"]), language="nl", edition="own")


def test_the_slides_stand_in_the_order_of_the_report(together: Report) -> None:
    found = titles(deck(together))
    places = [found.index(section.title) for section in together.sections if section.title in found]

    assert len(places) >= 6
    assert places == sorted(places)


def test_the_meeting_is_asked_to_look_together_once(together: Report) -> None:
    assert NL.say("slides.together") not in titles(deck(together))


def card(*statuses: str) -> Table:
    columns = tuple(map(Column, ("Taak", "Wie doet dit", "Wie heeft de leiding", "Hoe staat het ervoor", "Merk op")))
    rows = tuple(
        (Value(f"taak {number}"), Value("Bibliotheek"), Value("Welzijn"), Value(status), Value(""))
        for number, status in enumerate(statuses)
    )
    return Table("roles", "Wie doet wat", columns, rows)


@pytest.mark.parametrize(
    ("statuses", "headings"),
    [
        (("helder",) * 14, ["Taak", "Hoe staat het ervoor"]),
        ((UNSAID,) * 7 + ("helder",) * 7, ["Taak", "Hoe staat het ervoor"]),
        ((UNSAID,) * 8 + ("helder",) * 6, ["Taak", "Wie doet dit", "Wie heeft de leiding", "Hoe staat het ervoor"]),
        ((UNSAID,) * 14, ["Taak", "Wie doet dit", "Wie heeft de leiding"]),
    ],
)
def test_a_role_card_without_a_status_tells_who_does_what(statuses: tuple[str, ...], headings: list[str]) -> None:
    assert [column.heading for column in on_a_wall(card(*statuses), NL).columns] == headings


def test_where_names_take_all_room_the_rows_come_first() -> None:
    crowded = card(*(UNSAID,) * 14)
    many = Value(" en ".join(["Bibliotheek Kroonmeer-Zuid"] * 4))
    crowded = replace(crowded, rows=tuple((row[0], many, many, *row[3:]) for row in crowded.rows))

    assert [column.heading for column in on_a_wall(crowded, NL).columns] == ["Taak", "Hoe staat het ervoor"]


def on_the_wall(table: Table) -> tuple[Any, str]:
    """The native table of a slide, made by the whole way that a report goes, and all words beside it."""
    report = replace(report_of("middling"), sections=(Section("reach", "Bereik", (table,)),))
    slide: Any = next(each for each in deck(report).slides if words_of(each).startswith("Bereik"))
    return next(shape.table for shape in slide.shapes if shape.has_table), words_of(slide)


@pytest.mark.parametrize(("rows", "fits"), [(5, True), (14, True), (60, False)])
def test_a_table_that_does_not_fit_as_a_whole_is_not_small_as_well(rows: int, fits: bool) -> None:
    drawn, said = on_the_wall(replace(card(*("helder",) * rows), id="groups"))
    runs = [run for row in drawn.rows for cell in row.cells for each in cell.text_frame.paragraphs for run in each.runs]
    shown = len(drawn.rows) - 1

    assert (shown == rows) == fits
    assert min(run.font.size.pt for run in runs) >= (12 if fits else 14)
    assert (NL.counted("slides.more", rows - shown) in said) == (not fits)
