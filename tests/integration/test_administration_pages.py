"""The first page of administration, the list of questionnaires, and the studies of their quality."""

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from questionnaires import catalogue
from reports.quality import resampling
from survey import clock
from survey.database import writing
from survey.models import SupportOrganisation
from survey.models.account import Role
from survey.queries import quality as queries
from survey.services import quality as services
from tests.factories import add_adviser, sign_in, the_questionnaire
from tests.integration.test_quality_commands import ten_networks
from tests.pages import Page, PageClient

NAME = "taalnetwerkspiegel"


@pytest.fixture
def administrator(app: Flask, client: PageClient) -> PageClient:
    sign_in(app, client, role="administrator")
    return client


def entries(page: Page) -> dict[str, str]:
    """Return what stands at each entry of a list, by its heading."""
    (listed,) = page.all("ul", class_="plain entries")
    return {
        " ".join("".join(next(entry.iter("h2")).itertext()).split()): " ".join(" ".join(entry.itertext()).split())
        for entry in listed.findall("li")
    }


def allow(app: Flask, *questionnaires: str) -> None:
    with app.app_context(), writing() as session:
        session.scalars(select(SupportOrganisation)).one().questionnaires = list(questionnaires)


def test_the_first_page_leads_to_all_that_is_here(administrator: PageClient) -> None:
    page = administrator.get("/beheer")

    assert set(entries(page)) >= {"Vragenlijsten", "Kwaliteit van de vragenlijsten", "Het systeem"}
    for link in page.one("ul", class_="plain entries").iter("a"):
        administrator.get(link.get("href", ""))
    assert "Er is iets mis met het systeem" in page.words  # no worker was heard of


def test_every_version_is_listed_with_its_facts(administrator: PageClient) -> None:
    page = administrator.get("/beheer/vragenlijsten")

    asked = catalogue.latest(NAME)
    said = entries(page)[asked.title.in_language("nl")]
    assert f"versie {asked.version} · Nederlands, English · {len(asked.questions)} vragen · ongeveer " in said
    assert "Elke ondersteuningsorganisatie kan deze kiezen." in said
    assert len(page.all("h2")) == len(catalogue.catalogue())
    assert "Hoort bij elke ronde" in page.words


def test_who_can_choose_what_is_told(app: Flask, administrator: PageClient) -> None:
    allow(app, NAME)
    with app.app_context(), writing() as session:
        add_adviser(session, support="Taalsteun Noord", address="ida@noord.example")

    listed = entries(administrator.get("/beheer/vragenlijsten"))

    assert "Elke ondersteuningsorganisatie kan deze kiezen." in listed[catalogue.latest(NAME).title.in_language("nl")]
    short = listed[catalogue.latest("taalnetwerkspiegel-kort").title.in_language("nl")]
    assert "Te kiezen door: Taalsteun Noord." in short


def test_what_nobody_can_choose_is_told(app: Flask, administrator: PageClient) -> None:
    allow(app, NAME)

    short = catalogue.latest("taalnetwerkspiegel-kort").title.in_language("nl")

    listed = entries(administrator.get("/beheer/vragenlijsten"))
    assert "Geen ondersteuningsorganisatie kan deze kiezen." in listed[short]


def test_whether_a_version_is_published_is_told(administrator: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    page = administrator.get("/beheer/vragenlijsten")
    published = [each for each in catalogue.catalogue().values() if catalogue.is_published(each)]

    assert 0 < len(published) == page.words.count("Gepubliceerd: deze versie verandert nooit meer.")

    monkeypatch.setattr(catalogue, "is_published", lambda questionnaire: False)
    assert "Gepubliceerd:" not in administrator.get("/beheer/vragenlijsten").words


def test_without_a_study_the_page_says_when_there_will_be_one(administrator: PageClient) -> None:
    page = administrator.get("/beheer/kwaliteit")

    assert "Er is nog geen onderzoek" in page.words
    assert "vanaf 200 nieuwe invullers in 10 netwerken" in page.words
    assert page.all("table") == []


def test_a_study_is_shown_as_it_was_kept(
    app: Flask, administrator: PageClient, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resampling, "RESAMPLES", 5)
    ten_networks(app)
    study = make_study(app)

    page = administrator.get("/beheer/kwaliteit")

    themes, items = page.all("table")
    assert f"in {study.year}: 200 nieuwe invullers in 10 netwerken." in page.words
    assert len(list(themes.iter("tr"))) == 1 + len(study.themes)
    assert len(list(items.iter("tr"))) == 1 + sum(len(theme.items) for theme in study.themes)
    first = study.themes[0]
    assert first.alpha is not None
    cells = ["".join(cell.itertext()) for cell in list(themes.iter("tr"))[1]]
    assert cells[0] == the_questionnaire().themes[0].title.in_language("nl")
    assert cells[2] == f"{first.alpha.value} ({first.alpha.low} tot {first.alpha.high})".replace(".", ",")
    address = f"/beheer/kwaliteit/{study.questionnaire}/{study.questionnaire_version}/{study.year}"
    assert administrator.get(address).words == page.words
    for other in (f"{NAME}/9.9.9/{study.year}", f"{NAME}/{study.questionnaire_version}/1999", f"x/1.0.0/{study.year}"):
        administrator.get(f"/beheer/kwaliteit/{other}", 404)


def test_of_several_studies_the_newest_is_shown_and_all_are_listed(
    app: Flask, administrator: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resampling, "RESAMPLES", 5)
    ten_networks(app)
    study = make_study(app)
    with app.app_context(), writing() as session:
        row = {
            "questionnaire_id": study.questionnaire,
            "questionnaire_version": "1.0.0",
            "year": study.year - 1,
            "document": study.to_json(),
            "document_hash": study.hash,
        }
        queries.store(session, study=row, at=clock.now())

    page = administrator.get("/beheer/kwaliteit")

    assert f"versie {study.questionnaire_version}, in {study.year}" in page.words
    assert f"{NAME} 1.0.0, {study.year - 1}" in page.words


def make_study(app: Flask) -> services.QualityStudy:
    with app.app_context(), writing() as session:
        material = services.gather(session, questionnaire=the_questionnaire(), at=clock.now())
        study = services.compute(material)
        services.store_study(session, study=study, at=clock.now())
    return study


@pytest.mark.parametrize("role", ["coordinator", "adviser"])
@pytest.mark.parametrize("path", ["/beheer", "/beheer/vragenlijsten", "/beheer/kwaliteit"])
def test_the_others_do_not_find_these_pages(app: Flask, client: PageClient, path: str, role: Role) -> None:
    sign_in(app, client, role=role)

    client.get(path, 404)
    assert "/beheer" not in client.get("/netwerken").text
