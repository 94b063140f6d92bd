"""Offer to speak on behalf of the organisation, on the pages that somebody sees who has sent in."""

from survey.database import looking
from survey.queries import profiles
from survey.queries.profiles import ProfileRow
from survey.queries.visits import Visit
from survey.services.profiles import may_speak
from survey.services.sheets import ERASED


def offer(visit: Visit) -> ProfileRow | None:
    """Return the profile that somebody may fill in now; ``None`` before the own part is sent in, or without one."""
    is_answering = visit.sent_in_at_utc is None and ERASED not in visit.choice_times  # costs those nothing
    if visit.organisation_id is None or is_answering:
        return None
    with looking() as connection:
        row = profiles.find_profile(connection, round_id=visit.round_id, organisation_id=visit.organisation_id)
    return row if row and may_speak(visit, row) else None
