"""Ties in a network: by hand, the ignored diagonal, and what the order of members leaves unchanged."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.statistics import degree_centralisation, density, reciprocity

NAN = float("nan")
STAR = [[0, 1, 1, 1], [1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]]
RING = [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]]
PAIRED = [[0, 1, 1], [1, 0, 0], [0, 0, 0]]


def test_by_hand():
    assert density(PAIRED) == 3 / 6
    assert reciprocity(PAIRED) == 2 / 3
    assert degree_centralisation(STAR) == 1
    assert degree_centralisation(RING) == 0
    # Degrees 3 2 2 1: (0 + 1 + 1 + 2) / 6.
    assert degree_centralisation([[0, 1, 1, 1], [1, 0, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]]) == pytest.approx(4 / 6)


@pytest.mark.parametrize("own", [1, NAN, 7])
def test_the_diagonal_is_ignored(own):
    for ties in (STAR, PAIRED):
        filled = np.array(ties, dtype=float)
        np.fill_diagonal(filled, own)
        assert density(filled) == density(ties)
        assert reciprocity(filled) == reciprocity(ties)
    filled = np.array(STAR, dtype=float)
    np.fill_diagonal(filled, own)
    assert degree_centralisation(filled) == 1


def test_no_ties_and_all_ties():
    none, every = np.zeros((3, 3)), np.ones((3, 3))
    assert (density(none), density(every)) == (0, 1)
    assert math.isnan(reciprocity(none))
    assert math.isnan(reciprocity(np.zeros((0, 0))))
    assert reciprocity(every) == 1
    assert degree_centralisation(none) == degree_centralisation(every) == 0


def test_ties_that_are_never_returned():
    assert reciprocity([[0, 1], [0, 0]]) == 0
    assert density([[0, True], [False, 0]]) == 0.5


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_members_have_no_order(seed):
    random = np.random.default_rng(seed)
    ties = random.integers(0, 2, (6, 6))
    ties[0, 1] = 1
    order = random.permutation(6)
    shuffled = ties[order][:, order]
    assert density(shuffled) == density(ties)
    assert reciprocity(shuffled) == reciprocity(ties) == reciprocity(ties.T)
    either = ties | ties.T
    assert degree_centralisation(either[order][:, order]) == degree_centralisation(either)
    assert 0 <= degree_centralisation(either) <= 1
