"""On the page of a round: who is asked to fill in on behalf of each organisation."""

from sqlalchemy.orm import Session

from survey.advise.rounds.section import Section
from survey.services.network_page import list_members
from survey.services.profile_planning import planned_profile
from survey.services.round_page import RoundPage


def speakers(session: Session, page: RoundPage) -> Section | None:
    """Name the organisations where nobody is asked to; nothing where a round asks no organisation anything."""
    if not _asks_organisations(page):
        return None
    members = [each for each in list_members(session, network=page.network) if each.contacts]
    nobody = [each.organisation for each in members if not any(person.names_profile for person in each.contacts)]
    return Section("speakers", {"organisations": len(members), "nobody": nobody}) if members else None


def _asks_organisations(page: RoundPage) -> bool:
    if page.state == "open" and page.round is not None:
        return page.round.profile_version is not None
    if page.state in ("planned", "asked") and page.plan is not None:
        return not page.plan.is_by_code and planned_profile(page.plan.left_out) is not None
    return False
