"""Where networks are, and how far their rounds are."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from reports.dashboards import Places, places_figure
from reports.report import Figure
from survey.clock import dutch_day
from survey.models.network import PROVINCES
from survey.queries import municipalities
from survey.queries.people import Person
from survey.queries.standings import placing


@dataclass(frozen=True, slots=True)
class Where:
    """Networks on a grid of provinces and regions, and the provinces that have one: code to name, by name."""

    figure: Figure
    provinces: dict[str, str]


def places_of(session: Session, somebody: Person, *, mine: bool, language: str, at: datetime) -> Where | None:
    """Return where the networks are that somebody reads; ``None`` when there are none."""
    placed = placing.count_places(session, somebody, mine=mine, today=dutch_day(at))
    if not placed:
        return None
    figure = places_figure(language, placed, Places(PROVINCES, dict(municipalities.list_regions(session))))
    named = {each.province: PROVINCES.get(each.province, each.province) for each in placed}
    return Where(figure, dict(sorted(named.items(), key=lambda pair: pair[1])))
