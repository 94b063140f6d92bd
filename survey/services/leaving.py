"""Somebody does not take part in a round, or wants no more mail about it."""

from datetime import datetime

from sqlalchemy.orm import Session

from survey.errors import LinkUnknown, PageUnknown
from survey.queries import leaving, visits
from survey.queries.leaving import Invitee
from survey.tokens import hash_token


def invitee(session: Session, *, token: str) -> Invitee:
    """Return whose link this is.

    Raises
    ------
    LinkUnknown
        When there is no such link.
    PageUnknown
        When it was made by a code: nobody is mailed then.
    """
    found = leaving.find_invitee(session, token_hash=hash_token(token))
    if found is None:
        raise LinkUnknown
    if found.channel != "personal":
        raise PageUnknown
    return found


def leave(session: Session, *, token: str, at: datetime) -> None:
    """Send somebody no more mail about the round; who did not send in does not take part, which staff see.

    Of who sent in they see nothing: a refusal that is not there would say so (disclosure rule R10). Whoever else may
    hold the link could find that out by refusing in somebody's place, so a link that went through the hands of staff
    is refused whether or not something was sent in. A refusal stays, also when its person sends in after all.

    Raises
    ------
    LinkUnknown, PageUnknown
        As ``invitee``.
    """
    visit = visits.lock_visit(session, token_hash=hash_token(token))
    if visit is None:
        raise LinkUnknown
    found = invitee(session, token=token)
    leaving.want_no_mail(session, invitation_id=found.invitation_id)
    if visit.is_closed:
        return
    if visit.sent_in_at_utc is None or found.through_staff:
        leaving.refuse(session, invitation_id=found.invitation_id, at=at)
