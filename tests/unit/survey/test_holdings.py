"""The privacy officer's page is complete: every table, and every column that can hold something about a person."""

from datetime import timedelta

import pytest
from flask import Flask
from flask_babel import Babel
from sqlalchemy import JSON, LargeBinary, String

from survey.models import Base
from survey.privacy import terms
from survey.privacy.elsewhere import ELSEWHERE
from survey.privacy.holding import SEERS
from survey.privacy.holdings import HOLDINGS
from survey.services import erasing, retention

#: A column of these kinds can hold a name, an address or a text.
TEXTS = (String, LargeBinary, JSON)


def test_every_table_is_in_one_kind_of_data() -> None:
    told = [table for holding in HOLDINGS for table in holding.tables]

    assert sorted(told) == sorted(Base.metadata.tables)


def test_every_text_is_told_apart_as_about_a_person_or_not() -> None:
    told: dict[str, list[str]] = {name: [] for name in Base.metadata.tables}
    for holding in HOLDINGS:
        for columns in (holding.personal, holding.plain):
            for table, names in columns.items():
                told[table] += names
    held = {
        table.name: sorted(column.name for column in table.columns if isinstance(column.type, TEXTS))
        for table in Base.metadata.tables.values()
    }

    assert {table: sorted(names) for table, names in told.items()} == held


def test_every_term_and_every_seer_has_its_words() -> None:
    used = {each.term for each in (*HOLDINGS, *ELSEWHERE)}

    assert used == set(terms.SENTENCES)
    assert {seer for holding in HOLDINGS for seer in holding.seers} == set(SEERS)
    for holding in HOLDINGS:
        assert holding.seers


@pytest.fixture
def spoken() -> Flask:
    """An application that speaks English and nothing else; no database."""
    app = Flask(__name__)
    Babel(app, locale_selector=lambda: "en")
    return app


def test_a_term_says_the_number_by_which_is_deleted(spoken: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    with spoken.test_request_context():
        assert terms.sentence("sealed") == "730 days after the closing"
        assert terms.sentence("sessions") == "until signing out, and 12 hours at most"

        monkeypatch.setattr(retention, "DAYS_SEALED", 365)
        monkeypatch.setattr(retention, "IMPORTS_KEPT", timedelta(hours=3))
        monkeypatch.setattr(erasing, "DAYS_IN_BACKUPS", 7)

        assert terms.sentence("sealed") == "365 days after the closing"
        assert terms.sentence("imports") == "until the file was carried out, and 3 hours at most"
        assert terms.sentence("backups") == "7 days at most"


def test_every_term_can_be_said_and_has_no_gap_left(spoken: Flask) -> None:
    with spoken.test_request_context():
        for term, message in terms.SENTENCES.items():
            length = terms.lengths().get(term)
            assert bool(length) == ("%(length)s" in message), term
            assert (length or "") in terms.sentence(term)
