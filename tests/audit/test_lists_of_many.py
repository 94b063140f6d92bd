"""Lists with 10,000 networks and 100,000 contacts, all within one reach: ten queries are enough for any page."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from bench import many
from bench.lists import LISTS, MOST_QUERIES, counting, questions, signed_in
from survey.database import reading
from survey.extensions import db
from survey.models import Contact, Network
from tests.pages import HOST

pytestmark = pytest.mark.audit


def test_no_page_of_a_long_list_asks_more_than_ten_queries(committed_app: Flask) -> None:
    with committed_app.app_context():
        adviser = many.fill(db.engine)
        with reading() as session:
            assert session.scalar(select(func.count()).select_from(Network)) == 10_000
            assert session.scalar(select(func.count()).select_from(Contact)) == 100_000
        client = signed_in(committed_app, adviser, "administrator")
        asked = [address for path in LISTS for _, address in questions(path)]
        numbers: dict[str, int] = {}
        for address in asked:
            with counting(db.engine) as statements:
                assert client.get(address, base_url=HOST).status_code == 200
            numbers[address] = len(statements)

    assert {address: number for address, number in numbers.items() if not 0 < number <= MOST_QUERIES} == {}
