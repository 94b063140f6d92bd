"""When mails that remind may go: by day, and never on a Sunday, by the clock in the Netherlands."""

from datetime import datetime, time, timedelta
from typing import Final

from survey.clock import DUTCH_TIME

FROM: Final = time(9)
UNTIL: Final = time(17)
_SUNDAY: Final = 6


def by_day(moment: datetime) -> datetime:
    """Return a moment itself when it is by day; else the next nine o'clock that is no Sunday's."""
    here = moment.astimezone(DUTCH_TIME)
    if here.weekday() != _SUNDAY and FROM <= here.time() < UNTIL:
        return moment
    day = here.date() if here.time() < FROM else here.date() + timedelta(days=1)
    if day.weekday() == _SUNDAY:
        day += timedelta(days=1)
    return datetime.combine(day, FROM, DUTCH_TIME).astimezone(moment.tzinfo)
