"""Partial pooling, moderated variances and intervals: closed forms, boundaries, known truths."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.statistics import moderated_interval, random_intercept, shrunken_means, squeeze_variances
from reports.statistics.quantiles import digamma, polygamma, t_quantile


def sample(seed: int, sizes: list[int], between: float = 0.7) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    groups = np.repeat(np.arange(len(sizes)), sizes)
    return random.normal(3, 0.8, len(groups)) + between * random.normal(size=len(sizes))[groups], groups


def restricted_likelihood(values: np.ndarray, groups: np.ndarray, between: float, within: float) -> float:
    """Minus twice the REML log-likelihood by its definition, with full matrices."""
    same = groups[:, None] == groups
    covariance = within * np.eye(len(values)) + between * same
    inverse, ones = np.linalg.inv(covariance), np.ones(len(values))
    information = ones @ inverse @ ones
    residual = values - ones @ inverse @ values / information
    return float(np.linalg.slogdet(covariance)[1] + math.log(information) + residual @ inverse @ residual)


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_groups_of_equal_size_have_the_variances_of_anova(seed):
    values, groups = sample(seed, [5] * 6)
    table = values.reshape(6, 5)
    within = table.var(axis=1, ddof=1).mean()
    between = table.mean(axis=1).var(ddof=1) - within / 5
    fit = random_intercept(values, groups)
    if between > 1e-6:
        assert fit.within_variance == pytest.approx(within, rel=1e-7)
        assert fit.between_variance == pytest.approx(between, rel=1e-6)
        assert fit.mean == pytest.approx(values.mean())
    elif between < -1e-6:
        assert fit.between_variance == 0
        assert fit.within_variance == pytest.approx(values.var(ddof=1))


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_no_other_variances_are_likelier(seed):
    values, groups = sample(seed, [1, 2, 3, 9, 4, 7], between=0.3)
    fit = random_intercept(values, groups)
    best = restricted_likelihood(values, groups, fit.between_variance, fit.within_variance)
    for between in (0, 0.001, 0.01, 0.1, 0.5, 2, 0.9 * fit.between_variance, 1.1 * fit.between_variance):
        for within in (0.9, 1, 1.1):
            other = restricted_likelihood(values, groups, between, within * fit.within_variance)
            assert best <= other + 1e-9


def best_within(values: np.ndarray, groups: np.ndarray, ratio: float) -> float:
    """The variance within groups that is likeliest when the one between is so many times as large."""
    inverse, ones = np.linalg.inv(np.eye(len(values)) + ratio * (groups[:, None] == groups)), np.ones(len(values))
    residual = values - ones @ inverse @ values / (ones @ inverse @ ones)
    return float(residual @ inverse @ residual) / (len(values) - 1)


@pytest.mark.parametrize(
    ("sizes", "values", "is_zero"),
    [
        ([5, 1, 5], [4, 1, 1, 4, 5, 8, 2, 2, 2, 3, 6], False),
        ([1, 1, 1, 3, 3], [2, 1, 9, 5, 1, 3, 3, 4, 2], False),
        ([1, 5, 1, 3, 1], [9, 4, 9, 4, 6, 4, 1, 3, 6, 5, 8], True),
        ([1, 3, 1, 3, 1], [1, 7, 2, 6, 9, 4, 4, 5, 2], True),
    ],
)
def test_of_two_tops_of_the_likelihood_the_higher_is_taken(sizes, values, is_zero):
    """Groups of very unequal size: one top at zero, another one beyond."""
    array, groups = np.array(values, dtype=float), np.repeat(np.arange(len(sizes)), sizes)
    fit = random_intercept(array, groups)
    assert (fit.between_variance == 0) == is_zero
    best = restricted_likelihood(array, groups, fit.between_variance, fit.within_variance)
    for ratio in (0, *np.geomspace(0.001, 100, 200)):
        within = best_within(array, groups, ratio)
        assert best <= restricted_likelihood(array, groups, ratio * within, within) + 1e-9


def test_groups_that_differ_less_than_chance_have_a_variance_of_exactly_zero():
    fit = random_intercept([1, 5, 1, 5, 1, 5, 2, 4], [1, 1, 2, 2, 3, 3, 4, 4])
    assert fit.between_variance == 0
    assert fit.effects.tolist() == fit.effect_sd.tolist() == [0, 0, 0, 0]
    assert fit.mean == 3
    assert fit.mean_se == pytest.approx(math.sqrt(fit.within_variance / 8))


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_groups_that_differ_exactly_as_chance_would_are_at_the_boundary(seed):
    """MSB = MSW: the slope of the likelihood at 0 is 0 up to rounding, to either side."""
    random = np.random.default_rng(seed)
    within, means = random.normal(size=(5, 4)), random.normal(size=5)
    within -= within.mean(axis=1, keepdims=True)
    means *= math.sqrt((within**2).sum() / (5 * 3) / 4 / means.var(ddof=1))
    assert random_intercept((within + means[:, None]).ravel(), np.repeat(range(5), 4)).between_variance == 0


def test_effects_and_their_sd_follow_from_the_variances():
    values, groups = sample(3, [2, 12, 5])
    fit = random_intercept(values, groups)
    for group, effect, deviation in zip(fit.groups, fit.effects, fit.effect_sd, strict=True):
        own = values[groups == group]
        kept = fit.between_variance / (fit.between_variance + fit.within_variance / len(own))
        assert effect == pytest.approx(kept * (own.mean() - fit.mean))
        assert deviation == pytest.approx(math.sqrt(fit.between_variance * (1 - kept)))


def test_labels_keep_the_order_in_which_they_appear():
    fit = random_intercept([1, 2, 8, 9, 4, 5], ["z", "z", "a", "a", "m", "m"])
    assert fit.groups == ("z", "a", "m")
    assert fit.effects[0] < fit.effects[2] < fit.effects[1]


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000), factor=st.sampled_from([0.01, 1, 1000]), shift=st.sampled_from([-1e6, 0, 5]))
def test_the_fit_moves_with_unit_origin_order_and_names(seed, factor, shift):
    values, groups = sample(seed, [3, 8, 5, 2])
    order = np.random.default_rng(seed).permutation(len(values))
    fit = random_intercept(values, groups)
    moved = random_intercept(factor * values[order] + shift, groups[order])
    assert moved.between_variance == pytest.approx(factor**2 * fit.between_variance, rel=1e-5, abs=1e-9 * factor**2)
    effects = dict(zip(moved.groups, moved.effects, strict=True))
    ordered = [effects[group] for group in fit.groups]
    np.testing.assert_allclose(ordered, factor * fit.effects, rtol=1e-4, atol=1e-6 * factor)


def test_when_nobody_differs_within_a_group_nothing_is_shrunk():
    fit = random_intercept([0.1, 0.1, 0.1, 0.7, 0.7, 0.4], ["a", "a", "a", "b", "b", "c"])
    assert (fit.mean, fit.within_variance) == (pytest.approx(0.4), 0)
    assert fit.between_variance == pytest.approx(0.09)
    assert fit.mean_se == pytest.approx(math.sqrt(0.09 / 3))
    assert fit.effects.tolist() == pytest.approx([-0.3, 0.3, 0])
    assert fit.effect_sd.tolist() == [0, 0, 0]


def test_nearly_no_differences_within_groups_lead_to_the_same_fit():
    values = np.array([0.1, 0.1, 0.1, 0.7, 0.7, 0.4])
    nearly = random_intercept(values + 1e-7 * np.array([1, -1, 0, 1, -1, 0]), ["a", "a", "a", "b", "b", "c"])
    assert nearly.between_variance == pytest.approx(0.09, rel=1e-5)
    assert nearly.effects == pytest.approx([-0.3, 0.3, 0], abs=1e-6)


def test_all_equal_values_have_no_variances():
    fit = random_intercept([0.1] * 5, ["a", "a", "b", "b", "c"])
    assert (fit.mean, fit.mean_se, fit.between_variance, fit.within_variance) == (0.1, 0, 0, 0)
    assert fit.effects.tolist() == fit.effect_sd.tolist() == [0, 0, 0]


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_shrinking_means_of_equal_variance_has_a_closed_form(seed):
    random = np.random.default_rng(seed)
    means = random.normal(3, 0.4, 12)
    shrunken = shrunken_means(means, np.full(12, 0.1))
    between = max(0, means.var(ddof=1) - 0.1)
    assert shrunken.between_variance == pytest.approx(between, abs=1e-9)
    kept = between / (between + 0.1)
    np.testing.assert_allclose(shrunken.values, means.mean() + kept * (means - means.mean()), atol=1e-7)
    if between == 0:
        assert (shrunken.between_variance, set(shrunken.values.tolist())) == (0, {shrunken.mean})


def test_the_smaller_a_group_the_more_its_mean_is_shrunk():
    shrunken = shrunken_means([4.0, 4.0, 2.0, 2.0], [0.6 / 5, 0.6 / 30, 0.6 / 5, 0.6 / 30])
    assert 3 < shrunken.values[0] < shrunken.values[1] < 4
    assert shrunken.value_se[0] > shrunken.value_se[1]


def test_squeezed_variances_solve_the_two_moment_equations():
    """log s^2 has mean log s0^2 + digamma(d/2) - digamma(d0/2) - log(d/d0), variance trigamma(d/2) + trigamma(d0/2)."""
    variances = np.array([0.2, 1.8, 0.6, 4.0, 0.1, 0.9])
    squeezed = squeeze_variances(variances, 12)
    d0, logs = squeezed.prior_df, np.log(variances)
    expected = math.log(squeezed.prior_variance) + digamma(6) - digamma(d0 / 2) - math.log(12 / d0)
    assert logs.mean() == pytest.approx(expected)
    assert logs.var(ddof=1) == pytest.approx(polygamma(1, 6) + polygamma(1, d0 / 2))
    by_hand = (d0 * squeezed.prior_variance + 12 * variances) / (d0 + 12)
    np.testing.assert_allclose(squeezed.posterior, by_hand)


def test_the_prior_of_simulated_variances_is_found():
    """s^2 = s0^2 F(d, d0), with d0 = 6 and s0^2 = .6, and groups of unequal size."""
    random = np.random.default_rng(11)
    df = random.integers(4, 20, 20_000)
    variances = 0.6 * (random.chisquare(df) / df) / (random.chisquare(6, 20_000) / 6)
    squeezed = squeeze_variances(variances, df)
    assert squeezed.prior_df == pytest.approx(6, rel=0.06)
    assert squeezed.prior_variance == pytest.approx(0.6, rel=0.03)


def test_variances_that_differ_no_more_than_chance_get_their_plain_mean():
    squeezed = squeeze_variances([0.9, 1.0, 1.1, 1.4], [5, 6, 7, 8])
    assert (squeezed.prior_df, squeezed.prior_variance) == (math.inf, pytest.approx(1.1))
    assert squeezed.posterior.tolist() == pytest.approx([1.1] * 4)


def test_a_variance_of_zero_is_squeezed_from_zero():
    squeezed = squeeze_variances([0, 1.0, 1.5, 0.7, 2.0], 3)
    assert 0 < squeezed.posterior[0] < squeezed.posterior[3]
    assert squeezed.posterior[0] == pytest.approx(squeezed.prior_df * squeezed.prior_variance / (squeezed.prior_df + 3))


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000), factor=st.sampled_from([0.001, 7.0]))
def test_squeezing_moves_with_the_unit(seed, factor):
    variances = np.random.default_rng(seed).chisquare(2, 9)
    first, second = squeeze_variances(variances, 5), squeeze_variances(factor * variances, 5)
    assert second.prior_df == pytest.approx(first.prior_df)
    np.testing.assert_allclose(second.posterior, factor * first.posterior)


def test_the_moderated_interval_by_hand():
    """n = 5, s^2 = .5, prior .62 with 4 df: v = (4 * .62 + 4 * .5) / 8 = .56, t with 8 df."""
    interval = moderated_interval([4, 4, 5, 3, 4], prior_variance=0.62)
    half = t_quantile(0.975, 8) * math.sqrt(0.56 / 5)
    assert (interval.mean, interval.low, interval.high) == (4, pytest.approx(4 - half), pytest.approx(4 + half))
    assert t_quantile(0.975, 8) == pytest.approx(2.306004)


def test_the_interval_is_cut_to_the_scale():
    interval = moderated_interval([5, 5, 5], prior_variance=0.62)
    assert (interval.mean, interval.high) == (5, 5)
    assert interval.low < 5
    assert moderated_interval([1, 1, 1], prior_variance=0.62).low == 1
    wider = moderated_interval([5, 5, 5], prior_variance=0.62, low=0, high=10)
    assert wider.high == pytest.approx(10 - interval.low)


def test_an_infinite_prior_leaves_the_own_spread_out():
    """Then it is the normal interval of the prior."""
    calm, wild = ([3, 3, 3, 3], [1, 5, 1, 5])
    intervals = [moderated_interval(each, prior_variance=0.5, prior_df=math.inf) for each in (calm, wild)]
    assert intervals[0] == intervals[1]
    assert intervals[0].high - 3 == pytest.approx(1.959964 * math.sqrt(0.5 / 4), abs=1e-6)


@settings(deadline=None, max_examples=50)
@given(values=st.lists(st.integers(1, 5), min_size=2, max_size=20), prior_df=st.sampled_from([0, 0.5, 4, math.inf]))
def test_the_interval_holds_the_mean_mirrors_and_widens_with_the_level(values, prior_df):
    def made(given: list[int], level: float = 0.9):
        return moderated_interval(given, prior_variance=0.62, prior_df=prior_df, level=level)

    interval, mirrored = made(values), made([6 - value for value in values])
    assert 1 <= interval.low <= interval.mean <= interval.high <= 5
    assert (mirrored.low, mirrored.high) == (pytest.approx(6 - interval.high), pytest.approx(6 - interval.low))
    wider = made(values, 0.99)
    assert wider.low <= interval.low
    assert interval.high <= wider.high
