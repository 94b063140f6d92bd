"""Make a standing of what a released report is made of."""

from decimal import Decimal
from typing import Final, TypedDict

from reports.benchmark import BenchmarkOutcome, BenchmarkWord, comparisons
from reports.benchmark.edition import figure_key
from reports.gap import GapWord, gap
from reports.profile.asked import LIBRARY, WELFARE
from reports.profile.form import DEPTH, STEERING
from reports.profile.verdicts import ahead
from reports.report import ReportInput
from reports.results import Cell, PublishedTheme, Results
from reports.standing.facts import facts_of
from reports.standing.standing import Standing, ThemeStanding
from reports.status import theme_status
from reports.trend import ThemeTrend, Trend, compare_rounds

#: The question of the personal part in which phase the network is.
PHASE: Final = "fp-phase"


class _Beside(TypedDict, total=False):
    """The part of a theme's standing that lays library beside welfare."""

    library: Cell
    welfare: Cell
    gap: GapWord
    gap_difference: Decimal | None
    gap_margin: Decimal | None


def standing_of(given: ReportInput) -> Standing:
    """Return how the network of a report stands, from what the report itself is made of."""
    results = given.results
    trend = compare_rounds(before=given.previous, now=results) if given.previous else None
    outcomes = {each.theme: each for each in comparisons(results, given.edition)} if given.edition else {}
    return Standing(
        closed_on=results.closed_on,
        invited=results.response.invited,
        sent_in=results.response.sent_in,
        themes=tuple(_theme(results, each, trend, outcomes.get(each.id)) for each in results.themes),
        facts=facts_of(results, given.profile),
        phase=ahead(results.shares(PHASE)),
        steering=ahead(results.shares(f"{STEERING}.now")),
        depth=ahead(results.shares(f"{DEPTH}.now")),
        composition_changed=trend.composition_changed if trend else None,
    )


def _theme(
    results: Results, theme: PublishedTheme, trend: Trend | None, outcome: BenchmarkOutcome | None
) -> ThemeStanding:  # fmt: skip
    moved = _moved(trend, theme.id)
    return ThemeStanding(
        theme=theme.id,
        version=figure_key(theme),
        average=results.cell("theme_mean", theme.id),
        status=theme_status(results, theme.id).names,
        outcome=moved.outcome if moved else None,
        difference=moved.difference if moved else None,
        margin=moved.margin if moved else None,
        beside=_word(outcome),
        **_beside(results, theme.id),
    )


def _moved(trend: Trend | None, theme: str) -> ThemeTrend | None:
    return next((each for each in trend.themes if each.theme == theme), None) if trend else None


def _word(outcome: BenchmarkOutcome | None) -> BenchmarkWord | None:
    return outcome.word if outcome else None


def _beside(results: Results, theme: str) -> _Beside:
    groups = {group.id for group in results.plan}
    if not {LIBRARY, WELFARE} <= groups:
        return {}
    found = gap(results, theme, LIBRARY, WELFARE)
    return {
        "library": found.first,
        "welfare": found.second,
        "gap": found.word,
        "gap_difference": found.difference,
        "gap_margin": found.margin,
    }
