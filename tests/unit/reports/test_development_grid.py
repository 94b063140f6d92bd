"""Newest rounds beside the ones before: the word of each cell, what it tells, and how many networks have which."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.dashboards import Change, ComparedNetwork, Developed, develop
from reports.results import Cell
from reports.standing import ThemeStanding
from reports.status import StatusName
from reports.trend import TrendOutcome

TITLES = {"roles": "Rollen en taken", "conditions": "Voorwaarden"}
BEFORE, NOW = date(2025, 10, 3), date(2026, 10, 2)


def exact(tenths: int, theme: str = "roles") -> Cell:
    value = Decimal(tenths).scaleb(-1)
    return Cell("theme_mean", theme, "total", "exact", value, value, 12)


def standing(tenths: int, outcome: TrendOutcome | None = None, *, version: str = "a") -> ThemeStanding:
    return ThemeStanding("roles", version, exact(tenths), (StatusName.ON_THE_WAY,), outcome)


def network(day: date, *themes: ThemeStanding, name: str = "Waterdam") -> ComparedNetwork:
    return ComparedNetwork(name.lower(), name, day, themes)


def said(developed: Developed, language: str = "nl") -> tuple[str, str, str]:
    ((cell, *_),) = (row.cells for row in develop(language, [developed], TITLES, {}).grid.rows)
    (sign,) = cell.signs
    return sign.shape, sign.text, cell.says


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (TrendOutcome.RISE, "gestegen"),
        (TrendOutcome.FALL, "gedaald"),
        (TrendOutcome.UNCLEAR, "kan toeval zijn"),
        (TrendOutcome.NOT_SHOWN, "niet te zeggen"),
    ],
)
def test_a_cell_says_both_values_with_their_days(outcome: TrendOutcome, word: str) -> None:
    shape, text, says = said(Developed(network(NOW, standing(37, outcome)), network(BEFORE, standing(31)), False))

    assert (shape, text) == (outcome, word)
    assert says == f"Rollen en taken: {word}; was 3,1 (3 oktober 2025); nu 3,7 (2 oktober 2026)"


def test_other_questions_show_no_value_of_before() -> None:
    now = network(NOW, standing(37, TrendOutcome.NOT_COMPARABLE, version="b"))
    before = network(BEFORE, standing(31))

    made = develop("nl", [Developed(now, before, composition_changed=True)], TITLES, {})

    ((cell,),) = (row.cells for row in made.grid.rows)
    assert cell.says == "Rollen en taken: niet te vergelijken; nu 3,7 (2 oktober 2026); de vragen zijn veranderd"
    assert "3,1" not in {value.text for row in made.table.rows for value in row}


def test_a_value_of_other_questions_is_not_shown_whatever_the_word_is() -> None:
    """A round that was stored while the one between was not there yet stands beside another one than it was told."""
    now, before = network(NOW, standing(37, TrendOutcome.RISE, version="b")), network(BEFORE, standing(31))

    assert "3,1" not in said(Developed(now, before, composition_changed=False))[2]


@pytest.mark.parametrize("outcome", [TrendOutcome.RISE, TrendOutcome.FALL, TrendOutcome.UNCLEAR])
def test_other_people_are_told_of_with_the_word(outcome: TrendOutcome) -> None:
    developed = Developed(network(NOW, standing(37, outcome)), network(BEFORE, standing(31)), composition_changed=True)

    assert said(developed)[2].endswith("; er deden andere mensen mee")
    assert "andere mensen" not in said(replace(developed, composition_changed=False))[2]


def test_a_first_round_is_not_a_round_after_one_without_a_report() -> None:
    now = network(NOW, standing(37))

    assert said(Developed(now))[:2] == ("first", "eerste ronde")
    assert said(Developed(now, network(BEFORE, standing(31))))[:2] == ("not_shown", "niet te zeggen")
    assert "3,1" not in said(Developed(now, network(BEFORE, standing(31))))[2]


def test_a_theme_that_a_round_did_not_ask_has_no_word() -> None:
    both = network(NOW, standing(37), replace(standing(31), theme="conditions", average=exact(31, "conditions")))

    made = develop("nl", [Developed(both), Developed(network(NOW, standing(37), name="B"))], TITLES, {})

    assert made.grid.rows[1].cells[1].says == "Voorwaarden: niet gevraagd in deze ronde"


def test_rows_stay_in_the_order_given_whatever_the_words() -> None:
    rise = Developed(network(NOW, standing(45, TrendOutcome.RISE), name="Z"))
    fall = Developed(network(NOW, standing(21, TrendOutcome.FALL), name="A"))

    assert [row.name for row in develop("nl", [rise, fall], TITLES, {}).grid.rows] == ["Z", "A"]
    assert [row.name for row in develop("nl", [fall, rise], TITLES, {}).grid.rows] == ["A", "Z"]


def test_sentences_count_what_they_are_given_in_a_fixed_order() -> None:
    counts = {"roles": {Change.FIRST: 4, Change.RISE: 1, Change.UNCLEAR: 12}, "conditions": {Change.FALL: 1}}
    both = network(NOW, standing(37), replace(standing(31), theme="conditions", average=exact(31, "conditions")))

    assert develop("nl", [Developed(both)], TITLES, counts).sentences == (
        "Rollen en taken (17 netwerken): gestegen in 1, kan toeval zijn in 12 en eerste ronde in 4.",
        "Voorwaarden (één netwerk): gedaald in 1.",
    )


def test_the_table_has_the_difference_with_its_margin_and_a_sign() -> None:
    moved = replace(standing(31, TrendOutcome.FALL), difference=Decimal("-0.6"), margin=Decimal("0.57"))

    ((*_, difference, word, people),) = develop(
        "nl", [Developed(network(NOW, moved), network(BEFORE, standing(37)), composition_changed=True)], TITLES, {}
    ).table.rows

    assert (difference.text, word.text, people.text) == (
        "−0,6 (marge 0,57)",
        "gedaald",
        "er deden andere mensen mee",
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_ranked_and_no_cause_is_given(language: str) -> None:
    notes = develop(language, [], TITLES, {}).notes

    assert any("ranglijst" in note or "ranking" in note for note in notes)
