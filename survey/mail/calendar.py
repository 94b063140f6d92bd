"""The days of a round for a calendar (iCalendar, RFC 5545): the last day to fill in, and the meeting.

A calendar is shared with colleagues, so nothing in it is of one person: no name and no link.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from survey import clock
from survey.clock import DUTCH_TIME
from survey.mail.message import Attachment

#: A time at the beginning of a place, and perhaps until when: "13.30 uur, Bibliotheek", "om 9:00-11:00 in de zaal".
_TIME: Final = re.compile(
    r"\s*(?:om\s+|van\s+|at\s+|from\s+)?(?P<from>\d{1,2}[.:]\d{2})"
    r"(?:\s*(?:-|–|tot|until|to)\s*(?P<to>\d{1,2}[.:]\d{2}))?(?!\d)(?:\s*(?:uur|u|h)\b)?[\s,;:.-]*",
    re.IGNORECASE,
)
#: The last Sundays of March and October: to summer time and back, from and to so many hours before Greenwich.
_CHANGES: Final = (
    (TimezoneDaylight, "CEST", 1, 2, datetime(1996, 3, 31, 2)),
    (TimezoneStandard, "CET", 2, 1, datetime(1996, 10, 27, 3)),
)
_WORDS: Final = {
    "nl": ("Laatste dag voor de vragenlijst van %s", "Bespreking van %s"),
    "en": ("Last day for the questionnaire of %s", "Meeting of %s"),
}


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of one round; ``uid`` stays what it is, so that a newer mail moves what an older one put there."""

    uid: str
    network: str
    language: str
    closes_on: date | None
    meeting_on: date | None
    place: str | None
    #: Goes up with each mail that may change what an older one said.
    sequence: int = 0
    #: Take the days away again.
    are_off: bool = False


@dataclass(frozen=True, slots=True)
class MeetingTime:
    """What a place says of the time, and what is left of it."""

    begins: time
    ends: time | None
    place: str


def calendar_of(dates: Dates) -> Attachment | None:
    """Return the days of a round as a file that calendars read; ``None`` when there are none."""
    events = [*_closing(dates), *_meeting(dates)]
    if not events:
        return None
    method = "CANCEL" if dates.are_off else "PUBLISH"
    made = _put(Calendar(), prodid="-//Netwerkspiegel//NL", version="2.0", method=method)
    for event in events:
        _put(event, sequence=dates.sequence, **({"status": "CANCELLED"} if dates.are_off else {}))
    for part in (_dutch_time(), *events):
        made.add_component(part)
    return Attachment("netwerkspiegel.ics", made.to_ical(), "text/calendar", {"method": method, "charset": "utf-8"})


def meeting_time(place: str) -> MeetingTime | None:
    """Return the time that a place begins with; ``None`` where it names none, or none that exists."""
    found = _TIME.match(place)
    begins = _clock(found["from"]) if found else None
    if found is None or begins is None:
        return None
    ends = _clock(found["to"]) if found["to"] else None
    return MeetingTime(begins, ends if ends and ends > begins else None, place[found.end() :].strip())


def _clock(written: str) -> time | None:
    hours, minutes = map(int, re.split(r"[.:]", written))
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _closing(dates: Dates) -> list[Event]:
    if dates.closes_on is None:
        return []
    event = _event(f"closing-{dates.uid}", _WORDS[dates.language][0] % dates.network)
    return [_put(event, **_all_day(dates.closes_on), transp="TRANSPARENT")]  # other appointments fit on that day


def _meeting(dates: Dates) -> list[Event]:
    if dates.meeting_on is None:
        return []
    when = meeting_time(dates.place or "")
    event = _event(f"meeting-{dates.uid}", _WORDS[dates.language][1] % dates.network)
    _put(event, **_timed(dates.meeting_on, when) if when else _all_day(dates.meeting_on))
    if place := when.place if when else dates.place:
        _put(event, location=place)
    return [event]


def _timed(day: date, when: MeetingTime) -> dict[str, datetime]:
    """Return from when, and until when only where somebody said so."""
    begins = {"dtstart": datetime.combine(day, when.begins, DUTCH_TIME)}
    return begins | ({"dtend": datetime.combine(day, when.ends, DUTCH_TIME)} if when.ends else {})


def _all_day(day: date) -> dict[str, date]:
    return {"dtstart": day, "dtend": day + timedelta(days=1)}


def _event(uid: str, summary: str) -> Event:
    return _put(Event(), uid=uid, summary=summary, dtstamp=clock.now())


def _dutch_time() -> Timezone:
    """Return the rule of Dutch time, for programs that do not know it by its name."""
    zone = _put(Timezone(), tzid=DUTCH_TIME.key)
    for kind, name, before, after, first in _CHANGES:
        every_year = {"freq": "yearly", "bymonth": first.month, "byday": "-1su"}
        offsets = {"tzoffsetfrom": timedelta(hours=before), "tzoffsetto": timedelta(hours=after)}
        zone.add_component(_put(kind(), tzname=name, dtstart=first, rrule=every_year, **offsets))
    return zone


def _put(part: Any, **values: object) -> Any:
    """Add these to a part of a calendar; the library says nothing of their types."""
    for name, value in values.items():
        part.add(name, value)
    return part
