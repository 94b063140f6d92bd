"""Reporting groups side by side: the four words, and which pairs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.gap import GapWord, gap, gaps
from reports.results import Cell, PlanGroup, PublishedTheme, Response, Results


def shown(kind: str, low: str | None, high: str | None, n: int) -> Cell:
    ends = (Decimal(end) if end else None for end in (low, high))
    return Cell("theme_mean", "roles", "?", kind, *ends, n)


def exact(value: str, n: int = 8) -> Cell:
    return shown("exact", value, value, n)


HIDDEN = Cell("theme_mean", "roles", "?", "withheld", reason="group")


def results(**cells: Cell) -> Results:
    return Results(
        policy="1",
        questionnaire="spiegel",
        questionnaire_version="1.0.0",
        questionnaire_hash="ab",
        opened_on=date(2026, 9, 1),
        closed_on=date(2026, 9, 30),
        plan=tuple(PlanGroup(group) for group in cells),
        response=Response(24, 18),
        themes=(PublishedTheme("roles", (("ro-1", 1),), "mean"),),
        cells=tuple(replace(cell, group=group) for group, cell in cells.items()),
    )


@pytest.mark.parametrize(
    ("first", "second", "word", "higher"),
    [
        (exact("4.1"), exact("3.1"), "different", "library"),  # margin at 8 and 8: 0.97
        (exact("3.1"), exact("4.1"), "different", "welfare"),
        (exact("4.0"), exact("3.1"), "unclear", None),
        (exact("3.0"), exact("3.0"), "unclear", None),
        (exact("3.0", 20), exact("3.0", 20), "same", None),  # margin 0.62
        (exact("3.1", 20), exact("3.0", 20), "unclear", None),
        (exact("3.0", 40), exact("3.2", 40), "same", None),
        (shown("at_least", "4.2", None, 8), exact("3.2"), "different", "library"),
        (shown("at_least", "4.2", None, 8), exact("3.3"), "unclear", None),
        (exact("2.8"), shown("at_most", None, "1.8", 8), "different", "library"),
        (shown("at_least", "4.2", None, 8), shown("at_least", "4.2", None, 8), "unclear", None),
        (shown("at_least", "4.9", None, 90), shown("at_least", "4.9", None, 90), "same", None),
        (HIDDEN, exact("3.0"), "not_shown", None),
        (exact("3.0"), HIDDEN, "not_shown", None),
    ],
)
def test_words(first, second, word, higher):
    found = gap(results(library=first, welfare=second), "roles", "library", "welfare")
    assert (found.word, found.higher) == (GapWord(word), higher)
    assert (found.first.group, found.second.group) == ("library", "welfare")
    both_exact = first.kind == second.kind == "exact"
    assert (found.difference is not None) == (found.margin is not None) == both_exact


def test_the_difference_is_of_the_printed_averages():
    found = gap(results(library=exact("4.1"), welfare=exact("3.1")), "roles", "library", "welfare")
    assert (found.difference, found.margin) == (Decimal("1.0"), Decimal("0.97"))


def test_every_pair_in_plan_order():
    found = gaps(results(library=exact("4.1"), welfare=HIDDEN, rest=exact("3.0")), "roles")
    assert [(pair.first.group, pair.second.group, str(pair.word)) for pair in found] == [
        ("library", "welfare", "not_shown"),
        ("library", "rest", "different"),
        ("welfare", "rest", "not_shown"),
    ]
    assert gaps(results(library=exact("4.1")), "roles") == ()


def test_an_unknown_group_is_an_error():
    with pytest.raises(KeyError, match="rest"):
        gap(results(library=exact("4.1")), "roles", "library", "rest")
