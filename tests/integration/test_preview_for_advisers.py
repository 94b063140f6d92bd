"""Advisers look at a questionnaire as a partner does, page by page, and nothing is kept."""

import pytest
from flask import Flask
from sqlalchemy import Connection, event, select

from questionnaires import catalogue
from survey.database import writing
from survey.models import SupportOrganisation
from tests.factories import sign_in, statements
from tests.pages import HOST, Page, PageClient

NAMES = ["organisatieprofiel", "quick-scan", "taalnetwerkspiegel", "taalnetwerkspiegel-kort"]


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> PageClient:
    sign_in(app, client)
    return client


def allow(app: Flask, *questionnaires: str) -> None:
    with app.app_context(), writing() as session:
        session.scalars(select(SupportOrganisation)).one().questionnaires = list(questionnaires)


def offered(page: Page) -> list[str]:
    links = [link.get("href", "") for link in page.one("main").iter("a")]
    return sorted(link.split("/vragenlijsten/")[1].split("?")[0] for link in links)


def test_the_list_leads_to_every_questionnaire(adviser: PageClient) -> None:
    assert offered(adviser.get("/vragenlijsten")) == NAMES


def test_the_list_holds_what_can_be_chosen_and_what_belongs_to_every_round(app: Flask, adviser: PageClient) -> None:
    allow(app, "quick-scan")

    assert offered(adviser.get("/vragenlijsten")) == ["organisatieprofiel", "quick-scan"]
    adviser.get("/vragenlijsten/quick-scan")
    for method in ("GET", "POST"):
        other = adviser.http.open("/vragenlijsten/taalnetwerkspiegel", method=method, base_url=HOST)
        assert other.status_code == 404


def test_an_administrator_looks_at_all(app: Flask, client: PageClient) -> None:
    sign_in(app, client, role="administrator")
    allow(app, "quick-scan")

    assert offered(client.get("/vragenlijsten")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_page_can_be_gone_through_to_the_end(adviser: PageClient, name: str) -> None:
    page = adviser.get(f"/vragenlijsten/{name}")
    assert "er wordt niets bewaard" in page.text
    titles = [page.title]
    while page.all("input", name="basis"):
        assert len(titles) <= 2 * len(catalogue.latest(name).pages), titles
        page = adviser.post(f"/vragenlijsten/{name}", {**page.form(id="answers").fields, "go": "next"}, 200)
        titles.append(page.title)

    assert titles[-1].startswith("Alle antwoorden")
    assert len(set(titles)) > 2 or name == "quick-scan"


def test_what_is_filled_in_travels_in_the_page_and_nowhere_else(
    app: Flask, adviser: PageClient, connection: Connection
) -> None:
    said: list[str] = []
    event.listen(connection.engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    page = adviser.get("/vragenlijsten/taalnetwerkspiegel?p_page=roles")

    page = adviser.post(
        "/vragenlijsten/taalnetwerkspiegel", {**page.form(id="answers").fields, **statements(4), "go": "next"}, 200
    )

    assert '"ro-1"' in page.one("input", name="p_answers").get("value", "")
    assert not [each for each in said if each.lower().startswith(("insert", "update", "delete"))]


def test_the_language_of_the_one_who_looks_is_the_first(adviser: PageClient) -> None:
    page = adviser.get("/vragenlijsten/quick-scan?p_language=en")

    assert "nothing is stored" in page.text
    assert page.all("a", href="/vragenlijsten")


@pytest.mark.parametrize("answers", ["[", "[1]", '{"ro-1": "9"}', '{"nothing": 1}', "[" * 5000])
def test_answers_that_do_not_fit_are_left_out(adviser: PageClient, answers: str) -> None:
    adviser.post("/vragenlijsten/taalnetwerkspiegel", {"p_answers": answers, "p_page": "x", "p_kind": "<b>"}, 200)


def test_a_coordinator_or_stranger_has_no_preview(app: Flask, client: PageClient) -> None:
    client.get("/vragenlijsten/quick-scan", 303)
    sign_in(app, client, role="coordinator")

    client.get("/vragenlijsten", 404)
    client.get("/vragenlijsten/quick-scan", 404)
    client.post("/vragenlijsten/quick-scan", {}, 404)


def test_what_is_no_questionnaire_is_not_found(adviser: PageClient) -> None:
    adviser.get("/vragenlijsten/..%2Fkinds", 404)
    adviser.get("/vragenlijsten/kinds", 404)
