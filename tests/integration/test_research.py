"""The research dataset: released rounds only, by a code, opened by the programs of researchers."""

from io import BytesIO
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.models import AuditEvent
from tests.endings import published_unreleased, set_round
from tests.factories import OpenRound, sign_in
from tests.pages import HOST, PageClient


@pytest.fixture
def released(app: Flask, client: PageClient) -> OpenRound:
    opened = published_unreleased(app)
    set_round(app, opened.id, released_at_utc=clock.now())
    sign_in(app, client)
    return opened


def fetch(client: PageClient, name: str) -> bytes:
    response = client.http.get(f"/{name}", base_url=HOST)
    assert response.status_code == 200
    assert name in response.headers["Content-Disposition"]
    return response.get_data()


def table(client: PageClient) -> pd.DataFrame:
    return pd.read_csv(BytesIO(fetch(client, "onderzoek.csv")), sep=";", decimal=",", encoding="utf-8-sig")


def test_a_row_for_each_released_round_under_a_code(app: Flask, client: PageClient, released: OpenRound) -> None:
    unreleased = published_unreleased(app, name="Taalnetwerk Nog Niet")
    data = table(client)
    assert len(data) == 1
    assert data["round"].tolist() == [1]
    content = fetch(client, "onderzoek.csv") + fetch(client, "onderzoek.sav")
    for secret in ("Waterdam", "Nog Niet", str(released.network_id), str(unreleased.network_id)):
        assert secret.encode() not in content


def test_the_code_stays_and_is_nobody_elses(app: Flask, client: PageClient, released: OpenRound) -> None:
    (first,) = table(client)["network"]
    other = published_unreleased(app, name="Taalnetwerk Twee")
    set_round(app, other.id, released_at_utc=clock.now())
    codes = table(client)["network"].tolist()
    assert first in codes
    assert len(set(codes)) == 2
    assert codes == sorted(codes)


def test_sav_and_codebook_say_the_same(client: PageClient, released: OpenRound, tmp_path: Path) -> None:
    (tmp_path / "onderzoek.sav").write_bytes(fetch(client, "onderzoek.sav"))
    data, meta = pyreadstat.read_sav(str(tmp_path / "onderzoek.sav"))
    assert data["network"].tolist() == table(client)["network"].tolist()
    assert fetch(client, "onderzoek.sav") == fetch(client, "onderzoek.sav")
    book = fetch(client, "onderzoek-codeboek.csv").decode("utf-8-sig")
    assert all(name in book for name in meta.column_names)


def test_a_download_is_noted(client: PageClient, released: OpenRound, connection: Connection) -> None:
    fetch(client, "onderzoek.sav")
    (details,) = connection.execute(
        select(AuditEvent.__table__.c.details).where(AuditEvent.action == "dataset.exported")
    ).scalars()
    assert details == {"rows": 1}


def test_while_nothing_is_released_it_says_so(app: Flask, client: PageClient) -> None:
    sign_in(app, client)
    assert "nog niets vrijgegeven" in client.follow(client.get("/onderzoek.sav", 303)).words


def test_an_administrator_and_another_organisation_get_nothing_of_it(
    app: Flask, client: PageClient, released: OpenRound
) -> None:
    sign_in(app, client, role="administrator", address="beheer@taalsteun.example")
    client.get("/onderzoek.csv", 404)
    sign_in(app, client, support="Taalsteun Zuid", address="zuid@taalsteun.example")
    client.get("/onderzoek.csv", 303)
