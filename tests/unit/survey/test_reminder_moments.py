"""When reminders go, over years of openings and closings: never on a Sunday, at night, after the end, or too often."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.clock import DUTCH_TIME, dutch_day
from survey.models.round import REMINDER_MOMENTS
from survey.services.reminder_moments import (
    AT_MOST,
    Moment,
    Period,
    coming,
    due,
    is_too_near,
    may_go,
    moments,
    next_by_hand,
)

#: A Monday.
MONDAY = date(2026, 11, 2)
ALL = REMINDER_MOMENTS
plans = st.sets(st.sampled_from(ALL))


@st.composite
def _periods(draw: st.DrawFn) -> Period:
    opened = draw(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
    return Period(opened, opened + timedelta(days=draw(st.integers(0, 60))))


periods = _periods()


def dutch(day: date, hour: int = 10, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), DUTCH_TIME).astimezone(UTC)


def period(days: int, opened: date = MONDAY) -> Period:
    return Period(opened, opened + timedelta(days=days))


def names(found: list[Moment]) -> dict[str, date]:
    return {each.name: each.day for each in found}


def test_days_are_counted_from_the_opening_and_the_last_is_the_last_day() -> None:
    assert names(moments(period(21), ALL)) == {
        "7": date(2026, 11, 9), "14": date(2026, 11, 16), "last": date(2026, 11, 23),
    }  # fmt: skip


def test_a_sunday_becomes_the_monday_after() -> None:
    sunday = date(2026, 11, 1)
    assert sunday.weekday() == 6
    assert names(moments(period(30, opened=sunday), {"7"})) == {"7": date(2026, 11, 9)}


def test_a_last_day_on_sunday_becomes_the_saturday_before() -> None:
    assert names(moments(period(20), {"last"})) == {"last": date(2026, 11, 21)}


def test_a_day_that_is_sunday_and_the_last_day_does_not_move_past_the_end() -> None:
    sunday = date(2026, 11, 1)
    assert names(moments(period(7, opened=sunday), {"7"})) == {"7": date(2026, 11, 7)}


@pytest.mark.parametrize(
    ("days", "kept"), [(16, {"7", "last"}), (17, {"7", "14", "last"}), (9, {"last"}), (6, {"last"})]
)
def test_of_two_near_to_each_other_the_later_one_stays(days: int, kept: set[str]) -> None:
    assert set(names(moments(period(days), ALL))) == kept


def test_nobody_is_reminded_on_the_day_of_the_invitation() -> None:
    assert moments(period(0), ALL) == []


@given(periods, plans)
def test_moments_keep_every_promise(open_from: Period, wanted: set[str]) -> None:
    found = moments(open_from, wanted)
    days = [each.day for each in found]

    assert {each.name for each in found} <= wanted
    assert days == sorted(days)
    assert all(open_from.opened_on < day <= open_from.closes_on and day.weekday() != 6 for day in days)
    assert all((later - earlier).days > 2 for earlier, later in pairwise(days))
    if "last" in wanted and open_from.closes_on > open_from.opened_on + timedelta(days=1):
        assert found[-1].name == "last"
        assert open_from.closes_on - days[-1] <= timedelta(days=1)


@pytest.mark.parametrize(("hour", "minute", "goes"), [(8, 59, False), (9, 0, True), (16, 59, True), (17, 0, False)])
@pytest.mark.parametrize("day", [date(2026, 3, 30), date(2026, 10, 26), date(2026, 7, 1), date(2026, 12, 1)])
def test_hours_are_those_of_the_dutch_clock_in_summer_and_winter(day: date, hour: int, minute: int, goes: bool) -> None:
    """Also on the first workdays after the clock was changed."""
    assert may_go(dutch(day, hour, minute)) is goes


def test_nothing_goes_on_the_sundays_on_which_the_clock_changes() -> None:
    assert not any(may_go(dutch(day, hour)) for day in (date(2026, 3, 29), date(2026, 10, 25)) for hour in range(24))


def test_it_is_due_from_nine_on_its_day() -> None:
    day = date(2026, 11, 9)
    assert due(period(21), ALL, [], dutch(day, 8, 59)) is None
    assert due(period(21), ALL, [], dutch(day, 9)) == Moment("7", day)
    assert due(period(21), ALL, [], dutch(day - timedelta(days=1), 12)) is None


def test_what_went_is_not_due_again() -> None:
    day = date(2026, 11, 9)
    assert due(period(21), ALL, [day], dutch(day, 12)) is None
    assert due(period(21), ALL, [day], dutch(date(2026, 11, 13))) is None


def test_after_a_pause_there_is_one_for_all_that_were_missed() -> None:
    now = dutch(date(2026, 11, 18))
    found = due(period(25), ALL, [], now)
    assert found == Moment("14", date(2026, 11, 16))
    assert due(period(25), ALL, [dutch_day(now)], now + timedelta(days=1)) is None
    assert due(period(25), ALL, [dutch_day(now)], dutch(date(2026, 11, 27))) == Moment("last", date(2026, 11, 27))


def test_no_catching_up_just_before_the_next() -> None:
    assert due(period(21), {"7", "last"}, [], dutch(date(2026, 11, 21))) is None
    assert due(period(21), {"7", "last"}, [], dutch(date(2026, 11, 20))) == Moment("7", date(2026, 11, 9))


@pytest.mark.parametrize("by_hand", [date(2026, 11, 7), date(2026, 11, 9)])
def test_a_reminder_by_hand_stands_for_what_was_planned_around_it(by_hand: date) -> None:
    day_by_day = (dutch(MONDAY + timedelta(days=each)) for each in range(7, 14))
    assert all(due(period(21), ALL, [by_hand], now) is None for now in day_by_day)


def test_one_long_before_stands_for_nothing() -> None:
    assert due(period(21), ALL, [date(2026, 11, 6)], dutch(date(2026, 11, 9))) == Moment("7", date(2026, 11, 9))


def test_after_three_there_are_no_more() -> None:
    days = [MONDAY + timedelta(days=each) for each in (1, 5, 9)]
    assert due(period(21), ALL, days, dutch(date(2026, 11, 23))) is None
    assert coming(period(21), ALL, days, dutch(date(2026, 11, 12))) == []
    assert next_by_hand(period(21), days, dutch(date(2026, 11, 20))) is None


@given(periods, plans, st.sets(st.integers(0, 60), max_size=60), st.integers(0, 23))
def test_whenever_the_worker_is_there_reminders_keep_every_promise(
    open_from: Period, wanted: set[str], off: set[int], hour: int
) -> None:
    """A worker that looks once a day at some hour, and is off on some days."""
    sent: list[date] = []
    for number in range((open_from.closes_on - open_from.opened_on).days + 5):
        now = dutch(open_from.opened_on + timedelta(days=number), hour)
        if number not in off and due(open_from, wanted, sent, now):
            assert may_go(now)
            sent.append(dutch_day(now))

    assert len(sent) <= min(AT_MOST, len(moments(open_from, wanted)))
    assert all(open_from.opened_on < day <= open_from.closes_on for day in sent)
    assert not any(is_too_near(*pair) for pair in pairwise(sent))
    if not off and 9 <= hour < 17:
        assert sent == [each.day for each in moments(open_from, wanted)]


@given(periods, st.integers(0, 24 * 60 * 60), st.lists(st.integers(0, 60), max_size=3))
def test_by_hand_it_is_now_or_at_nine(open_from: Period, minutes: int, before: list[int]) -> None:
    now = dutch(open_from.opened_on, 0) + timedelta(minutes=minutes)
    sent = [open_from.opened_on + timedelta(days=each) for each in before]
    found = next_by_hand(open_from, sent, now)
    if found is None:
        return
    assert found >= now
    assert may_go(found)
    assert found == now or found.astimezone(DUTCH_TIME).time() == time(9)
    assert open_from.opened_on < dutch_day(found) <= open_from.closes_on
    assert all((dutch_day(found) - each).days > 2 for each in sent)


@pytest.mark.parametrize(
    ("now", "sent", "expected"),
    [
        (dutch(date(2026, 11, 10)), [], dutch(date(2026, 11, 10))),
        (dutch(date(2026, 11, 10), 18), [], dutch(date(2026, 11, 11), 9)),
        (dutch(date(2026, 11, 7), 18), [], dutch(date(2026, 11, 9), 9)),
        (dutch(date(2026, 11, 8), 12), [], dutch(date(2026, 11, 9), 9)),
        (dutch(MONDAY, 12), [], dutch(MONDAY + timedelta(days=1), 9)),
        (dutch(date(2026, 11, 11)), [date(2026, 11, 10)], dutch(date(2026, 11, 13), 9)),
        (dutch(date(2026, 11, 13), 11), [date(2026, 11, 10)], dutch(date(2026, 11, 13), 11)),
        (dutch(date(2026, 11, 23), 17), [], None),
    ],
)
def test_next_by_hand(now: datetime, sent: list[date], expected: datetime | None) -> None:
    assert next_by_hand(period(21), sent, now) == expected


def test_what_is_coming_leaves_out_what_a_reminder_stands_for() -> None:
    now = dutch(date(2026, 11, 10))
    assert names(coming(period(21), ALL, [date(2026, 11, 9)], now)) == {
        "14": date(2026, 11, 16), "last": date(2026, 11, 23),
    }  # fmt: skip
