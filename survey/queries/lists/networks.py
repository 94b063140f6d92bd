"""The networks that somebody reaches, with where they are, who looks after them, and how their newest round stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, case, exists, false, func, literal, select, true, union_all
from sqlalchemy.orm import Session, aliased

from survey.models import (
    Account,
    Contact,
    Invitation,
    Municipality,
    Network,
    NetworkCoordinator,
    NetworkMunicipality,
    PartnerOrganisation,
    PublishedResults,
    Response,
    Round,
)
from survey.queries.lists.finding import Condition, Matches, Order, Wish, each_word, says
from survey.queries.people import Reach, within


@dataclass(frozen=True, slots=True)
class RoundLine:
    """The newest round of a network; an open one with its totals, and nothing else of it (disclosure rule R10)."""

    number: int
    closes_on: date
    closed_at_utc: datetime | None
    invited: int = 0
    sent_in: int = 0


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A network in the list; ``report`` is the newest published round."""

    id: UUID
    name: str
    province: str
    adviser_id: UUID
    adviser: str
    coordinator_name: str | None
    archived_at_utc: datetime | None
    organisations: int
    contacts: int
    municipalities: list[str]
    coordinators: dict[UUID, str]
    newest: RoundLine | None
    report: UUID | None

    @property
    def coordinator(self) -> str:
        """Who coordinates it: as partners see it, or else who has an account for it."""
        return self.coordinator_name or ", ".join(self.coordinators.values())


_ORGANISATIONS: Final = (
    select(func.count()).where(PartnerOrganisation.network_id == Network.id).correlate(Network).scalar_subquery()
)
_CONTACTS: Final = (
    select(func.count())
    .where(Contact.network_id == Network.id, Contact.archived_at_utc.is_(None), Contact.erased_at_utc.is_(None))
    .correlate(Network)
    .scalar_subquery()
)
_ADVISER: Final = select(Account.sort_name).where(Account.id == Network.adviser_id).correlate(Network).scalar_subquery()
_CLOSES_ON: Final = (
    select(Round.closes_on)
    .where(Round.network_id == Network.id, Round.cancelled_at_utc.is_(None))
    .order_by(Round.number.desc())
    .limit(1)
    .correlate(Network)
    .scalar_subquery()
)
_HAS_ROUND: Final = exists().where(Round.network_id == Network.id, Round.cancelled_at_utc.is_(None))
_IS_OPEN: Final = exists().where(Round.network_id == Network.id, Round.closed_at_utc.is_(None))

_ORDERS: Final[dict[str, tuple[Any, ...]]] = {
    "naam": (Network.sort_name,),
    "provincie": (Network.province, Network.sort_name),
    "adviseur": (_ADVISER, Network.sort_name),
    "organisaties": (_ORGANISATIONS, Network.sort_name),
    "contactpersonen": (_CONTACTS, Network.sort_name),
    "ronde": (func.coalesce(_CLOSES_ON, date.min), Network.sort_name),
}
_LINES: Final = select(
    Network.id, Network.name, Network.province, Network.adviser_id, Account.name,
    Network.coordinator_name, Network.archived_at_utc, _ORGANISATIONS, _CONTACTS,
).join(Account, Account.id == Network.adviser_id)  # fmt: skip
#: More than this nobody looks through.
_MOST_CHOICES: Final = 400
#: What a round can be in, by its name in the address bar.
STATES: Final[dict[str, Condition]] = {
    "open": _IS_OPEN,
    "gesloten": _HAS_ROUND & ~_IS_OPEN,
    "geen": ~_HAS_ROUND,
    "niet-open": ~_IS_OPEN,
}


def has_own(session: Session, *, adviser_id: UUID) -> bool:
    """Whether an account looks after any network itself."""
    own = select(Network.id).where(Network.adviser_id == adviser_id, Network.archived_at_utc.is_(None))
    return session.scalar(own.limit(1)) is not None


def list_names(session: Session, *, reach: Reach, adviser_id: UUID, also: UUID | None = None) -> list[tuple[UUID, str]]:
    """Return the networks to choose from by name: those within reach, or the own ones and ``also`` if they are many."""
    some = select(Network.id).where(within(reach)).limit(_MOST_CHOICES + 1).subquery()
    statement = select(Network.id, Network.name).where(within(reach)).order_by(Network.sort_name, Network.id)
    if session.scalar(select(func.count()).select_from(some)) == _MOST_CHOICES + 1:
        statement = statement.where(Network.id.in_(_own_ids(adviser_id, also)))
    return [(id, name) for id, name in session.execute(statement.limit(_MOST_CHOICES))]


def _own_ids(adviser_id: UUID, also: UUID | None) -> Any:
    """Select the networks that an account looks after, and one more: a list for which not all have to be read."""
    own = aliased(Network)
    ids = select(own.id).where(own.adviser_id == adviser_id)
    return ids if also is None else union_all(ids, select(literal(also, Uuid())))


