"""How long answers are kept after the cut."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from survey.queries import sealed

#: Sealed answers are deleted 24 months after closing (disclosure rule R14); published results stay.
DAYS_SEALED = 730


def delete_old_answers(session: Session, *, at: datetime) -> None:
    """Delete sealed answers and own words of rounds that closed 24 months ago or longer."""
    sealed.delete_closed_before(session, moment=at - timedelta(days=DAYS_SEALED))
