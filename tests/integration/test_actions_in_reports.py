"""Which actions a report tells of: open at its round's start, or agreed or settled since the round before it."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import reading, writing
from survey.models import Contact, Network, Round
from survey.queries import actions as queries
from survey.queries.actions import AgreedAction
from survey.services import actions, erasing
from survey.services.actions import Agreement
from survey.services.audit import COMMAND_LINE
from survey.tokens import hash_token
from tests.agreeing import agree
from tests.networks import contact, make_network, organisation

NOW = clock.now()


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


@pytest.fixture
def network(app: Flask, connection: Connection) -> Network:
    """A network whose first round closed 300 days ago, and whose second closed 10 days ago; one was cancelled."""
    network = make_network(app)
    for number, (opened, closed) in enumerate(((330, 300), (120, 110), (30, 10)), start=1):
        add_round(app, network, number, ago(opened), ago(closed), is_cancelled=number == 2)
    return network


def add_round(
    app: Flask, network: Network, number: int, opened: datetime, closed: datetime, *, is_cancelled: bool
) -> None:
    with app.app_context(), writing() as session:
        session.add(
            Round(
                network_id=network.id,
                number=number,
                questionnaire_id="taalnetwerkspiegel",
                questionnaire_version="2.0.0",
                questionnaire_hash="0" * 64,
                plan=[],
                opened_at_utc=opened,
                closes_on=clock.dutch_day(closed),
                closed_at_utc=closed,
                cancelled_at_utc=closed if is_cancelled else None,
                report_token_hash=hash_token(f"{network.id} {number}"),
            )
        )


def told(app: Flask, network: Network, before: datetime = NOW) -> list[AgreedAction]:
    with app.app_context(), reading() as session:
        return queries.for_report(session, network_id=network.id, before=before)


@pytest.mark.parametrize(
    ("agreed", "settled", "is_told"),
    [
        (400, None, True),  # open as ever
        (400, 310, False),  # settled before the round before
        (400, 200, True),  # settled since
        (290, 150, True),  # agreed and settled between the two rounds, before the one that was cancelled closed
        (290, 20, True),  # open at the start, settled while the round was open
        (20, None, True),
        (5, 3, True),  # after the closing, before the report
        (-1, None, False),  # after the report
    ],
)
def test_what_a_report_tells_of(app: Flask, network: Network, agreed: int, settled: int | None, is_told: bool) -> None:
    state = {"status": "done", "settled_at_utc": ago(settled)} if settled is not None else {}
    agree(app, network.id, what="Dit.", agreed_at_utc=ago(agreed), **state)

    assert [each.what for each in told(app, network)] == (["Dit."] if is_told else [])


def test_the_first_round_tells_of_everything_before_it(app: Flask, network: Network) -> None:
    agree(app, network.id, what="Lang geleden.", status="stopped", agreed_at_utc=ago(900), settled_at_utc=ago(800))

    assert [each.what for each in told(app, network, ago(290))] == ["Lang geleden."]
    assert told(app, network) == []


def test_it_tells_everything_in_a_fixed_order(app: Flask, network: Network) -> None:
    owner, who = organisation(app, "library"), contact(app, "library 000")
    texts = {"helpers": "Iedereen", "first_step": "Bellen", "proof": "Het lukt", "note": "Loopt"}
    whole = agree(
        app, network.id, slot=1, theme="roles", owner_id=owner.id, contact_id=who.id, due_on=date(2027, 3, 1), **texts,
        status="busy", agreed_at_utc=ago(2),
    )  # fmt: skip
    undated = agree(app, network.id, slot=2, person="Joris", agreed_at_utc=ago(3))
    same_day = sorted(
        agree(app, network.id, what="x", status="done", due_on=date(2027, 1, 1), agreed_at_utc=ago(4)) for _ in range(5)
    )

    rows = told(app, network)

    assert [row.id for row in rows] == [*same_day, whole, undated]
    row = rows[-2]
    assert (row.what, row.theme, row.owner, row.person) == (
        "Nodig de taalaanbieder uit.", "roles", owner.name, "library 000",
    )  # fmt: skip
    assert {name: getattr(row, name) for name in texts} == texts
    assert (row.due_on, row.status, row.agreed_on) == (date(2027, 3, 1), "busy", clock.dutch_day(ago(2)))
    assert (rows[-1].owner, rows[-1].person, rows[-1].due_on) == (None, "Joris", None)


@pytest.mark.parametrize("is_invited", [False, True])
def test_who_was_erased_is_named_no_more(app: Flask, network: Network, is_invited: bool) -> None:
    who = contact(app, "library 000").id
    agree(app, network.id, contact_id=who, agreed_at_utc=ago(1))
    with app.app_context(), writing() as session:
        if is_invited:
            erasing.empty(session.get_one(Contact, who), at=clock.now())
        else:
            erasing.erase_contact(session, contact_id=who, by=COMMAND_LINE, at=clock.now())

    assert [row.person for row in told(app, network)] == [None]


def test_another_networks_actions_are_another_networks(app: Flask, network: Network) -> None:
    agree(app, make_network(app, name="Elders").id)

    assert told(app, network) == []


def test_an_action_knows_after_which_round_it_was_agreed(app: Flask, network: Network) -> None:
    def agreed_at(moment: datetime) -> UUID | None:
        values: dict[str, Any] = {"person": "Hanna", "due_on": clock.dutch_day(NOW) + timedelta(days=9)}
        with app.app_context(), writing() as session:
            agreement = Agreement("Doe iets.", **values)
            found = session.get_one(Network, network.id)
            return actions.add(session, network=found, agreement=agreement, at=moment).round_id

    with reading() as session:
        newest = session.scalars(select(Round.id).where(Round.number == 3)).one()
    assert agreed_at(NOW) == newest
