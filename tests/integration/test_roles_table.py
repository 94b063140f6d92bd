"""Every address, for every kind of visitor, about the own and about what is not theirs."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import Connection, select
from werkzeug.test import TestResponse

from survey.database import reading
from survey.extensions import db
from survey.models import Base
from tests.addresses import ADDRESSES
from tests.databases import ENGINES, rolled_back, use
from tests.pages import HOST, PageClient
from tests.roles import TABLE
from tests.two_organisations import VISITORS, World, enter, make_world

#: What asking changes that is nobody's: when somebody was last seen, and how often was tried from where.
_ASIDE = ("account_session", "throttle")
_KEYS = {"api_token", "report_link", "personal_link", "round_code", "public", "demo", "door"}


@pytest.fixture(scope="module", params=ENGINES)
def made(request: pytest.FixtureRequest, shared_apps: Callable[[str], Flask]) -> Iterator[tuple[Flask, World]]:
    """Make the world once for each engine; every request is rolled back by itself."""
    app = shared_apps(request.param)
    with app.app_context():
        engine = db.engine
    with pytest.MonkeyPatch.context() as patch, rolled_back(engine) as connection:
        use(connection, patch)
        app.extensions["connection of this table"] = connection
        yield app, make_world(app)


@contextmanager
def undone(app: Flask) -> Iterator[Connection]:
    connection: Connection = app.extensions["connection of this table"]
    savepoint = connection.begin_nested()
    try:
        yield connection
    finally:
        savepoint.rollback()


def token_for(app: Flask, client: PageClient) -> str:
    """Return what a form of ours would send along, so that nothing is refused for want of it."""
    with client.http.session_transaction(base_url=HOST) as cookie:
        cookie["csrf_token"] = "0" * 40
    return str(URLSafeTimedSerializer(app.secret_key or "", salt="wtf-csrf-token").dumps("0" * 40))


def address(rule: str, values: dict[str, Any]) -> str:
    """Fill in a rule; a name that the world does not know is a line to add there."""
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values[found.group(1)]), rule)


def ask(app: Flask, world: World, visitor: str, endpoint: str, values: dict[str, Any]) -> TestResponse:
    method, rule = endpoint.split()
    client = PageClient(app)
    enter(client, world, visitor)
    data = {"csrf_token": token_for(app, client)} if method == "POST" else None
    return client.http.open(address(rule, values), method=method, data=data, base_url=HOST)


def values_of(world: World, endpoint: str) -> dict[str, Any]:
    return {**world.values, **{name: world.values[which] for name, which in TABLE[endpoint].takes.items()}}


def never_there(endpoint: str, values: dict[str, Any]) -> dict[str, Any]:
    names = re.findall(r"<uuid:(\w+)>", endpoint)
    return {**values, **{name: uuid4() for name in names}}


def told(response: TestResponse) -> tuple[str, dict[str, str], bytes]:
    """Return all of an answer, but for the token against forged posts and its cookie: those are new each time."""
    headers = {name: value for name, value in response.headers if name != "Set-Cookie"}
    return response.status, headers, re.sub(rb'name="csrf_token" value="[^"]+"', b"", response.data)


def what_came(response: TestResponse) -> str:
    if response.status_code == 404:
        return "0"
    if response.status_code in (302, 303) and response.location.split("?")[0] in ("/", "/inloggen"):
        return ">"
    if response.status_code == 401:
        return "k"
    assert response.status_code in (200, 302, 303, 403, 422, 429), response.status
    return "+"


def everything(app: Flask) -> dict[str, list[Any]]:
    with app.app_context(), reading() as session:
        tables = [table for table in Base.metadata.sorted_tables if table.name not in _ASIDE]
        return {table.name: sorted(map(repr, session.execute(select(table)))) for table in tables}


def cells() -> list[tuple[str, str, str]]:
    return [
        (endpoint, visitor, cell)
        for endpoint, line in TABLE.items()
        for visitor, cell in zip(VISITORS, line.cells.split(), strict=True)
    ]


def test_every_address_has_its_line() -> None:
    assert list(TABLE) == sorted(TABLE, key=list(ADDRESSES).index)
    assert set(TABLE) == set(ADDRESSES)


def test_a_line_agrees_with_the_rule_of_its_address() -> None:
    """Nobody comes in without a key where there is a rule, and a role that is too low finds nothing."""
    least = {"signed_in": 1, "coordinator": 1, "adviser": 3, "administrator": 5}
    for endpoint, line in TABLE.items():
        given = line.cells.split()
        rule = ADDRESSES[endpoint]
        if rule not in _KEYS:
            assert given[0] == ">", endpoint
            assert set(given[1 : least[rule]]) <= {"0"}, endpoint


@pytest.mark.parametrize("visitor", VISITORS[1:])
def test_every_visitor_is_signed_in(made: tuple[Flask, World], visitor: str) -> None:
    app, world = made

    assert ask(app, world, visitor, "GET /netwerken", {}).status_code == 200


@pytest.mark.parametrize(("endpoint", "visitor", "expected"), cells())
def test_what_each_visitor_gets(made: tuple[Flask, World], endpoint: str, visitor: str, expected: str) -> None:
    app, world = made
    with undone(app):
        before = everything(app) if expected != "+" and endpoint.startswith("POST") else None
        response = ask(app, world, visitor, endpoint, values_of(world, endpoint))

        if endpoint.endswith((" /uitloggen", " /")) and visitor != "nobody":
            assert response.status_code in (200, 303)
        else:
            assert what_came(response) == expected
        if before is not None:
            assert everything(app) == before


@pytest.mark.parametrize(
    ("endpoint", "visitor"),
    [(endpoint, visitor) for endpoint, visitor, cell in cells() if cell == "0" and "<uuid:" in endpoint],
)
def test_what_is_not_theirs_looks_as_if_it_never_was(made: tuple[Flask, World], endpoint: str, visitor: str) -> None:
    app, world = made
    values = values_of(world, endpoint)
    with undone(app):
        theirs = ask(app, world, visitor, endpoint, values)
        nobodys = ask(app, world, visitor, endpoint, never_there(endpoint, values))

    assert told(theirs) == told(nobodys)


@pytest.mark.parametrize("endpoint", [each for each, line in TABLE.items() if "<uuid:" in each and "+" in line.cells])
def test_who_may_do_it_finds_nothing_where_nothing_is(made: tuple[Flask, World], endpoint: str) -> None:
    app, world = made
    for visitor, cell in zip(VISITORS, TABLE[endpoint].cells.split(), strict=True):
        if cell == "+":
            with undone(app):
                response = ask(app, world, visitor, endpoint, never_there(endpoint, values_of(world, endpoint)))
            assert response.status_code == 404


def test_no_address_of_one_network_opens_what_is_in_another(made: tuple[Flask, World]) -> None:
    """An own network and somebody else's object in one address: nothing is found either."""
    app, world = made
    for endpoint in TABLE:
        inner = re.findall(r"<uuid:network_id>/\w+/<uuid:(\w+)>", endpoint)
        if not inner:
            continue
        values = values_of(world, endpoint) | {"network_id": world.midden.networks[1]}
        with undone(app):
            assert ask(app, world, "adviser", endpoint, values).status_code == 404, endpoint
