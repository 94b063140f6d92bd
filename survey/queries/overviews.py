"""The weekly overview: whether it was made, who gets one, and what there is to tell."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models import (
    Account,
    Network,
    NetworkCoordinator,
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
    """Return who gets an overview, with each network that it is about: those that this person coordinates.

    Only who can sign in, and only networks of the own support organisation.
    """
    statement = (
        select(Account, Network.id)
        .join(NetworkCoordinator, NetworkCoordinator.account_id == Account.id)
        .join(Network, Network.id == NetworkCoordinator.network_id)
        .join(SupportOrganisation, SupportOrganisation.id == Account.support_organisation_id)
        .where(
            Account.active,
            Account.gets_overview,
            Account.joined_at_utc.is_not(None),
            Account.support_organisation_id == Network.support_organisation_id,
            Network.archived_at_utc.is_(None),
            Network.adviser_id != Account.id,  # of these it is told by what this person chose (survey.services.alerts)
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


def list_told(session: Session, *, network_ids: Sequence[UUID]) -> list[Told]:
    """Return the rounds of these networks that are open."""
    statement = (
        select(Round, Network)
        .join(Network, Network.id == Round.network_id)
        .where(Network.id.in_(network_ids), Round.cancelled_at_utc.is_(None), Round.closed_at_utc.is_(None))
        .order_by(Network.sort_name, Round.number)
    )
    return [(found, network) for found, network in session.execute(statement)]
