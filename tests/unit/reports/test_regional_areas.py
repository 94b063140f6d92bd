"""Areas of which a report may be given on: no two of them differ by a few networks."""

from collections import Counter
from random import Random

import pytest

from reports.regional import given_on

AREAS = {"a": {"north"}, "b": {"north", "coast"}, "c": {"south", "coast"}, "d": {"south"}, "e": set[str]()}


@pytest.mark.parametrize("seed", range(60))
def test_no_areas_that_are_given_on_differ_by_fewer_than_five_networks(seed: int) -> None:
    """Also not sums and differences of more of them: those of one set of networks are always of five at least."""
    chance = Random(seed)  # noqa: S311 -- a test
    networks = [AREAS[chance.choice("abcde"[: chance.randint(1, 5)])] for _ in range(chance.randint(5, 40))]

    told = sorted(given_on(networks))

    alike = Counter(tuple(area in each for area in told) for each in networks)
    assert min(alike.values()) >= 5
    for area in {*["north", "south", "coast"]} - {*told}:
        with_it = Counter(tuple(each_area in each for each_area in [*told, area]) for each in networks)
        assert area not in set[str]().union(*networks) or min(with_it.values()) < 5
