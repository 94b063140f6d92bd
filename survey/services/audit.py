"""Write down who did what to what; in the transaction that does it, so that neither happens without the other.

Never in it: a name, an address, a text, an answer, a token, or anything from which could be read who answered
(disclosure rule R10).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from survey import clock
from survey.models import AuditEvent, SupportOrganisation
from survey.services import audit_words

#: For what belongs to no support organisation, such as a wrong password for an unknown address.
MONTHS_KEPT: Final = 24


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, and from where: a neighbourhood, "command line" or "worker"."""

    account_id: UUID | None
    support_organisation_id: UUID | None
    place: str


#: Somebody with a shell: nobody we know by name.
COMMAND_LINE: Final = Actor(None, None, "command line")
WORKER: Final = Actor(None, None, "worker")


@dataclass(frozen=True, slots=True)
class What:
    """What was done, in the past tense ("network.archived"), and to what.

    ``details`` holds names of fields and numbers; never what was in the fields.
    """

    action: str
    kind: str | None = None
    id: UUID | None = None
    network_id: UUID | None = None
    support_organisation_id: UUID | None = None
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])


def note(session: Session, what: What, *, by: Actor, at: datetime) -> UUID:
    """Add one row to the audit log, and return its id.

    Raises
    ------
    Unfit
        When the details hold anything but numbers, names of fields and words of ours.
    """
    audit_words.check(what.details)
    support_id = what.support_organisation_id or by.support_organisation_id
    row: dict[str, Any] = {
        "id": uuid4(),
        "at_utc": at,
        "kept_until_utc": at + clock.months(_months_kept(session, support_id)),
        "actor_id": by.account_id,
        "support_organisation_id": support_id,
        "action": what.action,
        "object_kind": what.kind,
        "object_id": what.id,
        "network_id": what.network_id,
        "place": by.place,
        "details": dict(what.details),
    }
    session.execute(insert(AuditEvent), [row])
    return row["id"]


def _months_kept(session: Session, support_id: UUID | None) -> int:
    support = session.get(SupportOrganisation, support_id) if support_id else None
    return support.audit_months if support else MONTHS_KEPT
