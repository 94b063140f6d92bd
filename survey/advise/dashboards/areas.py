"""Of which networks, and for whom, a report of many networks can be made."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy.orm import Session

from reports.regional import Edition
from survey.access import person
from survey.i18n import _
from survey.listing.listing import Filter
from survey.models.network import PROVINCES
from survey.queries import municipalities
from survey.queries.standings import choosing
from survey.services.dashboards.reporting_area import Area

#: Names in the address.
AREA, EDITION = "gebied", "voor"
#: For whom a report is, by the value in the address.
EDITIONS: Final[Mapping[str, Edition]] = {"": "own", "doorgeven": "given_on"}


def areas(session: Session) -> dict[str, Area]:
    """Return the areas that somebody has readable networks in, the whole first."""
    provinces, regions = choosing.possible_places(session, person())
    found = {"": Area(person().support_organisation)}
    found |= {each: Area(PROVINCES.get(each, each), province=each) for each in provinces}
    names = dict(municipalities.list_regions(session)) if regions else {}
    for each in regions:
        found[each] = Area(_("Labour-market region %(name)s", name=names.get(each, each)), region=each)
    return found


def area_filters(of: Mapping[str, Area]) -> tuple[Filter, ...]:
    """Return what can be chosen."""
    editions = {"": _("Who may read each of these reports"), "doorgeven": _("Others: without results")}
    return (
        Filter(AREA, _("Which networks"), {key: each.name for key, each in of.items()}, is_first=True),
        Filter(EDITION, _("For whom"), editions, is_first=True),
    )
