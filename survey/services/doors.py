"""The three doors of a demo: fill in, read a report, look as an adviser."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from survey.queries import demo as queries
from survey.queries import networks
from survey.tokens import make_token


@dataclass(frozen=True, slots=True)
class Doors:
    """Tokens of a link to fill in and of a report to read; ``None`` where there is nothing behind the door."""

    fill_in: str | None
    report: str | None


def find_doors(session: Session, *, key: bytes) -> Doors | None:
    """Return the doors of a demo; ``None`` when this database is no demo."""
    instance = networks.get_instance(session)
    if instance is None or instance.kind == "production":
        return None
    published = queries.richest_report(session)
    invitation = queries.fresh_invitation(session, near_round=published[0] if published else None)
    return Doors(
        fill_in=make_token(key, "invitation", *invitation) if invitation else None,
        report=make_token(key, "report", *published) if published else None,
    )