def list_networks(session: Session, *, reach: Reach, network_ids: Sequence[UUID]) -> Sequence[Network]:
    """Return those of these networks that are within reach, by name."""
    ours = select(Network).where(Network.id.in_(network_ids), within(reach))
    return session.scalars(ours.order_by(Network.sort_name, Network.id)).all()


def match(reach: Reach, wish: Wish, *, adviser_id: UUID) -> Matches:
    """Return which networks within somebody's reach match."""
    conditions = each_word(wish.search, _is_said)
    if wish.chosen.get("wie"):
        conditions.append(Network.adviser_id == adviser_id)
    if province := wish.chosen.get("provincie"):
        conditions.append(Network.province == province)
    if state := wish.chosen.get("ronde"):
        conditions.append(STATES[state])
    if archived := wish.chosen.get("archief"):
        conditions.append(
            Network.archived_at_utc.is_not(None) if archived == "ja" else Network.archived_at_utc.is_(None)
        )
    ours = select(Network.id).where(within(reach))
    return Matches(Network.id, ours, conditions, {name: Order(ours, keys) for name, keys in _ORDERS.items()})


def _is_said(word: str) -> Condition:
    there = (
        select(NetworkMunicipality.network_id)
        .join(Municipality, Municipality.id == NetworkMunicipality.municipality_id)
        .where(says(Municipality.sort_name, word))
    )
    return says(Network.search_text, word) | Network.id.in_(there)


def list_lines(session: Session, ids: Sequence[UUID], *, until: datetime) -> list[NetworkLine]:
    """Return these networks in this order; what was sent in is counted until a full hour."""
    rows = {row.id: row for row in session.execute(_LINES.where(Network.id.in_(ids)))}
    places, coordinators = _named(session, ids)
    newest, reports = _rounds(session, ids, until)
    return [
        NetworkLine(
            *rows[id],
            municipalities=places.get(id, []),
            coordinators=coordinators.get(id, {}),
            newest=newest.get(id),
            report=reports.get(id),
        )
        for id in ids
        if id in rows
    ]


def _named(session: Session, ids: Sequence[UUID]) -> tuple[dict[UUID, list[str]], dict[UUID, dict[UUID, str]]]:
    """Return the names of each network's municipalities, and of the accounts that coordinate it."""
    place = Municipality
    places = (
        select(NetworkMunicipality.network_id, place.id.label("about"), place.name, place.sort_name, false())
        .join(place, place.id == NetworkMunicipality.municipality_id)
        .where(NetworkMunicipality.network_id.in_(ids))
    )
    people = (
        select(NetworkCoordinator.network_id, Account.id.label("about"), Account.name, Account.sort_name, true())
        .join(Account, Account.id == NetworkCoordinator.account_id)
        .where(NetworkCoordinator.network_id.in_(ids))
    )
    municipalities: dict[UUID, list[str]] = {}
    coordinators: dict[UUID, dict[UUID, str]] = {}
    both = union_all(places, people)
    for network_id, id, name, _sort_name, is_person in session.execute(both.order_by("sort_name", "about")):
        if is_person:
            coordinators.setdefault(network_id, {})[id] = name
        else:
            municipalities.setdefault(network_id, []).append(name)
    return municipalities, coordinators


def _rounds(session: Session, ids: Sequence[UUID], until: datetime) -> tuple[dict[UUID, RoundLine], dict[UUID, UUID]]:
    """Return each network's newest round, and its newest published one."""
    statement = (
        select(
            Round.network_id, Round.id, Round.number, Round.closes_on, Round.closed_at_utc,
            PublishedResults.id.label("results_id"),
        )
        .outerjoin(PublishedResults, PublishedResults.round_id == Round.id)
        .where(Round.network_id.in_(ids), Round.cancelled_at_utc.is_(None))
        .order_by(Round.network_id, Round.number)
    )  # fmt: skip
    rows = session.execute(statement).all()
    newest = {row.network_id: row for row in rows}
    totals = _totals(session, [row.id for row in newest.values() if row.closed_at_utc is None], until)
    lines = {
        network_id: RoundLine(row.number, row.closes_on, row.closed_at_utc, *totals.get(row.id, (0, 0)))
        for network_id, row in newest.items()
    }
    return lines, {row.network_id: row.id for row in rows if row.results_id is not None}


def _totals(session: Session, round_ids: Sequence[UUID], until: datetime) -> dict[UUID, tuple[int, int]]:
    """Count the invited of open rounds, and what they sent in until a full hour; who came by a code was not invited.

    As on the page of a round: a link that was withdrawn invites nobody, and what was sent in by it counts.
    """
    invited = func.count(case((Invitation.withdrawn_at_utc.is_(None), 1)))
    sent_in = func.count(case((Response.sent_in_at_utc < until, 1)))
    statement = (
        select(Invitation.round_id, invited, sent_in)
        .outerjoin(Response, Response.invitation_id == Invitation.id)
        .where(Invitation.round_id.in_(round_ids), Invitation.channel == "personal")
        .group_by(Invitation.round_id)
    )
    return {round_id: (all_of, sent) for round_id, all_of, sent in session.execute(statement)} if round_ids else {}
