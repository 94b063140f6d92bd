"""The first page after signing in: what networks need, or the list of networks."""

from flask import Flask

from survey.database import writing
from survey.models import Account
from tests.dashboards import add_stood
from tests.factories import sign_in
from tests.pages import PageClient


def test_an_adviser_comes_in_where_it_says_what_networks_need(app: Flask, client: PageClient) -> None:
    adviser = sign_in(app, client)
    with app.app_context(), writing() as session:
        add_stood(session, session.get_one(Account, adviser.id), "Waterdam")

    assert client.get("/binnen", 303).location == "/overzicht"


def test_an_adviser_without_networks_comes_in_where_they_are_made(app: Flask, client: PageClient) -> None:
    sign_in(app, client)

    assert client.get("/binnen", 303).location == "/netwerken"


def test_a_coordinator_comes_in_at_the_own_networks(app: Flask, client: PageClient) -> None:
    adviser = sign_in(app, client)
    with app.app_context(), writing() as session:
        add_stood(session, session.get_one(Account, adviser.id), "Waterdam")
    sign_in(app, client, role="coordinator", address="c@taalsteun.example")

    assert client.get("/binnen", 303).location == "/netwerken"


def test_who_is_not_signed_in_comes_to_the_door(client: PageClient) -> None:
    assert client.get("/binnen", 303).location == "/inloggen?next=/binnen"
