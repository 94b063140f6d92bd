"""Agreement within a group and between raters, and the share of differences that is between groups."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.statistics import (
    average_deviation,
    intraclass_correlation,
    krippendorff_alpha,
    ordinal_agreement,
    within_group_agreement,
)

NAN = float("nan")
WHOLE = st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=2, max_size=12)


def test_average_deviation_by_hand():
    """Item means 3 and 4: (1 + 1 + 0) / 3 and 0, averaged over the items."""
    assert average_deviation([[2, 4], [4, 4], [3, 4]]) == pytest.approx(1 / 3)


def test_the_average_deviation_of_pure_noise():
    assert average_deviation(np.arange(1, 6).reshape(-1, 1)) == pytest.approx(1.2)


@settings(deadline=None, max_examples=50)
@given(items=WHOLE)
def test_average_deviation_does_not_depend_on_origin_or_order(items):
    table = np.array(items)
    assert average_deviation(table[::-1, ::-1] + 7) == pytest.approx(average_deviation(table))
    assert average_deviation(6 - table) == pytest.approx(average_deviation(table))


def test_persons_with_a_missing_answer_are_left_out():
    complete = [[4, 5], [4, 3], [3, 4]]
    incomplete = [*complete, [1, NAN], [NAN, NAN]]
    assert average_deviation(incomplete) == average_deviation(complete)
    assert within_group_agreement(incomplete, 5) == within_group_agreement(complete, 5)


def test_within_group_agreement_by_hand():
    """One item with variance 1 against 2: 1 - 1/2; two such items: 2 * 1/2 / (2 * 1/2 + 1/2)."""
    assert within_group_agreement([[2], [3], [4]], 5) == pytest.approx(1 / 2)
    assert within_group_agreement([[2, 4], [3, 3], [4, 2]], 5) == pytest.approx(2 / 3)


def test_within_group_agreement_depends_on_the_number_of_options():
    """Against seven options the null variance is 4."""
    assert within_group_agreement([[2], [3], [4]], 7) == pytest.approx(3 / 4)


@pytest.mark.parametrize("items", [[[1], [5], [1], [5]], [[1], [3], [1], [5]], [[2], [4]]])
def test_as_much_spread_as_chance_or_more_is_no_agreement(items):
    """The last has a variance of exactly 2, the null's."""
    assert within_group_agreement(items, 5) == 0


def test_full_agreement_is_one():
    assert within_group_agreement([[4, 2], [4, 2]], 5) == 1
    assert average_deviation([[4, 2], [4, 2]]) == 0


@settings(deadline=None, max_examples=50)
@given(frequencies=st.lists(st.integers(0, 9), min_size=2, max_size=7).filter(any))
def test_ordinal_agreement_is_the_same_read_backwards_and_for_shares(frequencies):
    agreement = ordinal_agreement(frequencies)
    assert -1 <= agreement <= 1
    assert ordinal_agreement(frequencies[::-1]) == pytest.approx(agreement)
    assert ordinal_agreement(np.array(frequencies) / sum(frequencies)) == pytest.approx(agreement)


@pytest.mark.parametrize(
    ("frequencies", "agreement"),
    [([0, 0, 1, 0, 0], 1), ([2, 2, 2], 0), ([5, 0, 0, 0, 5], -1), ([3, 0], 1), ([3, 3], 0), ([1, 0, 1], -1)],
)
def test_ordinal_agreement_at_its_landmarks(frequencies, agreement):
    assert ordinal_agreement(frequencies) == pytest.approx(agreement)


def test_krippendorff_by_hand():
    """Two raters, units 11 12 22 22: observed 2/8; expected 2 * 3 * 5 / (8 * 7)."""
    ratings = [[1, 1, 2, 2], [1, 2, 2, 2]]
    assert krippendorff_alpha(ratings, "nominal") == pytest.approx(1 - (2 / 8) / (30 / 56))


def test_units_with_one_rating_say_nothing():
    ratings = [[1, 1, 2, 2], [1, 2, 2, 2]]
    wider = [[1, 1, 2, 2, 5, NAN], [1, 2, 2, 2, NAN, NAN]]
    for level in ("nominal", "ordinal", "interval"):
        assert krippendorff_alpha(wider, level) == krippendorff_alpha(ratings, level)


@settings(deadline=None, max_examples=50)
@given(ratings=WHOLE)
def test_raters_and_units_have_no_order_and_levels_ignore_what_they_should(ratings):
    table = np.array(ratings).T
    if len(np.unique(table)) == 1:
        return
    stretched = np.array([0, 1, 10, 11, 50, 51])[table]
    assert krippendorff_alpha(table[::-1, ::-1], "interval") == pytest.approx(krippendorff_alpha(table, "interval"))
    assert krippendorff_alpha(3 * table - 2, "interval") == pytest.approx(krippendorff_alpha(table, "interval"))
    assert krippendorff_alpha(stretched, "ordinal") == pytest.approx(krippendorff_alpha(table, "ordinal"))
    assert krippendorff_alpha(-stretched, "nominal") == pytest.approx(krippendorff_alpha(table, "nominal"))


def test_searles_group_size_by_hand():
    """Sizes 3, 4, 2: (9 - 29 / 9) / 2."""
    icc = intraclass_correlation([4, 5, 4, 2, 3, 3, 1, 3, 4], list("aaabbbbcc"))
    assert icc.n0 == pytest.approx((9 - 29 / 9) / 2)


def test_intraclass_correlation_by_hand():
    """Groups 1 3 and 5 7: MSB 16, MSW 2."""
    icc = intraclass_correlation([1, 5, 3, 7], ["a", "b", "a", "b"])
    assert (icc.icc1, icc.icc2, icc.n0) == (pytest.approx(14 / 18), pytest.approx(14 / 16), 2)


def test_groups_of_one_take_part_between_groups():
    """Groups 1 3, 5: MSW 2, MSB 6, n0 = (3 - 5/3) / 1."""
    icc = intraclass_correlation([1, 3, 5], ["a", "a", "b"])
    assert icc.icc1 == pytest.approx((6 - 2) / (6 + (4 / 3 - 1) * 2))
    assert icc.icc2 == pytest.approx(4 / 6)


def test_equal_groups_and_equal_members():
    assert intraclass_correlation([0.1, 0.3, 0.1, 0.3], [1, 1, 2, 2]).icc2 == -math.inf
    alike = intraclass_correlation([0.1, 0.1, 0.1, 0.7, 0.7], [1, 1, 1, 2, 2])
    assert (alike.icc1, alike.icc2) == (1, 1)


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_intraclass_correlation_does_not_depend_on_unit_origin_order_or_names(seed):
    random = np.random.default_rng(seed)
    groups = random.integers(0, 4, 20)
    values = random.integers(1, 6, 20) + groups
    order = random.permutation(20)
    first = intraclass_correlation(values, groups)
    second = intraclass_correlation(0.5 * values[order] - 9, [f"group {group}" for group in groups[order]])
    assert second.icc1 == pytest.approx(first.icc1)
    assert second.icc2 == pytest.approx(first.icc2)
