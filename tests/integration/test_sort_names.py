"""What is kept folded beside a name follows the name, whoever writes it."""

from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import IntegrityError

from survey import clock
from survey.database import writing
from survey.models import Contact, Network, PartnerOrganisation
from survey.models.folding import TEXT_LENGTH
from tests.factories import add_network


@pytest.fixture
def made(app: Flask, connection: Connection) -> Network:
    with app.app_context(), writing() as session:
        return add_network(session, members={"library": 1}, name="Taalnetwerk Écluse")


def test_a_new_row_is_folded(app: Flask, made: Network) -> None:
    assert made.sort_name == "taalnetwerk ecluse"
    assert made.search_text == "taalnetwerk ecluse hanna bos"


def test_a_name_that_changes_is_folded_again(app: Flask, made: Network) -> None:
    with app.app_context(), writing() as session:
        network = session.get_one(Network, made.id)
        network.coordinator_name = "Ömer"
    with app.app_context(), writing() as session:
        session.expire_all()
        network = session.get_one(Network, made.id)
        assert network.search_text == "taalnetwerk ecluse omer"
        assert network.sort_name == "taalnetwerk ecluse"


def test_a_change_of_something_else_leaves_it(app: Flask, made: Network) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Network, made.id).notes = "Élan"
    with app.app_context(), writing() as session:
        assert session.get_one(Network, made.id).search_text == "taalnetwerk ecluse hanna bos"


def test_rows_written_in_bulk_are_folded(app: Flask, made: Network) -> None:
    rows = [{"id": uuid4(), "network_id": made.id, "name": name, "kind": "work"} for name in ("Éen", "Twéé")]
    with app.app_context(), writing() as session:
        session.execute(insert(PartnerOrganisation), rows)
        names = [session.get_one(PartnerOrganisation, row["id"]).sort_name for row in rows]

    assert names == ["een", "twee"]


def test_a_very_long_name_still_fits(app: Flask, made: Network) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Network, made.id).name = "ﷺ" * 200
        session.flush()
        assert len(session.get_one(Network, made.id).search_text) <= TEXT_LENGTH


def test_nothing_of_somebody_erased_can_be_left_to_search(app: Flask, made: Network) -> None:
    nobody = {"name": "", "address": None, "address_key": None, "job": "", "erased_at_utc": clock.now()}
    with app.app_context(), pytest.raises(IntegrityError, match="erased_is_nobody"), writing() as session:
        session.execute(update(Contact).where(Contact.network_id == made.id).values(nobody))
