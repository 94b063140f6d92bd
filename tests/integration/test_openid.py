"""Signing in by another provider: whom it lets in, as whom, and whom it does not."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select

from survey import clock
from survey.access import SESSION_KEY, SESSION_LASTS
from survey.database import writing
from survey.models import Account, AccountSession, AuditEvent, OpenIdIdentity, SupportOrganisation
from survey.queries.people import Person, find_person
from tests.factories import add_adviser
from tests.openid_provider import BACK, GO, PEOPLE, Provider
from tests.pages import HOST, Page, PageClient

OTHER = "ida@noord.example"


@pytest.fixture
def adviser(app: Flask, connection: Connection) -> Account:
    """An adviser whose invitation still lies there."""
    with app.app_context(), writing() as session:
        account = add_adviser(session)
        account.joined_at_utc = None
    return account


def through(client: PageClient, provider: Provider, login: str | None, status: int = 303, then: str = "") -> Page:
    """Go to the provider, sign in there, and come back."""
    asked = client.get(f"{GO}?next={then}" if then else GO, 303)
    return client.get(provider.visit(asked.location, login), status)


def identities(connection: Connection) -> list[tuple[Any, ...]]:
    columns = (OpenIdIdentity.account_id, OpenIdIdentity.issuer, OpenIdIdentity.subject)
    return [tuple(row) for row in connection.execute(select(*columns))]


def logged(connection: Connection) -> list[tuple[str, Any]]:
    rows = connection.execute(select(AuditEvent.action, AuditEvent.details).order_by(AuditEvent.at_utc))
    return sorted(((row.action, row.details) for row in rows), key=str)


def signed_in_as(app: Flask, client: PageClient) -> Person | None:
    with client.http.session_transaction(base_url=HOST) as cookie:
        given = cookie.get(SESSION_KEY)
    if given is None:
        return None
    with app.app_context(), writing() as session:
        return find_person(session, session_id=UUID(given), begun_after=clock.now() - SESSION_LASTS)


def test_what_is_asked_of_the_provider(client: PageClient, provider: Provider) -> None:
    where = urlsplit(client.get(GO, 303, headers={"X-Forwarded-Host": "elsewhere.example"}).location)
    asked = {name: value for name, (value,) in parse_qs(where.query).items()}

    assert f"{where.scheme}://{where.netloc}" == provider.issuer
    assert {name: asked[name] for name in ("response_type", "scope", "code_challenge_method", "redirect_uri")} == {
        "response_type": "code",
        "scope": "openid email",
        "code_challenge_method": "S256",
        "redirect_uri": HOST + BACK,
    }
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 20


def test_a_verified_address_signs_in_and_is_linked(
    app: Flask, client: PageClient, connection: Connection, provider: Provider, adviser: Account
) -> None:
    page = through(client, provider, "joris")

    assert page.location == "/binnen"
    assert client.follow(page, 303).location == "/account/tweede-stap"  # an adviser still has to set one up
    assert identities(connection) == [(adviser.id, provider.issuer, "joris")]
    assert logged(connection) == [("account.provider_linked", {}), ("account.signed_in", {"method": "openid"})]
    assert connection.scalar(select(Account.joined_at_utc)) is not None


def test_how_an_address_is_written_does_not_matter(
    client: PageClient, connection: Connection, provider: Provider, adviser: Account
) -> None:
    through(client, provider, "loud")

    assert identities(connection) == [(adviser.id, provider.issuer, "loud")]


@pytest.mark.parametrize(
    "changed", [{"email": OTHER, "email_verified": True}, {"email": OTHER, "email_verified": False}, {}]
)
def test_once_linked_a_changed_address_changes_nothing(
    app: Flask, client: PageClient, connection: Connection, provider: Provider, adviser: Account, changed: Any
) -> None:
    through(client, provider, "joris")
    with app.app_context(), writing() as session:
        add_adviser(session, support="Taalsteun Noord", address=OTHER)
    provider.control(PEOPLE | {"joris": changed})

    through(client, provider, "joris")

    person = signed_in_as(app, client)
    assert person is not None
    assert person.account_id == adviser.id
    assert len(identities(connection)) == 1


def test_an_address_that_went_to_somebody_else_there_opens_nothing(
    app: Flask, client: PageClient, connection: Connection, provider: Provider, adviser: Account
) -> None:
    through(client, provider, "joris")
    other = PageClient(app)

    page = through(other, provider, "joris-again", 403)

    assert "Iemand anders van Rijnbrink" in page.words
    assert signed_in_as(app, other) is None
    assert [subject for _, _, subject in identities(connection)] == ["joris"]
    refused = connection.execute(select(AuditEvent).where(AuditEvent.action == "account.sign_in_refused")).one()
    assert (refused.object_id, refused.actor_id) == (adviser.id, None)
    assert refused.details == {"method": "openid", "reason": "taken"}


@pytest.mark.parametrize(
    ("login", "reason", "says"),
    [
        ("unverified", "unverified", "Rijnbrink zegt er niet bij dat je e-mailadres echt van jou is."),
        ("says-so", "unverified", "Rijnbrink zegt er niet bij"),
        ("unsaid", "unverified", "Rijnbrink zegt er niet bij"),
        ("nameless", "unverified", "Rijnbrink zegt er niet bij"),
        ("stranger", "unknown", "Er is geen account met je e-mailadres bij Rijnbrink."),
    ],
)
def test_without_a_verified_address_of_ours_nobody_comes_in(
    app: Flask,
    client: PageClient,
    connection: Connection,
    provider: Provider,
    adviser: Account,
    login: str,
    reason: str,
    says: str,
) -> None:
    page = through(client, provider, login, 403)

    assert says in page.words
    assert signed_in_as(app, client) is None
    assert identities(connection) == []
    assert connection.scalar(select(func.count()).select_from(Account)) == 1
    assert logged(connection) == [("account.sign_in_refused", {"method": "openid", "reason": reason})]


@pytest.mark.parametrize("is_linked", [False, True])
@pytest.mark.parametrize("what", ["account", "organisation"])
def test_what_was_closed_stays_closed(
    app: Flask,
    client: PageClient,
    connection: Connection,
    provider: Provider,
    adviser: Account,
    what: str,
    is_linked: bool,
) -> None:
    if is_linked:
        through(client, provider, "joris")
    with app.app_context(), writing() as session:
        if what == "account":
            session.get_one(Account, adviser.id).active = False
        else:
            session.get_one(SupportOrganisation, adviser.support_organisation_id).archived_at_utc = clock.now()
    other = PageClient(app)

    page = through(other, provider, "joris", 403)

    assert "Je account is gesloten." in page.words
    assert signed_in_as(app, other) is None
    assert len(identities(connection)) == int(is_linked)


@pytest.mark.parametrize(
    ("second_factor", "method", "has_second_factor"),
    [("own", "openid", False), ("trust", "openid+trusted", True)],
)
def test_the_providers_second_factor_counts_where_it_is_trusted(
    app: Flask,
    client: PageClient,
    connection: Connection,
    provider: Provider,
    adviser: Account,
    monkeypatch: pytest.MonkeyPatch,
    second_factor: Any,
    method: str,
    has_second_factor: bool,
) -> None:
    config = replace(app.extensions["netwerkspiegel"], openid=provider.settings(second_factor))
    monkeypatch.setitem(app.extensions, "netwerkspiegel", config)

    through(client, provider, "joris")

    person = signed_in_as(app, client)
    assert person is not None
    assert person.has_second_factor == has_second_factor
    assert connection.scalar(select(AccountSession.method)) == method


def test_what_the_browser_held_before_goes(
    app: Flask, client: PageClient, provider: Provider, adviser: Account
) -> None:
    with client.http.session_transaction(base_url=HOST) as cookie:
        cookie["planted"] = "x"

    through(client, provider, "joris")

    with client.http.session_transaction(base_url=HOST) as cookie:
        assert set(cookie) == {SESSION_KEY}


@pytest.mark.parametrize(
    ("then", "leads_to"),
    [
        ("/netwerken%3Fzoek=x", "/netwerken?zoek=x"),
        ("//elsewhere.example", "/binnen"),
        ("https://elsewhere.example", "/binnen"),
        ("/%5Celsewhere.example", "/binnen"),
        ("javascript:alert(1)", "/binnen"),
    ],
)
def test_it_goes_on_to_paths_of_our_own_alone(
    client: PageClient, provider: Provider, adviser: Account, then: str, leads_to: str
) -> None:
    assert through(client, provider, "joris", then=then).location == leads_to


def test_where_it_is_not_trusted_our_own_second_factor_is_asked_first(
    app: Flask, client: PageClient, connection: Connection, provider: Provider, adviser: Account
) -> None:
    with app.app_context(), writing() as session:
        account = session.get_one(Account, adviser.id)
        account.tf_primary_method, account.tf_totp_secret = "authenticator", "x"

    page = through(client, provider, "joris")

    assert page.location.startswith("/inloggen/")
    assert signed_in_as(app, client) is None
