"""More than two rounds: a line of published points that breaks where rounds cannot be compared."""

from datetime import date
from decimal import Decimal

import pytest

from reports.results import Cell, Results
from reports.trend import development
from tests.unit.reports.test_report_samples import results

#: Half a year apart.
DAYS = [date(2024, 3, 1), date(2024, 9, 1), date(2025, 3, 1), date(2025, 9, 1)]


def rounds(*written: str, before: tuple[int | None, ...] = (), versions: tuple[int, ...] = ()) -> list[Results]:
    """Return rounds of 24 invited, of whom ``before`` say how many were invited the last time too."""
    before = before or (None, *(24,) * (len(written) - 1))
    versions = versions or (1,) * len(written)
    return [
        results({"roles": (value,)}, response=(24, 18, returning), closed_on=day, item_version=version)
        for value, returning, day, version in zip(written, before, DAYS, versions, strict=False)
    ]


def line(of: list[Results]) -> list[tuple[date, Cell, bool]]:
    (found,) = development(of)
    assert found.theme == "roles"
    return [(point.closed_on, point.average, point.joined) for point in found.points]


def joined(of: list[Results]) -> list[bool]:
    return [is_joined for *_, is_joined in line(of)]


def test_every_round_is_a_point_joined_to_the_one_before() -> None:
    found = line(rounds("3.0 (18)", "3.4+ (18)", "3.6 (18)"))
    assert [(day, cell.low, is_joined) for day, cell, is_joined in found] == [
        (DAYS[0], Decimal("3.0"), False),
        (DAYS[1], Decimal("3.4"), True),
        (DAYS[2], Decimal("3.6"), True),
    ]


def test_one_round_is_a_point() -> None:
    assert joined(rounds("3.0 (18)")) == [False]


@pytest.mark.parametrize(
    ("returning", "is_joined"),
    [(16, True), (15, False), (None, False)],  # a third of 24 is 8
)
def test_a_change_of_composition_breaks_the_line(returning: int | None, is_joined: bool) -> None:
    values = ("3.0 (18)", "3.4 (18)", "3.6 (18)")
    assert joined(rounds(*values, before=(None, returning, 24))) == [False, is_joined, True]


def test_other_questions_have_no_point_and_break_the_line() -> None:
    found = line(rounds("3.0 (18)", "3.4 (18)", "3.6 (18)", "3.8 (18)", versions=(1, 2, 1, 1)))
    assert [(day, is_joined) for day, _, is_joined in found] == [
        (DAYS[0], False),
        (DAYS[2], False),
        (DAYS[3], True),
    ]


def test_the_last_round_says_which_questions() -> None:
    found = line(rounds("3.0 (18)", "3.4 (18)", "3.6 (18)", versions=(1, 1, 2)))
    assert [day for day, *_ in found] == [DAYS[2]]


def test_a_round_without_an_average_is_never_bridged() -> None:
    found = line(rounds("3.0 (18)", "-", "3.6 (18)", "3.7 (18)"))
    assert [(day, is_joined) for day, _, is_joined in found] == [(DAYS[0], False), (DAYS[2], False), (DAYS[3], True)]
    assert line(rounds("-", "-")) == []


def test_a_range_is_shown_and_joined_to_nothing() -> None:
    assert joined(rounds("3.0 (18)", "2.0~4.0 (18)", "3.6 (18)", "3.7 (18)")) == [False, False, False, True]


def test_a_theme_that_is_new_begins_its_line() -> None:
    first, second = rounds("3.0 (18)"), results({"reach": ("3.1 (9)",), "roles": ("3.2 (9)",)}, closed_on=DAYS[1])
    assert [(each.theme, len(each.points)) for each in development([*first, second])] == [("reach", 1), ("roles", 2)]


def test_no_rounds_and_rounds_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="without rounds"):
        development([])
    with pytest.raises(ValueError, match="order"):
        development(rounds("3.0 (18)", "3.1 (18)")[::-1])
