"""Where networks are, and how far their rounds are."""

from datetime import datetime

from sqlalchemy.orm import Session

from reports.dashboards import Places, places_figure
from reports.report import Figure
from survey.clock import dutch_day
from survey.models.network import PROVINCES
from survey.queries import municipalities
from survey.queries.people import Person
from survey.queries.standings import placing


def places_of(session: Session, somebody: Person, *, mine: bool, language: str, at: datetime) -> Figure | None:
    """Return the networks that somebody reads on a grid of provinces and regions; ``None`` when there are none."""
    placed = placing.count_places(session, somebody, mine=mine, today=dutch_day(at))
    if not placed:
        return None
    return places_figure(language, placed, Places(PROVINCES, dict(municipalities.list_regions(session))))
