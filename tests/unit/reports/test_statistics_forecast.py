"""The expected final response: against hand values, the beta-binomial distribution, and simulated rounds."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import betabinom

from reports.statistics.errors import InvalidValues
from reports.statistics.forecast import Beta, EarlierRound, final_response, response_of

HISTORY = [EarlierRound(20, 14), EarlierRound(24, 15), EarlierRound(16, 13)]


def test_moments_by_hand() -> None:
    """Three rounds of ten: 5, 7 and 9; mean 22/32; the spread is less than chance makes, so r = 0 at first."""
    found = response_of([EarlierRound(10, 5), EarlierRound(10, 7), EarlierRound(10, 9)])

    assert found is not None
    mean = 22 / 32
    spread = 1.5 * 10 * ((0.5 - mean) ** 2 + (0.7 - mean) ** 2 + (0.9 - mean) ** 2) / (mean * (1 - mean))
    seen = (spread - 3) / 27
    correlation = (3 * seen + 0.5) / 8 * 4 / 3
    assert found.mean == pytest.approx(mean)
    assert found.a + found.b == pytest.approx(1 / correlation - 1)
    assert 0.09 < seen < 0.11


def test_one_round_says_what_the_mean_is_and_little_more() -> None:
    found = response_of([EarlierRound(18, 12)])

    assert found is not None
    assert found.mean == pytest.approx(13 / 20)
    assert found.a + found.b == pytest.approx(1 / 0.2 - 1)


def test_equal_rounds_still_leave_doubt() -> None:
    found = response_of([EarlierRound(20, 14)] * 10)

    assert found is not None
    assert found.a + found.b == pytest.approx(1 / (0.5 / 15 * 1.1) - 1)


def test_a_round_with_more_weight_draws_the_mean() -> None:
    others, own = [EarlierRound(20, 18)] * 3, EarlierRound(20, 6)
    heavy = response_of([*others, EarlierRound(20, 6, weight=3)])
    light = response_of([*others, own])

    assert heavy is not None
    assert light is not None
    assert heavy.mean == pytest.approx((54 + 18 + 1) / (60 + 60 + 2))
    assert heavy.mean < light.mean


def test_without_earlier_rounds_there_is_nothing_to_expect() -> None:
    assert response_of([]) is None
    assert response_of([EarlierRound(0, 0)]) is None


@pytest.mark.parametrize("wrong", [EarlierRound(5, 6), EarlierRound(5, -1)])
def test_impossible_rounds_are_refused(wrong: EarlierRound) -> None:
    with pytest.raises(InvalidValues):
        response_of([wrong])


@pytest.mark.parametrize(("invited", "sent_in", "passed"), [(5, 6, 0.5), (5, -1, 0.5), (5, 2, 1.1), (5, 2, -0.1)])
def test_impossible_totals_are_refused(invited: int, sent_in: int, passed: float) -> None:
    with pytest.raises(InvalidValues):
        final_response(Beta(7, 3), invited=invited, sent_in=sent_in, passed=passed)


@pytest.mark.parametrize(("a", "b", "invited"), [(7, 3, 24), (2, 2, 10), (5.5, 1.2, 40), (1, 1, 7), (30, 12, 400)])
def test_before_anything_it_is_the_beta_binomial_distribution(a: float, b: float, invited: int) -> None:
    found = final_response(Beta(a, b), invited=invited, sent_in=0, passed=0)

    distribution: Any = betabinom(invited, a, b)
    assert (found.low, found.high) == tuple(distribution.ppf([0.1, 0.9]))


@pytest.mark.parametrize("sent_in", [0, 3, 24])
def test_at_the_end_it_is_what_was_sent_in(sent_in: int) -> None:
    found = final_response(Beta(7, 3), invited=24, sent_in=sent_in, passed=1)

    assert (found.low, found.high) == (sent_in, sent_in)


def test_a_round_of_nobody_and_one_of_very_many() -> None:
    nobody = final_response(Beta(7, 3), invited=0, sent_in=0, passed=0.5)
    many = final_response(Beta(7, 3), invited=3000, sent_in=900, passed=0.25)

    assert (nobody.low, nobody.high) == (0, 0)
    assert 1600 < many.low < many.high < 2100


@given(
    st.floats(0.2, 50), st.floats(0.2, 50), st.integers(0, 60), st.integers(0, 60), st.floats(0, 1)
)  # fmt: skip
def test_never_below_what_is_in_nor_above_who_was_invited(
    a: float, b: float, one: int, two: int, passed: float
) -> None:
    sent_in, invited = sorted((one, two))
    found = final_response(Beta(a, b), invited=invited, sent_in=sent_in, passed=passed)

    assert sent_in <= found.low <= found.high <= invited


def test_more_sent_in_is_more_expected() -> None:
    found = [final_response(Beta(7, 3), invited=24, sent_in=number, passed=0.5) for number in range(25)]

    assert [each.low for each in found] == sorted(each.low for each in found)
    assert [each.high for each in found] == sorted(each.high for each in found)


@pytest.mark.parametrize("passed", [0.1, 0.4, 0.8])
def test_four_in_five_simulated_rounds_end_within_the_interval(passed: float) -> None:
    """Rounds of 22 that behave as is assumed; counts are whole, so it is more than 80 in 100 when few can come."""
    random, inside, rounds = np.random.default_rng(6), 0, 1500
    for _ in range(rounds):
        chance = float(random.beta(7, 3))
        final = int(random.binomial(22, chance))
        now = int(random.binomial(final, float(passed**0.5)))
        found = final_response(Beta(7, 3), invited=22, sent_in=now, passed=passed)
        inside += found.low <= final <= found.high

    assert 0.8 - 0.03 <= inside / rounds <= (0.97 if passed > 0.5 else 0.93)


def test_estimated_from_a_dozen_rounds_the_interval_holds_as_well() -> None:
    random, inside, rounds = np.random.default_rng(7), 0, 1500
    for _ in range(rounds):
        sizes = random.integers(8, 40, 12)
        sent = random.binomial(sizes, random.beta(9, 4, 12))
        response = response_of([EarlierRound(int(n), int(y)) for n, y in zip(sizes, sent, strict=True)])
        assert response is not None
        found = final_response(response, invited=22, sent_in=0, passed=0)
        inside += found.low <= random.binomial(22, random.beta(9, 4)) <= found.high

    assert 0.8 - 0.03 <= inside / rounds <= 0.93
