"""What an import is planned against: all that is known of the networks that a file names, by few statements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Select, Table, bindparam, exists, insert, select, update
from sqlalchemy.orm import Session

from survey.models import Contact, Invitation, Municipality, Network, NetworkMunicipality, PartnerOrganisation, Round
from survey.models.base import Base
from survey.queries.people import Reach, within

#: So many ids go into one statement.
_AT_A_TIME: Final = 500


@dataclass(frozen=True, slots=True)
class KnownNetwork:
    """A network that a file may name."""

    id: UUID
    name: str
    province: str
    version: int
    is_archived: bool
    has_open_round: bool


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """A partner organisation of such a network."""

    id: UUID
    network_id: UUID
    name: str
    kind: str
    version: int


@dataclass(frozen=True, slots=True)
class KnownContact:
    """A contact of such a network; ``is_invited``: into a round that is open, whether or not anything was answered."""

    id: UUID
    network_id: UUID
    organisation_id: UUID
    name: str
    address: str | None
    key: str | None
    language: str
    job: str
    names_profile: bool
    is_archived: bool
    version: int
    is_invited: bool


@dataclass(frozen=True, slots=True)
class KnownMunicipality:
    """A municipality by code and name."""

    id: UUID
    code: str
    name: str


def list_names(session: Session, *, reach: Reach) -> list[tuple[UUID, str]]:
    """Return the networks within reach by id and name."""
    statement = select(Network.id, Network.name).where(within(reach)).order_by(Network.name, Network.id)
    return [(row[0], row[1]) for row in session.execute(statement)]


def lock_networks(session: Session, *, network_ids: Iterable[UUID]) -> None:
    """Have other imports into these networks wait until this transaction ends."""
    for some in _some(sorted(network_ids)):
        session.execute(select(Network.id).where(Network.id.in_(some)).order_by(Network.id).with_for_update()).all()


def list_networks(session: Session, *, network_ids: Iterable[UUID]) -> list[KnownNetwork]:
    """Return networks with what an import has to know of them."""
    is_open = exists().where(Round.network_id == Network.id, Round.closed_at_utc.is_(None))
    statement = select(
        Network.id, Network.name, Network.province, Network.version, Network.archived_at_utc.is_not(None), is_open
    )
    return [KnownNetwork(*row) for row in _of(session, statement, Network.id, network_ids)]


def list_organisations(session: Session, *, network_ids: Iterable[UUID]) -> list[KnownOrganisation]:
    """Return the partner organisations of networks, by name."""
    organisation = PartnerOrganisation
    statement = select(
        organisation.id, organisation.network_id, organisation.name, organisation.kind, organisation.version
    ).order_by(organisation.name, organisation.id)
    return [KnownOrganisation(*row) for row in _of(session, statement, organisation.network_id, network_ids)]


def list_contacts(session: Session, *, network_ids: Iterable[UUID]) -> list[KnownContact]:
    """Return the contacts of networks, those who are erased left out."""
    is_invited = exists().where(
        Invitation.contact_id == Contact.id, Round.id == Invitation.round_id, Round.closed_at_utc.is_(None)
    )
    statement = (
        select(
            Contact.id, Contact.network_id, Contact.partner_organisation_id, Contact.name, Contact.address,
            Contact.address_key, Contact.language, Contact.job, Contact.names_profile,
            Contact.archived_at_utc.is_not(None), Contact.version, is_invited,
        )
        .where(Contact.erased_at_utc.is_(None))
        .order_by(Contact.name, Contact.id)
    )  # fmt: skip
    return [KnownContact(*row) for row in _of(session, statement, Contact.network_id, network_ids)]


def list_places(session: Session, *, network_ids: Iterable[UUID]) -> list[tuple[UUID, UUID]]:
    """Return in which municipalities networks work: network, municipality."""
    link = NetworkMunicipality
    statement = select(link.network_id, link.municipality_id).order_by(link.id)
    return [(row[0], row[1]) for row in _of(session, statement, link.network_id, network_ids)]


def list_municipalities(session: Session) -> list[KnownMunicipality]:
    """Return every municipality, the newest first: a name that went to another code is that of the newest."""
    statement = select(Municipality.id, Municipality.code, Municipality.name)
    ordered = statement.order_by(Municipality.year.desc(), Municipality.code)
    return [KnownMunicipality(*row) for row in session.execute(ordered)]


def _of(
    session: Session, statement: Select[*tuple[Any, ...]], column: Any, ids: Iterable[UUID]
) -> Iterator[Sequence[Any]]:
    for some in _some(ids):
        yield from session.execute(statement.where(column.in_(some)))


def _some(ids: Iterable[UUID]) -> Iterator[tuple[UUID, ...]]:
    left = iter(ids)
    while some := tuple(islice(left, _AT_A_TIME)):
        yield some


def insert_all(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> None:
    """Add rows to a table, by one statement."""
    if rows:
        session.execute(insert(_plain(table)), rows)


def update_all(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> int:
    """Change rows that still have the version that they say, and raise it; return how many had."""
    if not rows:
        return 0
    columns = _plain(table).c
    named = [{f"new_{name}": value for name, value in row.items()} for row in rows]
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name not in ("id", "version")}
    statement = (
        update(_plain(table))
        .where(columns.id == bindparam("new_id"), columns.version == bindparam("new_version"))
        .values(values | {"version": columns.version + 1})
    )
    result: Any = session.connection().execute(statement, named)
    return result.rowcount


def _plain(table: type[Base]) -> Table:
    """Return a table without its class: by the thousand, rows need no objects."""
    return cast(Table, table.__table__)
