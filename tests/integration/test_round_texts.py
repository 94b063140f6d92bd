"""Writing the texts of a round's mails: beside what they become, with a link that leads nowhere."""

import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import reading, writing
from survey.models import Network, PlannedRound, Round
from tests.factories import OpenRound, add_network, close_round, make_round, sign_in
from tests.made_letters import change
from tests.networks import audit_rows
from tests.pages import PageClient


def texts_of(app: Flask) -> dict[str, Any]:
    """Return the own texts of the only round, or of what is planned."""
    with app.app_context(), reading() as session:
        found = session.scalars(select(Round)).one_or_none() or session.scalars(select(PlannedRound)).one()
        return found.texts


@pytest.fixture
def address(app: Flask, client: PageClient, opened: OpenRound) -> str:
    """Where the texts of an open round are written, for who coordinates its network."""
    sign_in(app, client, role="coordinator")
    return f"/netwerken/{opened.network_id}/ronde/teksten"


@pytest.fixture
def planned(app: Flask, client: PageClient, connection: Connection) -> str:
    """The same, for a round that is planned."""
    with app.app_context(), writing() as session:
        network = add_network(session, members={"library": 6, "welfare": 3})
        closes_on = clock.dutch_day(clock.now()) + timedelta(days=30)
        session.add(PlannedRound(network_id=network.id, questionnaire_id="taalnetwerkspiegel", closes_on=closes_on))
        network_id = network.id
    sign_in(app, client)
    return f"/netwerken/{network_id}/ronde/teksten"


def test_a_text_is_kept_and_seen_as_it_arrives(app: Flask, client: PageClient, address: str) -> None:
    page = client.get(address)
    assert "Dit is de standaardtekst." in page.words

    told = client.follow(client.submit(page, {"subject": "Hoi {naam}", "body": "Doe mee in {netwerk}!"}))

    assert "Dit is je eigen tekst." in told.words
    assert "Onderwerp Hoi Noor Jansen" in told.words
    assert "Doe mee in Taalnetwerk Waterdam!" in told.words
    assert texts_of(app) == {
        "invitation": {"nl": "Doe mee in {netwerk}!"},
        "invitation_subject": {"nl": "Hoi {naam}"},
    }
    assert ("round.texts_changed", {"fields": ["texts"]}) in audit_rows(app)


@pytest.mark.parametrize("text", ["uitnodiging", "herinnering", "rapport"])
@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_preview_has_a_working_link(
    app: Flask, client: PageClient, opened: OpenRound, address: str, text: str, code: str
) -> None:
    page = client.get(f"{address}?tekst={text}&spreekt={code}")

    assert {*re.findall(r"/v/([^/\s\"<]+)", page.text)} == {"voorbeeld"}
    assert page.one("div", class_="letter flow", lang=code) is not None
    assert not any(token in page.text for token in opened.tokens)
    client.get("/v/voorbeeld", 404)


def test_it_is_shown_for_a_contact_without_being_kept(app: Flask, client: PageClient, address: str) -> None:
    page = client.get(address)
    choice = next(each for each in page.all("option") if (each.text or "").startswith("municipality 000"))

    typed = {"body": "Voor {naam}", "reader": choice.get("value", ""), "go": "look"}
    shown = client.submit(page, typed, 200)

    assert "Voor municipality 000" in shown.words
    assert "Wat je typte, is nog niet bewaard." in shown.words
    assert shown.form().fields["body"] == "\nVoor {naam}".lstrip("\n")
    assert texts_of(app) == {}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"body": "Beste {nam},"}, "{nam} kennen we niet. Bedoel je {naam}?"),
        ({"body": "{link}\n{link}"}, "{link} staat er meer dan één keer."),
        ({"body": "open { haak"}, "Er staat één losse accolade"),
        ({"subject": "Kom naar {plaats}"}, "{plaats} kan niet in een onderwerp staan."),
        ({"subject": " "}, "Geef de mail een onderwerp."),
        ({"body": ""}, "Schrijf een tekst, of kies de standaardtekst."),
        ({"body": "x" * 2001}, "Er passen hoogstens 2.000 tekens in."),
        ({"subject": "x" * 151}, "Er passen hoogstens 150 tekens in."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    app: Flask, client: PageClient, address: str, typed: dict[str, str], sentence: str
) -> None:
    page = client.get(address)

    told = client.submit(page, typed, 422)

    assert told.title.startswith("Fout:")
    assert sentence in told.words
    name, value = next(iter(typed.items()))
    assert told.form().fields[name].strip() == value.strip()
    assert texts_of(app) == {}


