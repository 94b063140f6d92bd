"""The page that prepares a conversation with a network: what it says, to whom, and what where there is little."""

import re
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bench.lists import counting
from reports.report import Highlights, Report, ReportInput, Talks, build
from survey import clock
from survey.clock import dutch_day
from survey.database import reading, writing
from survey.extensions import db
from survey.models import Account, AuditEvent, Network, NetworkCoordinator, ReportEdition, Round
from survey.services import networks
from tests.agreeing import agree
from tests.dashboards import add_standing, closed_on
from tests.factories import make_round, sign_in
from tests.pages import Page, PageClient
from tests.published_networks import add_published
from tests.unit.reports.networks import given


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def add(app: Flask, adviser: Account, *reports: ReportInput, name: str = "Taalnetwerk Gesprek") -> UUID:
    """Add a network with a released round for each report, and its edition."""
    with app.app_context(), writing() as session:
        own = session.get_one(Account, adviser.id)
        network = networks.add_network(session, adviser=own, name=name, province="PV26", coordinator="Hanna Bos")
        for number, each in enumerate(reports, start=1):
            round_id = add_standing(session, network, each, number=number)
            keep_edition(session, round_id, each)
        return network.id


def keep_edition(session: Session, round_id: UUID, report: ReportInput) -> None:
    kept = {"document": report.to_json(), "document_hash": report.hash, "made_at_utc": clock.now()}
    session.add(ReportEdition(round_id=round_id, number=1, **kept))


def on(day: date, like: str) -> ReportInput:
    return closed_on(given(like)[0], day)


def the_page(client: PageClient, network_id: UUID, status: int = 200) -> Page:
    return client.get(f"/netwerken/{network_id}/gesprek", status)


def words_of(page: Page) -> str:
    return page.words.replace("\u00ad", "")


def change(app: Flask, table: type[Any], **values: Any) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(table).values(**values))


def told(like: str) -> Report:
    report, asked = given(like)
    return build(report, asked, language="nl", audience="adviser")


@pytest.mark.parametrize("like", ["small", "middling", "divided", "large", "scan"])
def test_it_says_what_the_report_says_and_how_to_ask_on(
    app: Flask, client: PageClient, adviser: Account, like: str
) -> None:
    page = words_of(the_page(client, add(app, adviser, given(like)[0])))

    blocks = [block for section in told(like).sections for block in section.blocks]
    highlights = [item.sentence for block in blocks if isinstance(block, Highlights) for item in block.items]
    talks = [talk for block in blocks if isinstance(block, Talks) for talk in block.items]
    assert talks
    assert all(said in page for said in highlights)
    assert all(said in page for talk in talks for said in (talk.title, *talk.questions))


