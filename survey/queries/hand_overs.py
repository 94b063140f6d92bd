"""Networks that are offered to another adviser."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session, aliased

from survey.models import Account, Contact, HandOver, Network, NetworkCoordinator, PartnerOrganisation, Round
from survey.models import SupportOrganisation as Support

_Giver = aliased(Account)
_Taker = aliased(Account)


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody sees of a network that is offered: how much there is, and nobody's name in it (R10)."""

    id: UUID
    offered_at_utc: datetime
    network_id: UUID
    network_name: str
    province: str
    support_organisation_id: UUID
    support_organisation: str
    giver: str
    organisations: int
    contacts: int
    round_number: int | None
    closes_on: date | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An offer of a network as who gave it sees it; no taker: none, or somebody elsewhere."""

    id: UUID
    offered_at_utc: datetime
    taker: str | None


def _count(of: type[PartnerOrganisation] | type[Contact]) -> Any:
    return select(func.count()).where(of.network_id == Network.id).correlate(Network).scalar_subquery()


#: An offer holds while both can sign in, and who gave it still may.
_HOLDS: Final = (
    HandOver.answered_at_utc.is_(None)
    & _Giver.active
    & _Taker.active
    & (_Giver.support_organisation_id == Network.support_organisation_id)
    & ((_Giver.id == Network.adviser_id) | (_Giver.role == "administrator"))
    & (_Taker.role != "coordinator")
)


def _offers() -> Select[*tuple[Any, ...]]:
    return (
        select(
            HandOver.id, HandOver.offered_at_utc, Network.id, Network.name, Network.province,
            Network.support_organisation_id, Support.name, _Giver.name,
            _count(PartnerOrganisation), _count(Contact), Round.number, Round.closes_on,
        )
        .join(Network, Network.id == HandOver.network_id)
        .join(Support, Support.id == Network.support_organisation_id)
        .join(_Giver, _Giver.id == HandOver.from_account_id)
        .join(_Taker, _Taker.id == HandOver.to_account_id)
        .outerjoin(Round, (Round.network_id == Network.id) & Round.closed_at_utc.is_(None))
        .where(_HOLDS)
    )  # fmt: skip


def list_offers(session: Session, *, account_id: UUID) -> list[Offer]:
    """Return the networks that are offered to somebody, oldest offer first."""
    statement = _offers().where(HandOver.to_account_id == account_id)
    return [Offer(*row) for row in session.execute(statement.order_by(HandOver.offered_at_utc, HandOver.id))]


def find_offer(session: Session, *, account_id: UUID, offer_id: UUID) -> Offer | None:
    """Return an offer that is made to somebody, while it holds."""
    statement = _offers().where(HandOver.to_account_id == account_id, HandOver.id == offer_id)
    row = session.execute(statement).one_or_none()
    return Offer(*row) if row else None


def find_waiting(session: Session, *, network_id: UUID, support_id: UUID) -> Waiting | None:
    """Return a network's unanswered offer; the taker's name to colleagues only."""
    colleague = (_Taker.id == HandOver.to_account_id) & (_Taker.support_organisation_id == support_id)
    statement = (
        select(HandOver.id, HandOver.offered_at_utc, _Taker.name)
        .outerjoin(_Taker, colleague)
        .where(HandOver.network_id == network_id, HandOver.answered_at_utc.is_(None))
    )
    row = session.execute(statement).one_or_none()
    return Waiting(*row) if row else None


def lock_network(session: Session, *, network_id: UUID) -> Network | None:
    """Return a network that nobody else changes, offers or takes over until the transaction ends."""
    return session.get(Network, network_id, with_for_update=True, populate_existing=True)


def answer(
    session: Session, *, offer_id: UUID, answer: Literal["accepted", "refused", "withdrawn"], at: datetime
) -> bool:
    """Answer an offer; ``False`` when somebody was first."""
    statement = update(HandOver).where(HandOver.id == offer_id, HandOver.answered_at_utc.is_(None))
    done: Any = session.execute(statement.values(answer=answer, answered_at_utc=at))
    return done.rowcount == 1


def list_open_of(session: Session, *, account_id: UUID) -> list[tuple[UUID, UUID]]:
    """Return the unanswered offers from or to somebody, with their networks."""
    of_account = (HandOver.from_account_id == account_id) | (HandOver.to_account_id == account_id)
    statement = select(HandOver.id, HandOver.network_id).where(of_account, HandOver.answered_at_utc.is_(None))
    return [(row[0], row[1]) for row in session.execute(statement.order_by(HandOver.id))]


def has_network_named(session: Session, *, support_id: UUID, name: str) -> bool:
    """Say whether a support organisation has a network of this name."""
    names = session.scalars(select(Network.name).where(Network.support_organisation_id == support_id))
    return name.casefold() in map(str.casefold, names)


def count_coordinators(session: Session, *, network_id: UUID) -> int:
    """Return how many accounts coordinate a network."""
    statement = select(func.count()).select_from(NetworkCoordinator)
    return session.scalars(statement.where(NetworkCoordinator.network_id == network_id)).one()


def unlink_coordinators(session: Session, *, network_id: UUID) -> int:
    """Take all coordinators' accounts off a network; return how many."""
    done: Any = session.execute(delete(NetworkCoordinator).where(NetworkCoordinator.network_id == network_id))
    return done.rowcount
