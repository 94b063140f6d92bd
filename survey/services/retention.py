"""How long things are kept: answers after the cut, and what is only needed for a while."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from survey.queries import sealed, throttles
from survey.services import lost_links
from survey.services.importing import staging

#: Sealed answers are deleted 24 months after closing (disclosure rule R14); published results stay.
DAYS_SEALED = 730


def delete_old_answers(session: Session, *, at: datetime) -> None:
    """Delete sealed answers and own words of rounds that closed 24 months ago or longer."""
    sealed.delete_closed_before(session, moment=at - timedelta(days=DAYS_SEALED))


def forget(session: Session, *, at: datetime) -> None:
    """Delete everything that has been kept long enough."""
    delete_old_answers(session, at=at)
    throttles.forget_ended(session, at=at)
    lost_links.forget_old(session, at=at)
    staging.forget_old(session, at=at)
