"""Health, and what people see when something is wrong: a calm page that tells them what to do, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask, abort

from survey import create_app, schema_version
from survey.access import access
from survey.version import VERSION
from tests.databases import Databases
from tests.factories import make_config
from tests.pages import HOST, PageClient

MakeApp = Callable[..., Flask]


def test_health_tells_version_engine_and_migration(client: PageClient, engine_name: str) -> None:
    response = client.http.get("/healthz", base_url=HOST)

    newest = schema_version.newest()
    assert response.status_code == 200
    assert response.json == {
        "version": VERSION,
        "database": engine_name,
        "migration": {"current": newest, "newest": newest, "up_to_date": True},
    }


def test_a_database_without_tables_is_not_healthy(make_app: MakeApp, databases: Databases, engine_name: str) -> None:
    app = make_app(engine_name, database_url=databases.empty(engine_name))

    response = app.test_client().get("/healthz")

    assert response.status_code == 503
    assert response.json is not None
    assert response.json["migration"]["up_to_date"] is False


@pytest.fixture
def unreachable(tmp_path: Path, engine_name: str, collected_assets: None) -> PageClient:
    """An application whose database is not there."""
    url = "sqlite:////nowhere/x.db" if engine_name == "sqlite" else f"postgresql+psycopg://x@/x?host={tmp_path}"
    return PageClient(create_app(make_config(url, tmp_path)))


def test_a_database_that_is_not_there_is_not_healthy(unreachable: PageClient) -> None:
    response = unreachable.http.get("/healthz")

    assert response.status_code == 503
    assert response.json == {"version": VERSION, "database": "unreachable", "migration": None}


def test_without_a_database_people_are_told_to_try_again(unreachable: PageClient) -> None:
    link = f"/v/{'A' * 43}"

    for page in (unreachable.get(link, 503), unreachable.post(f"{link}/roles", {"ro-1": "4"}, 503)):
        assert len(page.words) > 60


def test_a_database_without_tables_is_an_error_that_tells_nothing(
    make_app: MakeApp, databases: Databases, engine_name: str
) -> None:
    client = PageClient(make_app(engine_name, database_url=databases.empty(engine_name)))

    page = client.get(f"/v/{'A' * 43}", 503 if engine_name == "sqlite" else 500)

    assert "invitation" not in page.text
    assert "SELECT" not in page.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/bestaat-niet", 404),
        ("/v", 404),
        ("/v/", 404),
        ("/rapport/", 404),
        ("/static/../config.py", 404),
        ("/" + "a" * 5000, 404),
    ],
)
def test_what_is_not_there_is_a_calm_page(client: PageClient, path: str, status: int) -> None:
    page = client.get(path, status)

    assert len(page.words) > 20
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 418, 429, 500, 502, 503])
def test_every_error_is_a_calm_page(make_app: MakeApp, status: int) -> None:
    app = make_app("sqlite")
    app.add_url_rule("/stuk", "stuk", access("public")(lambda: abort(status)))

    page = PageClient(app).get("/stuk", status)

    assert len(page.words) > 20


def test_a_bug_is_a_calm_page_that_tells_nothing(make_app: MakeApp) -> None:
    app = make_app("sqlite")
    app.add_url_rule("/stuk", "stuk", access("public")(lambda: 1 / 0))

    page = PageClient(app).get("/stuk", 500)

    assert "ZeroDivisionError" not in page.text
    assert "division" not in page.text
