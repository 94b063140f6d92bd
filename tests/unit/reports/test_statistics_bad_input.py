"""Whatever is given: a defined result, or an error of its own that says what is wrong. Never a warning."""

import math
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import statistics
from reports.statistics import (
    InvalidValues,
    NoSpread,
    StatisticsError,
    TooFew,
    adjust_p,
    average_deviation,
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
    reciprocity,
    shrunken_means,
    squeeze_variances,
    within_group_agreement,
)

NAN, INF = float("nan"), float("inf")
ITEMS = [[4, 5, 4], [2, 2, 3], [5, 4, 5], [3, 3, 1], [4, 3, 4]]
NOBODY = np.empty((0, 3))
MISSING = [[NAN] * 3] * 5
EQUAL = [[3, 3, 3]] * 5
CONSTANT_ITEM = [[*row[:2], 4] for row in ITEMS]


def interval(values: Any, **options: Any) -> Any:
    return moderated_interval(values, **{"prior_variance": 0.62, **options})


def rwg(items: Any, options: Any = 5) -> float:
    return within_group_agreement(items, options)


def nominal(ratings: Any) -> float:
    return krippendorff_alpha(ratings, "nominal")


Case = tuple[Callable[..., Any], tuple[Any, ...], type[StatisticsError], str]

OF_ITEMS: list[Case] = [
    (cronbach_alpha, (NOBODY,), TooFew, "Fewer than 2 persons answered both item 1"),
    (cronbach_alpha, (ITEMS[:1],), TooFew, "Fewer than 2 persons"),
    (cronbach_alpha, (MISSING,), TooFew, "Fewer than 2 persons"),
    (cronbach_alpha, (EQUAL,), NoSpread, "does not vary"),
    (cronbach_alpha, ([[0.1, 0.7]] * 3,), NoSpread, "does not vary"),
    (cronbach_alpha, ([[1, 5], [2, 4], [3, 3]],), NoSpread, "does not vary"),
    (cronbach_alpha, ([[value, 5 - value] for value in (3.7, 4.2, 0.6)],), NoSpread, "does not vary"),
    (cronbach_alpha, ([[1], [2], [3]],), TooFew, "Needs 2 items; got 1"),
    (cronbach_alpha, ([[1, NAN], [2, NAN], [NAN, 3], [NAN, 4]],), TooFew, "both item 1 and item 2"),
    (cronbach_alpha, ([1, 2, 3],), InvalidValues, "a table with rows and columns; got 1 dimensions"),
    (cronbach_alpha, ([["a", "b"], ["c", "d"]],), InvalidValues, "not all numbers"),
    (cronbach_alpha, ([[1, 2], [3]],), InvalidValues, "not of equal length"),
    (cronbach_alpha, ([[1, INF], [3, 4]],), InvalidValues, "a number beyond"),
    (cronbach_alpha, ([[1, 2], [-1e60, 4]],), InvalidValues, "a number beyond"),
    (cronbach_alpha, ([[1, 2], [1e-60, 4]],), InvalidValues, "too near to 0"),
    (item_rest_correlations, (NOBODY,), TooFew, "Fewer than 2 persons"),
    (item_rest_correlations, ([[1], [2]],), TooFew, "Needs 2 items"),
    (mcdonald_omega, (NOBODY,), TooFew, "2 persons who answered everything"),
    (mcdonald_omega, (ITEMS[:1],), TooFew, "got 1 and 3"),
    (mcdonald_omega, (ITEMS[:2],), NoSpread, "2 complete persons: an item follows exactly from the others"),
    (mcdonald_omega, (ITEMS[:3],), NoSpread, "3 complete persons"),
    (mcdonald_omega, (MISSING,), TooFew, "got 0 and 3"),
    (mcdonald_omega, (EQUAL,), NoSpread, "same answer to item 1"),
    (mcdonald_omega, ([[*row[:2], 0.1] for row in ITEMS],), NoSpread, "same answer to item 3"),
    (mcdonald_omega, ([row[:2] for row in ITEMS],), TooFew, "needs 3 items; got 2"),
    (average_deviation, (NOBODY,), TooFew, "got 0 and 3"),
    (average_deviation, (ITEMS[:1],), TooFew, "got 1 and 3"),
    (average_deviation, (MISSING,), TooFew, "got 0 and 3"),
    (average_deviation, (np.empty((4, 0)),), TooFew, "got 4 and 0"),
    (rwg, (NOBODY,), TooFew, "got 0 and 3"),
    (rwg, (ITEMS[:1],), TooFew, "got 1 and 3"),
    (rwg, (MISSING,), TooFew, "got 0 and 3"),
    (rwg, ([[4], [6]],), InvalidValues, "from 1 to 5; found 4 to 6"),
    (rwg, ([[4], [-1]],), InvalidValues, "found -1 to 4"),
    (rwg, ([[0], [5]],), InvalidValues, "found 0 to 5"),
    (rwg, (ITEMS, 1), InvalidValues, "2 options or more"),
    (rwg, (ITEMS, NAN), InvalidValues, "2 options or more"),
    (nominal, (np.empty((0, 4)),), TooFew, "No unit has ratings of 2 raters"),
    (nominal, ([[1, 2, 3]],), TooFew, "No unit"),
    (nominal, ([[1, NAN], [NAN, 2]],), TooFew, "No unit"),
    (nominal, (MISSING,), TooFew, "No unit"),
    (nominal, (EQUAL,), NoSpread, "All ratings are 3"),
    (nominal, ([1, 2],), InvalidValues, "a table"),
]

