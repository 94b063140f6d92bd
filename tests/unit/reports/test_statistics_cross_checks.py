"""The statistics against libraries on random data, where those are right.

Where they are not, nothing is compared: pingouin refuses groups of unequal size, statsmodels counts missing p-values
and fits a variance of zero with warnings, SciPy doubles a tail. The libraries are slow to import, so they are imported
when the first of these tests runs, and what they warn of at import is their own affair.
"""

import math
import warnings
from importlib import import_module
from types import ModuleType

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from reports.statistics import (
    adjust_p,
    cronbach_alpha,
    degree_centralisation,
    density,
    hedges_g,
    intraclass_correlation,
    krippendorff_alpha,
    mcdonald_omega,
    moderated_interval,
    permutation_p,
    random_intercept,
    reciprocity,
)

#: pingouin's own use of pandas.
PINGOUIN = pytest.mark.filterwarnings("ignore:The inplace keyword")
SEEDS = pytest.mark.parametrize("seed", range(5))


def imported(name: str) -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return import_module(name)


def answers(seed: int, persons: int = 60, items: int = 5) -> np.ndarray:
    random = np.random.default_rng(seed)
    latent = random.normal(size=(persons, 1)) + random.normal(size=(persons, items))
    return np.clip(np.round(3 + latent), 1, 5)


@PINGOUIN
@SEEDS
@pytest.mark.parametrize("missing", ["pairwise", "listwise"])
def test_alpha(seed, missing):
    table = answers(seed)
    table[:, 1:][np.random.default_rng(seed).random((60, 4)) < 0.15] = np.nan
    alpha = cronbach_alpha(table, missing=missing)
    frame = pd.DataFrame(table)
    value, interval = imported("pingouin").cronbach_alpha(frame, nan_policy=missing)
    assert alpha.value == pytest.approx(value, abs=1e-12)
    if missing == "listwise":  # its interval counts everybody, also those that it left out
        _, interval = imported("pingouin").cronbach_alpha(frame.dropna())
    # Theirs is rounded to three digits.
    np.testing.assert_allclose([alpha.low, alpha.high], interval, atol=6e-4)


@SEEDS
def test_omega(seed):
    factor = imported("statsmodels.multivariate.factor")
    fit = factor.Factor(answers(seed), n_factor=1, method="ml").fit()
    common = fit.loadings.sum() ** 2
    assert mcdonald_omega(answers(seed)) == pytest.approx(common / (common + fit.uniqueness.sum()), abs=1e-5)


@PINGOUIN
@SEEDS
def test_intraclass_correlation_of_equal_groups(seed):
    table = answers(seed, persons=8, items=4)
    long = pd.DataFrame(table).reset_index().melt("index", var_name="rater")
    theirs = imported("pingouin").intraclass_corr(long, targets="index", raters="rater", ratings="value")
    by_type = dict(zip(theirs["Type"], theirs["ICC"], strict=True))
    ours = intraclass_correlation(long["value"], long["index"].to_numpy())
    single, average = (next(value for name, value in by_type.items() if name in names) for names in _ICC_NAMES)
    assert (ours.icc1, ours.icc2) == (pytest.approx(single, abs=1e-10), pytest.approx(average, abs=1e-10))


_ICC_NAMES = ({"ICC1", "ICC(1,1)"}, {"ICC1k", "ICC(1,k)"})


@SEEDS
def test_random_intercept(seed):
    random = np.random.default_rng(seed)
    groups = np.repeat(np.arange(15), random.integers(2, 12, 15))
    values = random.normal(size=len(groups)) + random.normal(size=15)[groups]
    model = imported("statsmodels.regression.mixed_linear_model").MixedLM(values, np.ones(len(values)), groups)
    theirs, ours = model.fit(reml=True), random_intercept(values, groups)
    assert ours.mean == pytest.approx(theirs.fe_params[0], abs=1e-4)
    assert ours.mean_se == pytest.approx(theirs.bse_fe[0], rel=1e-3)
    assert ours.between_variance == pytest.approx(theirs.cov_re[0, 0], rel=1e-3)
    assert ours.within_variance == pytest.approx(theirs.scale, rel=1e-4)
    effects = [np.ravel(theirs.random_effects[group])[0] for group in ours.groups]
    np.testing.assert_allclose(ours.effects, effects, atol=1e-3)


