"""Actions: what networks agreed to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from survey.clock import dutch_day
from survey.models import Action, Contact, Network, PartnerOrganisation
from survey.models.action import ActionStatus
from survey.queries import rounds
from survey.queries.people import Reach, within

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


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """An action as it is read, with the names of who sees to it."""

    id: UUID
    network_id: UUID
    what: str
    theme: str | None
    #: The partner organisation, and the person: a contact by the name of now, or whoever was typed.
    owner: str | None
    person: str | None
    helpers: str
    first_step: str
    proof: str
    note: str
    due_on: date | None
    status: ActionStatus
    agreed_at_utc: datetime
    settled_at_utc: datetime | None
    version: int

    @property
    def agreed_on(self) -> date:
        """The day on which it was agreed."""
        return dutch_day(self.agreed_at_utc)

    @property
    def is_to_do(self) -> bool:
        """Whether something is still to be done."""
        return self.settled_at_utc is None

    @property
    def who(self) -> str:
        """Who sees to it, in one line: the organisation and the person, as far as they are known."""
        return ", ".join(name for name in (self.owner, self.person) if name)


def find(session: Session, *, reach: Reach, network_id: UUID, action_id: UUID) -> Action | None:
    """Return an action of a network within reach."""
    ours = select(Action).join(Network, Network.id == Action.network_id).where(within(reach))
    return session.scalars(ours.where(Action.id == action_id, Action.network_id == network_id)).one_or_none()


def list_slots(session: Session, *, network_id: UUID) -> Sequence[int]:
    """Return the places of a network that are taken by actions to do."""
    taken = select(Action.slot).where(Action.network_id == network_id, Action.slot.is_not(None))
    return [slot for slot in session.scalars(taken.order_by(Action.slot)) if slot is not None]


def list_agreed(session: Session, *, network_id: UUID) -> list[AgreedAction]:
    """Return every action of a network as it is read, by date."""
    return _read(session, _agreed().where(Action.network_id == network_id).order_by(*_BY_DATE))


def list_due(session: Session, *, network_ids: Sequence[UUID], until: date) -> list[AgreedAction]:
    """Return what is to be ready on this day or before in these networks, by network and date."""
    due = _agreed().where(Action.network_id.in_(network_ids), Action.slot.is_not(None), Action.due_on <= until)
    return _read(session, due.order_by(Network.sort_name, Network.id, *_BY_DATE))


def for_report(session: Session, *, network_id: UUID, before: datetime) -> list[AgreedAction]:
    """Return the actions that a report tells of: agreed before a moment, and not settled before the round before.

    Parameters
    ----------
    before
        The moment at which the report is made; its round is the newest that was closed by then. What was open at that
        round's start, and what was agreed or settled since the round before it closed, is told of.

    Returns
    -------
    list[AgreedAction]
        By date, what has none last; then by id.
    """
    its_own = rounds.newest_closed(session, network_id=network_id, before=before)
    since = its_own and rounds.newest_closed(session, network_id=network_id, before=its_own.closed_at_utc)
    told = _agreed().where(Action.network_id == network_id, Action.agreed_at_utc < before)
    if since is not None:
        told = told.where(or_(Action.settled_at_utc.is_(None), Action.settled_at_utc >= since.closed_at_utc))
    return _read(session, told.order_by(Action.due_on.is_(None), Action.due_on, Action.id))


def _agreed() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Action.id, Action.network_id, Action.what, Action.theme, PartnerOrganisation.name,
            func.coalesce(func.nullif(Contact.name, ""), func.nullif(Action.person, "")),
            Action.helpers, Action.first_step, Action.proof, Action.note, Action.due_on, Action.status,
            Action.agreed_at_utc, Action.settled_at_utc, Action.version,
        )
        .join(Network, Network.id == Action.network_id)
        .outerjoin(PartnerOrganisation, PartnerOrganisation.id == Action.owner_id)
        .outerjoin(Contact, Contact.id == Action.contact_id)
    )  # fmt: skip


def _read(session: Session, statement: Select[*tuple[Any, ...]]) -> list[AgreedAction]:
    return [AgreedAction(*row) for row in session.execute(statement)]


def list_of_network(session: Session, *, network_id: UUID) -> Sequence[Action]:
    """Return the rows of every action of a network, to change them."""
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


def list_due_names(session: Session, *, support_id: UUID, before: datetime) -> Sequence[UUID]:
    """Return those actions."""
    return session.scalars(select(Action.id).where(_names_due(support_id, before)).order_by(Action.id)).all()


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