OF_GROUPS: list[Case] = [
    (ordinal_agreement, ([],), TooFew, "got 0 and 0"),
    (ordinal_agreement, ([7],), TooFew, "got 1 and 7"),
    (ordinal_agreement, ([0, 0, 0],), TooFew, "somebody who chose; got 3 and 0"),
    (ordinal_agreement, ([1, -1, 3],), InvalidValues, "cannot be negative; got -1"),
    (ordinal_agreement, ([1, NAN, 3],), InvalidValues, "Among the frequencies 1 are missing"),
    (hedges_g, ([], [1, 2, 3]), TooFew, "got 0 and 3"),
    (hedges_g, ([1], [2, 3]), TooFew, "Needs 4 values in two groups; got 3"),
    (hedges_g, ([1, NAN], [2, 3, 4]), InvalidValues, "Among the values of a 1 are missing"),
    (hedges_g, ([1, 2], [2, NAN, NAN]), InvalidValues, "Among the values of b 2 are missing"),
    (hedges_g, ([0.1] * 3, [0.1] * 3), NoSpread, "Within both groups all values are equal"),
    (hedges_g, ([0.1] * 3, [0.7] * 3), NoSpread, "Within both groups all values are equal"),
    (cliffs_delta, ([], [1]), TooFew, "Both groups need a value"),
    (cliffs_delta, ([1], []), TooFew, "got 1 and 0"),
    (cliffs_delta, ([NAN], [1]), InvalidValues, "values of a"),
    (permutation_p, ([], [1]), TooFew, "Both groups need a value"),
    (permutation_p, ([1, 2], [NAN, 1]), InvalidValues, "values of b"),
    (permutation_p, ([[1, 2]], [1, 2]), InvalidValues, "one list of numbers; got 2 dimensions"),
    (adjust_p, ([0.1, 1.2], "holm"), InvalidValues, "between 0 and 1"),
    (adjust_p, ([-0.1], "bh"), InvalidValues, "between 0 and 1"),
    (adjust_p, (["p"], "bh"), InvalidValues, "not all numbers"),
    (adjust_p, ([0.1], "bonferroni"), InvalidValues, "got 'bonferroni'"),
]

