"""Two rounds side by side: every outcome, the line that breaks, and nothing but published values."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.results import Cell, PlanGroup, PublishedTheme, Response, Results
from reports.trend import TrendOutcome, compare_rounds, composition_changed

ROLES = PublishedTheme("roles", (("ro-1", 1), ("ro-2", 1), ("ro-3", 1)), "mean")
WITHHELD = ("withheld", None, None, None)


def cell(kind: str, low: str | None, high: str | None, n: int | None) -> Cell:
    ends = (Decimal(end) if end else None for end in (low, high))
    return Cell("theme_mean", "roles", "total", kind, *ends, n, reason="too_few" if kind == "withheld" else None)


def exact(value: str, n: int = 10) -> tuple[str, str, str, int]:
    return "exact", value, value, n


def results(total: tuple, *, theme: PublishedTheme = ROLES, response: Response | None = None) -> Results:
    return Results(
        policy="1",
        questionnaire="spiegel",
        questionnaire_version="1.0.0",
        questionnaire_hash="ab",
        opened_on=date(2026, 9, 1),
        closed_on=date(2026, 9, 30),
        plan=(PlanGroup("library"),),
        response=response or Response(24, 18, 24),
        themes=(theme,),
        cells=(replace(cell(*total), subject=theme.id),),
    )


@pytest.mark.parametrize(
    ("before", "now", "outcome"),
    [
        (exact("3.0"), exact("3.9"), "rise"),  # margin at 10 and 10: 0.87
        (exact("3.0"), exact("3.8"), "unclear"),
        (exact("3.9"), exact("3.0"), "fall"),
        (exact("3.8"), exact("3.0"), "unclear"),
        (exact("3.0"), exact("3.0"), "unclear"),
        # an edge: 4.4 or higher against 3.5 is at least 0.9 more
        (exact("3.5"), ("at_least", "4.4", None, 10), "rise"),
        (exact("3.6"), ("at_least", "4.4", None, 10), "unclear"),
        (("at_least", "4.4", None, 10), exact("3.5"), "fall"),
        (("at_most", None, "1.6", 10), exact("2.5"), "rise"),
        (exact("2.5"), ("at_most", None, "1.6", 10), "fall"),
        (exact("2.4"), ("at_most", None, "1.6", 10), "unclear"),
        (("at_least", "4.4", None, 10), ("at_least", "3.8", None, 5), "unclear"),
        # a range: only when its bounds exceed the margin
        (exact("2.5"), ("between", "3.4", "4.0", 10), "rise"),
        (exact("2.6"), ("between", "3.4", "4.0", 10), "unclear"),
        (("between", "3.4", "4.0", 10), exact("2.5"), "fall"),
        (WITHHELD, exact("3.0"), "not_shown"),
        (exact("3.0"), WITHHELD, "not_shown"),
    ],
)
def test_outcomes(before, now, outcome):
    (found,) = compare_rounds(before=results(before), now=results(now)).themes
    assert found.outcome == TrendOutcome(outcome)
    assert (found.before, found.now) == (cell(*before), cell(*now))


def test_a_number_only_between_exact_averages():
    (found,) = compare_rounds(before=results(exact("3.4")), now=results(exact("3.7"))).themes
    assert (found.difference, found.margin) == (Decimal("0.3"), Decimal("0.87"))
    (coded,) = compare_rounds(before=results(exact("3.4")), now=results(("at_least", "4.4", None, 10))).themes
    assert (coded.difference, coded.margin) == (None, None)


@pytest.mark.parametrize(
    "changed",
    [
        replace(ROLES, items=(("ro-1", 1), ("ro-2", 2), ("ro-3", 1))),  # domain.md 4.15, test 9: one item reworded
        replace(ROLES, items=ROLES.items[:2]),
        replace(ROLES, scoring="mean, ro-3 reversed"),
        replace(ROLES, id="reach"),
    ],
)
def test_another_theme_is_not_compared(changed):
    before, now = results(exact("3.0"), theme=changed), results(exact("4.5"))
    (found,) = compare_rounds(before=before, now=now).themes
    assert found.outcome is TrendOutcome.NOT_COMPARABLE
    assert (found.before, found.difference) == (None, None)


@pytest.mark.parametrize(
    ("invited_then", "invited_now", "both", "changed"),
    [
        (24, 24, 24, False),
        (24, 24, 16, False),  # exactly a third
        (24, 24, 15, True),
        (30, 15, 15, True),  # half of them left
        (15, 30, 15, True),  # half of them are new
        (24, 24, None, True),  # nobody counted
        (0, 0, 0, False),
    ],
)
def test_composition(invited_then, invited_now, both, changed):
    before, now = Response(invited_then, 5), Response(invited_now, 5, both)
    assert composition_changed(before, now) is changed
    rounds = {"before": results(exact("3.0"), response=before), "now": results(exact("3.0"), response=now)}
    assert compare_rounds(**rounds).composition_changed is changed
