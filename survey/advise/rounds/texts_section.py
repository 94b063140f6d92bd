"""On the page of a round: what its mails say, and where that can be changed."""

from sqlalchemy.orm import Session

from survey.advise.rounds.section import Section
from survey.errors import Refused
from survey.services.round_page import RoundPage
from survey.services.round_texts import own_texts


def texts(session: Session, page: RoundPage) -> Section | None:
    """Lead to the texts of the mails that are still to go."""
    try:
        own = own_texts(session, network=page.network)
    except Refused:  # the questionnaire is gone: whoever opens the round is told
        return None
    if own is None:
        return None
    return Section("texts", {"names": own.names, "changed": [name for name in own.names if own.is_changed(name)]})
