"""Editions through the application: made once, by command, taken by reports, and refused in a sentence."""

import json
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from reports.benchmark import Edition, ShownEdition, shown
from survey import clock
from survey.database import reading, writing
from survey.models import Base
from survey.models.instance import InstanceKind
from survey.queries import benchmarks
from survey.services.benchmarks import freeze_edition
from survey.services.networks import mark_instance
from tests.commands import Run
from tests.pages import PageClient
from tests.published_networks import (
    BEFORE,
    CUT_OFF,
    CUT_OFF_BEFORE,
    LATELY,
    add_many,
    add_published,
    averages,
    network_of,
    report_token,
)

TABLES = Base.metadata.tables
ELEVEN = (30, 31, 32, 33, 34, 36, 38, 38, 39, 40, 42)


@pytest.fixture
def rounds(app: Flask, connection: Connection) -> list[UUID]:
    """Eleven networks that published before the edition before the last."""
    with writing() as session:
        return add_many(session, ELEVEN)


def stored(connection: Connection) -> list[Edition]:
    table = TABLES["benchmark_edition"]
    return [Edition.from_json(row.document) for row in connection.execute(select(table).order_by(table.c.cut_off))]


def took(connection: Connection, round_id: UUID) -> str | None:
    """Return the cut-off of the edition that a round's report took."""
    results, edition = TABLES["published_results"], TABLES["benchmark_edition"]
    statement = select(edition.c.cut_off).join(results, results.c.edition_id == edition.c.id)
    return connection.scalar(statement.where(results.c.round_id == round_id))


def test_an_edition_is_made_of_what_is_published(run: Run, rounds: list[UUID], connection: Connection) -> None:
    assert run("benchmark", "make") == [
        f"The edition of {CUT_OFF} is made and frozen. Reports published from now on compare with it."
    ]

    (edition,) = stored(connection)
    assert {(each.networks, each.answers, str(each.median)) for each in edition.themes} == {(11, 132, "3.6")}
    assert (edition.cut_off, edition.invented, edition.gaps) == (CUT_OFF, False, ())
    row = connection.execute(select(TABLES["benchmark_edition"])).one()
    assert row.document_hash == edition.hash
    members = connection.execute(select(TABLES["benchmark_member"])).all()
    assert {(each.figure, each.round_id) for each in members} == {
        (theme.key, round_id) for theme in edition.themes for round_id in rounds
    }


@pytest.mark.parametrize(("kind", "invented"), [("production", False), ("demo", True), ("synthetic", True)])
def test_an_edition_of_a_demo_says_so(
    run: Run, rounds: list[UUID], connection: Connection, kind: InstanceKind, invented: bool
) -> None:
    with writing() as session:
        mark_instance(session, kind=kind, at=clock.now())

    run("benchmark", "make")

    assert [edition.invented for edition in stored(connection)] == [invented]
    assert ("invented" in run("benchmark", "show")[0]) == invented


def test_a_frozen_edition_is_never_made_again(run: Run, rounds: list[UUID], connection: Connection) -> None:
    run("benchmark", "make")
    before = connection.execute(select(TABLES["benchmark_edition"])).all()
    with writing() as session:
        add_many(session, [10] * 9)

    said = run("benchmark", "make", "--cut-off", CUT_OFF.isoformat())

    assert said == [f"The edition of {CUT_OFF} is frozen already; it is kept as it is."]
    assert connection.execute(select(TABLES["benchmark_edition"])).all() == before


@pytest.mark.parametrize(("joined", "is_new"), [(4, False), (5, True)])
def test_the_next_edition_looks_at_whose_results_the_last_one_had(
    run: Run, rounds: list[UUID], connection: Connection, joined: int, is_new: bool
) -> None:
    run("benchmark", "make", "--cut-off", CUT_OFF_BEFORE.isoformat())
    with writing() as session:
        add_many(session, [48] * joined, closed_on=LATELY)

    run("benchmark", "make")

    first, second = stored(connection)
    assert (first.cut_off, second.cut_off) == (CUT_OFF_BEFORE, CUT_OFF)
    assert (first.themes != second.themes) == is_new
    with reading() as session:
        edition_id = benchmarks.newest_edition(session, until=CUT_OFF)
        assert edition_id is not None
        members = {round_id for *_, round_id in benchmarks.list_members(session, edition_id=edition_id)}
    assert len(members) == 11 + joined * is_new


def test_a_report_takes_the_newest_edition_and_keeps_it(run: Run, rounds: list[UUID], connection: Connection) -> None:
    run("benchmark", "make", "--cut-off", CUT_OFF_BEFORE.isoformat())
    with writing() as session:
        between = add_published(session, averages(35, closed_on=LATELY))
        add_many(session, [45] * 5, closed_on=LATELY)

    run("benchmark", "make")
    with writing() as session:
        after = add_published(session, averages(35, closed_on=CUT_OFF))
        long_before = add_published(session, averages(35, closed_on=CUT_OFF_BEFORE - timedelta(days=1)))

    assert took(connection, rounds[0]) is None
    assert took(connection, long_before) is None
    assert took(connection, between) == CUT_OFF_BEFORE
    assert took(connection, after) == CUT_OFF


