"""What a report is made of, its values, and the ledger that every form is held to."""

from dataclasses import fields, is_dataclass
from typing import get_args

import pytest

from reports.report import Bars, Block, Dots, Heat, ReportInput, Table, Ties, Value, ledger, withheld
from reports.report.input import InvalidReportInput
from reports.report.values import Exactness
from tests.unit.reports.every_block import every_block
from tests.unit.reports.networks import NETWORKS, given, report_of


def parts(value: object) -> list[object]:
    """Return a part of a report and everything in it."""
    found = [value]
    if isinstance(value, tuple):
        found += [each for part in value for each in parts(part)]
    elif is_dataclass(value) and not isinstance(value, type):
        found += [each for field in fields(value) for each in parts(getattr(value, field.name))]
    return found


@pytest.mark.parametrize("name", NETWORKS)
def test_the_whole_input_survives_storing(name: str) -> None:
    made_of, _ = given(name)
    text = made_of.to_json()
    again = ReportInput.from_json(text)
    assert again == made_of
    assert again.to_json() == text
    assert again.hash == made_of.hash


def test_what_is_no_input_is_refused_with_its_place() -> None:
    with pytest.raises(InvalidReportInput, match="At results"):
        ReportInput.from_json('{"network": "Waterdam", "results": 3}')


def test_words_can_be_taken_out() -> None:
    made_of, _ = given("middling")
    assert made_of.words
    assert made_of.without_words().words == ()
    assert made_of.without_words().hash != made_of.hash


def test_the_fixture_has_every_kind_of_block_and_drawing() -> None:
    kinds = {type(part) for part in parts(every_block())}
    assert set(get_args(Block)) <= kinds
    assert {Dots, Bars, Heat, Ties} <= kinds
    exact = {part.exactness for part in parts(every_block()) if isinstance(part, Value)}
    assert set(get_args(Exactness)) <= exact


@pytest.mark.parametrize("name", NETWORKS)
def test_tables_have_names_of_their_own_and_values_say_what_they_are(name: str) -> None:
    made = report_of(name)
    tables = [part.id for part in parts(made) if isinstance(part, Table)]
    assert len(tables) == len(set(tables))
    assert all(entry.value.about and entry.value.exactness for entry in ledger(made))


def test_the_ledger_lists_what_is_withheld() -> None:
    hidden = withheld(every_block())
    assert {(entry.table, entry.row) for entry in hidden} >= {("themes", "Leren en doen"), ("groups", "Voorwaarden")}
    assert all(entry.value.text == "–" for entry in hidden)


def test_a_row_has_a_cell_for_every_column() -> None:
    with pytest.raises(ValueError, match="another number of cells"):
        Table("one", "One", (), ((Value("too much"),),))
