"""What each network's latest results add to an edition: published values, and nothing else of them is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple
from uuid import UUID

from reports.gap import gap
from reports.results import Cell, PublishedTheme, Results

#: How far back the results of an edition go, in years before its cut-off (disclosure rule R7).
YEARS: Final = 2

#: The pairs of groups whose gaps are put together.
PAIRS: Final = (("library", "welfare"), ("library", "rest"))


class Member(NamedTuple):
    """A network that a figure was made of, and the round in which; never part of what is published."""

    network: UUID
    round: UUID


@dataclass(frozen=True, slots=True)
class NetworkRound:
    """The published results of one closed round, and whose they are."""

    member: Member
    results: Results


@dataclass(frozen=True, slots=True)
class Part:
    """What one network's results add about one theme: its average, and the gaps that have a number."""

    member: Member
    closed_on: date
    total: Cell
    gaps: Mapping[tuple[str, str], Decimal]


def window(cut_off: date) -> tuple[date, date]:
    """Return the first day whose results count for an edition, and the first day after whose results do not."""
    return cut_off.replace(year=cut_off.year - YEARS), cut_off


def latest_parts(cut_off: date, rounds: Iterable[NetworkRound]) -> dict[PublishedTheme, list[Part]]:
    """Return per theme version what each network's latest results of the window add to it."""
    first, end = window(cut_off)
    found: dict[PublishedTheme, dict[UUID, Part]] = {}
    for each in rounds:
        if first <= each.results.closed_on < end:
            for theme in each.results.themes:
                _keep_later(found.setdefault(theme, {}), _part(each, theme.id))
    return {theme: list(parts.values()) for theme, parts in found.items()}


def _keep_later(parts: dict[UUID, Part], new: Part) -> None:
    known = parts.get(new.member.network)
    if known is None or (known.closed_on, known.member) < (new.closed_on, new.member):
        parts[new.member.network] = new


def _part(of: NetworkRound, theme: str) -> Part:
    results = of.results
    return Part(of.member, results.closed_on, results.cell("theme_mean", theme), dict(_gaps(results, theme)))


def _gaps(results: Results, theme: str) -> Iterator[tuple[tuple[str, str], Decimal]]:
    """Return the published differences; from a coded average there is a word and no number."""
    plan = [group.id for group in results.plan]
    for first, second in PAIRS:
        # In a plan that has welfare too, the rest is another group than in one of library and rest alone.
        if first in plan and second in plan and (second != "rest" or len(plan) == 2):
            difference = gap(results, theme, first, second).difference
            if difference is not None:
                yield (first, second), difference
