"""Counting tries: per place and per stretch of time, on both engines, without keeping an address."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from survey import clock
from survey.database import writing
from survey.models import Throttle
from survey.queries import retention
from survey.services.throttling import Limit, is_used_up, neighbourhood, take
from tests.factories import KEY

THREE = Limit("a code", 3, timedelta(minutes=10))
NOW = clock.now()


def tries(number: int, *, limit: Limit = THREE, where: str = "here", minutes: int = 0) -> list[bool]:
    at = NOW + timedelta(minutes=minutes)
    with writing() as session:
        return [take(session, limit, where=where, key=KEY, at=at) for _ in range(number)]


def test_more_than_the_limit_is_refused(connection: Connection) -> None:
    assert tries(5) == [True, True, True, False, False]


def test_another_place_and_another_thing_have_counters_of_their_own(connection: Connection) -> None:
    tries(3)

    assert tries(1, where="elsewhere") == [True]
    assert tries(1, limit=Limit("a link", 3, timedelta(minutes=10))) == [True]
    assert tries(1) == [False]


def test_after_a_while_it_may_be_tried_again(connection: Connection) -> None:
    tries(4)

    assert tries(1, minutes=9) == [False]
    assert tries(4, minutes=10) == [True, True, True, False]


def test_the_stretch_begins_with_the_first_try_and_is_not_drawn_out(connection: Connection) -> None:
    tries(1)
    tries(3, minutes=8)

    assert tries(1, minutes=11) == [True]


def test_looking_counts_nothing(connection: Connection) -> None:
    tries(2)
    with writing() as session:
        assert not any(is_used_up(session, THREE, where="here", key=KEY, at=NOW) for _ in range(5))
    tries(1)
    with writing() as session:
        assert is_used_up(session, THREE, where="here", key=KEY, at=NOW)
        assert not is_used_up(session, THREE, where="here", key=KEY, at=NOW + THREE.per)


def test_counters_that_are_over_are_forgotten(connection: Connection) -> None:
    tries(1)
    tries(1, where="later", minutes=5)

    with writing() as session:
        retention.delete_until(session, column=Throttle.ends_at_utc, moment=NOW + THREE.per)

        assert len(session.scalars(select(Throttle)).all()) == 1


def test_nothing_of_an_address_is_kept(connection: Connection) -> None:
    tries(1, where=neighbourhood("192.0.2.77"))

    with writing() as session:
        (kept,) = session.scalars(select(Throttle)).all()
    assert "192" not in kept.bucket
    assert len(kept.bucket) == 64


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("", "nowhere"),
        (None, "nowhere"),
        ("unix:", "nowhere"),
    ],
)
def test_a_place_is_a_neighbourhood(address: str | None, place: str) -> None:
    assert neighbourhood(address) == place
