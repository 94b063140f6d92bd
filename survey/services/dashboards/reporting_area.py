"""What a regional report is made of: the networks of an area that somebody may open one by one, counted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from reports.dashboards.development import Change
from reports.regional import MoveTally, Names, Regional, RegionNetwork
from survey.clock import dutch_day
from survey.queries.people import Person
from survey.queries.standings import counting, moving, reading, regional
from survey.queries.standings.choosing import Chosen
from survey.queries.standings.reading import Stood
from survey.services.dashboards import gathering
from survey.services.dashboards.saying import names_of_what_is_said


@dataclass(frozen=True, slots=True)
class Area:
    """The networks of a report: all that somebody may open of the support organisation, of a province or a region."""

    name: str
    province: str | None = None
    region: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the support organisation."""
        return not self.key

    @property
    def key(self) -> str:
        """The code of the province or of the region."""
        return self.province or self.region or ""

    def holds(self, stood: Stood) -> bool:
        """Whether a network lies in it."""
        return self.is_whole or self.key in _areas_of(stood)


def gather_area(session: Session, somebody: Person, area: Area, *, language: str, at: datetime) -> Regional:
    """Return what the report of an area is made of; nobody's answers are looked at, and no report is opened."""
    chosen, today = Chosen(province=area.province, region=area.region), dutch_day(at)
    every = reading.newest(session, somebody, Chosen())
    stood = [each for each in every if area.holds(each)]
    return Regional(
        area=area.name,
        made_on=today,
        networks=[RegionNetwork(each.name, each.closed_on, each.invited, each.sent_in) for each in stood],
        themes=regional.count_themes(session, somebody, chosen),
        moves=_moves(session, somebody, chosen),
        gaps=regional.count_gaps(session, somebody, chosen),
        said=regional.count_said(session, somebody, chosen),
        numbers=counting.add_numbers(session, somebody, chosen),
        actions=regional.count_actions(session, somebody, chosen, today=today),
        names=Names(gathering.titles(stood, language), names_of_what_is_said(language)),
        benchmark=gathering.newest_edition(session, at=at),
    )


def _areas_of(stood: Stood) -> set[str]:
    return {each for each in (stood.province, stood.region) if each}


def _moves(session: Session, somebody: Person, chosen: Chosen) -> list[MoveTally]:
    return [
        MoveTally(theme, Change(outcome) if outcome else Change.NOT_SHOWN if had else Change.FIRST, number)
        for theme, outcome, had, number in moving.count_moves(session, somebody, chosen)
    ]
