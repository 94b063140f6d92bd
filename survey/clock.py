"""What time it is, and what day that is for people in the Netherlands."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

#: Closing dates and the times that people read are in Dutch time; everything stored is UTC.
DUTCH_TIME = ZoneInfo("Europe/Amsterdam")

_DAYS_A_MONTH: Final = 30.44


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def full_hour(moment: datetime) -> datetime:
    """Return the last full hour: response while a round is open is told per hour, not per answer (rule R10)."""
    return moment.replace(minute=0, second=0, microsecond=0)


def months(number: int) -> timedelta:
    """Return how long so many months are, whichever they are: for terms of keeping."""
    return timedelta(days=_DAYS_A_MONTH * number)


def dutch_day(moment: datetime) -> date:
    """Return the day that ``moment`` falls on in the Netherlands."""
    return moment.astimezone(DUTCH_TIME).date()


def beginning_of(day: date) -> datetime:
    """Return the moment at which a day begins in the Netherlands."""
    return datetime.combine(day, time(), DUTCH_TIME)


def end_of(day: date) -> datetime:
    """Return the moment at which a day ends in the Netherlands."""
    return beginning_of(day + timedelta(days=1))
