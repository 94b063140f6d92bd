"""A report that was not released: staff of the network read it, nobody else does, by whatever way."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import Connection, delete

from survey import clock
from survey.database import writing
from survey.models import Network, NetworkCoordinator, Round
from survey.models.account import Role
from survey.services.releasing import release
from tests.editions import newest
from tests.endings import find_round, published_unreleased
from tests.factories import (
    OpenRound,
    add_adviser,
    answer,
    close_round,
    key_of,
    make_round,
    open_next_round,
    sign_in,
    statements,
)
from tests.pages import PageClient

FORMS = ("", "/rapport.pdf", "/organisaties", "?taal=en", "/rapport.pdf?taal=en", "?gesloten=x")


@pytest.fixture
def unreleased(app: Flask, connection: Connection) -> OpenRound:
    return published_unreleased(app)


def let_read(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        release(session, closed=session.get_one(Round, opened.id), sender=None, at=clock.now())


@pytest.mark.parametrize("form", FORMS)
def test_a_report_link_says_that_it_is_still_to_come(app: Flask, unreleased: OpenRound, form: str) -> None:
    page = PageClient(app).get(f"{unreleased.report}{form}", 404)

    assert page.title.startswith("The report is still to come" if "taal=en" in form else "Het rapport komt nog")
    assert "3," not in page.words
    assert page.headers["Cache-Control"] == "no-store"


def test_a_personal_link_says_so_with_the_day_of_the_meeting(app: Flask, unreleased: OpenRound) -> None:
    for path in ("", "/nakijken", "/klaar", "/roles", "/organisatie"):
        page = PageClient(app).get(f"{unreleased.link}{path}", 410)
        assert "Het rapport komt nog" in page.words
        assert not [link for link in page.links() if "/rapport/" in link]
    meeting = find_round(app, unreleased.id).meeting_on
    assert meeting is not None
    assert f"{meeting.day} " in page.words
    assert "bespreken het samen op" in page.words


def test_what_is_posted_after_closing_does_not_lead_there_either(app: Flask, unreleased: OpenRound) -> None:
    for path in ("/roles", "/nakijken", "/organisatie"):
        page = PageClient(app).post(f"{unreleased.link}{path}", {"go": "sure"}, 410)
        assert "/rapport/" not in page.text


def test_released_it_opens_for_everybody(app: Flask, unreleased: OpenRound) -> None:
    let_read(app, unreleased)

    client = PageClient(app)
    assert client.get(unreleased.link, 303).location.startswith(unreleased.report)
    assert "12 van de 12 mensen" in client.get(unreleased.report).words
    client.get(f"{unreleased.report}/organisaties")


@pytest.mark.parametrize("role", ["coordinator", "adviser"])
def test_who_works_on_the_network_reads_it_from_publication_on(
    app: Flask, client: PageClient, unreleased: OpenRound, role: Role
) -> None:
    sign_in(app, client, role=role)

    for form in ("", "/organisaties"):
        client.get(f"{unreleased.report}{form}")
    shown = client.get(f"/netwerken/{unreleased.network_id}/ronde")
    assert unreleased.report in shown.links()
    assert ("Rapport vrijgeven" in shown.words) is (role == "adviser")


def test_an_administrator_does_not_by_that_role_alone(app: Flask, client: PageClient, unreleased: OpenRound) -> None:
    sign_in(app, client, role="administrator", address="beheer@x.example")

    client.get(unreleased.report, 404)
    shown = client.get(f"/netwerken/{unreleased.network_id}/ronde")
    assert not [link for link in shown.links() if link.startswith("/rapport/")]
    assert not [link for link in client.get(f"/rondes/{unreleased.id}/vrijgeven").links() if "/rapport/" in link]


def test_an_adviser_of_another_organisation_reads_no_more_than_a_participant(
    app: Flask, client: PageClient, unreleased: OpenRound
) -> None:
    sign_in(app, client, support="Taalsteun Noord", address="noord@x.example")

    client.get(unreleased.report, 404)
    client.get(f"{unreleased.report}/organisaties", 404)
    let_read(app, unreleased)
    client.get(unreleased.report)


def test_a_coordinator_of_another_network_reads_no_more_either(
    app: Flask, client: PageClient, unreleased: OpenRound
) -> None:
    with app.app_context(), writing() as session:
        add_adviser(session, address="los@x.example")
    sign_in(app, client, role="coordinator", address="los@x.example")
    with app.app_context(), writing() as session:
        session.execute(delete(NetworkCoordinator))

    client.get(unreleased.report, 404)


def test_before_it_is_published_nobody_reads_anything(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client)

    client.get(opened.report, 404)
    client.get(f"{opened.report}/organisaties", 404)


def test_where_nobody_was_asked_to_release_it_is_read_at_once(app: Flask, opened: OpenRound) -> None:
    close_round(app, opened.id)

    PageClient(app).get(opened.report)


@pytest.mark.parametrize("is_first", [True, False], ids=["released before", "released after"])
def test_the_report_of_the_next_round_tells_nothing_of_one_that_is_not_released(
    app: Flask, unreleased: OpenRound, is_first: bool
) -> None:
    """A trend would be the earlier averages in other words; what a released report is made of stays as it was."""
    with app.app_context(), writing() as session:
        network = session.get_one(Network, unreleased.network_id)
        before = clock.now()
        later = open_next_round(session, network=network, key=key_of(app), at=before + _long())
    if is_first:
        let_read(app, unreleased)
    for token in later.tokens:
        answer(app, token, statements(4))
    close_round(app, later.id, at=before + 2 * _long())
    if not is_first:
        let_read(app, unreleased)

    PageClient(app).get(later.report)
    assert (newest(app, later.id).previous is not None) is is_first


def _long() -> timedelta:
    return timedelta(days=100)


def test_what_the_example_says_waits_for_nothing(app: Flask, unreleased: OpenRound) -> None:
    PageClient(app).get("/voorbeeldrapport")
    make_round(app, name="Een ander netwerk")
