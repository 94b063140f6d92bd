"""Many networks with many released rounds, all of one support organisation: what pages over many are measured on.

Networks and rounds are written as rows; how they stood is copied inside the database from a few standings, made as real
ones are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    Uuid,
    case,
    func,
    insert,
    literal_column,
    select,
)  # fmt: skip

from bench import many, standing_now
from bench.many import Rows, one_of
from bench.standing_now import asked, round_row
from bench.standing_pool import DIFFERENT, Pool, pool
from reports.disclosure.policy import VERSION
from survey import clock
from survey.models import (
    Account,
    BenchmarkEdition,
    Municipality,
    Network,
    NetworkMunicipality,
    PublishedResults,
    ReportEdition,
    Round,
    RoundStanding,
    StandingFact,
    StandingGap,
    StandingTheme,
    SupportOrganisation,
)  # fmt: skip
from survey.models.base import Base
from survey.models.network import PROVINCES
from survey.services.standings import line, spread

#: As many as an adviser looks after.
EACH_ADVISER: Final = 40
REGIONS, MUNICIPALITIES = 35, 342
_SPREAD: Final[dict[str, type[Base]]] = {"themes": StandingTheme, "gaps": StandingGap, "facts": StandingFact}


@dataclass(frozen=True, slots=True)
class Filled:
    """Somebody who looks after 40 networks, one who looks after none and reads all, and a network with its report."""

    own: UUID
    reader: UUID
    network: UUID


def fill(engine: Engine, *, networks: int, rounds: int) -> Filled:
    """Write so many networks, each with so many released rounds."""
    like = pool()
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA cache_size = -1000000")  # keys in no order find their place in memory
        write = many.writer(connection)
        (support,) = write(SupportOrganisation, [{"name": "Taalsteun Meting"}])
        accounts = write(Account, _accounts(support, -(-networks // EACH_ADVISER)))
        reader, advisers = accounts[0], accounts[1:]
        network_ids = write(Network, _networks(support, advisers, networks))
        places = write(Municipality, _municipalities())
        write(NetworkMunicipality, many.pairs("network_id", network_ids, "municipality_id", places))
        (edition,) = write(BenchmarkEdition, _editions(like))
        round_ids = write(Round, _released(network_ids, rounds))
        standings = write(RoundStanding, _standings(network_ids, round_ids, rounds, edition, like))
        _copy_spread(connection, standings, rounds, like)
        to_release = standing_now.write_now(write, network_ids, rounds + 1)
        write(PublishedResults, _published([*round_ids, *to_release], like))
        write(ReportEdition, _reports(round_ids[:rounds], like))
    return Filled(advisers[0], reader, network_ids[0])


def _accounts(support: UUID, advisers: int) -> Rows:
    return (
        {"support_organisation_id": support, "name": f"Adviseur {number}", "address": f"adviser{number}@meting.example"}
        for number in range(advisers + 1)
    )


def _networks(support: UUID, advisers: Sequence[UUID], number: int) -> Rows:
    codes = tuple(PROVINCES)
    return (
        {
            "support_organisation_id": support,
            "adviser_id": advisers[each // EACH_ADVISER],
            "name": f"Taalnetwerk Meting en omstreken {each}",
            "province": one_of(codes, each),
            "region": f"AM{each % REGIONS + 1:02}",
            "coordinator_name": f"Coördinator {each}",
        }
        for each in range(number)
    )


def _municipalities() -> Rows:
    codes = tuple(PROVINCES)
    return (
        {
            "code": f"GM{number:04}",
            "name": f"Gemeente {number}",
            "province": one_of(codes, number),
            "region": f"AM{number % REGIONS + 1:02}",
            "region_name": f"Arbeidsmarktregio {number % REGIONS + 1}",
            "year": 2026,
        }
        for number in range(MUNICIPALITIES)
    )


def _editions(like: Pool) -> Rows:
    edition = like.edition
    yield {
        "cut_off": edition.cut_off,
        "document": edition.to_json(),
        "document_hash": edition.hash,
        "made_at_utc": clock.now(),
    }


def _closed(number: int, rounds: int) -> datetime:
    """Return when the round of this number closed: one in a year, the last one ten months ago."""
    return clock.now() - timedelta(days=300 + 365 * (rounds - number))


def _released(network_ids: Sequence[UUID], rounds: int) -> Rows:
    for network_id in network_ids:
        for number in range(1, rounds + 1):
            at = _closed(number, rounds)
            row = round_row(network_id, number, at - timedelta(days=25), clock.dutch_day(at))
            yield {**row, "closed_at_utc": at, "released_at_utc": at}


def _standings(network_ids: Sequence[UUID], round_ids: Sequence[UUID], rounds: int, edition: UUID, like: Pool) -> Rows:
    questionnaire, version, _ = asked()
    like_this = {
        (is_first, number): line((like.first if is_first else like.later)[number])
        for is_first in (True, False)
        for number in range(DIFFERENT)
    }
    for place, round_id in enumerate(round_ids):
        network, number = place // rounds, place % rounds + 1
        row = like_this[number == 1, network % DIFFERENT]
        yield {
            "round_id": round_id,
            "network_id": network_ids[network],
            "number": number,
            "edition_id": edition,
            "questionnaire_id": questionnaire,
            "questionnaire_version": version,
            **row,
            "closed_on": clock.dutch_day(_closed(number, rounds)),
            "outcomes": _lowered(row["outcomes"], _by(place)),
            "said": row["said"] if number == rounds else "",
        }


def _by(place: int) -> int:
    """Return by how much the averages of a standing are lower than those that it is like, in thousandths."""
    return 100 * (place % 7)


def _lowered(outcomes: str, by: int) -> str:
    """Return the text of a standing whose averages are lower, as :func:`_lower` makes its rows."""

    def end(thousandths: str) -> str:
        return str(int(thousandths) - by) if thousandths and int(thousandths) - by >= 1000 else thousandths

    words = (word.split("|") for word in outcomes.split())
    return " ".join(
        "|".join([*parts[:4], *map(end, parts[4:6]), *parts[6:]] if parts[0] == "theme" else parts) for parts in words
    )


def _copy_spread(connection: Connection, standings: Sequence[UUID], rounds: int, like: Pool) -> None:
    """Give each standing the themes and gaps of one of the pool, and the newest of each network its facts."""
    metadata = MetaData()
    ids = {(first, place): uuid4() for first in (True, False) for place in range(DIFFERENT)}
    alike = Table(
        "alike", metadata, Column("standing_id", Uuid), Column("pool_id", Uuid), Column("newest", Boolean),
        Column("lower", Integer), prefixes=["TEMPORARY"],
    )  # fmt: skip
    pooled = {
        name: Table(
            f"pooled_{name}", metadata, *(Column(each.name, each.type) for each in _table(model).columns),
            prefixes=["TEMPORARY"],
        )
        for name, model in _SPREAD.items()
    }  # fmt: skip
    metadata.create_all(connection, checkfirst=False)
    for rows in many.parts(_alike(standings, rounds, ids)):
        connection.execute(insert(alike), rows)
    for (is_first, place), id in ids.items():
        spread_out: Any = spread(id, (like.first if is_first else like.later)[place])
        for name, rows in spread_out.items():
            if rows:
                connection.execute(insert(pooled[name]), rows)
    for name, model in _SPREAD.items():
        _copy(connection, pooled[name], _table(model), alike, only_newest=name == "facts")
    metadata.drop_all(connection, checkfirst=False)


def _alike(standings: Sequence[UUID], rounds: int, ids: dict[tuple[bool, int], UUID]) -> Iterator[dict[str, Any]]:
    for place, standing_id in enumerate(standings):
        pool_id = ids[place % rounds == 0, place // rounds % DIFFERENT]
        yield {
            "standing_id": standing_id,
            "pool_id": pool_id,
            "newest": place % rounds == rounds - 1,
            "lower": _by(place),
        }


def _copy(connection: Connection, pooled: Table, into: Table, alike: Table, *, only_newest: bool) -> None:
    is_sqlite = connection.dialect.name == "sqlite"
    new: ColumnElement[Any] = literal_column("lower(hex(randomblob(16)))") if is_sqlite else func.gen_random_uuid()
    names = [each.name for each in into.columns if each.name not in ("id", "standing_id")]
    columns = (new, alike.c.standing_id, *(_lower(pooled.c[name], alike.c.lower) for name in names))
    rows = select(*columns).join(alike, alike.c.pool_id == pooled.c.standing_id)
    rows = rows.order_by(alike.c.standing_id) if not only_newest else rows.where(alike.c.newest)
    connection.execute(insert(into).from_select(["id", "standing_id", *names], rows, include_defaults=False))


def _lower(column: Column[Any], by: Column[Any]) -> ColumnElement[Any]:
    """Return averages a few tenths lower, so that networks that look alike do not have the same ones."""
    if not column.name.endswith(("low_thousandths", "high_thousandths")):
        return column
    return case((column - by >= 1000, column - by), else_=column).label(column.name)


def _table(model: type[Base]) -> Table:
    table: Any = model.__table__
    return table


def _published(round_ids: Sequence[UUID], like: Pool) -> Rows:
    """Give rounds a document: pages over many look whether it is there, and never into it."""
    results, document_hash = like.report.results, like.report.results.hash
    return (
        {
            "round_id": each,
            "document": "{}",
            "document_hash": document_hash,
            "questionnaire_id": results.questionnaire,
            "questionnaire_version": results.questionnaire_version,
            "policy_version": VERSION,
            "published_at_utc": clock.now(),
        }
        for each in round_ids
    )


def _reports(round_ids: Sequence[UUID], like: Pool) -> Rows:
    document, hash = like.report.to_json(), like.report.hash
    return (
        {"round_id": each, "number": 1, "document": document, "document_hash": hash, "made_at_utc": clock.now()}
        for each in round_ids
    )
