"""The two margins, against the numbers of statistics.md A2 and A4."""

from decimal import Decimal
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.margins import Difference, Margin, difference, difference_margin, mean_margin, reach_in_tenths
from reports.results import Cell


def mean(low: str | None, high: str | None, n: int = 10, kind: str = "exact") -> Cell:
    ends = (Decimal(end) if end else None for end in (low, high))
    return Cell("theme_mean", "roles", "total", kind, *ends, n)


@pytest.mark.parametrize(
    ("value", "n", "low", "high"),
    [
        ("3.6", 20, "3.2", "4.0"),  # half .398: the example sentence of statistics.md F2
        ("3.0", 5, "2.2", "3.8"),  # half .796
        ("3.0", 10, "2.4", "3.6"),  # half .563
        ("2.3", 5, "1.5", "3.1"),
        ("4.7", 30, "4.3", "5.0"),  # cut to the scale
        ("1.4", 20, "1.0", "1.8"),
        ("5.0", 90, "4.8", "5.0"),
    ],
)
def test_margin_of_an_average(value, n, low, high):
    assert mean_margin(mean(value, value, n)) == Margin(Decimal(low), Decimal(high))


@given(st.integers(10, 50), st.integers(5, 200))
def test_margin_is_the_formula_rounded_outwards_and_cut(tenths, n):
    value = Decimal(tenths).scaleb(-1)
    margin = mean_margin(mean(str(value), str(value), n))
    half = 1.15 * 1.96 * 0.79 / sqrt(n)
    low, high = max(float(value) - half, 1), min(float(value) + half, 5)
    assert margin is not None
    assert low - 0.1 < float(margin.low) < low + 1e-9
    assert high - 1e-9 < float(margin.high) < high + 0.1


def test_the_reach_in_tenths_is_half_a_margin():
    sizes = range(5, 2001)
    margins = [mean_margin(mean("3.0", "3.0", n)) for n in sizes]
    reaches = [10 * (margin.high - 3) for margin in margins if margin is not None]
    assert reach_in_tenths(np.array(sizes)).tolist() == reaches
    assert reach_in_tenths(np.array([1, 2])).tolist() == [18, 13]  # 17.81 and 12.59


@pytest.mark.parametrize(
    "cell",
    [
        mean("3.8", None, 5, "at_least"),
        mean(None, "2.2", 5, "at_most"),
        mean("3.1", "3.6", 9, "between"),
        Cell("theme_mean", "roles", "total", "withheld", reason="too_few"),
    ],
)
def test_only_an_exact_average_has_a_margin(cell):
    assert mean_margin(cell) is None


@pytest.mark.parametrize(("first", "second", "known"), [(5, 5, "1.23"), (8, 6, "1.05"), (15, 10, ".79")])
def test_margin_of_a_difference(first, second, known):
    """statistics.md A4 prints these, to two digits."""
    margin = difference_margin(first, second)
    assert abs(margin - Decimal(known)) <= Decimal("0.01")
    assert margin == difference_margin(second, first)
    assert float(margin) == pytest.approx(1.25 * 1.96 * 0.79 * sqrt(1 / first + 1 / second), abs=0.005)


def test_a_coded_average_enters_a_difference_by_its_edge():
    change = difference(mean("4.4", None, 10, "at_least"), mean("3.0", "3.0", 10))
    assert change is not None
    assert (change.low, change.high, change.exact) == (Decimal("1.4"), Decimal("2.0"), None)
    opposite = difference(mean("3.0", "3.0", 10), mean(None, "1.6", 10, "at_most"))
    assert opposite is not None
    assert (opposite.low, opposite.high) == (Decimal("1.4"), Decimal("2.0"))


def test_no_difference_with_what_is_not_shown():
    hidden = Cell("theme_mean", "roles", "total", "withheld", reason="too_few")
    assert difference(hidden, mean("3.0", "3.0")) is None
    assert difference(mean("3.0", "3.0"), hidden) is None


def test_a_tie_with_the_margin_is_not_clear():
    """A margin of 0.804 is rounded to 0.80, and 0.8 is not more than that."""
    up, limit = Difference(Decimal("0.8"), Decimal("0.8"), Decimal("0.80")), Decimal("0.7")
    assert not up.clearly_positive
    assert not Difference(-up.low, -up.high, up.margin).clearly_negative
    assert not Difference(Decimal("0.1"), Decimal("0.1"), Decimal("0.60")).clearly_within(limit)
    assert Difference(Decimal("-0.1"), Decimal("0.0"), Decimal("0.59")).clearly_within(limit)
