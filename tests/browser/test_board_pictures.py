"""Pictures of pages over many networks for the handbook, made afresh (``PICTURES=1`` writes them)."""

from datetime import timedelta
from typing import Final

import pytest
from flask import Flask
from playwright.sync_api import Page
from sqlalchemy import update

from survey import clock
from survey.database import writing
from survey.models import Account, Network, Round
from tests.agreeing import agree
from tests.browser.conftest import Visit
from tests.browser.pictured_rounds import make_network
from tests.browser.running import Site
from tests.browser.staff_states import enter
from tests.browser.test_pictures import keep
from tests.browser.visiting import go
from tests.dashboards import add_stood
from tests.factories import key_of, open_next_round
from tests.two_organisations import World

#: Invented, as everything here: what each network is like, and its province.
NETWORKS: Final = {
    "Taalpact Rijnveld": ("large", "PV26"),
    "Taalnetwerk Kop en Mond": ("divided", "PV21"),
    "Taalhuis Broekerland": ("middling", "PV27"),
    "Taal aan Zee": ("small", "PV28"),
    "Noordrand Leest": ("large", "PV27"),
    "Taalkring De Venen": ("divided", "PV25"),
    "Samen Taalvaardig Oost": ("middling", "PV23"),
    "Taalpunt Zuiderlanden": ("large", "PV30"),
}


@pytest.fixture(scope="module", autouse=True)
def _stood(site: Site) -> None:
    site.do(_add, site.world)


def _add(app: Flask, world: World) -> None:
    """Make networks with reports, one with an action that is late, and one whose first round is nearly over."""
    now, fresh = clock.now(), make_network(app, world, "Waterdam")
    with app.app_context(), writing() as session:
        adviser = session.get_one(Account, world.midden.accounts["adviser"])
        made = [add_stood(session, adviser, name, like, province=where) for name, (like, where) in NETWORKS.items()]
        waterdam = session.get_one(Network, fresh)
        opened = open_next_round(session, network=waterdam, key=key_of(app), at=now - timedelta(days=20))
        closes = (now + timedelta(days=4)).date()
        session.execute(update(Round).where(Round.id == opened.id).values(closes_on=closes))
        late = made[0].id
    agree(app, late, due_on=(now - timedelta(days=9)).date(), person="Ida Bakker")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/overzicht", "mijn-netwerken-1280"),
        ("/vergelijken", "vergelijken-1280"),
    ],
)
def test_a_page_over_many_networks_makes_a_picture(visit: Visit, site: Site, address: str, name: str) -> None:
    page: Page = visit((1280, 900))
    enter(page, site, "adviser")
    go(page, address)
    keep(page, name)
