"""Share a report by a link that can be withdrawn; and give a round's own report another link."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import ReportShare, Round
from survey.queries import published
from survey.queries import shares as queries
from survey.tokens import hash_token, make_token


def share(session: Session, *, of: Round, by_id: UUID, key: bytes, at: datetime) -> bool:
    """Make a link by which anybody reads a report as participants do; ``False`` when there is one already.

    Raises
    ------
    Refused
        When participants cannot read the report yet.
    """
    refuse_unreleased(session, of=of)
    if queries.find_open(session, round_id=of.id) is not None:
        return False
    generation = queries.newest_generation(session, round_id=of.id) + 1
    token_hash = hash_token(make_token(key, "share", of.id, generation))
    made = ReportShare(
        round_id=of.id, generation=generation, token_hash=token_hash, made_at_utc=at, made_by_id=by_id
    )  # fmt: skip
    queries.add(session, share=made)
    return True


def refuse_unreleased(session: Session, *, of: Round) -> None:
    """Refuse what can only be done with a report that participants can read.

    Raises
    ------
    Refused
        When they cannot.
    """
    if not published.is_released(session, round_id=of.id):
        raise Refused(gettext_noop("Participants cannot read this report yet. Let them read it first."))


def withdraw(session: Session, *, of: Round, at: datetime) -> bool:
    """Let the link by which a report is shared open nothing any more; ``False`` when there is none."""
    return queries.withdraw(session, round_id=of.id, at=at)


def list_shareable(session: Session, *, network_id: UUID, key: bytes) -> list[tuple[Round, str | None]]:
    """Return the rounds of a network whose report is or can be shared, the newest first, with the token if it is."""
    return [
        (of, make_token(key, "share", of.id, found.generation) if found else None)
        for of, found in queries.list_shareable(session, network_id=network_id)
    ]


def token_of(session: Session, *, of: Round, key: bytes) -> str | None:
    """Return what opens a round's report for whoever it is passed on to; ``None`` when nobody made a link."""
    found = queries.find_open(session, round_id=of.id)
    return make_token(key, "share", of.id, found.generation) if found else None


def renew(session: Session, *, of: Round, key: bytes) -> None:
    """Give a report another link of its own: the old one opens nothing then, personal links lead to the new one.

    Raises
    ------
    Refused
        When participants cannot read the report yet.
    """
    refuse_unreleased(session, of=of)
    of.report_generation += 1
    of.report_token_hash = hash_token(make_token(key, "report", of.id, of.report_generation))
    session.flush()
