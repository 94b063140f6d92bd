"""Signing in by another provider, where something is wrong: with the answer, with the provider, or on the way."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select

from survey.access import SESSION_KEY
from survey.account import openid, openid_client
from survey.account.openid_client import client_of
from survey.database import writing
from survey.models import AccountSession, OpenIdIdentity
from tests.factories import add_adviser
from tests.openid_provider import BACK, GO, Provider
from tests.pages import HOST, Page, PageClient

BEGIN_ONCE_MORE = "Begin opnieuw."
NO_GOOD_ANSWER = "Rijnbrink geeft nu geen goed antwoord."


@pytest.fixture
def engine_name() -> str:
    """One engine is enough: nothing here gets as far as the database."""
    return "sqlite"


@pytest.fixture(autouse=True)
def adviser(app: Flask, connection: Connection) -> None:
    """Somebody who could sign in, so that it is the failure that keeps nobody from it."""
    with app.app_context(), writing() as session:
        add_adviser(session)


def question(client: PageClient) -> str:
    return client.get(GO, 303).location


def refused(client: PageClient, connection: Connection, address: str, status: int) -> Page:
    """Come back, and see that nobody is signed in or linked."""
    page = client.get(address, status)
    with client.http.session_transaction(base_url=HOST) as cookie:
        assert SESSION_KEY not in cookie
    for table in (AccountSession, OpenIdIdentity):
        assert connection.scalar(select(func.count()).select_from(table)) == 0
    return page


@pytest.mark.parametrize(
    "changed",
    [
        {"claims": {"nonce": "another"}},
        {"claims": {"nonce": None}},
        {"claims": {"aud": "another"}},
        {"claims": {"aud": ["another", "netwerkspiegel"], "azp": "another"}},
        {"claims": {"iss": "https://elsewhere.example"}},
        {"claims": {"exp": 1_000_000_000}},
        {"claims": {"exp": None}},
        {"claims": {"sub": None}},
        {"claims": {"sub": ""}},
        {"claims": {"sub": "x" * 256}},
        {"claims": {"iat": 9_000_000_000, "exp": 9_000_000_900}},
        {"signedBy": "stranger"},
        {"signedBy": "stranger", "header": {"kid": "unknown"}},
        {"header": {"alg": "none"}},
        {"header": {"alg": "HS256"}},
    ],
    ids=str,
)
def test_an_identity_token_that_is_not_as_it_must_be(
    client: PageClient, connection: Connection, provider: Provider, changed: dict[str, Any]
) -> None:
    way_back = provider.visit(question(client), "joris")
    provider.control(idToken=changed)

    assert NO_GOOD_ANSWER in refused(client, connection, way_back, 503).words


def test_a_token_that_is_only_signed_anew_is_taken(client: PageClient, provider: Provider) -> None:
    """The changes above fail for what they change, and not for being changed."""
    provider.control(idToken={"claims": {}})

    client.get(provider.visit(question(client), "joris"), 303)


def test_what_is_told_of_somebody_else_is_not_heard(
    client: PageClient, connection: Connection, provider: Provider
) -> None:
    provider.control(userinfo={"sub": "somebody-else"})

    refused(client, connection, provider.visit(question(client), "stranger"), 503)


@pytest.mark.parametrize("put", [lambda back: back.replace("state=", "state=x"), lambda back: back.split("&state")[0]])
def test_an_answer_without_its_state_is_not_heard(
    client: PageClient, connection: Connection, provider: Provider, put: Any
) -> None:
    way_back = provider.visit(question(client), "joris")

    assert put(way_back) != way_back
    assert BEGIN_ONCE_MORE in refused(client, connection, put(way_back), 400).words


def test_an_answer_to_another_browser_is_not_heard(
    app: Flask, client: PageClient, connection: Connection, provider: Provider
) -> None:
    way_back, other = provider.visit(question(client), "joris"), PageClient(app)

    refused(other, connection, way_back, 400)
    question(other)
    refused(other, connection, way_back, 400)


def test_an_answer_is_heard_once(app: Flask, client: PageClient, provider: Provider) -> None:
    way_back = provider.visit(question(client), "joris")
    with client.http.session_transaction(base_url=HOST) as cookie:
        kept = dict(cookie)

    client.get(way_back, 303)
    client.get(way_back, 400)
    with client.http.session_transaction(base_url=HOST) as cookie:
        cookie.clear()
        cookie.update(kept)
    client.get(way_back, 503)  # with an old cookie put back, the provider has the last word: its code was used


def test_who_takes_too_long_begins_anew(
    client: PageClient, connection: Connection, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    way_back = provider.visit(question(client), "joris")
    monkeypatch.setattr(openid, "LASTS", -1)

    refused(client, connection, way_back, 400)


def test_an_answer_of_another_provider_is_not_heard(
    client: PageClient, connection: Connection, provider: Provider
) -> None:
    way_back = provider.visit(question(client), "joris")

    assert "iss=http" in way_back
    refused(client, connection, way_back.replace("iss=http", "iss=https"), 400)


def test_a_code_that_was_caught_is_of_no_use_without_the_verifier(
    client: PageClient, connection: Connection, provider: Provider
) -> None:
    way_back = provider.visit(question(client), "joris")
    with client.http.session_transaction(base_url=HOST) as cookie:
        cookie[openid.ASKED] = {**cookie[openid.ASKED], "verifier": "v" * 64}

    refused(client, connection, way_back, 503)


def test_who_stops_at_the_provider_is_told_that_nothing_happened(
    client: PageClient, connection: Connection, provider: Provider
) -> None:
    page = refused(client, connection, provider.visit(question(client), None), 403)

    assert "Je bent niet ingelogd bij Rijnbrink. Hier is niets gebeurd." in page.words
    assert page.all("a", href=GO)


def test_what_the_provider_calls_its_own_trouble_is_not_repeated(
    client: PageClient, connection: Connection, provider: Provider
) -> None:
    question(client)
    with client.http.session_transaction(base_url=HOST) as cookie:
        state = cookie[openid.ASKED]["state"]

    page = refused(client, connection, f"{BACK}?error=%3Cb%3Eserver_error&state={state}", 503)

    assert "server_error" not in page.text


@pytest.mark.parametrize("at", ["/token", "/jwks", "/me"])
@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 200}, {"status": 200, "says": []}])
def test_a_provider_that_breaks_half_way(
    client: PageClient, connection: Connection, provider: Provider, at: str, fault: dict[str, Any]
) -> None:
    way_back = provider.visit(question(client), "joris")
    provider.control(brokenAt=at, **fault)

    assert NO_GOOD_ANSWER in refused(client, connection, way_back, 503).words


@pytest.mark.parametrize(
    "fault",
    [
        {"brokenAt": "/.well-known/openid-configuration", "status": 404},
        {"brokenAt": "/.well-known/openid-configuration", "status": 200},
        {"brokenAt": "/.well-known/openid-configuration", "status": 200, "says": []},
        {"issuer": "https://elsewhere.example"},
        {"issuer": None},
    ],
)
def test_a_provider_that_does_not_tell_who_it_is(
    client: PageClient, connection: Connection, provider: Provider, fault: dict[str, Any]
) -> None:
    provider.control(**fault)
    refused(client, connection, GO, 503)

    provider.control()
    client.get(GO, 303)  # it is asked once more when it is well again


def test_a_provider_that_is_not_there(
    app: Flask, client: PageClient, connection: Connection, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = replace(app.extensions["netwerkspiegel"], openid=provider.settings(issuer="http://127.0.0.1:9"))
    monkeypatch.setitem(app.extensions, "netwerkspiegel", config)

    refused(client, connection, GO, 503)


def test_a_provider_that_says_nothing_is_not_waited_for(
    client: PageClient, connection: Connection, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openid_client, "PATIENCE", 0.2)
    client_of.cache_clear()
    way_back = provider.visit(question(client), "joris")
    provider.control(silentAt="/token", silentFor=1000)

    refused(client, connection, way_back, 503)


def test_only_a_few_wait_for_a_slow_provider(
    client: PageClient, connection: Connection, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def acquire(self, *, blocking: bool) -> bool:
            assert not blocking
            return False

    monkeypatch.setattr(openid_client, "_waiting", Full())

    refused(client, connection, GO, 503)


def test_no_secret_of_ours_or_theirs_is_logged(
    client: PageClient, connection: Connection, provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    way_back = provider.visit(question(client), "joris")
    provider.control(idToken={"claims": {"aud": "another"}})

    refused(client, connection, way_back, 503)

    lines = [record.getMessage() for record in caplog.records]
    assert "Signing in by Rijnbrink did not work: InvalidClaimError." in lines
    for secret in (*parse_qs(urlsplit(way_back).query)["code"], "a-secret-that-is-shared"):
        assert not [line for line in lines if secret in line]


@pytest.mark.parametrize("address", [GO, BACK, f"{BACK}?code=x&state=y"])
def test_without_a_provider_the_pages_do_not_exist(app: Flask, client: PageClient, address: str) -> None:
    client.get(address, 404)

    with app.app_context():
        assert openid.offered() is None


def test_the_button_bears_the_name_of_the_provider(app: Flask, provider: Provider) -> None:
    with app.app_context():
        assert openid.offered() == "Rijnbrink"
