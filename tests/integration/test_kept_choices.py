"""Kept choices of the pages over many networks: a page and what is chosen on it, their owner's only."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import event, select, update

from survey import clock
from survey.database import reading, writing
from survey.extensions import db
from survey.models import Account, Network, SavedView
from survey.queries.erasing_accounts import delete_what_hangs_on
from survey.services.saved_views import LONGEST_NAME, MOST
from tests.dashboards import add_stood
from tests.factories import sign_in
from tests.networks import audit_rows
from tests.pages import Page, PageClient

KEEP = "/bewaard"
FORM = {"class_": "keep"}
PAGES = ("/overzicht", "/vergelijken", "/ontwikkeling", "/bibliotheek-en-welzijn", "/inzet-rollen-bereik")


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def add(app: Flask, adviser: Account, *names: str, province: str = "PV26") -> list[UUID]:
    with app.app_context(), writing() as session:
        own = session.get_one(Account, adviser.id)
        return [add_stood(session, own, name, like="small", province=province).id for name in names]


def keep(client: PageClient, address: str, name: str, status: int = 303, **more: str) -> Page:
    """Keep what is chosen at this address, as its own form does."""
    return client.submit(client.get(address), {"name": name, **more}, status, form=FORM)


def kept(app: Flask) -> dict[str, tuple[str, str]]:
    with app.app_context(), reading() as session:
        return {view.name: (view.page, view.chosen) for view in session.scalars(select(SavedView))}


def view_id(app: Flask, name: str) -> UUID:
    with app.app_context(), reading() as session:
        return session.scalars(select(SavedView.id).where(SavedView.name == name)).one()


def links(page: Page) -> dict[str, str]:
    """Return the kept choices that a page offers, by name."""
    strips = page.all("nav", class_="kept-views")
    found = [link for strip in strips for link in strip.iter("a") if list(link.iter("bdi"))]
    return {"".join(next(link.iter("bdi")).itertext()): link.get("href", "") for link in found}


def many(app: Flask, adviser: Account, number: int) -> None:
    with app.app_context(), writing() as session:
        for place in range(number):
            given = {"page": "vergelijken", "chosen": "wie=", "saved_at_utc": clock.now()}
            session.add(SavedView(id=uuid4(), account_id=adviser.id, name=f"Keuze {place}", **given))


@pytest.mark.parametrize("address", PAGES)
def test_what_is_chosen_is_kept_and_opens_on_every_page(
    app: Flask, client: PageClient, adviser: Account, address: str
) -> None:
    add(app, adviser, "Een")
    asked = f"{address}?wie=&provincie=PV26" if address != "/overzicht" else f"{address}?wie="

    after = client.follow(keep(client, asked, "Utrecht"))

    assert "Bewaard als ‘Utrecht’." in after.words
    assert len([link for link in after.all("a", aria_current="true") if list(link.iter("bdi"))]) == 1
    elsewhere = client.get("/vergelijken?wie=mijn&provincie=PV26&groepeer=regio")
    assert links(elsewhere) == {"Utrecht": asked}
    assert not [link for link in elsewhere.all("a", aria_current="true") if list(link.iter("bdi"))]


def test_networks_that_were_chosen_one_by_one_are_kept(app: Flask, client: PageClient, adviser: Account) -> None:
    one, two = add(app, adviser, "Een", "Twee")
    beside = f"/vergelijken/naast-elkaar?netwerk={one}&netwerk={two}"

    keep(client, beside, "Buren")
    keep(client, f"/ontwikkeling?netwerk={one}", "Een door de jaren")

    assert links(client.get(beside)) == {"Buren": beside, "Een door de jaren": f"/ontwikkeling?netwerk={one}"}


def test_a_topic_is_kept_and_no_page_of_a_list(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")

    keep(client, "/vergelijken?onderwerp=roles&bladzijde=1", "Rollen")

    assert kept(app) == {"Rollen": ("vergelijken", "wie=mijn&onderwerp=roles")}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Geef deze keuze een naam, zodat je die terugvindt."),
        ("   ", "Geef deze keuze een naam, zodat je die terugvindt."),
        ("x" * (LONGEST_NAME + 1), "61 tekens"),
        ("Een\u202enaam", "Typ het opnieuw"),
    ],
    ids=["nothing", "spaces", "too long", "turned around"],
)
def test_a_name_that_cannot_be_is_said_and_the_choice_stays(
    app: Flask, client: PageClient, adviser: Account, name: str, sentence: str
) -> None:
    add(app, adviser, "Een")

    page = keep(client, "/vergelijken?provincie=PV26", name, 422)

    assert sentence in page.words
    assert not kept(app)
    assert page.one("input", name="chosen").get("value") == "wie=mijn&provincie=PV26"


def test_a_name_that_is_taken_can_be_changed_or_replaced(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")
    keep(client, "/vergelijken", "Mijn keuze")

    page = keep(client, "/ontwikkeling", "mijn KEUZE", 422)

    assert "Je hebt al een keuze met deze naam bewaard." in page.words
    (chosen,) = page.one("select", name="instead").findall("option[@selected]")
    assert chosen.get("value") == str(view_id(app, "Mijn keuze"))
    assert kept(app) == {"Mijn keuze": ("vergelijken", "wie=mijn")}

    keep(client, "/ontwikkeling", "mijn KEUZE", instead=chosen.get("value", ""))
    assert kept(app) == {"mijn KEUZE": ("ontwikkeling", "wie=mijn")}


def test_what_is_replaced_keeps_its_name(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")
    keep(client, "/vergelijken", "Klein")

    keep(client, "/vergelijken?provincie=PV26", "", instead=str(view_id(app, "Klein")))

    assert kept(app) == {"Klein": ("vergelijken", "wie=mijn&provincie=PV26")}


def test_what_was_to_be_replaced_is_gone_in_another_tab(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")

    page = keep(client, "/vergelijken", "", 422, instead=str(uuid4()))

    assert "De keuze die je wilde vervangen, is er niet meer." in page.words


def test_the_same_sent_twice_is_kept_once(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")

    keep(client, "/vergelijken", "Dubbel")
    keep(client, "/vergelijken", "Dubbel")

    assert list(kept(app)) == ["Dubbel"]
    assert [action for action, _ in audit_rows(app)].count("saved_view.kept") == 1


def test_no_more_than_fit_are_kept(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")
    many(app, adviser, MOST)

    page = keep(client, "/vergelijken", "Nog een", 422)

    assert "Je hebt 30 keuzes bewaard, en meer passen er niet." in page.words
    assert len(kept(app)) == MOST


def test_it_gets_another_name(app: Flask, client: PageClient, adviser: Account) -> None:
    keep(client, "/vergelijken", "Oud")
    keep(client, "/vergelijken?wie=", "Bezet")
    address = f"{KEEP}/{view_id(app, 'Oud')}"

    refused = client.submit(client.get(address), {"name": "Bezet"}, 422, form={"id": "rename"})
    assert "Je hebt al een keuze met deze naam bewaard." in refused.words
    client.submit(client.get(address), {"name": "Nieuw"}, form={"id": "rename"})

    assert set(kept(app)) == {"Nieuw", "Bezet"}


def test_it_is_deleted_from_a_page_that_says_what_goes(app: Flask, client: PageClient, adviser: Account) -> None:
    keep(client, "/vergelijken", "Weg ermee")
    address = f"{KEEP}/{view_id(app, 'Weg ermee')}"
    page = client.get(address)
    assert "Aan netwerken verandert niets." in page.words

    client.submit(page, {}, form={"id": "delete"})

    assert not kept(app)
    assert "‘Weg ermee’ is gewist." in client.get(KEEP).words


def test_what_was_deleted_in_another_tab_is_told_above_what_is_left(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    keep(client, "/vergelijken", "Weg ermee")
    keep(client, "/ontwikkeling", "Blijft")
    address = f"{KEEP}/{view_id(app, 'Weg ermee')}"
    page = client.get(address)
    client.submit(page, {}, form={"id": "delete"})

    for again in (
        client.get(address, 404),
        client.submit(page, {}, 404, form={"id": "delete"}),
        client.submit(page, {"name": "Anders"}, 404, form={"id": "rename"}),
    ):
        assert "Deze keuze is er niet meer. Hieronder staat wat je nu bewaart." in again.words
        assert "Blijft" in again.words


def test_the_same_choice_under_another_name_is_kept_and_said_to_be_the_same(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    keep(client, "/vergelijken", "Eerst")
    keep(client, "/vergelijken", "Eerst")
    assert "dezelfde keuze" not in client.get(KEEP).words
    keep(client, "/vergelijken", "Nog eens")

    assert "Je bewaarde dezelfde keuze al als ‘Eerst’." in client.get(KEEP).words
    assert set(kept(app)) == {"Eerst", "Nog eens"}


def test_the_list_says_what_each_is(app: Flask, client: PageClient, adviser: Account) -> None:
    assert "Je hebt nog niets bewaard" in client.get(KEEP).words
    one, two = add(app, adviser, "Een", "Twee")
    keep(client, "/vergelijken?wie=&provincie=PV26", "Utrecht")
    keep(client, f"/vergelijken/naast-elkaar?netwerk={one}&netwerk={two}", "Buren")

    keep(client, "/vergelijken?onderwerp=roles", "Rollen")
    page = client.get(KEEP)
    words = page.words

    assert "Onderwerp: Rollen en taken" in words
    assert any(link.endswith("onderwerp=roles#onderwerp") for link in page.links())
    assert "Utrecht Vergelijken. Van wie: Alle netwerken van Taalsteun Midden; Provincie: Utrecht" in words
    assert "Netwerken naast elkaar. 2 netwerken" in words


def test_nobody_else_sees_or_changes_it(app: Flask, client: PageClient, adviser: Account) -> None:
    keep(client, "/vergelijken", "Van mij")
    address = f"{KEEP}/{view_id(app, 'Van mij')}"
    sign_in(app, client, role="adviser", address="ander@midden.example")

    assert not links(client.get("/vergelijken"))
    client.get(address, 404)
    page = keep(client, "/vergelijken", "", 422, instead=address.rpartition("/")[2])
    assert "is er niet meer" in page.words
    keep(client, "/ontwikkeling", "Van mij")
    assert links(client.get("/vergelijken")) == {"Van mij": "/ontwikkeling?wie="}


def test_what_can_no_longer_be_chosen_is_said_with_a_next_step(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    (one,) = add(app, adviser, "Een", province="PV20")
    add(app, adviser, "Twee")
    keep(client, "/vergelijken?provincie=PV20", "Groningen")
    with app.app_context(), writing() as session:
        session.execute(update(Network).where(Network.id == one).values(archived_at_utc=clock.now()))

    page = client.get(links(client.get("/overzicht"))["Groningen"])

    assert "Niet alles wat je als ‘Groningen’ bewaarde, kun je nog kiezen." in page.words
    keep(client, "/vergelijken", "", instead=str(view_id(app, "Groningen")))
    assert kept(app) == {"Groningen": ("vergelijken", "wie=mijn")}


def test_networks_that_were_handed_over_are_not_named(app: Flask, client: PageClient, adviser: Account) -> None:
    one, two = add(app, adviser, "Blijft", "Vertrokken")
    keep(client, f"/vergelijken/naast-elkaar?netwerk={one}&netwerk={two}", "Buren")
    keep(client, f"/ontwikkeling?netwerk={two}", "Alleen")
    with app.app_context(), writing() as session:
        session.execute(update(Network).where(Network.id == two).values(archived_at_utc=clock.now()))

    found = links(client.get("/overzicht"))
    beside, alone = client.get(found["Buren"]), client.get(found["Alleen"])

    assert "Vertrokken" not in beside.text
    assert "Vertrokken" not in alone.text
    assert "staan hier niet" in beside.words
    assert "Niet alles wat je als ‘Alleen’ bewaarde, kun je nog kiezen." in alone.words


@pytest.mark.parametrize(
    "given",
    [{}, {"page": "beheer", "chosen": ""}, {"page": "vergelijken", "chosen": "x" * 2001}],
    ids=["nothing", "no such page", "too long"],
)
def test_a_form_made_by_hand_keeps_nothing(
    app: Flask, client: PageClient, adviser: Account, given: dict[str, Any]
) -> None:
    token = client.get("/vergelijken").form(class_="keep").fields["csrf_token"]

    client.post(KEEP, {"csrf_token": token, "name": "Vreemd", **given}, 303)

    assert "Er was niets om te bewaren." in client.get(KEEP).words
    assert not kept(app)


def test_only_what_can_be_chosen_is_kept(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")
    chosen = "provincie=PV99&netwerk=x&geheim=1&onderwerp=%3Cscript%3E&grootte=klein&bladzijde=4"

    keep(client, "/vergelijken", "Vreemd", chosen=chosen)

    assert kept(app) == {"Vreemd": ("vergelijken", "wie=mijn&grootte=klein")}


def test_the_link_says_whose_networks_it_shows(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")

    mine, everybody = client.get("/vergelijken?provincie=PV26"), client.get("/vergelijken?wie=")

    link = unescape(mine.one("input", id="link-here").get("value", ""))
    assert re.match(r"https?://[^/]+/vergelijken\?", link)
    assert parse_qs(link.partition("?")[2]) == {"wie": ["mijn"], "provincie": ["PV26"]}
    assert "‘Mijn netwerken’ zijn dan die van je collega." in mine.words
    assert "‘Mijn netwerken’ zijn dan" not in everybody.words


def test_it_goes_with_the_account(app: Flask, client: PageClient, adviser: Account) -> None:
    keep(client, "/vergelijken", "Van mij")

    with app.app_context(), writing() as session:
        delete_what_hangs_on(session, account=session.get_one(Account, adviser.id))

    assert not kept(app)


@pytest.mark.parametrize("address", [*PAGES, "/vergelijken/naast-elkaar"])
def test_kept_choices_cost_one_query(app: Flask, client: PageClient, adviser: Account, address: str) -> None:
    ids = add(app, adviser, "Een", "Twee", "Drie")
    many(app, adviser, MOST)
    chosen = "&".join(f"netwerk={each}" for each in ids) if "naast" in address else "onderwerp=roles"
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    client.get(f"{address}?{chosen}")

    selects = [each for each in asked if each.lower().startswith("select")]
    assert len(selects) <= 12, "\n".join(selects)
    assert len([each for each in selects if "saved_view" in each]) == 1


def test_what_was_done_is_in_the_audit_log_without_the_name(app: Flask, client: PageClient, adviser: Account) -> None:
    keep(client, "/vergelijken", "Geheime naam")
    keep(client, "/ontwikkeling", "", instead=str(view_id(app, "Geheime naam")))

    assert ("saved_view.kept", {}) in audit_rows(app)
    assert ("saved_view.replaced", {}) in audit_rows(app)


def test_side_by_side_without_networks_is_nothing_to_keep(app: Flask, client: PageClient, adviser: Account) -> None:
    (one,) = add(app, adviser, "Waterdam")
    empty = client.get("/vergelijken/naast-elkaar")
    chosen = client.get(f"/vergelijken/naast-elkaar?netwerk={one}")

    assert not empty.all("form", **FORM)
    assert chosen.all("form", **FORM)
    fields = {**chosen.form(**FORM).fields, "name": "Leeg", "chosen": "netwerk=x"}
    assert "Er was niets om te bewaren" in client.follow(client.post(KEEP, fields, 303)).words
    assert kept(app) == {}


def test_an_address_that_takes_a_form_only_says_where_to_go(client: PageClient, adviser: Account) -> None:
    page = client.get(f"{KEEP}/{uuid4()}/wissen", 405)

    assert "gebruik de knoppen daar" in page.words
    assert "/overzicht" in page.links()
