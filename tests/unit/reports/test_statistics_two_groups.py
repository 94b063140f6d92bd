"""Effect sizes, the exact permutation test and adjusted p-values."""

import math
import time
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.statistics import adjust_p, cliffs_delta, hedges_g, permutation, permutation_p

NAN = float("nan")
WHOLE = st.lists(st.integers(1, 60), min_size=1, max_size=5)
SCORES = st.lists(st.sampled_from([1.0, 1.1, 2.3, 2.4, 3.7, 4.2, 5.0]), min_size=1, max_size=6)


def by_enumeration(a: list[Fraction], b: list[Fraction]) -> float:
    pooled = a + b
    expectation = Fraction(len(a), len(pooled)) * sum(pooled)
    sums = [sum(split) for split in combinations(pooled, len(a))]
    return sum(abs(each - expectation) >= abs(sum(a) - expectation) for each in sums) / len(sums)


def test_hedges_g_by_hand():
    """Means 2 and 4, both variances 1, df 4: J = G(2) / (sqrt(2) G(3/2))."""
    correction = 1 / (math.sqrt(2) * math.gamma(1.5))
    assert hedges_g([1, 2, 3], [3, 4, 5]) == pytest.approx(-2 * correction)


def test_the_correction_is_the_exact_one():
    """The common approximation 1 - 3 / (4 df - 1) gives .8 here."""
    assert hedges_g([1, 2, 3], [3, 4, 5]) / -2 == pytest.approx(0.797885, abs=1e-6)


def test_large_groups_need_no_correction():
    """Beyond 170 values the gamma function itself overflows."""
    values = np.tile([1.0, 3.0], 5_000)
    assert hedges_g(values + 1, values) == pytest.approx(1, abs=1e-3)


def test_one_value_beside_three_is_enough():
    assert hedges_g([5], [1, 2, 3]) == pytest.approx(3 / (math.sqrt(1) * math.gamma(0.5)))


@settings(deadline=None, max_examples=50)
@given(a=SCORES, b=SCORES)
def test_cliffs_delta_is_the_mean_sign(a, b):
    assert cliffs_delta(a, b) == pytest.approx(np.sign(np.subtract.outer(a, b)).mean())
    assert cliffs_delta(b, a) == -cliffs_delta(a, b)
    assert cliffs_delta(np.exp(a), np.exp(b)) == cliffs_delta(a, b)


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_hedges_g_has_no_unit_and_turns_its_sign(seed):
    random = np.random.default_rng(seed)
    a, b = random.normal(size=5), random.normal(size=8)
    assert hedges_g(10 * a - 3, 10 * b - 3) == pytest.approx(hedges_g(a, b))
    assert hedges_g(b, a) == pytest.approx(-hedges_g(a, b))


@pytest.mark.parametrize(("size", "smallest"), [(3, 2 / 20), (4, 2 / 70), (5, 2 / 252)])
def test_the_smallest_p_of_equal_groups(size, smallest):
    assert permutation_p(range(size), range(10, 10 + size)) == smallest


@settings(deadline=None, max_examples=50)
@given(a=SCORES, b=SCORES)
def test_the_test_is_exact_for_tenths(a, b):
    tenths = ([Fraction(round(10 * value), 10) for value in group] for group in (a, b))
    assert permutation_p(a, b) == by_enumeration(*tenths)


@settings(deadline=None, max_examples=50)
@given(a=SCORES, b=SCORES)
def test_the_test_does_not_depend_on_names_order_unit_or_origin(a, b):
    p = permutation_p(a, b)
    assert permutation_p(b, a) == p
    assert permutation_p(a[::-1], b[::-1]) == p
    assert permutation_p(3 * np.array(a) - 7, 3 * np.array(b) - 7) == p


def test_tenths_tie_where_floats_do_not():
    """0.1 + 0.2 and 0.3 are one value; in floats the sums differ and a split of equal distance is not counted."""
    assert 0.1 + 0.2 != 0.3
    assert permutation_p([0.1 + 0.2, 0.7], [0.3, 0.1, 0.2]) == permutation_p([3, 7], [3, 1, 2])
    assert permutation_p([1.1, 2.2, 3.3], [0.3, 4.4, 1.7]) == permutation_p([11, 22, 33], [3, 44, 17])


@settings(deadline=None, max_examples=50)
@given(a=WHOLE, b=WHOLE, parts=st.sampled_from([3, 7, 11, 13, 21, 60, 840]))
def test_means_of_a_number_of_answers_tie(a, b, parts):
    """As floats, thirds and sevenths are not what they stand for."""
    in_parts = [[Fraction(value, parts) for value in group] for group in (a, b)]
    assert permutation_p(*[[float(value) for value in group] for group in in_parts]) == by_enumeration(*in_parts)


