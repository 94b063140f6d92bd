"""Municipalities, and the networks that work in them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models import Municipality, Network, NetworkMunicipality


def newest_year(session: Session) -> int | None:
    """Return the year of the newest table that was loaded."""
    return session.scalar(select(func.max(Municipality.year)))


def list_municipalities(session: Session) -> Sequence[Municipality]:
    """Return all municipalities, also those of years before, by name."""
    return session.scalars(select(Municipality).order_by(Municipality.name, Municipality.code)).all()


def list_of_network(session: Session, *, network_id: UUID) -> Sequence[Municipality]:
    """Return the municipalities that a network works in, by name."""
    statement = (
        select(Municipality)
        .join(NetworkMunicipality, NetworkMunicipality.municipality_id == Municipality.id)
        .where(NetworkMunicipality.network_id == network_id)
        .order_by(Municipality.name, Municipality.code)
    )
    return session.scalars(statement).all()


def list_links(session: Session, *, network_id: UUID) -> Sequence[NetworkMunicipality]:
    """Return that a network works in these municipalities."""
    return session.scalars(select(NetworkMunicipality).where(NetworkMunicipality.network_id == network_id)).all()


def list_regions(session: Session) -> list[tuple[str, str]]:
    """Return the labour-market regions of the newest table that has them, by name: code and name."""
    statement = select(Municipality.region, Municipality.region_name).where(Municipality.region.is_not(None)).distinct()
    found = {code: name or code for code, name in session.execute(statement.order_by(Municipality.region)) if code}
    return sorted(found.items(), key=lambda region: region[1])


def list_networks_in_the_past(session: Session, *, year: int) -> list[tuple[str, str, int]]:
    """Return the networks in municipalities that the table of this year has no more: network, municipality, year."""
    statement = (
        select(Network.name, Municipality.name, Municipality.year)
        .join(NetworkMunicipality, NetworkMunicipality.network_id == Network.id)
        .join(Municipality, Municipality.id == NetworkMunicipality.municipality_id)
        .where(Municipality.year < year, Network.archived_at_utc.is_(None))
        .order_by(Network.name, Municipality.name)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(statement)]
