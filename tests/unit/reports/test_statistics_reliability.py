"""Alpha, omega and item-rest correlations: by hand, missing answers, what leaves them unchanged."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.statistics import cronbach_alpha, item_rest_correlations, mcdonald_omega
from reports.statistics.quantiles import f_quantile

NAN = float("nan")


def answers(seed: int, persons: int = 40, items: int = 5, missing: float = 0.0) -> np.ndarray:
    """Whole numbers 1-5 that share a factor; nobody is missing altogether."""
    random = np.random.default_rng(seed)
    latent = random.normal(size=(persons, 1)) + random.normal(size=(persons, items))
    table = np.clip(np.round(3 + latent), 1, 5)
    table[:, 1:][random.random((persons, items - 1)) < missing] = NAN
    return table


def test_alpha_by_hand():
    """Two items with variances 1 and 4 and covariance 1: 2 (1 - 5 / 7)."""
    items = np.array([[1, 2], [2, 6], [3, 4]])
    alpha = cronbach_alpha(items)
    assert alpha.value == pytest.approx(2 * (1 - 5 / 7))
    assert (alpha.persons, alpha.items) == (3, 2)


def test_the_interval_is_feldts_for_the_persons_and_the_level():
    items = answers(1, persons=12)
    for level in (0.95, 0.9):
        alpha = cronbach_alpha(items, level=level)
        tail = (1 - level) / 2
        assert alpha.low == pytest.approx(1 - (1 - alpha.value) * f_quantile(1 - tail, 11, 44))
        assert alpha.high == pytest.approx(1 - (1 - alpha.value) * f_quantile(tail, 11, 44))
        assert alpha.low < alpha.value < alpha.high


def test_pairwise_counts_who_answered_anything_and_listwise_who_answered_everything():
    items = np.vstack([answers(2, persons=10), [[5, NAN, NAN, NAN, 4], [NAN, 1, 2, NAN, NAN], [NAN] * 5]])
    pairwise, listwise = cronbach_alpha(items), cronbach_alpha(items, missing="listwise")
    assert (pairwise.persons, listwise.persons) == (12, 10)
    assert listwise == cronbach_alpha(answers(2, persons=10))
    assert pairwise.value != listwise.value
    # The interval of pairwise is for its own n.
    assert pairwise.low == pytest.approx(1 - (1 - pairwise.value) * f_quantile(0.975, 11, 44))


def test_without_missing_answers_both_ways_are_the_same():
    assert cronbach_alpha(answers(3)).value == pytest.approx(cronbach_alpha(answers(3), missing="listwise").value)


def test_items_that_go_against_each_other_give_a_negative_alpha():
    assert cronbach_alpha([[1, 4], [2, 3], [3, 1], [4, 3]]).value < -1


def test_identical_items_give_one_with_no_width():
    alpha = cronbach_alpha([[1, 1, 1], [4, 4, 4], [2, 2, 2]])
    assert (alpha.value, alpha.low, alpha.high) == (pytest.approx(1), pytest.approx(1), pytest.approx(1))


def test_two_persons_give_an_alpha_with_a_wide_interval():
    alpha = cronbach_alpha([[1, 2, 2], [4, 5, 3]])
    assert alpha.low < 0 < alpha.value < alpha.high < 1


def test_a_constant_item_takes_part_with_no_variance():
    with_constant = np.column_stack([answers(4, items=3), np.full(40, 0.1)])
    without = cronbach_alpha(with_constant[:, :3]).value
    assert cronbach_alpha(with_constant).value == pytest.approx(without * (2 / 3) * (4 / 3))
    assert np.isnan(item_rest_correlations(with_constant)).tolist() == [False, False, False, True]


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000), factor=st.sampled_from([0.5, 3, 10]), shift=st.integers(-100, 100))
def test_unit_origin_and_order_do_not_matter(seed, factor, shift):
    table = answers(seed, missing=0.1)
    order, items = np.random.default_rng(seed).permutation(len(table)), [3, 0, 4, 2, 1]
    changed = factor * table[order][:, items] + shift
    assert cronbach_alpha(changed).value == pytest.approx(cronbach_alpha(table).value, abs=1e-9)
    np.testing.assert_allclose(item_rest_correlations(changed), item_rest_correlations(table)[items], atol=1e-9)


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_omega_does_not_depend_on_unit_origin_and_order_either(seed):
    table = answers(seed)
    omega = mcdonald_omega(table)
    assert 0 <= omega <= 1
    assert mcdonald_omega(table[::-1][:, [3, 0, 4, 2, 1]] * [1, 2, 3, 4, 5] - 7) == pytest.approx(omega, abs=1e-5)


def test_item_rest_correlations_by_definition():
    table = answers(5)
    by_definition = [np.corrcoef(item, table.sum(axis=1) - item)[0, 1] for item in table.T]
    np.testing.assert_allclose(item_rest_correlations(table), by_definition, atol=1e-12)


def test_a_recoded_item_changes_the_sign_of_its_correlation():
    table = answers(6, items=4)
    table[:, 0] = 6 - table[:, 0]
    correlations = item_rest_correlations(table)
    assert correlations[0] < 0 < correlations[1:].min()


def test_omega_recovers_a_known_factor():
    """Loadings .8, .7, .6, .5: (2.6)^2 / (2.6^2 + 2.26) = .749."""
    random = np.random.default_rng(7)
    loadings = np.array([0.8, 0.7, 0.6, 0.5])
    persons = random.normal(size=(20_000, 1)) * loadings + random.normal(size=(20_000, 4)) * np.sqrt(1 - loadings**2)
    assert mcdonald_omega(persons) == pytest.approx(2.6**2 / (2.6**2 + 2.26), abs=0.01)


def test_omega_of_three_items_is_exact():
    """Three correlations determine three loadings: l1^2 = r12 r13 / r23."""
    table = answers(8, items=3)
    r = np.corrcoef(table.T)
    loadings = np.sqrt([r[0, 1] * r[0, 2] / r[1, 2], r[0, 1] * r[1, 2] / r[0, 2], r[0, 2] * r[1, 2] / r[0, 1]])
    common = loadings.sum() ** 2
    assert mcdonald_omega(table) == pytest.approx(common / (common + (1 - loadings**2).sum()), abs=1e-6)


def test_omega_leaves_out_persons_with_a_missing_answer():
    incomplete = np.vstack([answers(9), [[1, NAN, 5, 1, 5], [NAN] * 5]])
    assert mcdonald_omega(incomplete) == mcdonald_omega(answers(9))


def test_an_item_that_is_nearly_the_factor_keeps_some_error():
    """Without a floor under the uniquenesses this has no best fit."""
    table = answers(10, items=4)
    table[:, 0] = table[:, 1:].sum(axis=1) + 0.01 * np.arange(40)
    assert 0 < mcdonald_omega(table) < 1