def test_it_says_how_each_topic_stands_and_what_changed_in_the_order_of_the_questionnaire(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    page = the_page(client, add(app, adviser, given("middling")[0]))

    rows = [
        ["".join(cell.itertext()).replace("\u00ad", "") for cell in row]
        for row in page.one("table", **{"class": "topics"}).iter("tr")
    ]
    assert rows[0] == ["Onderwerp", "Stand", "Sinds de vorige ronde"]
    assert [row[0] for row in rows[1:]][:3] == ["Ons gezamenlijke doel", "Rollen en taken", "De inzet van de gemeente"]
    assert rows[-1] == ["Leren en doen", "sterk", "gestegen"]
    assert rows[3] == ["De inzet van de gemeente", "aandacht", "kan toeval zijn"]


def test_a_first_round_is_laid_beside_nothing(app: Flask, client: PageClient, adviser: Account) -> None:
    page = the_page(client, add(app, adviser, given("small")[0]))

    assert "Dit is de eerste ronde met deze vragen." in words_of(page)
    assert "Sinds de vorige ronde" not in page.words


def test_organisations_that_are_stuck_links_and_blind_spots_are_there(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    page = words_of(the_page(client, add(app, adviser, given("small")[0])))

    assert "Gemeente Klein: ‘Na doorsturen horen we niets meer. Dat kost vertrouwen.’" in page
    assert "Gemeente Klein wil meer contact" in page
    assert "Jongeren tot 27 jaar zonder diploma" in page


def test_with_everything_withheld_it_says_so_and_shows_the_way(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    network_id = add(app, adviser, given("silent")[0])

    page = the_page(client, network_id)

    assert "Nog geen cijfers, wel een gesprek" in page.words
    assert not page.all("table", **{"class": "topics"})
    assert f"/netwerken/{network_id}/ronde" in page.links()


def test_a_network_without_a_report_says_so_and_leads_to_the_round(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    network_id = add(app, adviser)

    page = the_page(client, network_id)

    assert "Er is nog geen rapport" in page.words
    assert "Er was nog geen ronde" in page.words
    assert f"/netwerken/{network_id}/ronde" in page.links()
    assert "Dit valt op" not in page.words


def test_actions_stand_with_who_and_when_and_what_was_done_since_the_report(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    network_id = add(app, adviser, given("small")[0])
    today = dutch_day(clock.now())
    agree(app, network_id, what="Bel het buurthuis", person="Ida", due_on=today - timedelta(days=1))
    agree(app, network_id, what="Maak een kaart", slot=2, due_on=today + timedelta(days=9))
    agree(app, network_id, what="Nodig de wethouder uit", status="done")
    agree(
        app,
        network_id,
        what="Van heel vroeger",
        status="done",
        settled_at_utc=datetime(2020, 1, 1, tzinfo=clock.DUTCH_TIME),
    )

    page = the_page(client, network_id).words

    assert re.search(r"Bel het buurthuis Ida\s*, klaar op \w+ \d+ \w+ \d{4} te laat", page)
    assert "1 actie is te laat" in page
    assert "de volgende actie moet klaar zijn" in page
    assert page.index("Gedaan sinds het vorige rapport") < page.index("Nodig de wethouder uit")
    assert "Van heel vroeger" not in page


def test_an_open_round_shows_its_totals_and_why_it_needs_somebody(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    opened = make_round(app)
    change(app, Round, closes_on=dutch_day(clock.now()) + timedelta(days=4))

    page = the_page(client, opened.network_id).words

    assert "Respons 0%, sluit over 4 dagen, nog te weinig voor een uitkomst" in page
    assert "0 van " in page
    assert "antwoorden ronde 1, geteld per uur" in page
    assert "de ronde sluit" in page


def test_every_round_with_a_report_is_there_with_its_answers_and_the_newest_in_every_form(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    page = the_page(client, add(app, adviser, on(date(2025, 3, 1), "small"), on(date(2026, 3, 1), "middling")))

    rows = ["".join(row.itertext()) for row in page.all("table")[-1].iter("tr")][1:]
    assert ["Rapport van ronde 2" in rows[0], "Rapport van ronde 1" in rows[1]] == [True, True]
    assert "1 maart 2025" in rows[1]
    assert "8 van 11" in rows[1]
    forms = [link for link in page.links() if re.search(r"/rapport/\w+\.(pdf|pptx|xlsx|csv|json)", link)]
    assert len(forms) == 6
    assert len({link.split("/")[2] for link in forms}) == 1


def test_an_archived_network_can_be_read_and_says_how_to_bring_it_back(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    network_id = add(app, adviser, given("small")[0])
    agree(app, network_id, due_on=dutch_day(clock.now()) + timedelta(days=3))
    change(app, Network, archived_at_utc=clock.now())

    page = the_page(client, network_id)

    assert "zit sinds" in page.words
    assert "Haal het terug" in page.words
    assert "Dit valt op" in page.words
    assert "Er staat niets gepland." in page.words
    assert not [link for link in page.links() if "/acties/" in link]


def test_a_network_elsewhere_or_of_another_coordinator_does_not_exist(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    network_id = add(app, adviser, given("small")[0])
    the_page(client, uuid4(), 404)

    sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")
    the_page(client, network_id, 404)
    sign_in(app, client, role="coordinator", address="ander@x.example")
    with app.app_context(), writing() as session:
        session.execute(delete(NetworkCoordinator))
    the_page(client, network_id, 404)


def test_an_administrator_reads_nothing_of_the_report_by_that_role_alone(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    network_id = add(app, adviser, given("small")[0])
    agree(app, network_id, what="Bel het buurthuis")
    sign_in(app, client, role="administrator", address="beheer@x.example")

    page = the_page(client, network_id)

    assert "Jij leest het rapport van dit netwerk niet" in page.words
    assert "Bel het buurthuis" in page.words
    assert not re.search("Dit valt op|Knelt|Blinde vlekken|aandacht|Gemeente Klein", words_of(page))
    assert not [link for link in page.links() if "/rapport" in link]


def test_a_report_that_participants_cannot_read_yet_is_not_on_it(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    with app.app_context(), writing() as session:
        own = session.get_one(Account, adviser.id)
        network = networks.add_network(session, adviser=own, name="Net dicht", province="PV26", coordinator="")
        add_published(session, given("small")[0].results, network=network)
    change(app, Round, released_at_utc=None)

    page = the_page(client, network.id)

    assert "Er is nog geen rapport" in page.words
    assert "Het rapport wacht" in page.words


def test_it_is_noted_who_read_it_and_not_where_nothing_was_read(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    the_page(client, add(app, adviser, name="Zonder rapport"))
    assert noted(app) == []

    the_page(client, add(app, adviser, given("small")[0]))
    assert noted(app) == [{"form": "conversation"}]


def noted(app: Flask) -> list[Any]:
    with app.app_context(), reading() as session:
        read = select(AuditEvent.details).where(AuditEvent.action == "report.read")
        return list(session.scalars(read.order_by(AuditEvent.at_utc)))


def test_who_coordinates_can_be_mailed(app: Flask, client: PageClient, adviser: Account) -> None:
    opened = make_round(app)
    coordinator = sign_in(app, client, role="coordinator", address="hanna@x.example")

    page = the_page(client, opened.network_id)

    assert f"mailto:{coordinator.address}" in page.links()


@pytest.mark.parametrize("place", ["/overzicht?wie=", "/vergelijken", "/netwerken?wie=", "/netwerken/{network}"])
def test_there_is_a_way_to_it_and_back(app: Flask, client: PageClient, adviser: Account, place: str) -> None:
    network_id = add(app, adviser, given("small")[0])

    assert f"/netwerken/{network_id}/gesprek" in client.get(place.format(network=network_id)).links()
    assert {f"/netwerken/{network_id}", "/overzicht"} <= set(the_page(client, network_id).links())


def test_it_is_there_in_english(app: Flask, client: PageClient, adviser: Account) -> None:
    network_id = add(app, adviser, given("middling")[0])
    change(app, Account, language="en")

    page = words_of(the_page(client, network_id))

    assert "What stands out" in page
    assert "may be chance" in page
    assert "Dit valt op" not in page


def test_it_takes_twelve_queries_at_most(app: Flask, client: PageClient, adviser: Account) -> None:
    network_id = add(app, adviser, *(on(date(2026, month, 1), "middling") for month in range(1, 7)))
    for slot in range(1, 4):
        agree(app, network_id, slot=slot)
    with app.app_context():
        engine = db.engine

    with counting(engine) as asked:
        the_page(client, network_id)

    assert len(asked) <= 12, "\n".join(asked)
