"""How much networks really differ: against metafor, at the boundary, by hand, and with bad input."""

from math import inf, nan
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.benchmark.spread import between_networks

#: BCG vaccine data (Colditz 1994) as metafor 3.8.1 gives them: log relative risks and their variances.
BCG = (
    (-0.8893113, -1.5853887, -1.3480731, -1.4415512, -0.2175473, -0.7861156, -1.6208982, 0.0119523, -0.4694176,
     -1.3713448, -0.3393588, 0.4459134, -0.0173139),
    (0.325584765, 0.194581121, 0.415367965, 0.020010032, 0.051210172, 0.006905618, 0.223017248, 0.003961579,
     0.056434210, 0.073024794, 0.012412214, 0.532505845, 0.071404660),
)  # fmt: skip


def test_as_metafor_has_it() -> None:
    found = between_networks(*BCG)  # rma(yi, vi, method="PM")
    assert found.mean == pytest.approx(-0.71497040563245, abs=1e-4)
    assert found.mean_error == pytest.approx(0.18089798412584, abs=1e-4)
    assert found.between**2 == pytest.approx(0.31809371186302, abs=1e-4)


def test_equal_variances_by_hand() -> None:
    # the variance of 1, 2, 3 is 1, of which chance explains .25
    found = between_networks([1, 2, 3], [0.25, 0.25, 0.25])
    assert (found.mean, found.between**2) == (2, pytest.approx(0.75))
    assert found.mean_error**2 == pytest.approx(1 / 3)


@pytest.mark.parametrize("means", [[3, 3, 3], [3, 3.2, 3.4]])
def test_what_chance_explains_is_no_spread(means: list[float]) -> None:
    assert between_networks(means, [0.1, 0.1, 0.1]).between == 0


MEANS = st.lists(st.tuples(st.integers(10, 50), st.integers(5, 40)), min_size=2, max_size=40)


@given(MEANS, st.randoms(use_true_random=False))
def test_the_order_makes_no_difference_at_all(networks: list[tuple[int, int]], random: Random) -> None:
    def found(of: list[tuple[int, int]]) -> object:
        return between_networks([tenths / 10 for tenths, _ in of], [0.62 / n for _, n in of])

    assert found(networks) == found(random.sample(networks, len(networks)))


@given(MEANS, st.floats(0.1, 10))
def test_it_is_where_q_is_as_expected(networks: list[tuple[int, int]], factor: float) -> None:
    means, variances = [tenths / 10 for tenths, _ in networks], [factor / n for _, n in networks]
    found = between_networks(means, variances)
    weights = [1 / (found.between**2 + each) for each in variances]
    q = sum(weight * (mean - found.mean) ** 2 for weight, mean in zip(weights, means, strict=True))
    expected = len(means) - 1
    assert q <= expected * (1 + 1e-9) if found.between == 0 else q == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    ("means", "variances", "wrong"),
    [
        ([], [], "0 averages"),
        ([3.0], [0.1], "two or more"),
        ([3.0, 3.1], [0.1], "1 variances"),
        ([3.0, nan], [0.1, 0.1], "not a finite number"),
        ([3.0, 3.1], [0.1, inf], "not a finite number"),
        ([3.0, 3.1], [0.1, 0.0], "not above 0"),
        ([3.0, 3.1], [0.1, -1.0], "not above 0"),
    ],
)
def test_what_is_no_average_is_refused(means: list[float], variances: list[float], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        between_networks(means, variances)
