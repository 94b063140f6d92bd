"""What a network needs: by dates and totals, the most urgent first, in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from survey.queries.response_totals import Totals
from survey.queries.standings.moments import Agreed, Moment
from survey.services.dashboards.needs import Facts, Need, Urgency, dates, needs

AT = datetime(2026, 11, 27, 11, tzinfo=UTC)
TODAY = date(2026, 11, 27)


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def moment(**known: Any) -> Moment:
    """Return a network without a round, but for what is known."""
    none = dict.fromkeys(
        ("round_id", "opened_at_utc", "closes_on", "closed_at_utc", "released_at_utc", "meeting_on",
         "is_by_code", "opens_on")
    )  # fmt: skip
    flags = {"has_results": False, "plans": False, "was_refused": False}
    return Moment(UUID(int=1), "Taalnetwerk Waterdam", **{**none, **flags, **known})


def is_open(days: int, sent_in: int, **totals: int) -> Facts:
    opened = moment(round_id=UUID(int=3), opened_at_utc=AT - timedelta(days=20), closes_on=day(days))
    return Facts(opened, Totals(**{"invited": 20, **totals}, sent_in=sent_in), Agreed(), AT)


def is_closed(days: int, **known: Any) -> Facts:
    at = AT - timedelta(days=days)
    known = {"closed_at_utc": at, "closes_on": day(-days), "has_results": True, "released_at_utc": at} | known
    return Facts(moment(round_id=UUID(int=3), opened_at_utc=at, **known), Totals(), Agreed(), AT)


@pytest.mark.parametrize(
    ("facts", "need"),
    [
        (is_open(4, 4), Need(Urgency.CLOSES_WITH_TOO_FEW, 4, 4)),
        (is_open(7, 0), Need(Urgency.CLOSES_WITH_TOO_FEW, 7, 0)),
        (is_open(0, 4), Need(Urgency.CLOSES_WITH_TOO_FEW, 0, 4)),
        (is_open(-1, 4), Need(Urgency.CLOSES_WITH_TOO_FEW, 0, 4)),
        (is_open(8, 4), Need(Urgency.TOO_FEW_SO_FAR, 8, 4)),
        (is_open(4, 5), Need(Urgency.CLOSES_WITH_FEW, 4, 5)),
        (is_open(4, 9), Need(Urgency.CLOSES_WITH_FEW, 4, 9)),
        (is_open(4, 10), Need(Urgency.RUNS, 4, 10)),
        (is_open(4, 9, invited=9), Need(Urgency.RUNS, 4, 9)),  # more cannot come
        (is_open(4, 6, invited=9), Need(Urgency.RUNS, 4, 6)),
        (is_open(8, 5), Need(Urgency.RUNS, 8, 5)),
        (is_closed(3, released_at_utc=None), Need(Urgency.TO_RELEASE, 3)),
        (is_closed(3, released_at_utc=None, has_results=False), Need(Urgency.NOTHING)),
        (is_closed(3, meeting_on=day(14)), Need(Urgency.MEETING, 14)),
        (is_closed(3, meeting_on=day(15)), Need(Urgency.NOTHING)),
        (is_closed(3, meeting_on=day(-1)), Need(Urgency.NOTHING)),
        (is_closed(300), Need(Urgency.TIME_FOR_NEXT, 300)),
        (is_closed(299), Need(Urgency.NOTHING)),
        (is_closed(300, opens_on=day(5), plans=True), Need(Urgency.OPENS, 5)),
        (Facts(moment(), Totals(), Agreed(), AT), Need(Urgency.NEVER_ASKED)),
        (Facts(moment(plans=True), Totals(), Agreed(), AT), Need(Urgency.NEVER_ASKED)),
        (Facts(moment(plans=True, opens_on=day(2)), Totals(), Agreed(), AT), Need(Urgency.OPENS, 2)),
        (Facts(moment(plans=True, was_refused=True), Totals(), Agreed(), AT), Need(Urgency.OPENING_REFUSED)),
    ],
    ids=str,
)
def test_what_a_network_needs_first(facts: Facts, need: Need) -> None:
    assert needs(facts)[0] == need


def test_everything_that_is_needed_is_said_the_most_urgent_first() -> None:
    facts = replace(is_open(4, 4, bounced=2), agreed=Agreed(open=3, late=1, late_since=day(-14)))

    assert [each.urgency for each in needs(facts)] == [
        Urgency.CLOSES_WITH_TOO_FEW,
        Urgency.BOUNCED,
        Urgency.LATE_ACTIONS,
    ]


def test_what_waits_longest_comes_first() -> None:
    late, later = (Need(Urgency.LATE_ACTIONS, days, 1) for days in (20, 3))
    soon, sooner = (Need(Urgency.CLOSES_WITH_TOO_FEW, days, 2) for days in (4, 1))

    assert sorted([later, soon, late, sooner], key=lambda each: each.place) == [sooner, soon, late, later]


def test_a_round_by_code_counts_who_came_by_it() -> None:
    facts = is_open(4, 0, by_code=12)
    by_code = replace(facts, moment=replace(facts.moment, is_by_code=True))

    assert needs(by_code)[0] == Need(Urgency.RUNS, 4, 12)


def test_no_result_is_needed_to_say_what_a_network_needs() -> None:
    """The order of the overview cannot be a league table: what it is made of holds no published value."""
    assert set(Facts.__dataclass_fields__) == {"moment", "totals", "agreed", "at"}


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        (is_open(4, 4), day(4)),
        (replace(is_open(4, 4), agreed=Agreed(1, 0, day(2))), day(2)),
        (is_closed(3, meeting_on=day(9)), day(9)),
        (is_closed(3, meeting_on=day(-2)), None),
        (is_closed(3, opens_on=day(0)), day(0)),
    ],
    ids=str,
)
def test_the_next_date_is_the_first_one_from_today_on(facts: Facts, first: date | None) -> None:
    assert next((day for day, _ in dates(facts)), None) == first
