"""Release a report: once, with the mail that fits what was published, and what to do next."""

from collections import Counter
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey.advise.rounds import releasing
from survey.database import writing
from survey.models import Base, Invitation, RoundMail
from survey.services.releasing import told_by
from tests.commands import Run
from tests.endings import TWELVE, cut_only, find_round, published_unreleased, set_round
from tests.factories import NETWORK, OpenRound, answer, close_round, make_round, sign_in, statements
from tests.pages import Page, PageClient

EVENTS = Base.metadata.tables["audit_event"]


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The batches of mails that the worker was told of."""
    batches: list[Any] = []
    monkeypatch.setattr(releasing, "tell", batches.extend)
    return batches


def press(client: PageClient, opened: OpenRound, status: int = 303) -> Page:
    address = f"/rondes/{opened.id}/vrijgeven"
    return client.submit(client.get(address), {}, status, form={"action": address})


def mails(connection: Connection) -> Counter[str]:
    return Counter(connection.scalars(select(RoundMail.purpose)))


def test_everybody_who_was_invited_gets_one_mail(
    app: Flask, client: PageClient, connection: Connection, told: list[Any]
) -> None:
    opened = published_unreleased(app)
    sign_in(app, client)
    address = f"/rondes/{opened.id}/vrijgeven"
    page = client.get(address)
    assert "12 mensen kunnen een mail krijgen" in page.words
    assert opened.report in page.links()
    assert "Zo komt hij aan" in page.words
    assert not [link for link in page.links() if link.startswith("/v/")]

    done = [client.submit(page, {}, form={"action": address}) for _ in range(2)]

    assert mails(connection) == {"released": 12}
    assert len(told) == len(set(told)) == 1
    events = connection.execute(select(EVENTS).where(EVENTS.c.action == "round.released")).all()
    assert len(events) == 1
    assert events[0].details == {}
    after = client.follow(done[1]).words
    assert "Deelnemers kunnen het rapport lezen sinds" in after
    assert "Bel twee of drie partners" not in after
    assert "Deelnemers kunnen het rapport lezen sinds" in client.get(address).words


def test_under_five_everybody_gets_a_kind_mail_and_the_adviser_a_next_step(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    opened = published_unreleased(app, {"library": 4})
    sign_in(app, client)
    words = client.get(f"/rondes/{opened.id}/vrijgeven").words
    assert "Te weinig mensen deden mee" in words
    assert "Er kwamen te weinig antwoorden binnen" in words, "The mail, as it arrives."
    assert "4 mensen kunnen een mail krijgen." in words
    assert "eigen woorden" not in words

    after = client.follow(press(client, opened)).words

    assert mails(connection) == {"too_few": 4}
    assert "Bel twee of drie partners" in after
    assert "Een korte scan duurt 3 minuten" in after


def test_nothing_is_released_before_there_is_something(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client)
    address = f"/rondes/{opened.id}/vrijgeven"
    assert "Er is nog geen rapport" in client.get(address).words
    cut_only(app, opened.id)
    assert "Er is nog geen rapport" in client.get(address).words
    token = client.get("/account").one("input", name="csrf_token").get("value")
    assert "Er is nog geen rapport" in client.post(address, {"csrf_token": token}, 422).words
    assert find_round(app, opened.id).released_at_utc is None


def test_a_coordinator_releases_nothing(app: Flask, client: PageClient) -> None:
    opened = published_unreleased(app)
    sign_in(app, client, role="coordinator", address="hanna@x.example")

    client.get(f"/rondes/{opened.id}/vrijgeven", 404)
    page = client.get(f"/netwerken/{opened.network_id}/ronde")
    assert not [link for link in page.links() if "vrijgeven" in link]
    assert "als de adviseur het vrijgeeft" in page.words


@pytest.mark.parametrize(("personal", "late", "purpose"), [(5, 0, "released"), (4, 3, "too_few"), (5, 2, "released")])
def test_which_mail_goes_depends_on_what_is_published(
    app: Flask, connection: Connection, personal: int, late: int, purpose: str
) -> None:
    """Who was added after opening counts towards no five (R3): seven answers can still show nothing."""
    opened = make_round(app, {"library": personal + late})
    set_round(app, opened.id, releases_at_once=False)
    with app.app_context(), writing() as session:
        for invitation in session.scalars(select(Invitation).order_by(Invitation.id).limit(late)):
            invitation.reporting_group = None
    for person, token in enumerate(opened.tokens):
        answer(app, token, statements(1 + person % 5))

    close_round(app, opened.id)

    with app.app_context(), writing() as session:
        assert told_by(session, round_id=opened.id) == purpose


def test_by_command_it_is_released_once(
    app: Flask, run: Run, fails: Any, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches: list[Any] = []
    monkeypatch.setattr("survey.cli.rounds.tell", batches.extend)
    opened = make_round(app, TWELVE)
    set_round(app, opened.id, releases_at_once=False)
    assert "no report yet" in fails("round", "release", NETWORK)
    assert any("round release" in line for line in run("round", "close", NETWORK, "--yes"))
    PageClient(app).get(opened.report, 404)

    first, again = run("round", "release", NETWORK), run("round", "release", NETWORK)

    assert "The worker mails them." in first[0]
    assert "already" in again[0]
    assert mails(connection) == {"too_few": 12}
    assert len(batches) == 1
    PageClient(app).get(opened.report)
