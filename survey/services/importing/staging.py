"""Keep a file that was read until its giver says yes: for an hour, and for nobody else."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.importing.reading import ReadFile, Row, packed, unpacked
from survey.importing.sentences import Sentence
from survey.models import StagedImport
from survey.queries import staged as queries

#: How long a file waits.
WAITS: Final = timedelta(hours=1)
#: How many files of one account wait at once; the oldest goes for one more.
_AT_ONCE: Final = 5


def stage(
    session: Session, read: ReadFile, *, account_id: UUID, network_id: UUID | None, file_name: str, at: datetime
) -> UUID:
    """Keep the rows of a file; return by what they are found."""
    older = queries.list_ids(session, account_id=account_id)[_AT_ONCE - 1 :]
    queries.delete_staged(session, staged_ids=older)
    kept = StagedImport(
        id=uuid4(),
        account_id=account_id,
        network_id=network_id,
        file_name=file_name[:200],
        rows=[packed(row) for row in read.rows],
        remarks=[[remark.message, dict(remark.values)] for remark in read.remarks],
        given_at_utc=at,
    )
    session.add(kept)
    session.flush()
    return kept.id


def find(
    session: Session, *, staged_id: UUID, account_id: UUID, at: datetime, lock: bool = False
) -> StagedImport | None:
    """Return a file that waits, if this account gave it and its hour is not over."""
    return queries.find_staged(session, staged_id=staged_id, account_id=account_id, given_after=at - WAITS, lock=lock)


def rows_of(staged: StagedImport) -> list[Row]:
    """Return the rows as they were read."""
    return [unpacked(row) for row in staged.rows]


def remarks_of(staged: StagedImport) -> list[Sentence]:
    """Return what was told about the reading."""
    return [Sentence(message, values) for message, values in staged.remarks]


def drop(session: Session, staged: StagedImport) -> None:
    """Forget a file: it was carried out, or is not wanted."""
    queries.delete_staged(session, staged_ids=[staged.id])


def forget_old(session: Session, *, at: datetime) -> None:
    """Delete the files whose hour is over."""
    queries.delete_given_before(session, moment=at - WAITS)
