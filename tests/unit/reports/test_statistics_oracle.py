"""The statistics against numbers of others: every case in tests/oracle, at its own tolerance."""

from typing import Any

import numpy as np
import pytest

from reports.statistics import (
    adjust_p,
    cliffs_delta,
    cronbach_alpha,
    degree_centralisation,
    density,
    hedges_g,
    intraclass_correlation,
    item_rest_correlations,
    krippendorff_alpha,
    mcdonald_omega,
    moderated_interval,
    ordinal_agreement,
    permutation_p,
    random_intercept,
    shrunken_means,
)
from tests.oracle_cases import NAMES, data, expected, tolerance

#: Nothing of these is computed by the project; tests/oracle/README.md says why they are there.
FOR_INFORMATION = {"G05"}
TESTED = {"A06", "G01", "G03", "I01", "K01", "K06", "M01", "N01", "P01", "P05", "R01", "R03", "R05", "S03"}


def agrees(case: str, ours: Any, theirs: Any) -> None:
    np.testing.assert_allclose(ours, np.array(theirs, dtype=float), rtol=0, atol=tolerance(case), strict=False)


def test_no_case_lies_here_without_a_test():
    assert {name[:3] for name in NAMES} == TESTED | FOR_INFORMATION


@pytest.mark.parametrize("name", ["doc", "u5", "adj", "polar", "unif", "skew", "small", "bim", "three"])
def test_a06_ordinal_agreement(name):
    case = expected("A06")[name]
    agrees("A06", ordinal_agreement(case["freq"]), case["A"])


def test_a06_has_no_other_vectors():
    assert len(expected("A06")) == 9


def test_g01_effect_sizes_of_two_groups():
    cars, case = data("G01"), expected("G01")
    automatic, manual = (cars["mpg"][cars["am"] == group].to_numpy() for group in (0, 1))
    agrees("G01", hedges_g(automatic, manual), case["hedges_g"])
    agrees("G01", cliffs_delta(automatic, manual), case["cliffs_delta"])


def test_g03_exact_permutation():
    sleep = data("G03")
    first, second = (sleep["extra"][sleep["group"] == group].to_list() for group in (1, 2))
    agrees("G03", permutation_p(first, second), expected("G03")["oneway_exact_p"])


def test_i01_intraclass_correlation():
    scores, case = data("I01").to_numpy(), expected("I01")
    icc = intraclass_correlation(scores.ravel(), np.repeat(np.arange(6), 4))
    by_type = dict(zip(case["type"], case["ICC"], strict=True))
    agrees("I01", [icc.icc1, icc.icc2, icc.n0], [by_type["ICC1"], by_type["ICC1k"], 4])


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval"])
def test_k01_krippendorff_alpha(level):
    agrees("K01", krippendorff_alpha(data("K01"), level), expected("K01")[level])


def test_k06_fleiss_kappa_follows_from_nominal_alpha():
    counts, case = data("K06").to_numpy(), expected("K06")
    ratings = np.array([np.repeat(np.arange(5), row) for row in counts]).T
    disagreement = (1 - krippendorff_alpha(ratings, "nominal")) * ratings.size / (ratings.size - 1)
    agrees("K06", 1 - disagreement, case["kappa"])
    agrees("K06", 1 - disagreement * (1 - case["P_e"]), case["P_bar"])


@pytest.mark.parametrize(("method", "name"), [("holm", "holm"), ("bh", "BH")])
def test_m01_adjusted_p(method, name):
    agrees("M01", adjust_p(data("M01")["p"], method), expected("M01")[name])


def test_n01_the_karate_club():
    edges, case = data("N01").to_numpy() - 1, expected("N01")
    ties = np.zeros((34, 34))
    ties[edges[:, 0], edges[:, 1]] = ties[edges[:, 1], edges[:, 0]] = 1
    agrees("N01", density(ties), case["density"])
    agrees("N01", degree_centralisation(ties), case["degree_centralization_noloops"])
    agrees("N01", degree_centralisation(ties), case["sna_degree_centralization"])


def test_p01_random_intercept():
    dyestuff, case = data("P01"), expected("P01")["REML"]
    fit = random_intercept(dyestuff["Yield"], dyestuff["Batch"].to_numpy())
    agrees("P01", [fit.mean, fit.mean_se], [case["intercept"], case["se"]])
    agrees("P01", [fit.between_variance, fit.within_variance], [case["var_group"], case["var_resid"]])
    assert list(fit.groups) == case["group"]
    agrees("P01", fit.effects, case["blup"])
    agrees("P01", fit.effect_sd, case["cond_sd"])


def test_p05_shrunken_means():
    trials, case = data("P05"), expected("P05")
    shrunken, fit = shrunken_means(trials["yi"], trials["vi"]), case["REML"]
    agrees("P05", [shrunken.mean, shrunken.mean_se, shrunken.between_variance], [fit["mu"], fit["se"], fit["tau2"]])
    agrees("P05", shrunken.values, case["blup_REML"]["pred"])
    agrees("P05", shrunken.value_se, case["blup_REML"]["se"])


def test_r01_alpha_and_each_item():
    attitude, case = data("R01"), expected("R01")
    agrees("R01", cronbach_alpha(attitude).value, case["raw_alpha"])
    without = [cronbach_alpha(attitude.drop(columns=item)).value for item in attitude]
    agrees("R01", without, [case["alpha_if_dropped"][item] for item in attitude])
    agrees("R01", item_rest_correlations(attitude), [case["item_rest_r"][item] for item in attitude])


def test_r03_alpha_with_missing_answers():
    answers, case = data("R03"), expected("R03")
    answers["A1"] = 7 - answers["A1"]
    pairwise, listwise = cronbach_alpha(answers), cronbach_alpha(answers, missing="listwise")
    agrees("R03", pairwise.value, case["raw_alpha_pairwise"])
    agrees("R03", listwise.value, case["raw_alpha_listwise"])
    assert (pairwise.persons, listwise.persons, pairwise.items) == (case["n_rows"], case["n_complete"], 5)


def test_r05_omega():
    agrees("R05", mcdonald_omega(data("R05")), expected("R05")["omega_ml_standardised"])


@pytest.mark.parametrize("case", expected("S03"), ids=["spread", "unanimous", "wide"])
def test_s03_without_a_prior_the_interval_is_students(case):
    interval = moderated_interval(case["x"], prior_variance=0, prior_df=0)
    # R refuses the unanimous one; without a prior its interval is the point itself.
    theirs = [case["mean"], case.get("lower", case["mean"]), case.get("upper", case["mean"])]
    agrees("S03", [interval.mean, interval.low, interval.high], theirs)
