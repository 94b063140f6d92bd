"""What the audit log says of what was done to the codes of a round."""

from typing import Any

from survey.advise.within import OwnRound
from survey.services.audit import What


def about_round(action: str, own: OwnRound, **details: Any) -> What:
    """Return for the audit log what was done to a round."""
    network = own.network
    return What(action, "round", own.round.id, network.id, network.support_organisation_id, details)
