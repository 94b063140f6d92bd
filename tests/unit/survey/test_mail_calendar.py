"""Days for a calendar: read back as a calendar program does."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from icalendar import Calendar

from survey.clock import DUTCH_TIME
from survey.mail.calendar import Dates, calendar_of, meeting_time

CLOSES = date(2026, 12, 11)
MEETS = date(2027, 7, 1)


def read(**changes: Any) -> tuple[Any, list[Any]]:
    """Make a calendar and read it; return it with its events."""
    values: dict[str, Any] = {
        "uid": "1@x",
        "network": "Waterdam",
        "language": "nl",
        "closes_on": CLOSES,
        "meeting_on": MEETS,
        "place": None,
    }
    made = calendar_of(Dates(**(values | changes)))
    assert made is not None
    assert all(len(line) <= 75 for line in made.content.split(b"\r\n"))
    calendar: Any = Calendar.from_ical(made.content)
    return calendar, calendar.walk("VEVENT")


def test_the_last_day_and_the_meeting_are_days() -> None:
    calendar, (closing, meeting) = read()

    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    assert (closing.decoded("DTSTART"), closing.decoded("DTEND")) == (CLOSES, date(2026, 12, 12))
    assert closing["SUMMARY"] == "Laatste dag voor de vragenlijst van Waterdam"
    assert closing["TRANSP"] == "TRANSPARENT"
    assert (meeting.decoded("DTSTART"), meeting["SUMMARY"]) == (MEETS, "Bespreking van Waterdam")
    assert "LOCATION" not in meeting


def test_a_meeting_with_a_time_is_in_dutch_time() -> None:
    calendar, (_, meeting) = read(place="13.30-15.00 uur, Bibliotheek Waterdam")

    assert meeting.decoded("DTSTART").astimezone(UTC) == datetime(2027, 7, 1, 11, 30, tzinfo=UTC)
    assert meeting.decoded("DTEND").astimezone(UTC) == datetime(2027, 7, 1, 13, 0, tzinfo=UTC)
    assert meeting["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert meeting["LOCATION"] == "Bibliotheek Waterdam"
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Amsterdam"


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 3, 30), date(2026, 10, 24), date(2026, 10, 26)])
def test_the_rule_of_dutch_time_is_the_one_of_the_clock(day: date) -> None:
    """A program that does not know the zone by its name has only our rule."""
    calendar, _ = read()
    (zone,) = calendar.walk("VTIMEZONE")
    noon = datetime.combine(day, time(12))

    assert zone.to_tz().utcoffset(noon) == noon.replace(tzinfo=DUTCH_TIME).utcoffset()


def test_a_long_place_arrives_whole() -> None:
    place = "Café ’t Hoekje, Dorpsstraat 1; zaal 2\nachteringang, bel aan bij “Taal” \\ " + "straat, " * 30

    _, (_, meeting) = read(place=place)

    assert meeting["LOCATION"] == place


def test_an_end_is_told_only_where_somebody_said_so() -> None:
    _, (_, meeting) = read(place="om 9:00 in de zaal")

    assert "DTEND" not in meeting
    assert meeting["LOCATION"] == "in de zaal"


def test_every_mail_names_the_same_days_by_the_same_ids() -> None:
    different: list[dict[str, Any]] = [{}, {"language": "en"}, {"place": "9.00"}, {"closes_on": MEETS}]

    for changes in different:
        assert [event["UID"] for event in read(**changes)[1]] == ["closing-1@x", "meeting-1@x"]


def test_without_days_there_is_no_calendar() -> None:
    assert calendar_of(Dates("1@x", "Waterdam", "nl", None, None, "9.00 uur")) is None
    assert [event["UID"] for event in read(closes_on=None)[1]] == ["meeting-1@x"]


@pytest.mark.parametrize(
    ("place", "begins", "ends", "rest"),
    [
        ("13.30 uur, Bibliotheek", time(13, 30), None, "Bibliotheek"),
        ("van 9:00 tot 11.15 uur in de Kom", time(9), time(11, 15), "in de Kom"),
        ("9.00u – zaal", time(9), None, "– zaal"),
        ("13.30", time(13, 30), None, ""),
        ("15.00-13.00 uur: x", time(15), None, "x"),
    ],
)
def test_a_time_at_the_beginning_of_a_place_is_read(place: str, begins: time, ends: time | None, rest: str) -> None:
    found = meeting_time(place)

    assert found is not None
    assert (found.begins, found.ends, found.place) == (begins, ends, rest)


@pytest.mark.parametrize(
    "place", ["", "Bibliotheek, 13.30 uur", "25.00 uur", "12.345 m2", "1234", "13.75 uur", "zaal 2.04"]
)
def test_what_is_no_time_is_left_a_place(place: str) -> None:
    assert meeting_time(place) is None
