"""Regions to make whole reports of: counts of networks as pages over many networks find them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from reports.benchmark import Edition as BenchmarkEdition
from reports.dashboards import Named, Summed
from reports.dashboards.development import Change
from reports.regional import (
    ActionTally,
    GapTally,
    MoveTally,
    Names,
    Regional,
    RegionNetwork,
    SaidTally,
    ThemeTally,
)
from reports.standing import Standing
from reports.standing.making import standing_of
from tests.published_networks import others
from tests.unit.reports.networks import given

NAMED: Final = Named(
    tasks={"find": "Mensen vinden", "teach": "Les geven"},
    groups={"older": "Ouderen", "young": "Jongeren"},
    steps={"none": "De gemeente doet niet mee.", "pays": "De gemeente betaalt."},
)
TITLES: Final = {
    "contact-trust": "Contact en vertrouwen",
    "roles": "Rollen en taken",
    "municipality": "De gemeente",
}
MADE_ON: Final = date(2026, 11, 27)


def networks(number: int) -> list[RegionNetwork]:
    return [RegionNetwork(f"Taalnetwerk {place}", date(2026, 5, place + 1), 20, 15) for place in range(number)]


def region(
    themes: Sequence[ThemeTally] = (),
    *,
    of: int = 8,
    benchmark: BenchmarkEdition | None = None,
    moves: Sequence[MoveTally] = (),
    gaps: Sequence[GapTally] = (),
    said: Sequence[SaidTally] = (),
    numbers: Sequence[Summed] = (),
    actions: Sequence[ActionTally] = (),
) -> Regional:
    """Return a region of so many networks, of which this is counted."""
    names = Names(TITLES, NAMED)
    every = networks(of)
    return Regional("Overijssel", MADE_ON, every, themes, moves, gaps, said, numbers, actions, names, benchmark)


def like(looks: Sequence[str], *, with_benchmark: bool = True) -> Regional:
    """Return a region of networks that look like these of ``tests.unit.reports.networks``."""
    inputs = [given(each) for each in looks]
    standings = [standing_of(each[0]) for each in inputs]
    themes = Counter((t.theme, t.version, t.average, t.status) for each in standings for t in each.themes)
    titles = {each.id: each.title.in_language("nl") for each in inputs[0][1].questionnaire.themes}
    return Regional(
        area="Overijssel",
        made_on=MADE_ON,
        networks=[
            RegionNetwork(f"{one[0].network} {place}", each.closed_on, each.invited, each.sent_in)
            for place, (one, each) in enumerate(zip(inputs, standings, strict=True))
        ],
        themes=[ThemeTally(*key, number, MADE_ON) for key, number in themes.items()],
        moves=_moves(standings),
        gaps=[
            GapTally(theme, word, number)
            for (theme, word), number in Counter(
                (t.theme, t.gap)
                for each in standings
                for t in each.themes
                if t.gap and t.library and t.welfare and t.library.shown and t.welfare.shown
            ).items()
        ],
        said=_said(standings),
        numbers=[Summed("rn-found", 6, 240, 9, 1, 0, 2)],
        actions=[ActionTally("roles", 4, 1, 2), ActionTally("municipality", 3, 0, 0), ActionTally(None, 1, 1, 0)],
        names=Names(titles, NAMED),
        benchmark=others().edition if with_benchmark else None,
    )


def _moves(standings: Sequence[Standing]) -> list[MoveTally]:
    found = Counter(
        (t.theme, Change(t.outcome) if t.outcome else Change.FIRST) for each in standings for t in each.themes
    )
    return [MoveTally(theme, change, number) for (theme, change), number in found.items()]


def _said(standings: Sequence[Standing]) -> list[SaidTally]:
    total = len(standings)
    return [
        SaidTally("task", "find", "open", total - 3),
        SaidTally("task", "teach", "clear", total),
        SaidTally("task", "", "", total),
        SaidTally("group", "older", "blind_spot", 3),
        SaidTally("group", "young", "chance", 4),
        SaidTally("group", "", "", total),
        SaidTally("municipality", "now", "none", total - 3),
        SaidTally("municipality", "needed", "pays", total - 4),
        SaidTally("municipality", "", "", total),
    ]