def test_markup_in_a_text_is_text(client: PageClient, address: str) -> None:
    page = client.get(address)

    told = client.follow(client.submit(page, {"subject": "<b>Hoi", "body": "<script>alert(1)</script>"}))

    assert "<script>alert" not in told.text
    assert "<script>alert(1)</script>" in told.words


def test_of_two_people_the_second_is_asked(app: Flask, client: PageClient, address: str) -> None:
    page = client.get(address)
    client.submit(page, {"body": "Van Hanna"})

    told = client.submit(page, {"body": "Van Joris"}, 422)

    assert "Iemand anders heeft dit intussen veranderd." in told.words
    assert "Van Hanna" in told.words
    assert texts_of(app)["invitation"] == {"nl": "Van Hanna"}
    client.submit(told, {})
    assert texts_of(app)["invitation"] == {"nl": "Van Joris"}


def test_one_language_leaves_the_other_alone(app: Flask, client: PageClient, address: str) -> None:
    dutch, english = client.get(address), client.get(f"{address}?spreekt=en")

    client.submit(dutch, {"body": "Doe mee"})
    client.submit(english, {"body": "Take part"})

    assert texts_of(app)["invitation"] == {"nl": "Doe mee", "en": "Take part"}


def test_the_standard_text_comes_back(app: Flask, client: PageClient, address: str) -> None:
    told = client.follow(client.submit(client.get(address), {"body": "Doe mee"}))

    back = client.follow(client.submit(told, {"body": "{{", "reset": "1"}))

    assert "Dit is de standaardtekst." in back.words
    assert texts_of(app) == {}


def test_the_standard_text_as_it_is_is_no_text_of_one_s_own(app: Flask, client: PageClient, address: str) -> None:
    before = len(audit_rows(app))

    client.submit(client.get(address), {})

    assert texts_of(app) == {}
    assert len(audit_rows(app)) == before


def test_a_planned_round_has_texts_and_says_what_can_be_shown(app: Flask, client: PageClient, planned: str) -> None:
    page = client.get(planned)
    assert "Met 3 genodigden van de andere partners komt er geen apart resultaat." in page.words

    client.submit(page, {"body": "Straks begint het"})

    assert texts_of(app)["invitation"] == {"nl": "Straks begint het"}


def test_only_languages_that_the_round_offers_are_written(app: Flask, client: PageClient, opened: OpenRound) -> None:
    change(app, opened, languages=["nl"])
    sign_in(app, client)

    page = client.get(f"/netwerken/{opened.network_id}/ronde/teksten?spreekt=en")

    assert page.one("div", class_="letter flow", lang="nl") is not None
    assert not any("spreekt=en" in link for link in page.links())


def test_after_the_closing_only_the_last_mail_is_left(app: Flask, client: PageClient, opened: OpenRound) -> None:
    change(app, opened, releases_at_once=False)
    sign_in(app, client)
    address = f"/netwerken/{opened.network_id}/ronde/teksten"
    invitation = client.get(address)
    close_round(app, opened.id)

    told = client.submit(invitation, {"body": "Te laat"}, 422)

    assert "Bericht dat het rapport klaar is" in told.words
    assert not any("tekst=uitnodiging" in link for link in client.get(address).links())


def test_without_a_round_there_is_nothing_to_write(app: Flask, client: PageClient, connection: Connection) -> None:
    with app.app_context(), writing() as session:
        network_id = add_network(session, members={"library": 1}).id
    sign_in(app, client)

    told = client.follow(client.get(f"/netwerken/{network_id}/ronde/teksten", 303))

    assert "Plan eerst een ronde." in told.words
    assert "Wat er in de mails staat" not in told.words


def test_the_round_s_page_leads_there(client: PageClient, address: str) -> None:
    assert address in client.get(address.removesuffix("/teksten")).links()


def test_another_network_s_texts_do_not_exist(app: Flask, client: PageClient, opened: OpenRound) -> None:
    make_round(app, name="Taalnetwerk Elders")
    sign_in(app, client, support="Taalsteun Noord", address="a@noord.example")

    client.get(f"/netwerken/{opened.network_id}/ronde/teksten", 404)


def test_an_archived_network_keeps_its_texts(app: Flask, client: PageClient, opened: OpenRound, address: str) -> None:
    page = client.get(address)
    with app.app_context(), writing() as session:
        session.get_one(Network, opened.network_id).archived_at_utc = clock.now()

    told = client.submit(page, {"body": "x"}, 422)

    assert "is gearchiveerd" in told.words
    assert texts_of(app) == {}
