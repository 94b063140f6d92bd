"""How many are invited, on the page of a round; who they are stands on a page of its own."""

from sqlalchemy.orm import Session

from survey.advise.rounds.section import Section
from survey.queries import rounds
from survey.services.invited_page import invited_page
from survey.services.round_page import RoundPage


def people(session: Session, page: RoundPage) -> Section | None:
    """Say how many are invited, and lead to who they are; only while that can still change."""
    if page.round is None or page.state not in ("open", "closing") or page.round.is_by_code:
        return None
    invited = rounds.count_invited(session, round_id=page.round.id)
    letters = invited_page(session, network=page.network).letters
    return Section("people", {"invited": invited, "letters": letters})
