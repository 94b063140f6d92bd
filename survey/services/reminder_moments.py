"""When reminders go: days counted from opening and closing, never on a Sunday or at night; pure arithmetic.

Hours are those of the clock in the Netherlands, so that a change of the clock moves nothing for who reads the mail.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from survey.clock import DUTCH_TIME, dutch_day
from survey.services.mail_hours import FROM, by_day

#: The last day of a round, as a moment of its plan.
LAST: Final = "last"
#: Two reminders have more days than this between them.
APART: Final = timedelta(days=2)
#: All reminders of a round together.
AT_MOST: Final = 3
_SUNDAY: Final = 6
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """When a round is open: the Dutch days of opening and closing, both days on which can be filled in."""

    opened_on: date
    closes_on: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A reminder of a round's plan, and the day on which it goes."""

    name: str
    day: date


def moments(period: Period, wanted: Iterable[str]) -> list[Moment]:
    """Return the reminders by plan in order; of two that are too near to each other the later one."""
    placed = (Moment(name, day) for name in set(wanted) if (day := _day(period, name)) is not None)
    kept: list[Moment] = []
    for moment in sorted(placed, key=lambda each: (each.day, each.name)):
        if kept and is_too_near(kept[-1].day, moment.day):
            kept.pop()
        kept.append(moment)
    return kept


def _day(period: Period, name: str) -> date | None:
    """Return the day of one moment: not a Sunday, after the opening day, at the latest the last day."""
    day = period.closes_on if name == LAST else period.opened_on + timedelta(days=int(name))
    if day > period.closes_on:
        return None
    if day.weekday() == _SUNDAY:
        day += _DAY if day < period.closes_on else -_DAY
    return day if day > period.opened_on else None


def due(period: Period, wanted: Iterable[str], sent: Sequence[date], now: datetime) -> Moment | None:
    """Return the reminder by plan that is to go now; after a pause of the worker one, for all that were missed.

    Parameters
    ----------
    period
        When the round is open.
    wanted
        The moments of its plan.
    sent
        The Dutch days of the reminders that went, by plan or by hand: each stands for what was planned until then,
        and for what is planned too soon after it.
    now
        This moment.
    """
    today = dutch_day(now)
    if len(sent) >= AT_MOST or not may_go(now) or today > period.closes_on:
        return None
    planned = moments(period, wanted)
    if any(is_too_near(each, today) for each in sent):
        return None
    if any(each.day > today and is_too_near(today, each.day) for each in planned):
        return None
    missed = [each for each in planned if each.day <= today and not _stands_for(sent, each.day)]
    return missed[-1] if missed else None


def _stands_for(sent: Sequence[date], day: date) -> bool:
    return any(each >= day or is_too_near(each, day) for each in sent)


def coming(period: Period, wanted: Iterable[str], sent: Sequence[date], now: datetime) -> list[Moment]:
    """Return the reminders by plan that are still to go, if nobody does anything."""
    today, left = dutch_day(now), AT_MOST - len(sent)
    ahead = [each for each in moments(period, wanted) if each.day >= today and not _stands_for(sent, each.day)]
    return ahead[: max(0, left)]


def next_by_hand(period: Period, sent: Sequence[date], now: datetime) -> datetime | None:
    """Return from when a reminder by hand can go: ``now`` if it can at once, ``None`` if not in this round any more."""
    if len(sent) >= AT_MOST:
        return None
    earliest = max([period.opened_on + _DAY, *(each + APART + _DAY for each in sent)])
    moment = now if dutch_day(now) >= earliest else _at_nine(earliest)
    moment = by_day(moment)
    return moment if dutch_day(moment) <= period.closes_on else None


def may_go(moment: datetime) -> bool:
    """Say whether mails that remind may go at this moment."""
    return by_day(moment) == moment


def is_too_near(one: date, other: date) -> bool:
    """Say whether reminders on these days would be one too many."""
    return abs(other - one) <= APART


def _at_nine(day: date) -> datetime:
    return datetime.combine(day, FROM, DUTCH_TIME)
