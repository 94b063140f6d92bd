"""When the rounds of the demo ran, counted back from today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from survey.clock import DUTCH_TIME, dutch_day

#: Weeks from one round to the next, from the closing of the last one until now, and the days that a round is open.
WEEKS_BETWEEN, WEEKS_SINCE, DAYS_OPEN = 26, 30, 24
#: Days since the open round opened, and from a closing to the meeting about it.
DAYS_SINCE_OPENING, DAYS_TO_MEETING = 10, 14

#: From today to the opening of a round that is only planned.
WEEKS_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Period:
    """One round in time; ``closed_at`` is ``None`` for a round that is open."""

    number: int
    opened_at: datetime
    closes_on: date
    closed_at: datetime | None
    meeting_on: date


def rounds_until(at: datetime, *, closed: int, shift: int = 0) -> Iterator[Period]:
    """Return ``closed`` rounds in the past and one that is open, oldest first.

    ``shift`` moves the open round a few days, so that not every network closes on the same day.
    """
    today = dutch_day(at)
    for number in range(1, closed + 1):
        weeks = WEEKS_SINCE + (closed - number) * WEEKS_BETWEEN
        closes_on = _workday(today - timedelta(weeks=weeks, days=shift))
        opened_on = _workday(closes_on - timedelta(days=DAYS_OPEN), step=-1)
        yield Period(number, _at(opened_on, 9), closes_on, _at(closes_on, 17), _meeting(closes_on))
    opened_on = _workday(today - timedelta(days=DAYS_SINCE_OPENING + shift % 3), step=-1)
    closes_on = _workday(today + timedelta(days=DAYS_OPEN - DAYS_SINCE_OPENING + shift))
    yield Period(closed + 1, _at(opened_on, 9), closes_on, None, _meeting(closes_on))


def planned_from(at: datetime) -> tuple[date, date, date]:
    """Return the days on which a round that is planned opens, closes and is talked about."""
    opens_on = _workday(dutch_day(at) + timedelta(weeks=WEEKS_AHEAD))
    closes_on = _workday(opens_on + timedelta(days=DAYS_OPEN))
    return opens_on, closes_on, _meeting(closes_on)


def _meeting(closes_on: date) -> date:
    return _workday(closes_on + timedelta(days=DAYS_TO_MEETING))


def _workday(day: date, step: int = 1) -> date:
    """Return ``day``, or the first day after it (before it) that is not at the weekend or around Christmas."""
    while day.weekday() >= 5 or not (1, 2) < (day.month, day.day) < (12, 24):
        day += timedelta(days=step)
    return day


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), DUTCH_TIME)
