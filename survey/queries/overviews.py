"""The weekly overview: whether it was made, who gets one, and what there is to tell."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import exists, or_, select, union
from sqlalchemy.orm import Session

from survey.models import (
    Account,
    Network,
    NetworkCoordinator,
    PublishedResults,
    Round,
    SupportOrganisation,
    WeeklyOverview,
)

#: A round that is told of, with its network.
Told = tuple[Round, Network]


def was_made(session: Session, *, week: date) -> bool:
    """Whether the overview of a week was made."""
    return session.scalar(select(WeeklyOverview.id).where(WeeklyOverview.week == week)) is not None


def list_readers(session: Session) -> list[tuple[Account, UUID]]:
    """Return who gets an overview, with each network that it is about: those of its adviser and its coordinators.

    Only who can sign in, and only networks of the own support organisation.
    """
    its_adviser = select(Network.adviser_id.label("account_id"), Network.id.label("network_id"))
    its_coordinators = select(NetworkCoordinator.account_id, NetworkCoordinator.network_id)
    both = union(its_adviser, its_coordinators).subquery()
    statement = (
        select(Account, both.c.network_id)
        .join(both, both.c.account_id == Account.id)
        .join(Network, Network.id == both.c.network_id)
        .join(SupportOrganisation, SupportOrganisation.id == Account.support_organisation_id)
        .where(
            Account.active,
            Account.gets_overview,
            Account.joined_at_utc.is_not(None),
            Account.support_organisation_id == Network.support_organisation_id,
            Network.archived_at_utc.is_(None),
            SupportOrganisation.archived_at_utc.is_(None),
        )
        .order_by(Account.id, Network.sort_name, Network.id)
    )
    return [(account, network_id) for account, network_id in session.execute(statement)]


def list_names(session: Session, *, network_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return what these networks are called."""
    return {
        row[0]: row[1] for row in session.execute(select(Network.id, Network.name).where(Network.id.in_(network_ids)))
    }


def list_told(session: Session, *, network_ids: Sequence[UUID], closed_since: datetime) -> list[Told]:
    """Return the rounds of these networks that are open, or have a report that waits to be released.

    One that closed longer ago is told of no more.
    """
    has_results = exists().where(PublishedResults.round_id == Round.id)
    waits = (Round.closed_at_utc >= closed_since) & has_results & Round.released_at_utc.is_(None)
    statement = (
        select(Round, Network)
        .join(Network, Network.id == Round.network_id)
        .where(Network.id.in_(network_ids), Round.cancelled_at_utc.is_(None), or_(Round.closed_at_utc.is_(None), waits))
        .order_by(Network.sort_name, Round.number)
    )
    return [(found, network) for found, network in session.execute(statement)]
