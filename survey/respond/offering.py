"""Offer to speak on behalf of the organisation, on the pages that somebody sees who has sent in."""

from survey.database import looking
from survey.queries import profiles
from survey.queries.profiles import ProfileRow
from survey.queries.visits import Visit


def offer(visit: Visit) -> ProfileRow | None:
    """Return the profile that somebody may fill in now; ``None`` before the own part is sent in, or without one."""
    if visit.organisation_id is None or visit.sent_in_at_utc is None:  # costs those nothing who are still answering
        return None
    with looking() as connection:
        return profiles.find_profile(connection, round_id=visit.round_id, organisation_id=visit.organisation_id)
