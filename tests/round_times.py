"""A round that is open at a time of a test's own: when it opened, and what time it is now."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Final

import pytest
from flask import Flask

from survey import access, clock
from survey.clock import DUTCH_TIME
from survey.database import writing
from survey.models import Round
from tests.factories import OpenRound, add_network, key_of, open_next_round

#: A Monday; rounds last three weeks, until Monday 23 November.
OPENED: Final = date(2026, 11, 2)

Set = Callable[[datetime], None]


def dutch(day: int, hour: int = 10, minute: int = 30, *, month: int = 11) -> datetime:
    """Return a moment in this November by the Dutch clock."""
    return datetime.combine(date(2026, month, day), time(hour, minute), DUTCH_TIME).astimezone(UTC)


def setting_clock(monkeypatch: pytest.MonkeyPatch) -> Set:
    """Return what sets the clock, which then stands still; who is signed in stays so, whatever time it becomes."""
    monkeypatch.setattr(access, "SESSION_LASTS", timedelta(days=366))

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    return set_clock


def ticking_clock(monkeypatch: pytest.MonkeyPatch) -> Set:
    """Return what sets the clock, which then goes on by a millisecond whenever somebody looks at it.

    So what happens one after the other has an order that does not depend on ids.
    """
    set_clock, ticks = setting_clock(monkeypatch), count(1)

    def set_ticking(moment: datetime) -> None:
        set_clock(moment)
        monkeypatch.setattr(clock, "now", lambda: moment + timedelta(milliseconds=next(ticks)))

    return set_ticking


def open_round_of(
    app: Flask, members: Mapping[str, int], *, name: str = "Taalnetwerk Waterdam", reminds_on: tuple[str, ...] = ()
) -> OpenRound:
    """Open a round on Monday 2 November for three weeks."""
    with app.app_context(), writing() as session:
        network = add_network(session, members=members, name=name)
        opened = open_next_round(session, network=network, key=key_of(app), at=dutch(2, 9))
        row = session.get_one(Round, opened.id)
        row.reminds_on, row.releases_at_once = list(reminds_on), False
        assert row.closes_on == OPENED + timedelta(days=21)
        return opened