POOLED: list[Case] = [
    *[
        (function, arguments, error, words)
        for function in (intraclass_correlation, random_intercept)
        for arguments, error, words in (
            (([], []), TooFew, "got 0 values in 0 groups"),
            (([1], ["a"]), TooFew, "got 1 values in 1 groups"),
            (([1, 2], ["a", "a"]), TooFew, "got 2 values in 1 groups"),
            (([1, 2, 3], ["a", "b", "c"]), TooFew, "a group of 2; got 3 values in 3 groups"),
            (([1, NAN, 3, 4], list("aabb")), InvalidValues, "Among the values 1 are missing (NaN): leave them out"),
            (([NAN] * 4, list("aabb")), InvalidValues, "Among the values 4 are missing"),
            (([1, 2, 3, 4], ["a", "a", None, "b"]), InvalidValues, "A group label is missing"),
            (([1, 2, 3, 4], np.array([1, 1, 2, NAN])), InvalidValues, "A group label is missing"),
            (([1, 2, 3, 4], [[1], [1], [2], [2]]), InvalidValues, "a name or a number"),
            (([1, 2, 3], ["a", "b"]), InvalidValues, "got 2 labels for 3 values"),
        )
    ],
    (intraclass_correlation, ([0.1] * 5, list("aabbc")), NoSpread, "All values are equal"),
    (shrunken_means, ([], []), TooFew, "got 0"),
    (shrunken_means, ([3], [0.1]), TooFew, "Needs 2 groups; got 1"),
    (shrunken_means, ([3, 4], [0.1]), InvalidValues, "got 1 for 2"),
    (shrunken_means, ([3, NAN], [0.1, 0.1]), InvalidValues, "Among the means 1 are missing"),
    (shrunken_means, ([3, 4], [0.1, 0]), InvalidValues, "above 0; got 0"),
    (squeeze_variances, ([], 4), TooFew, "Needs 2 variances; got 0"),
    (squeeze_variances, ([1], 4), TooFew, "Needs 2 variances; got 1"),
    (squeeze_variances, ([1, NAN], 4), InvalidValues, "Among the variances 1 are missing"),
    (squeeze_variances, ([1, -1], 4), InvalidValues, "got -1 and 4"),
    (squeeze_variances, ([1, 2], 0), InvalidValues, "got 1 and 0"),
    (squeeze_variances, ([1, 2], [4, NAN]), InvalidValues, "degrees of freedom 1 are missing"),
    (squeeze_variances, ([1, 2], [4, 5, 6]), InvalidValues, "got 3 for 2"),
    (squeeze_variances, ([0, 0, 0], 4), NoSpread, "Half of the variances or more are 0"),
    (squeeze_variances, ([0, 0, 0, 1, 2], 4), NoSpread, "Half of the variances"),
    (interval, ([],), TooFew, "Needs 2 values; got 0"),
    (interval, ([3],), TooFew, "Needs 2 values; got 1"),
    (interval, ([3, NAN],), InvalidValues, "Among the values 1 are missing"),
    (interval, ([3, 6],), InvalidValues, "from 1 to 5; found 3 to 6"),
    (interval, ([-1, 3],), InvalidValues, "found -1 to 3"),
]

OF_TIES: list[Case] = [
    *[
        (function, (ties,), InvalidValues, words)
        for function in (density, reciprocity, degree_centralisation)
        for ties, words in (
            ([[0, 1, 1], [1, 0, 0]], "got 2 rows and 3 columns"),
            ([[0, 2], [1, 0]], "A tie is 0 or 1"),
            ([[0, -1], [1, 0]], "A tie is 0 or 1"),
            ([[0, NAN], [1, 0]], "a missing one (NaN)"),
            ([0, 1], "a table"),
        )
    ],
    (density, (np.empty((0, 0)),), TooFew, "got 0"),
    (density, ([[0]],), TooFew, "A tie needs 2 members; got 1"),
    (degree_centralisation, (np.empty((0, 0)),), TooFew, "got 0"),
    (degree_centralisation, ([[0, 1], [1, 0]],), TooFew, "needs 3 members; got 2"),
    (degree_centralisation, ([[0, 1, 1], [1, 0, 0], [0, 0, 0]],), InvalidValues, "without direction"),
]


@pytest.mark.parametrize(("function", "arguments", "error", "words"), [*OF_ITEMS, *OF_GROUPS, *POOLED, *OF_TIES])
def test_an_error_says_what_is_wrong(function, arguments, error, words):
    with pytest.raises(error) as caught:
        function(*arguments)
    assert words in str(caught.value)
    assert str(caught.value).endswith(".")
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: cronbach_alpha(ITEMS, missing="drop"), "got 'drop'"),  # type: ignore[arg-type]
        (lambda: cronbach_alpha(ITEMS, level=95), "The level must lie between 0 and 1; got 95"),
        (lambda: krippendorff_alpha([[1, 2], [1, 2]], "ratio"), "got 'ratio'"),  # type: ignore[arg-type]
        (lambda: interval([3, 4], level=1), "The level must lie between 0 and 1"),
        (lambda: interval([3, 4], prior_variance=-1), "at least 0; got -1 and 4"),
        (lambda: interval([3, 4], prior_variance=NAN), "at least 0; got nan"),
        (lambda: interval([3, 4], prior_df=-1), "got 0.62 and -1"),
        (lambda: interval([3, 4], prior_df=NAN), "got 0.62 and nan"),
        (lambda: interval([3, 4], low=5, high=1), "upwards; got 5 to 1"),
    ],
)
def test_an_impossible_option_is_an_error(call, words):
    with pytest.raises(InvalidValues) as caught:
        call()
    assert words in str(caught.value)


