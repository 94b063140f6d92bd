"""What pages over many networks cost: queries and bytes, and that neither grows with the networks that there are."""

import gzip
from io import BytesIO
from uuid import UUID

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import Engine, select

from bench.board_pages import PAGES
from bench.dashboard import MOST_KB, MOST_QUERIES
from bench.lists import counting
from survey import clock
from survey.database import writing
from survey.extensions import db
from survey.models import Account, ReportEdition, Round
from survey.services.dashboards import comparing
from tests.dashboards import add_stood
from tests.factories import make_round, sign_in
from tests.pages import PageClient
from tests.unit.reports.networks import given

#: More than fit on a page.
MANY = 62
FILES = ("/vergelijken.xlsx", "/ontwikkeling.xlsx", "/bibliotheek-en-welzijn.xlsx")


def add(app: Flask, adviser: Account, first: int, end: int) -> str:
    """Add networks; return the key of the first."""
    likes = ("small", "divided")
    with app.app_context(), writing() as session:
        own = session.get_one(Account, adviser.id)
        added = [add_stood(session, own, f"Netwerk {place}", likes[place % 2]).id for place in range(first, end)]
    return str(added[0])


def keep_edition(app: Flask, network: str) -> None:
    """Freeze the report of a network, as every report is that was released."""
    report = given("small")[0]
    with app.app_context(), writing() as session:
        round_id = session.scalars(select(Round.id).where(Round.network_id == UUID(network))).one()
        kept = {"document": report.to_json(), "document_hash": report.hash, "made_at_utc": clock.now()}
        session.add(ReportEdition(round_id=round_id, number=1, **kept))


def queries(engine: Engine, client: PageClient, address: str) -> int:
    with counting(engine) as asked:
        client.get(address)
    return len(asked)


def test_no_page_takes_more_than_twelve_queries_or_more_for_more_networks(app: Flask, client: PageClient) -> None:
    adviser = sign_in(app, client, role="adviser")
    make_round(app)
    network = add(app, adviser, 0, 3)
    keep_edition(app, network)
    addresses = {name: address.format(network=network) for name, address in PAGES.items()}
    with app.app_context():
        engine = db.engine
    few = {name: queries(engine, client, address) for name, address in addresses.items()}
    add(app, adviser, 3, MANY)

    many = {name: queries(engine, client, address) for name, address in addresses.items()}
    kilobytes = {name: len(gzip.compress(client.get(address).body)) / 1000 for name, address in addresses.items()}

    assert many == few
    assert {name: number for name, number in many.items() if number > MOST_QUERIES} == {}
    assert {name: number for name, number in kilobytes.items() if number > MOST_KB} == {}


@pytest.mark.parametrize("address", FILES)
def test_a_file_that_does_not_hold_all_networks_says_so(
    app: Flask, client: PageClient, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(comparing, "MOST_IN_FILE", 2)
    add(app, sign_in(app, client, role="adviser"), 1, 4)

    told = " ".join(
        str(cell.value)
        for sheet in load_workbook(BytesIO(client.get(address).body))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    )

    assert "Dit zijn de eerste 2 van 3 netwerken." in told
    assert "Netwerk 2" in told
    assert "Netwerk 3" not in told
