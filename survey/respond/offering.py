"""Offer to speak on behalf of the organisation, on the pages that somebody sees who has sent in."""

from survey.database import looking
from survey.queries.profiles import ProfileRow
from survey.queries.visits import Visit
from survey.services import profiles


def offer(visit: Visit) -> ProfileRow | None:
    """Return the profile that somebody may fill in now; ``None`` before the own part is sent in, or without one."""
    with looking() as connection:
        return profiles.offered(connection, visit=visit)
