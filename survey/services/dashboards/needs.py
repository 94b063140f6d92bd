"""What a network needs now, in the order of urgency: a function of dates and totals, and never of a score."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import Final

from reports.disclosure.policy import K_ITEM, K
from survey.clock import dutch_day
from survey.queries.response_totals import Totals
from survey.queries.standings.moments import Agreed, Moment

#: Closing, opening, a meeting: that is soon.
SOON: Final = timedelta(days=7)
#: A meeting is prepared from so long before.
MEETING_SOON: Final = timedelta(days=14)
#: After so long without a round it is time for the next one.
NEXT_ROUND_AFTER: Final = timedelta(days=300)


#: Thousands of networks are asked about the same day.
_day: Final = lru_cache(1024)(dutch_day)


class Urgency(IntEnum):
    """What needs somebody, the most urgent first."""

    OPENING_REFUSED = 1
    CLOSES_WITH_TOO_FEW = 2
    BOUNCED = 3
    TO_RELEASE = 4
    CLOSES_WITH_FEW = 5
    LATE_ACTIONS = 6
    TOO_FEW_SO_FAR = 7
    MEETING = 8
    NEVER_ASKED = 9
    TIME_FOR_NEXT = 10
    OPENS = 11
    RUNS = 12
    NOTHING = 13


#: From here on nobody has to do anything now.
CALM: Final = Urgency.OPENS

#: Of these the days are those that somebody has waited already.
_WAITING: Final = frozenset({Urgency.TO_RELEASE, Urgency.LATE_ACTIONS, Urgency.TIME_FOR_NEXT})


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a network needs; ``days`` until it is too late, or since when it waits; ``number`` of what."""

    urgency: Urgency
    days: int = 0
    number: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among needs: the most urgent first, then what is soonest, or what waits longest."""
        return self.urgency, -self.days if self.urgency in _WAITING else self.days


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one network on one day."""

    moment: Moment
    totals: Totals
    agreed: Agreed
    at: datetime

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return _day(self.at)

    @property
    def answered(self) -> int:
        """How many sent in, as far as staff may know."""
        return self.totals.by_code if self.moment.is_by_code else self.totals.sent_in


def needs(facts: Facts) -> list[Need]:
    """Return what a network needs, the most urgent first; always one thing at least."""
    found = [*_of_plan(facts), *_of_open_round(facts), *_of_closed_round(facts), *_of_actions(facts)]
    return sorted(found, key=lambda need: need.place) or [Need(Urgency.NOTHING)]


def dates(facts: Facts) -> list[tuple[date, str]]:
    """Return what happens from today on, the first day first: ``closes``, ``meeting``, ``opens`` or ``ready``."""
    moment = facts.moment
    days = (
        (moment.closes_on if moment.is_open else None, "closes"),
        (moment.meeting_on, "meeting"),
        (moment.opens_on, "opens"),
        (facts.agreed.next_on, "ready"),
    )
    return sorted((day, what) for day, what in days if day is not None and day >= facts.today)


def _of_plan(facts: Facts) -> Iterator[Need]:
    moment = facts.moment
    if moment.was_refused:
        yield Need(Urgency.OPENING_REFUSED)
    elif moment.opens_on is not None and not moment.is_open:
        yield Need(Urgency.OPENS, days=max(0, (moment.opens_on - facts.today).days))


def _of_open_round(facts: Facts) -> Iterator[Need]:
    moment, answered = facts.moment, facts.answered
    if not moment.is_open or moment.closes_on is None:
        return
    left = (moment.closes_on - facts.today).days
    is_soon = left <= SOON.days
    if answered < K:
        yield Need(Urgency.CLOSES_WITH_TOO_FEW if is_soon else Urgency.TOO_FEW_SO_FAR, max(0, left), answered)
    elif answered < K_ITEM and is_soon and (moment.is_by_code or facts.totals.invited >= K_ITEM):
        yield Need(Urgency.CLOSES_WITH_FEW, max(0, left), answered)
    else:
        yield Need(Urgency.RUNS, max(0, left), answered)
    if facts.totals.bounced:
        yield Need(Urgency.BOUNCED, max(0, left), facts.totals.bounced)


def _of_closed_round(facts: Facts) -> Iterator[Need]:
    moment = facts.moment
    if moment.round_id is None:
        if not (moment.plans and moment.opens_on):
            yield Need(Urgency.NEVER_ASKED)
        return
    if moment.closed_at_utc is None:
        return
    closed_on = _day(moment.closed_at_utc)
    if moment.released_at_utc is None and moment.has_results:
        yield Need(Urgency.TO_RELEASE, days=(facts.today - closed_on).days)
    if moment.meeting_on is not None and facts.today <= moment.meeting_on <= facts.today + MEETING_SOON:
        yield Need(Urgency.MEETING, days=(moment.meeting_on - facts.today).days)
    if facts.today - closed_on >= NEXT_ROUND_AFTER and moment.opens_on is None:
        yield Need(Urgency.TIME_FOR_NEXT, days=(facts.today - closed_on).days)


def _of_actions(facts: Facts) -> Iterator[Need]:
    if facts.agreed.late_since is not None:
        yield Need(Urgency.LATE_ACTIONS, (facts.today - facts.agreed.late_since).days, facts.agreed.late)
