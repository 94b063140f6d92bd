"""What the service refuses, whoever asks: a form's lists are one guard, this is the other."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection

from survey import clock
from survey.database import writing
from survey.errors import Refused
from survey.models import Contact, Network
from survey.services import actions, erasing
from survey.services.actions import FURTHEST, Agreement
from tests.agreeing import every_action
from tests.networks import contact, make_network, organisation

NOW = clock.now()
TODAY = clock.dutch_day(NOW)
SOON = TODAY + timedelta(days=14)

Agree = Callable[..., None]


@pytest.fixture
def network(app: Flask, connection: Connection) -> Network:
    return make_network(app)


@pytest.fixture
def agree(app: Flask, network: Network) -> Agree:
    """Add an action by the service."""

    def add(**values: Any) -> None:
        agreement = Agreement(**{"what": "Doe iets.", "person": "Hanna", "due_on": SOON} | values)
        with app.app_context(), writing() as session:
            actions.add(session, network=session.get_one(Network, network.id), agreement=agreement, at=NOW)

    return add


def refusal(agree: Agree, field: str, **values: Any) -> str:
    with pytest.raises(Refused) as caught:
        agree(**values)
    assert caught.value.field == field
    return str(caught.value)


def test_an_organisation_of_another_network_or_of_none(app: Flask, agree: Agree) -> None:
    elsewhere = make_network(app, {"welfare": 1}, name="Elders")

    for owner in (organisation(app, "welfare", elsewhere.id).id, uuid4()):
        assert "organisation of this network" in refusal(agree, "owner_id", owner_id=owner)
    assert every_action(app) == []


def test_somebody_of_another_network_of_none_or_who_was_erased(app: Flask, agree: Agree) -> None:
    make_network(app, {"welfare": 1}, name="Elders")
    gone = contact(app, "library 000").id
    with app.app_context(), writing() as session:
        erasing.empty(session.get_one(Contact, gone), at=clock.now())

    for who in (contact(app, "welfare 000").id, uuid4(), gone):
        assert "somebody of this network" in refusal(agree, "contact_id", contact_id=who, person="")
    assert every_action(app) == []


@pytest.mark.parametrize(
    ("field", "values", "sentence"),
    [
        ("what", {"what": "\u200b \x07"}, "Say what is going to happen"),
        ("what", {"what": "x" * 301}, "301 characters; 300 fit"),
        ("note", {"note": "x" * 301}, "301 characters; 300 fit"),
        ("person", {"person": "x" * 201}, "201 characters; 200 fit"),
        ("owner_id", {"person": " "}, "Say who sees to it"),
        ("due_on", {"due_on": None}, "Choose the day"),
        ("due_on", {"due_on": TODAY - timedelta(days=1)}, "This day is over"),
        ("due_on", {"due_on": TODAY + FURTHEST + timedelta(days=1)}, "Is the year right?"),
    ],
)
def test_what_is_missing_too_long_or_too_late(
    app: Flask, agree: Agree, field: str, values: dict[str, Any], sentence: str
) -> None:
    assert sentence in refusal(agree, field, **values)
    assert every_action(app) == []


@pytest.mark.parametrize("values", [{"due_on": TODAY}, {"due_on": TODAY + FURTHEST}, {"what": "😀" * 300}])
def test_what_just_fits(app: Flask, agree: Agree, values: dict[str, Any]) -> None:
    agree(**values)

    assert len(every_action(app)) == 1


def test_what_is_over_needs_no_day_and_nobody(app: Flask, agree: Agree) -> None:
    agree(status="stopped", person="", due_on=None)

    (row,) = every_action(app)
    assert (row.status, row.slot, row.settled_at_utc) == ("stopped", None, NOW)


def test_an_archived_network_agrees_on_nothing(app: Flask, network: Network, agree: Agree) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Network, network.id).archived_at_utc = clock.now()

    with pytest.raises(Refused, match="is archived"):
        agree()
