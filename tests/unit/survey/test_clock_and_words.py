"""Times are UTC inside, and Dutch for people."""

from datetime import UTC, date, datetime

import pytest
from babel import Locale
from flask import Flask, g

from survey import clock, i18n

WINTER = datetime(2026, 12, 11, 22, 59, 59, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 22, 0, tzinfo=UTC)


def test_now_is_utc() -> None:
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (WINTER, date(2026, 12, 11)),
        (datetime(2026, 12, 11, 23, 0, tzinfo=UTC), date(2026, 12, 12)),
        (SUMMER, date(2026, 7, 2)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_a_day_begins_at_midnight_in_the_netherlands(moment: datetime, day: date) -> None:
    assert clock.dutch_day(moment) == day


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 12, 11), datetime(2026, 12, 11, 23, 0, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, 0, tzinfo=UTC)),  # the day on which summer time begins
    ],
)
def test_a_day_ends_at_midnight_in_the_netherlands(day: date, end: datetime) -> None:
    assert clock.end_of(day) == end


def test_response_is_told_by_the_full_hour() -> None:
    assert clock.full_hour(WINTER) == datetime(2026, 12, 11, 22, 0, tzinfo=UTC)


@pytest.fixture
def speaking() -> Flask:
    app = Flask("survey")
    i18n.init_app(app)
    return app


@pytest.mark.parametrize(
    ("language", "day", "time"),
    [("nl", "vrijdag 13 november 2026", "14.32"), ("en", "Friday 13 November 2026", "14:32")],
)
def test_a_day_and_a_time_in_words(speaking: Flask, language: str, day: str, time: str) -> None:
    with speaking.test_request_context(f"/?taal={language}"):
        assert i18n.day(date(2026, 11, 13)) == day
        assert i18n.clock_time(datetime(2026, 11, 13, 13, 32, tzinfo=UTC)) == time


@pytest.mark.parametrize(("asked", "given"), [("", "nl"), ("?taal=en", "en"), ("?taal=nl", "nl"), ("?taal=xx", "nl")])
def test_the_address_asks_for_a_language_and_dutch_is_the_default(speaking: Flask, asked: str, given: str) -> None:
    with speaking.test_request_context(f"/{asked}"):
        assert i18n.language() == given


def test_a_persons_own_language_comes_before_the_address(speaking: Flask) -> None:
    with speaking.test_request_context("/?taal=nl"):
        i18n.use_language("en")
        assert i18n.language() == "en"


@pytest.mark.parametrize("unknown", ["fy", "", "<script>"])
def test_a_language_that_the_interface_lacks_becomes_dutch(speaking: Flask, unknown: str) -> None:
    with speaking.test_request_context("/"):
        i18n.use_language(unknown)
        assert g.language == "nl"


def test_every_language_of_the_interface_is_a_locale() -> None:
    assert all(Locale.parse(code).language == code for code in i18n.LANGUAGES)
