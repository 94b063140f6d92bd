"""Opening a round: one at a time, 90 days apart, with its groups and links fixed."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import reading, writing
from survey.errors import Refused
from survey.models import Invitation, Network, Response, Round
from survey.queries import networks as network_queries
from survey.queries.rounds import count_sent_in
from survey.services import networks
from survey.services.contacts import add_contact
from survey.services.organisations import add_organisation, find_organisation
from survey.services.rounds import Terms, find_open_round, invite_late, open_round
from survey.tokens import hash_token, make_token
from tests.factories import (
    THREE_GROUPS,
    OpenRound,
    add_network,
    close_round,
    coded_answers,
    fill_in,
    key_of,
    make_round,
    open_next_round,
)
from tests.pages import PageClient

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def again(app: Flask, opened: OpenRound, *, at: datetime | None = None) -> OpenRound:
    with writing() as session:
        network = session.get_one(Network, opened.network_id)
        return open_next_round(session, network=network, key=key_of(app), at=at)


def test_the_database_holds_only_hashes_of_links(opened: OpenRound, connection: Connection) -> None:
    kept = set(connection.execute(select(Invitation.__table__.c.token_hash)).scalars())

    assert kept == {hash_token(token) for token in opened.tokens}
    assert connection.execute(select(Round.__table__.c.report_token_hash)).scalars().all() == [
        hash_token(opened.report_token)
    ]


def test_everybody_invited_has_an_empty_response_waiting(opened: OpenRound, connection: Connection) -> None:
    rows = connection.execute(select(Response.__table__)).all()

    assert [(row.answers, row.kept_at_utc, row.sent_in_at_utc) for row in rows] == [({}, None, None)] * 3


def test_a_network_has_one_open_round(app: Flask, opened: OpenRound) -> None:
    with pytest.raises(Refused, match="has an open round already"):
        again(app, opened)


@pytest.mark.parametrize(("days", "opens"), [(0, False), (89, False), (90, True), (400, True)])
def test_the_next_round_opens_ninety_days_after_closing(app: Flask, opened: OpenRound, days: int, opens: bool) -> None:
    close_round(app, opened.id, at=clock.now())

    if opens:
        assert again(app, opened, at=clock.now() + timedelta(days=days)).id != opened.id
    else:
        with pytest.raises(Refused, match="The next one can open from"):
            again(app, opened, at=clock.now() + timedelta(days=days))


def test_rounds_of_a_network_are_numbered(app: Flask, opened: OpenRound, connection: Connection) -> None:
    close_round(app, opened.id)
    again(app, opened, at=clock.now() + timedelta(days=91))

    assert connection.execute(select(Round.__table__.c.number).order_by("number")).scalars().all() == [1, 2]


def test_a_closing_date_in_the_past_is_refused(app: Flask, connection: Connection) -> None:
    yesterday = NOON.date() - timedelta(days=1)
    with writing() as session:
        network = add_network(session, members={"library": 1})
        with pytest.raises(Refused, match="has passed already"):
            open_round(session, network=network, terms=Terms(yesterday), at=NOON, key=key_of(app))


def test_a_round_can_close_on_the_day_it_opens(app: Flask, connection: Connection) -> None:
    with writing() as session:
        network = add_network(session, members={"library": 1})
        made = open_round(session, network=network, terms=Terms(NOON.date()), at=NOON, key=key_of(app))

    assert made.closes_on == NOON.date()


def test_a_network_without_contacts_is_refused_and_nothing_is_left(app: Flask, connection: Connection) -> None:
    with pytest.raises(Refused, match="has no contacts to invite"):
        make_round(app, {"library": 0})

    assert connection.execute(select(Round.__table__)).all() == []
    assert connection.execute(select(Network.__table__)).all() == []


def test_the_default_plan_depends_on_who_can_be_shown(app: Flask, connection: Connection) -> None:
    large, small = make_round(app, THREE_GROUPS), make_round(app, {"library": 5, "welfare": 4}, name="Klein")

    plans = {row.id: row.plan for row in connection.execute(select(Round.__table__))}

    assert [group["id"] for group in plans[large.id]] == ["library", "welfare", "rest"]
    assert [group["id"] for group in plans[small.id]] == ["library", "rest"]
    assert set(large.groups) == {"library", "welfare", "rest"}


def late(app: Flask, opened: OpenRound, *, address: str | None) -> Invitation | None:
    with app.app_context(), writing() as session:
        network = session.get_one(Network, opened.network_id)
        organisation = find_organisation(session, network=network, name=f"library van {network.name}")
        made = add_contact(session, organisation=organisation, name="Te laat", address=address)
        row = next(r for r in network_queries.list_contacts(session, network_id=network.id) if r.id == made.id)
        return invite_late(session, network=network, contact=row, key=key_of(app))


def test_who_is_added_after_opening_joins_the_total_only(app: Flask, opened: OpenRound) -> None:
    invitation = late(app, opened, address="laat@library.example")

    assert invitation is not None
    assert invitation.reporting_group is None


def test_late_answers_are_in_no_group_of_the_results(app: Flask, client: PageClient) -> None:
    opened = make_round(app, {"library": 6, "municipality": 6})
    for person, token in enumerate(opened.tokens):
        fill_in(client, token, coded_answers(person))
    invitation = late(app, opened, address="laat@library.example")
    assert invitation is not None
    fill_in(client, make_token(key_of(app), "invitation", invitation.id, 1), coded_answers(3))

    results = close_round(app, opened.id)

    assert results is not None
    assert (results.response.invited, results.response.sent_in) == (13, 13)
    assert {cell.n for cell in results.cells if cell.group == "library" and cell.shown} <= {6}
    assert {cell.n for cell in results.cells if cell.measure == "theme_mean" and cell.group == "total"} == {12}


def test_nobody_is_invited_late_to_a_round_that_is_not_open(app: Flask, opened: OpenRound) -> None:
    close_round(app, opened.id)

    assert late(app, opened, address="laat@library.example") is None


def test_who_has_no_address_of_their_own_joins_the_total_only(app: Flask, connection: Connection) -> None:
    with app.app_context(), writing() as session:
        network = add_network(session, members={"library": 1})
        organisation = find_organisation(session, network=network, name=f"library van {network.name}")
        add_contact(session, organisation=organisation, name="Zonder adres", address=None)
        opened = open_next_round(session, network=network, key=key_of(app))

    assert sorted(opened.groups, key=str) == [None, "library"]


@pytest.mark.parametrize(
    "same", ["p0@library.example", "P0@Library.Example", "p0+twee@library.example", " p0@library.example "]
)
def test_one_address_is_one_person(app: Flask, opened: OpenRound, same: str) -> None:
    with pytest.raises(Refused, match="belongs to another contact"):
        late(app, opened, address=same)


def test_an_open_round_is_found_and_a_closed_one_is_not(app: Flask, opened: OpenRound) -> None:
    with reading() as session:
        network = session.get_one(Network, opened.network_id)
        assert find_open_round(session, network=network).id == opened.id

    close_round(app, opened.id)

    with reading() as session, pytest.raises(Refused, match="has no open round"):
        find_open_round(session, network=session.get_one(Network, opened.network_id))


def test_response_while_open_is_told_by_the_full_hour_only(app: Flask, client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], coded_answers(1))
    hour = clock.full_hour(clock.now())

    with reading() as session:
        assert count_sent_in(session, round_id=opened.id, until=hour) == 0
        assert count_sent_in(session, round_id=opened.id, until=hour + timedelta(hours=1)) == 1


def test_an_archived_network_opens_no_round_and_takes_nobody(app: Flask, connection: Connection) -> None:
    with app.app_context(), writing() as session:
        network = add_network(session, members={"library": 1})
        networks.archive(session, network=network, at=clock.now())
        with pytest.raises(Refused, match="is archived: bring it back first"):
            open_next_round(session, network=network, key=key_of(app))
        with pytest.raises(Refused, match="is archived: nothing in it can be changed"):
            add_organisation(session, network=network, name="Welzijn", kind="welfare")
