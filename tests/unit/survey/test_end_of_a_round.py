"""A round ends at the end of its last day in the Netherlands, also on the days on which the clock changes."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from survey.clock import dutch_day, end_of
from survey.models import Round
from survey.services.ending import is_over, over_since
from survey.work.orders import closing_order

#: Last days around both changes of the clock, and when they end.
ENDS = [
    (date(2026, 3, 28), datetime(2026, 3, 28, 23, tzinfo=UTC)),
    (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),
    (date(2026, 3, 30), datetime(2026, 3, 30, 22, tzinfo=UTC)),
    (date(2026, 10, 24), datetime(2026, 10, 24, 22, tzinfo=UTC)),
    (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    (date(2026, 10, 26), datetime(2026, 10, 26, 23, tzinfo=UTC)),
]


@pytest.mark.parametrize(("last_day", "end"), ENDS)
def test_a_round_is_over_at_midnight_in_the_netherlands(last_day: date, end: datetime) -> None:
    ending = Round(closes_on=last_day)

    assert end_of(last_day).astimezone(UTC) == end
    assert not is_over(ending, end - timedelta(seconds=1))
    assert is_over(ending, end)
    assert over_since(ending) == end


@pytest.mark.parametrize(("last_day", "end"), ENDS)
def test_the_worker_looks_at_the_same_moment(last_day: date, end: datetime) -> None:
    """It asks the database for last days before today."""
    assert not last_day < dutch_day(end - timedelta(seconds=1))
    assert last_day < dutch_day(end)


def test_the_evening_of_the_last_day_has_its_hour_twice_or_not_at_all() -> None:
    """02.30 comes twice in October and never in March; neither ends anything."""
    for last_day in (date(2026, 3, 29), date(2026, 10, 25)):
        for hour in range(23):
            moment = datetime(last_day.year, last_day.month, last_day.day, hour, 30, tzinfo=UTC)
            assert is_over(Round(closes_on=last_day), moment) == (dutch_day(moment) > last_day)


def test_a_round_that_somebody_asked_to_close_is_over() -> None:
    asked = datetime(2026, 11, 2, 9, tzinfo=UTC)
    ending = Round(closes_on=date(2026, 11, 20), closing_asked_at_utc=asked)

    assert is_over(ending, asked)
    assert over_since(ending) == asked


def test_closing_is_ordered_once_an_hour() -> None:
    round_id, at = uuid4(), datetime(2026, 11, 2, 9, 5, tzinfo=UTC)

    first = closing_order(round_id, at)

    assert closing_order(round_id, at + timedelta(minutes=50)) == first
    assert closing_order(round_id, at + timedelta(hours=1)).workflow_id != first.workflow_id
    assert closing_order(uuid4(), at).workflow_id != first.workflow_id