def test_the_report_says_it(run: Run, rounds: list[UUID], client: PageClient) -> None:
    run("benchmark", "make", "--cut-off", CUT_OFF_BEFORE.isoformat())
    with writing() as session:
        results = averages(35, 30, closed_on=LATELY, of={"roles": 45})
        token = report_token(add_published(session, results))

    page = client.get(f"/rapport/{token}")

    assert "Bij rollen en taken scoort jullie netwerk hoger dan de meeste andere netwerken." in page.words
    assert "zit jullie netwerk dicht bij de andere netwerken." in page.words
    assert "3,6 (3,3 tot 3,9)" in page.words
    assert "andere netwerken" not in client.get(f"/rapport/{report_token(rounds[0])}").words


def test_only_the_last_two_years_count(run: Run, rounds: list[UUID], connection: Connection) -> None:
    with writing() as session:
        add_many(session, [50] * 3, closed_on=CUT_OFF.replace(year=CUT_OFF.year - 2) - timedelta(days=1))
        add_many(session, [50] * 2, closed_on=CUT_OFF.replace(year=CUT_OFF.year - 2))
        add_many(session, [50] * 3, closed_on=CUT_OFF)

    run("benchmark", "make")

    (edition,) = stored(connection)
    assert {each.networks for each in edition.themes} == {13}


def test_of_two_rounds_of_a_network_the_later_counts(run: Run, rounds: list[UUID], connection: Connection) -> None:
    with writing() as session:
        later = averages(50, closed_on=LATELY)
        add_published(session, later, network=network_of(session, rounds[0]), number=2)

    run("benchmark", "make")

    (edition,) = stored(connection)
    assert {(each.networks, str(each.upper)) for each in edition.themes} == {(11, "4.0")}


def test_show(run: Run, rounds: list[UUID], connection: Connection) -> None:
    run("benchmark", "make", "--cut-off", CUT_OFF_BEFORE.isoformat())
    run("benchmark", "make")

    lines = run("benchmark", "show")
    (document,) = run("benchmark", "show", "--cut-off", CUT_OFF_BEFORE.isoformat(), "--format", "json")

    assert lines[0] == f"Edition of {CUT_OFF}, policy version 2."
    assert lines[1].split() == ["theme", "networks", "median", "middle", "half", "made"]
    roles = next(line for line in lines if line.startswith("roles"))
    assert roles.split() == ["roles", "11", "3.6", "3.3", "to", "3.9", str(CUT_OFF_BEFORE)]
    assert ShownEdition.from_json(document) == shown(stored(connection)[0])
    assert json.loads(document)["cut_off"] == str(CUT_OFF_BEFORE)


def test_what_is_shown_names_no_network(run: Run, rounds: list[UUID], connection: Connection) -> None:
    run("benchmark", "make")
    rows = [
        row for name in ("network", "round", "published_results") for row in connection.execute(select(TABLES[name]))
    ]
    secrets = {str(row.id) for row in rows} | {row.id.hex for row in rows}
    secrets |= set(connection.scalars(select(TABLES["network"].c.name)))

    said = "\n".join([*run("benchmark", "show"), *run("benchmark", "show", "--format", "json")])

    assert not [secret for secret in secrets if secret in said]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["make", "--cut-off", "2026-06-30"], "Editions are of 1 January or 1 July; 2026-06-30 is neither."),
        (["make", "--cut-off", "2999-01-01"], "2999-01-01 is still to come"),
        (["make"], "no theme has an average in 10 networks"),
        (["show"], "There is no edition yet. Make one with 'benchmark make'."),
        (["show", "--cut-off", "2020-01-01"], "There is no edition of 2020-01-01."),
    ],
)
def test_refusals(fails: Callable[..., str], connection: Connection, arguments: list[str], says: str) -> None:
    assert says in fails("benchmark", *arguments)
    assert connection.execute(select(TABLES["benchmark_edition"])).all() == []


def test_no_edition_is_made_before_a_frozen_one(run: Run, fails: Callable[..., str], rounds: list[UUID]) -> None:
    run("benchmark", "make")

    said = fails("benchmark", "make", "--cut-off", CUT_OFF_BEFORE.isoformat())

    assert said == f"An edition of {CUT_OFF} is frozen already; none is made of a day before it."


def test_on_the_day_itself_it_can_be_made(app: Flask, rounds: list[UUID]) -> None:
    begins = clock.beginning_of(CUT_OFF)
    with writing() as session, pytest.raises(Exception, match="still to come"):
        freeze_edition(session, cut_off=CUT_OFF, at=begins - timedelta(seconds=1))
    with writing() as session:
        assert freeze_edition(session, cut_off=CUT_OFF, at=begins)
    assert BEFORE < CUT_OFF_BEFORE < LATELY < CUT_OFF
