"""The overview of an adviser's networks: what each needs now, how its round stands, and how it stood last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from reports.standing import ThemeStanding
from survey.clock import dutch_day, full_hour
from survey.queries import response_totals
from survey.queries.people import Person
from survey.queries.response_totals import Totals
from survey.queries.standings import moments, reading
from survey.queries.standings.choosing import Chosen
from survey.queries.standings.moments import Agreed, Moment
from survey.queries.standings.reading import Stood
from survey.services.dashboards import gathering
from survey.services.dashboards.needs import CALM, Facts, Need, dates, needs

#: Networks on a page: as many as an adviser looks after.
PAGE_SIZE: Final = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One network: what it needs, the most urgent first; its totals and its newest released round, where there are."""

    facts: Facts
    needs: list[Need]
    stood: Stood | None = None
    themes: tuple[ThemeStanding, ...] = ()

    @property
    def happens(self) -> tuple[date, str] | None:
        """The first day on which something happens, from today on, and what: as ``needs.dates`` names it."""
        return next(iter(dates(self.facts)), None)

    @property
    def needs_you(self) -> bool:
        """Whether somebody has to do something about it now."""
        return self.needs[0].urgency < CALM


@dataclass(frozen=True, slots=True)
class Overview:
    """One page of an adviser's networks, those that need somebody first; ``titles`` of the themes in their lines."""

    lines: list[Line]
    titles: dict[str, str]
    found: int
    in_need: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.found // PAGE_SIZE))


def overview(
    session: Session, somebody: Person, *, mine: bool, page: int | None, language: str, at: datetime
) -> Overview:
    """Return a page of the networks that somebody reads; past the end, the last one; without a page, all of them.

    They stand in the order of what they need, and of as urgent ones by name: never by a result.
    """
    sorted_lines = _read_all(session, somebody, mine=mine, at=at)
    last = max(1, -(-len(sorted_lines) // PAGE_SIZE))
    number = min(page or 1, last)
    wanted = slice(None) if page is None else slice(PAGE_SIZE * (number - 1), PAGE_SIZE * number)
    shown, stood = _with_results(session, somebody, sorted_lines[wanted])
    in_need = sum(line.needs_you for line in sorted_lines)
    return Overview(shown, gathering.titles(stood, language), len(sorted_lines), in_need, number)


def in_order(session: Session, every: Sequence[Moment], at: datetime) -> list[Line]:
    """Return these networks in the order of what they need, and of as urgent ones as they came; without results."""
    is_open = [moment.round_id for moment in every if moment.is_open and moment.round_id]
    totals = response_totals.count(session, round_ids=is_open, until=full_hour(at))
    agreed = moments.list_agreed(session, network_ids=[moment.id for moment in every], today=dutch_day(at))
    return _in_order(every, totals, agreed, at)


def _read_all(session: Session, somebody: Person, *, mine: bool, at: datetime) -> list[Line]:
    """Return the same of all networks that somebody reads, however many there are."""
    open_rounds, ids = moments.open_rounds_of(somebody, mine=mine), moments.ids_of(somebody, mine=mine)
    totals = response_totals.count_in(session, rounds=open_rounds, until=full_hour(at))
    agreed = moments.list_agreed(session, network_ids=ids, today=dutch_day(at))
    return _in_order(moments.list_moments(session, somebody, mine=mine), totals, agreed, at)


def _in_order(
    every: Sequence[Moment], totals: dict[UUID, Totals], agreed: dict[UUID, Agreed], at: datetime
) -> list[Line]:  # fmt: skip
    facts = (_facts(each, totals, agreed, at) for each in every)
    return sorted((Line(each, needs(each)) for each in facts), key=_urgency)


def _urgency(line: Line) -> tuple[int, int]:
    return line.needs[0].place


def _facts(moment: Moment, totals: dict[UUID, Totals], agreed: dict[UUID, Agreed], at: datetime) -> Facts:
    own = totals.get(moment.round_id, Totals()) if moment.round_id else Totals()
    return Facts(moment, own, agreed.get(moment.id, Agreed()), at)


def _with_results(session: Session, somebody: Person, lines: Sequence[Line]) -> tuple[list[Line], list[Stood]]:
    """Add to each line how its network stood by its newest released round."""
    chosen = Chosen(networks=tuple(line.facts.moment.id for line in lines))
    stood = {each.network_id: each for each in reading.newest(session, somebody, chosen)}
    themes = reading.themes(session, standing_ids=[each.id for each in stood.values()])
    with_results = [_with(line, stood.get(line.facts.moment.id), themes) for line in lines]
    return with_results, list(stood.values())


def _with(line: Line, stood: Stood | None, themes: dict[UUID, tuple[ThemeStanding, ...]]) -> Line:
    if stood is None:
        return line
    return Line(line.facts, line.needs, stood, themes.get(stood.id, ()))
