"""Two coordinators at the same moment: three actions at most, and who comes second keeps what was typed."""

from threading import Semaphore
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

import survey.database
from survey import clock
from survey.models import Network
from survey.queries import actions as queries
from tests.agreeing import action, agree, every_action
from tests.crowd import at_once, two_meet_after
from tests.factories import in_days, sign_in
from tests.networks import audited, make_network
from tests.pages import HOST, Page, PageClient, read


@pytest.fixture(autouse=True, params=["one process", "a process each"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let threads queue for SQLite's one writer as in one process, or meet in the database as processes do."""
    if request.param == "a process each":
        monkeypatch.setattr(survey.database, "_one_writer", Semaphore(1000))


@pytest.fixture
def network(committed_app: Flask) -> Network:
    return make_network(committed_app)


def coordinators(app: Flask, number: int) -> list[PageClient]:
    clients = [PageClient(app) for _each in range(number)]
    for place, client in enumerate(clients):
        sign_in(app, client, role="coordinator", address=f"coordinator{place}@x.example")
    return clients


def posts(client: PageClient, address: str, **typed: str) -> tuple[str, dict[str, Any]]:
    page = client.get(address)
    return address, {key: value or "" for key, value in page.form(id="answers").fields.items()} | typed


def all_at_once(clients: list[PageClient], given: list[tuple[str, dict[str, Any]]]) -> list[Page]:
    """Send everybody's form at the same moment; return the pages that came."""

    def send(client: PageClient, address: str, fields: dict[str, Any]) -> Page:
        with client.http.post(address, data=fields, base_url=HOST) as told:
            return read(address, told)

    return at_once([lambda c=client, g=each: send(c, *g) for client, each in zip(clients, given, strict=True)])


def add_at_once(app: Flask, network_id: UUID, number: int) -> list[Page]:
    clients = coordinators(app, number)
    address, day = f"/netwerken/{network_id}/acties/nieuw", in_days(20).isoformat()
    given = [
        posts(each, address, what=f"Van {place}.", person="Hanna", due_on=day) for place, each in enumerate(clients)
    ]
    return all_at_once(clients, given)


def test_two_who_add_the_third_at_once(committed_app: Flask, network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    for slot in (1, 2):
        agree(committed_app, network.id, slot=slot)
    monkeypatch.setattr(queries, "list_slots", two_meet_after(queries.list_slots))

    told = add_at_once(committed_app, network.id, 2)

    assert sorted(page.status for page in told) == [303, 422]
    (refused,) = [page for page in told if page.status == 422]
    assert "Er lopen al drie acties" in refused.words
    assert (refused.form(id="answers").fields["what"] or "").startswith("Van ")
    assert sorted(row.slot or 0 for row in every_action(committed_app)) == [1, 2, 3]
    assert audited(committed_app) == ["action.added"]


def test_eight_who_add_at_once(committed_app: Flask, network: Network) -> None:
    told = add_at_once(committed_app, network.id, 8)

    assert sorted(page.status for page in told) == [303] * 3 + [422] * 5
    assert sorted(row.slot or 0 for row in every_action(committed_app)) == [1, 2, 3]


def test_two_who_change_the_same_at_once(committed_app: Flask, network: Network) -> None:
    which = agree(committed_app, network.id, person="Hanna", due_on=in_days(20))
    clients = coordinators(committed_app, 2)
    address = f"/netwerken/{network.id}/acties/{which}"
    given = [posts(each, address, what=f"Van {place}.") for place, each in enumerate(clients)]

    told = all_at_once(clients, given)

    assert sorted(page.status for page in told) == [303, 422]
    (refused,) = [page for page in told if page.status == 422]
    assert "Nu staat er: Van " in refused.words
    assert action(committed_app, which).version == 2


def test_the_database_itself_refuses_a_second_one_in_the_same_place(committed_app: Flask, network: Network) -> None:
    agree(committed_app, network.id, slot=3, agreed_at_utc=clock.now())

    with pytest.raises(IntegrityError):
        agree(committed_app, network.id, slot=3)