@SEEDS
@pytest.mark.parametrize(("method", "name"), [("holm", "holm"), ("bh", "fdr_bh")])
def test_adjusted_p(seed, method, name):
    p = np.random.default_rng(seed).beta(0.5, 2, 12).round(2)
    theirs = imported("statsmodels.stats.multitest").multipletests(p, method=name)[1]
    np.testing.assert_allclose(adjust_p(p, method), theirs, atol=1e-12)


@PINGOUIN
@SEEDS
def test_hedges_g_beside_the_approximate_correction(seed):
    random = np.random.default_rng(seed)
    a, b = random.normal(size=25), random.normal(size=30) + 0.5
    theirs = imported("pingouin").compute_effsize(a, b, eftype="hedges")
    assert hedges_g(a, b) == pytest.approx(theirs, abs=1e-4)


@SEEDS
def test_permutation_of_equal_groups(seed):
    """Of equal sizes the distribution is symmetric, and twice a tail is the same as by distance."""
    random = np.random.default_rng(seed)
    a, b = random.integers(1, 6, 6), random.integers(1, 6, 6)
    if a.sum() == b.sum():
        b[0] += 1
    theirs = stats.permutation_test((a, b), lambda x, y: np.sum(x) - np.sum(y), n_resamples=np.inf, vectorized=False)
    assert permutation_p(a, b) == pytest.approx(theirs.pvalue, abs=1e-12)


@SEEDS
@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval"])
def test_krippendorff_alpha(seed, level):
    random = np.random.default_rng(seed)
    ratings = random.integers(1, 6, (5, 12)).astype(float)
    ratings[random.random((5, 12)) < 0.3] = np.nan
    theirs = imported("krippendorff").alpha(reliability_data=ratings, level_of_measurement=level)
    assert krippendorff_alpha(ratings, level) == pytest.approx(theirs, abs=1e-12)


@SEEDS
def test_krippendorff_alpha_and_fleiss_kappa_of_complete_ratings(seed):
    raters = imported("statsmodels.stats.inter_rater")
    ratings = np.random.default_rng(seed).integers(0, 4, (5, 12))
    kappa = raters.fleiss_kappa(raters.aggregate_raters(ratings.T)[0])
    alpha = krippendorff_alpha(ratings, "nominal")
    assert 1 - (1 - alpha) * ratings.size / (ratings.size - 1) == pytest.approx(kappa, abs=1e-12)


@SEEDS
def test_ties(seed):
    networkx = imported("networkx")
    ties = np.random.default_rng(seed).integers(0, 2, (7, 7))
    np.fill_diagonal(ties, 0)
    directed = networkx.from_numpy_array(ties, create_using=networkx.DiGraph)
    assert density(ties) == pytest.approx(networkx.density(directed))
    assert reciprocity(ties) == pytest.approx(networkx.overall_reciprocity(directed))
    degrees = [degree for _, degree in networkx.from_numpy_array(ties | ties.T).degree]
    freeman = sum(max(degrees) - degree for degree in degrees) / 30
    assert degree_centralisation(ties | ties.T) == pytest.approx(freeman)


@SEEDS
def test_the_interval_without_a_prior_is_students(seed):
    values = np.random.default_rng(seed).normal(3, 0.5, 9)
    theirs = stats.ttest_1samp(values, 0).confidence_interval(0.9)
    ours = moderated_interval(values, prior_variance=1, prior_df=0, low=-math.inf, high=math.inf, level=0.9)
    assert (ours.low, ours.high) == (pytest.approx(theirs.low), pytest.approx(theirs.high))
