"""What a regional report is made of: the networks of an area that somebody may open one by one, counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from reports.dashboards.development import Change
from reports.regional import MoveTally, Names, Regional, RegionNetwork
from survey.clock import dutch_day
from survey.queries.people import Person
from survey.queries.standings import counting, regional
from survey.queries.standings.choosing import Chosen
from survey.queries.standings.moving import Moved
from survey.services.dashboards import gathering
from survey.services.dashboards.saying import names_of_what_is_said


@dataclass(frozen=True, slots=True)
class Area:
    """The networks of a report: all that somebody may open of the support organisation, of a province or a region."""

    name: str
    province: str | None = None
    region: str | None = None


def gather_area(session: Session, somebody: Person, area: Area, *, language: str, at: datetime) -> Regional:
    """Return what the report of an area is made of; nobody's answers are looked at, and no report is opened."""
    chosen, today = Chosen(province=area.province, region=area.region), dutch_day(at)
    found = regional.find(session, somebody, chosen)
    return Regional(
        area=area.name,
        made_on=today,
        networks=[RegionNetwork(each.name, each.closed_on, each.invited, each.sent_in) for each in found.networks],
        themes=found.tallied.themes,
        moves=_moves(found.tallied.moves),
        gaps=found.tallied.gaps,
        said=found.said,
        numbers=counting.add_numbers(session, somebody, chosen),
        actions=regional.count_actions(session, somebody, chosen, today=today),
        names=Names(gathering.titles(found.networks, language), names_of_what_is_said(language)),
        benchmark=gathering.newest_edition(session, at=at),
    )


def _moves(counted: Sequence[Moved]) -> list[MoveTally]:
    return [
        MoveTally(theme, Change(outcome) if outcome else Change.NOT_SHOWN if had else Change.FIRST, number)
        for theme, outcome, had, number in counted
    ]