def test_what_is_poor_but_defined_has_a_result():
    """One item, a constant item, equal answers, groups of one, two persons."""
    assert average_deviation([[1], [3]]) == 1
    assert average_deviation(EQUAL) == 0
    assert rwg(EQUAL) == 1
    assert rwg(CONSTANT_ITEM) > 0
    assert cronbach_alpha(CONSTANT_ITEM).items == 3
    assert np.isnan(item_rest_correlations(CONSTANT_ITEM)).tolist() == [False, False, True]
    assert np.isnan(item_rest_correlations(EQUAL)).all()
    assert cliffs_delta([3], [3]) == 0
    assert permutation_p([3], [3]) == 1
    assert ordinal_agreement([0, 1]) == 1
    assert interval([3, 3]).mean == 3
    assert math.isnan(reciprocity([[0]]))


def test_lists_arrays_and_frames_give_the_same():
    array = np.array(ITEMS, dtype=np.int8)
    assert cronbach_alpha(array) == cronbach_alpha(ITEMS)
    assert permutation_p(array[:, 0], array[:, 1]) == permutation_p(*zip(*[row[:2] for row in ITEMS], strict=True))
    assert cronbach_alpha([[1, None, 2], [2, 2, 2], [4, 5, 3], [3, 1, 2]]).persons == 4


def test_nothing_given_is_changed():
    table, ties = np.array(ITEMS, dtype=float), np.ones((3, 3))
    for function in (cronbach_alpha, mcdonald_omega, average_deviation, item_rest_correlations):
        function(table)
    for function in (density, reciprocity, degree_centralisation):
        function(ties)
    assert table.tolist() == ITEMS
    assert ties.all()


AWKWARD = st.sampled_from([0.0, 0.1, 0.3, 1.0, 2.0, 3.0, 5.0, -1.0, 1e-40, 1e-9, 1e9, 1e40, 1e-60, 1e60, NAN, INF])
VECTORS = st.lists(AWKWARD, max_size=6)
TABLES = st.integers(0, 4).flatmap(lambda width: st.lists(st.tuples(*[AWKWARD] * width), max_size=6))
OF_A_TABLE = [
    *(cronbach_alpha, mcdonald_omega, average_deviation, item_rest_correlations, rwg),
    *(density, reciprocity, degree_centralisation),
    *(partial(krippendorff_alpha, level=level) for level in ("nominal", "ordinal", "interval")),
]
OF_A_LIST = [ordinal_agreement, interval, partial(adjust_p, method="holm"), partial(adjust_p, method="bh")]
OF_TWO_LISTS = [
    *(hedges_g, cliffs_delta, permutation_p),
    *(intraclass_correlation, random_intercept, squeeze_variances, shrunken_means),
]


@settings(max_examples=200, deadline=None)
@given(table=TABLES, a=VECTORS, b=VECTORS)
def test_nothing_else_ever_comes_out(table, a, b):
    """Warnings are errors in these tests, so a warning of NumPy would come out as something else."""
    calls = [
        *(partial(function, table) for function in OF_A_TABLE),
        *(partial(function, a) for function in OF_A_LIST),
        *(partial(function, a, b) for function in OF_TWO_LISTS),
    ]
    for call in calls:
        with suppress(StatisticsError):
            call()


def test_every_statistic_says_how_it_treats_what_is_missing_and_small():
    for name in statistics.__all__:
        documented = getattr(statistics, name)
        if not isinstance(documented, type):
            for part in ("Parameters\n", "Raises\n", "Source: ", ">>> ", "issing" if name != "adjust_p" else "NaN"):
                assert part in documented.__doc__ or "As for :func:" in documented.__doc__, (name, part)


def test_results_do_not_bring_scipy_to_the_pages():
    program = "import sys, reports.results, reports.report, survey.cli; print('scipy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
