"""Actions: what networks agreed to do."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from survey.clock import dutch_day
from survey.models import Action, Network

#: Where somebody can have typed a name.
TEXTS: Final[tuple[InstrumentedAttribute[str], ...]] = (
    Action.person,
    Action.helpers,
    Action.what,
    Action.first_step,
    Action.proof,
    Action.note,
)

#: What has to be ready first comes first; what has no date, last.
_BY_DATE: Final = (Action.due_on.is_(None), Action.due_on, Action.agreed_at_utc, Action.id)


def list_of_network(session: Session, *, network_id: UUID) -> Sequence[Action]:
    """Return every action of a network, by date and then as they were agreed."""
    statement = select(Action).where(Action.network_id == network_id)
    return session.scalars(statement.order_by(*_BY_DATE)).all()


def count_of_owner(session: Session, *, organisation_id: UUID) -> int:
    """Count the actions that an organisation sees to, also those of before."""
    return session.scalar(select(func.count()).where(Action.owner_id == organisation_id)) or 0


def move_to_owner(session: Session, *, from_id: UUID, to_id: UUID) -> None:
    """Let an organisation see to the actions of another one."""
    _change(session, Action.owner_id == from_id, owner_id=to_id)


def move_to_contact(session: Session, *, from_id: UUID, to_id: UUID) -> None:
    """Let a contact do the actions of another one."""
    _change(session, Action.contact_id == from_id, contact_id=to_id)


def list_naming(
    session: Session, *, contact_ids: Sequence[UUID], network_ids: Sequence[UUID], names: Sequence[str]
) -> list[tuple[str, Action]]:
    """Return the actions of these contacts, and those of these networks with one of these names in a text."""
    named = or_(*(text.icontains(name, autoescape=True) for text in TEXTS for name in names))
    statement = (
        select(Network.name, Action)
        .join(Network, Network.id == Action.network_id)
        .where(or_(Action.contact_id.in_(contact_ids), and_(Action.network_id.in_(network_ids), named)))
        .order_by(Network.name, Action.agreed_at_utc, Action.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def count_due_names(session: Session, *, support_id: UUID, before: datetime) -> int:
    """Count the actions of a support organisation that were over before a moment and still name people."""
    return session.scalar(select(func.count()).select_from(Action).where(_names_due(support_id, before))) or 0


def forget_due_names(session: Session, *, support_id: UUID, before: datetime) -> None:
    """Take the names off actions that were over before a moment; what was agreed stays."""
    _change(session, _names_due(support_id, before), contact_id=None, person="", helpers="")


def _names_due(support_id: UUID, before: datetime) -> ColumnElement[bool]:
    """Return the condition that an action lost its use for names: settled, or agreed and to be ready, so long ago."""
    ours = select(Network.id).where(Network.support_organisation_id == support_id)
    late = or_(Action.due_on.is_(None), Action.due_on < dutch_day(before))
    is_over = or_(
        Action.settled_at_utc < before, and_(Action.settled_at_utc.is_(None), Action.agreed_at_utc < before, late)
    )
    is_named = or_(Action.contact_id.is_not(None), Action.person != "", Action.helpers != "")
    return and_(Action.network_id.in_(ours), is_over, is_named)


def _change(session: Session, which: ColumnElement[bool], **values: Any) -> None:
    """Change several at once; who has one of them open in a form is told that it changed."""
    session.execute(update(Action).where(which).values(version=Action.version + 1, **values))
