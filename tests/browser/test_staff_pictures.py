"""Pictures of the staff's pages for the handbook, made afresh (``PICTURES=1`` writes them)."""

from itertools import cycle
from typing import Final

import pytest
from flask import Flask
from playwright.sync_api import Page
from sqlalchemy import select

from survey import clock
from survey.database import writing
from survey.models import Account
from survey.services import contacts, networks, organisations
from survey.services.contacts import Details
from tests.browser.conftest import Visit
from tests.browser.running import Site
from tests.browser.staff_states import enter
from tests.browser.test_pictures import keep
from tests.browser.visiting import go
from tests.factories import key_of, open_next_round
from tests.two_organisations import World

#: Invented, as everything here.
NETWORK: Final = "Taalnetwerk Rijnveld"
STAFF: Final = ("Hanna Bos", "Petra Scholten", "Ida Bakker", "Wiebe van Leeuwen", "Chantal Lim", "Bilal Nguyen")
MEMBERS: Final = {
    ("Bibliotheek Rijnveld", "library"): (("Noor Smit", "taalcoach"), ("Ali Vos", "programmamaker")),
    ("Welzijn Rijnveld", "welfare"): (("Samira el Idrissi", "sociaal werker"), ("Bo de Wit", "")),
    ("Gemeente Rijnveld", "municipality"): (("Hanna Bos", "beleidsmedewerker"),),
}
PARTNERS: Final = """Organisatie;Soort;Naam;E-mailadres;Functie
Bibliotheek Rijnveld;bieb;Noor Smit;noor.smit@rijnveld.example;taaldocent
Roc Rijnland;roc;Ilse Postma;ilse@roc.example;docent
Roc Rijnland;roc;Ilse Postma;ILSE@roc.example ;
Tafeltennisclub;tafeltennis;Kim Boer;kim@tafel.example;
"""


@pytest.fixture(scope="module")
def network(site: Site) -> str:
    """The address of a network with people who have names, and an open round."""
    return f"/netwerken/{site.do(_make, site.world)}"


def _make(app: Flask, world: World) -> str:
    with app.app_context(), writing() as session:
        for account, name in zip(
            session.scalars(select(Account).order_by(Account.address)), cycle(STAFF), strict=False
        ):
            account.name = name
        adviser = session.get_one(Account, world.midden.accounts["adviser"])
        adviser.name = "Joris Veenstra"
        made = networks.add_network(session, adviser=adviser, name=NETWORK, province="Utrecht", coordinator="Hanna Bos")
        for (name, kind), people in MEMBERS.items():
            organisation = organisations.add_organisation(session, network=made, name=name, kind=kind)
            for person, job in people:
                address = f"{person.lower().replace(' ', '.')}@rijnveld.example"
                details = Details(person, address, "nl", job=job)
                contacts.add(session, organisation=organisation, details=details)
        open_next_round(session, network=made, key=key_of(app), at=clock.now())
    return str(made.id)


def test_the_list_of_networks_makes_a_picture(visit: Visit, site: Site, network: str) -> None:
    keep(shown(visit, site, "/netwerken"), "netwerken-1280")


def test_one_network_makes_a_picture(visit: Visit, site: Site, network: str) -> None:
    keep(shown(visit, site, network), "netwerk-1280")


def test_an_import_makes_a_picture(visit: Visit, site: Site, network: str) -> None:
    page = shown(visit, site, f"{network}/importeren")
    page.locator("main input[type=file]").set_input_files(
        {"name": "partners.csv", "mimeType": "text/csv", "buffer": PARTNERS.encode()}
    )
    page.locator("main form").filter(has=page.locator("input[type=file]")).locator("button").first.click()
    page.wait_for_url("**/importeren/*-*")
    keep(page, "importeren-1280")


def test_signing_in_makes_a_picture(visit: Visit, site: Site) -> None:
    page = visit((360, 860))
    go(page, "/inloggen")
    keep(page, "inloggen-360")


def shown(visit: Visit, site: Site, address: str) -> Page:
    page = visit((1280, 900))
    enter(page, site, "adviser")
    go(page, address)
    return page
