"""How the system itself is doing: the workers that were heard of, what waits, how large the database is."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from survey.models import AccountMail, LinkRequest, WorkerSign


@dataclass(frozen=True, slots=True)
class Waiting:
    """What lies there for the worker: how many pieces, and since when the first."""

    number: int
    since: datetime | None


def list_workers(session: Session) -> list[tuple[str, datetime]]:
    """Return when each worker was last heard of, the latest first."""
    statement = select(WorkerSign.name, WorkerSign.seen_at_utc).order_by(WorkerSign.seen_at_utc.desc(), WorkerSign.name)
    return [(name, seen_at) for name, seen_at in session.execute(statement)]


def keep_sign(session: Session, *, name: str, at: datetime) -> None:
    """Write down that a worker was heard of."""
    sign = session.scalars(select(WorkerSign).where(WorkerSign.name == name)).one_or_none()
    if sign is None:
        session.add(WorkerSign(name=name, seen_at_utc=at))
    else:
        sign.seen_at_utc = at


def forget_signs(session: Session, *, before: datetime) -> None:
    """Forget workers that are no more."""
    session.execute(delete(WorkerSign).where(WorkerSign.seen_at_utc < before))


def count_account_mails(session: Session) -> Waiting:
    """Return the mails to accounts that still have to go."""
    return Waiting(*session.execute(select(func.count(), func.min(AccountMail.asked_at_utc))).one())


def count_lost_links(session: Session) -> Waiting:
    """Return the requests for lost links that nobody has answered yet, whether anybody has that address or not."""
    return Waiting(*session.execute(select(func.count(), func.min(LinkRequest.asked_at_utc))).one())


def database_size(session: Session) -> int:
    """Return the size of the database, in bytes."""
    if session.get_bind().dialect.name == "sqlite":
        statement = "select page_count * page_size from pragma_page_count(), pragma_page_size()"
    else:
        statement = "select pg_database_size(current_database())"
    return int(session.execute(text(statement)).scalar_one())