def test_two_sided_is_by_distance_and_not_twice_the_smaller_tail():
    """The sum 1 is 5 from its expectation 6, as far as 11 and nearer than 12: 3 of 10 splits, and not 2 of 10."""
    assert permutation_p([0, 1], [2, 3, 9]) == 3 / 10


def test_values_of_many_digits_are_tested_too():
    random = np.random.default_rng(1)
    a, b = random.normal(size=5), random.normal(size=4) + 1
    sums = np.array([sum(split) for split in combinations([*a, *b], 5)])
    distance = np.abs(sums - sums.mean())
    assert permutation_p(a, b) == (distance >= abs(a.sum() - sums.mean()) - 1e-9).mean()


def test_large_and_mixed_fractions_outgrow_64_bits_without_harm():
    primes = [Fraction(1, prime) for prime in (811, 821, 823, 827, 829, 839, 853, 857, 859)]
    assert permutation_p([float(each) for each in primes[:4]], [float(each) for each in primes[4:]]) == by_enumeration(
        primes[:4], primes[4:]
    )
    assert permutation_p([1e30, 2e30], [3e30, 4e30]) == permutation_p([1, 2], [3, 4])


def test_equal_values_and_single_values_give_one():
    assert permutation_p([0.1] * 4, [0.1] * 3) == 1
    assert permutation_p([1], [5]) == 1


def test_ten_against_ten_looks_at_every_split_in_time():
    started = time.perf_counter()
    p = permutation_p(np.arange(10), np.arange(10) + 2)
    assert time.perf_counter() - started < 2
    assert (p * math.comb(20, 10)) == pytest.approx(round(p * math.comb(20, 10)), abs=1e-6)


def test_exact_up_to_the_limit_and_random_beyond(monkeypatch):
    """C(6, 3) = 20 splits: at a limit of 20 exact, at 19 random."""
    monkeypatch.setattr(permutation, "MOST_SPLITS", 20)
    assert permutation_p([1, 2, 3], [4, 5, 6]) == 0.1
    monkeypatch.setattr(permutation, "MOST_SPLITS", 19)
    assert permutation_p([1, 2, 3], [4, 5, 6]) == pytest.approx(0.1, abs=0.01)
    assert permutation_p([1, 2, 3], [4, 5, 6]) != 0.1


def test_the_limit_and_the_number_of_random_splits():
    assert (permutation.MOST_SPLITS, permutation.RANDOM_SPLITS) == (200_000, 20_000)
    assert math.comb(20, 10) <= permutation.MOST_SPLITS < math.comb(21, 10)


def test_random_splits_are_the_same_every_time_and_never_give_zero():
    low, high = np.arange(30) / 10, 50 + np.arange(30) / 10
    assert permutation_p(low, high) == 1 / 20_001
    near = low + 0.4
    assert permutation_p(low, near) == permutation_p(near[::-1], low)
    # Student's t is close to the truth for groups of thirty.
    assert permutation_p(low, near) == pytest.approx(0.083, abs=0.01)


def test_holm_and_benjamini_hochberg_by_hand():
    p = [0.01, 0.04, 0.03, 0.005]
    assert adjust_p(p, "holm").tolist() == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert adjust_p(p, "bh").tolist() == pytest.approx([0.02, 0.04, 0.04, 0.02])


@pytest.mark.parametrize("method", ["holm", "bh"])
def test_what_was_not_tested_stays_so_and_is_not_counted(method):
    adjusted = adjust_p([NAN, 0.01, NAN, 0.04], method)
    assert np.isnan(adjusted).tolist() == [True, False, True, False]
    assert adjusted[[1, 3]].tolist() == adjust_p([0.01, 0.04], method).tolist()
    assert np.isnan(adjust_p([NAN, NAN], method)).all()
    assert adjust_p([], method).tolist() == []


@settings(deadline=None, max_examples=50)
@given(p=st.lists(st.floats(0, 1), min_size=1, max_size=12), method=st.sampled_from(["holm", "bh"]))
def test_adjusting_keeps_the_order_and_never_lowers(p, method):
    adjusted = adjust_p(p, method)
    assert (adjusted >= np.array(p) - 1e-15).all()
    assert adjusted.max() <= 1
    assert (np.diff(adjusted[np.argsort(p)]) >= 0).all()
    assert (adjust_p(p, "bh") <= adjust_p(p, "holm") + 1e-15).all()
