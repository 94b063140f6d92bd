"""The section of a round's page on the way of its invitations."""

from sqlalchemy.orm import Session

from survey.access import config
from survey.advise.rounds.section import Section
from survey.services.round_page import RoundPage
from survey.services.round_post import sending


def post(session: Session, page: RoundPage) -> Section | None:
    """Say how many invitations went, came back or wait; nothing where nobody was mailed."""
    if page.round is None or page.state not in ("open", "closing"):
        return None
    found = sending(session, round_id=page.round.id)
    if not found.total:
        return None
    ours = config()
    values = {
        "sending": found,
        "minutes": found.minutes_left(ours.mails_per_minute),
        "keeps_files": ours.mail_server is None,
    }
    return Section("post", values)
