"""Counters of tries: one row for each place and stretch of time, gone once that stretch is over."""

from datetime import datetime
from typing import Final
from uuid import uuid4

from sqlalchemy import bindparam, case, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from survey.models import Throttle

_TABLE: Final = Throttle.__table__


def count_try(session: Session, *, bucket: str, at: datetime, ends_at: datetime) -> int:
    """Count one more try, or the first of a new stretch when the last is over; return how many there are now."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(Throttle).values(id=uuid4(), bucket=bucket, tries=1, ends_at_utc=ends_at)
    is_over = Throttle.ends_at_utc <= bindparam("now", at, type_=_TABLE.c.ends_at_utc.type)
    counted = statement.on_conflict_do_update(
        index_elements=["bucket"],
        set_={
            "tries": case((is_over, 1), else_=Throttle.tries + 1),
            "ends_at_utc": case((is_over, statement.excluded.ends_at_utc), else_=Throttle.ends_at_utc),
        },
    )
    return session.execute(counted.returning(Throttle.tries)).scalar_one()


def tries_of(session: Session, *, bucket: str, at: datetime) -> int:
    """Return how often was tried in the stretch that is not over."""
    statement = select(Throttle.tries).where(Throttle.bucket == bucket, Throttle.ends_at_utc > at)
    return session.scalar(statement) or 0
