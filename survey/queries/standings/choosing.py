"""Which networks a dashboard is about: within what somebody may read, by what was chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, extract, func, select
from sqlalchemy.orm import Session, aliased

from survey.models import Network, RoundStanding
from survey.queries.people import Person, readable

#: Sizes of a network by how many were invited: a name in the address, the fewest, and the most.
SIZES: Final[Mapping[str, tuple[int, int | None]]] = {"klein": (0, 14), "middel": (15, 30), "groot": (31, None)}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose; ``None`` is everything.

    ``size`` is a name of ``SIZES``; ``questionnaire`` and ``version`` belong together; ``year`` is that in which a
    round closed, and each network is then taken by its last round of that year. ``mine`` leaves out networks that
    another adviser looks after. ``networks`` are chosen one by one.
    """

    province: str | None = None
    region: str | None = None
    size: str | None = None
    year: int | None = None
    questionnaire: str | None = None
    version: str | None = None
    phase: str | None = None
    steering: str | None = None
    mine: bool = False
    networks: tuple[UUID, ...] | None = None


#: Any standing of a network, beside the one that is chosen. Made once: that takes longer than asking for it.
_EACH: Final = aliased(RoundStanding)


@dataclass(frozen=True, slots=True)
class Possible:
    """The values that networks have, to choose from; whatever else is chosen."""

    provinces: tuple[str, ...]
    regions: tuple[str, ...]
    years: tuple[int, ...]
    versions: tuple[tuple[str, str], ...]
    phases: tuple[str, ...]
    steerings: tuple[str, ...]


def about(somebody: Person, chosen: Chosen) -> list[ColumnElement[bool]]:
    """Return the conditions on a network and its newest standing that fits; put them on a join of the two."""
    conditions = [readable(somebody), Network.archived_at_utc.is_(None), RoundStanding.number == _newest(chosen)]
    conditions += _of_network(somebody, chosen)
    conditions += _of_round(chosen)
    return conditions


def about_networks(somebody: Person, chosen: Chosen) -> list[ColumnElement[bool]]:
    """Return the conditions on a network with a report, whatever its rounds say: where only places are chosen."""
    has_any = exists().where(RoundStanding.network_id == Network.id).correlate(Network)
    return [*_ours(somebody), has_any, *_of_network(somebody, chosen)]


def _newest(chosen: Chosen) -> ColumnElement[int]:
    """Return the number of a network's newest standing, or of the newest one of the chosen year."""
    each = _EACH
    statement = select(func.max(each.number)).where(each.network_id == Network.id)
    if chosen.year is not None:
        statement = statement.where(extract("year", each.closed_on) == chosen.year)
    return statement.correlate(Network).scalar_subquery()


def _of_network(somebody: Person, chosen: Chosen) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if chosen.province is not None:
        found.append(Network.province == chosen.province)
    if chosen.region is not None:
        found.append(Network.region == chosen.region)
    if chosen.mine:
        found.append(Network.adviser_id == somebody.account_id)
    if chosen.networks is not None:
        found.append(Network.id.in_(chosen.networks))
    return found


def _of_round(chosen: Chosen) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if chosen.size is not None:
        found.append(_of_size(chosen.size))
    if chosen.questionnaire is not None:
        version = RoundStanding.questionnaire_version == chosen.version
        found.append(and_(RoundStanding.questionnaire_id == chosen.questionnaire, version))
    if chosen.phase is not None:
        found.append(RoundStanding.phase == chosen.phase)
    if chosen.steering is not None:
        found.append(RoundStanding.steering == chosen.steering)
    return found


def _of_size(size: str) -> ColumnElement[bool]:
    fewest, most = SIZES[size]
    return RoundStanding.invited >= fewest if most is None else RoundStanding.invited.between(fewest, most)


def size_of(invited: int) -> str:
    """Return the name of a network's size."""
    return next(size for size, (_, most) in SIZES.items() if most is None or invited <= most)


def count(session: Session, somebody: Person, chosen: Chosen) -> int:
    """Return how many networks there are to show."""
    statement = select(func.count()).select_from(Network).join(RoundStanding, RoundStanding.network_id == Network.id)
    return session.scalar(statement.where(*about(somebody, chosen))) or 0


def possible_places(session: Session, somebody: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the provinces and the labour-market regions of the networks with a report that somebody reads."""
    statement = select(Network.province, Network.region).where(*about_networks(somebody, Chosen())).distinct()
    places = session.execute(statement).all()
    return _known(row[0] for row in places), _known(row[1] for row in places)


def _ours(somebody: Person) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return readable(somebody), Network.archived_at_utc.is_(None)


def possible(session: Session, somebody: Person) -> Possible:
    """Return what somebody can choose from: what the networks that this person reads have."""
    provinces, regions = possible_places(session, somebody)
    each = RoundStanding
    columns = (
        extract("year", each.closed_on),
        each.questionnaire_id,
        each.questionnaire_version,
        each.phase,
        each.steering,
    )
    statement = select(*columns).join(Network, Network.id == each.network_id).where(*_ours(somebody)).distinct()
    rows = session.execute(statement).all()
    return Possible(
        provinces=provinces,
        regions=regions,
        years=tuple(sorted({int(row[0]) for row in rows}, reverse=True)),
        versions=tuple(sorted({(row[1], row[2]) for row in rows})),
        phases=_known(row[3] for row in rows),
        steerings=_known(row[4] for row in rows),
    )


def _known(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))
