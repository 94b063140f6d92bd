"""What one printed figure leaves possible: of each atom exactly the sums of which the same would have been printed."""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from reports.disclosure.coded import Coded, code_mean, code_share, total_from_parts
from reports.disclosure.inference import MEANS, SHARES, Bounds, Figure, Printed

A, REST = frozenset("a"), frozenset("b")


def exact(value: str) -> Coded:
    return Coded("exact", Decimal(value))


@pytest.mark.parametrize(
    ("figure", "printed", "n", "unit", "bounds"),
    [
        (MEANS, exact("3.2"), 10, 1, (32, 32)),  # from 31.5 to below 32.5
        (MEANS, exact("3.0"), 20, 1, (59, 60)),  # from 59 to below 61: half a tenth goes up, so 61 is printed 3.1
        (MEANS, exact("3.2"), 10, 6, (189, 194)),  # the same in sixths: from 189 to below 195
        (MEANS, Coded("at_least", Decimal("4.4")), 10, 1, (44, 50)),  # from 43.5, and no more than ten fives
        (MEANS, Coded("at_most", Decimal("1.6")), 10, 1, (10, 16)),
        (MEANS, Coded("between", Decimal("3.3"), Decimal("4.1")), 10, 1, (33, 41)),  # 32.5 to below 41.5
        (SHARES, exact("0.30"), 10, 1, (3, 3)),
        (SHARES, exact("0.50"), 30, 1, (15, 15)),  # from 14.25 to below 15.75
        (SHARES, Coded("at_least", Decimal("0.80")), 10, 1, (8, 10)),
        (SHARES, Coded("at_most", Decimal("0.20")), 10, 1, (0, 2)),
    ],
)
def test_the_sums_behind_a_print(figure: Figure, printed: Coded, n: int, unit: int, bounds: Bounds):
    assert figure.bounds(printed, n, unit) == bounds


@pytest.mark.parametrize("n", [5, 8, 10, 13, 23, 40])
def test_every_way_to_code_an_average_is_tried_once(n: int):
    """Of all sums in tenths of a point, so that no step of the grid is passed over."""
    coded = {code_mean(Fraction(total, 10 * n), n) for total in range(10 * n, 50 * n + 1)}
    assert set(MEANS.every_code(n)) == coded
    assert len(MEANS.every_code(n)) == len(coded)


@pytest.mark.parametrize("n", [10, 15, 20, 40])
def test_every_way_to_code_a_share_is_tried(n: int):
    assert {code_share(count, n) for count in range(n + 1)} <= set(SHARES.every_code(n))


def enumerated(
    figure: Figure, sums: tuple[range, range], sizes: tuple[int, int], code: Callable[[int, int], Coded]
) -> None:
    """Assert that each print gives of ``a`` (shown) and ``b`` (not shown) exactly the sums that print the same."""
    alike: dict[tuple[Coded, Coded], list[tuple[int, int]]] = defaultdict(list)
    for a, b in product(*sums):
        parts = [(sizes[0], code(a, sizes[0])), (sizes[1], code(b, sizes[1]))]
        alike[parts[0][1], total_from_parts(parts, code(a + b, sum(sizes)), figure.grid)].append((a, b))
    unit = sums[0][-1] // (sizes[0] * int(figure.grid.highest))
    for (shown, total), pairs in alike.items():
        atoms = Printed(figure, total, {"a": shown}, dict(zip("ab", sizes, strict=True))).atoms(unit)
        hull = [(min(each), max(each)) for each in zip(*pairs, strict=True)]
        assert [atoms[A], atoms[REST]] == hull, (shown, total)


@pytest.mark.parametrize("sizes", [(10, 10), (13, 10)])
def test_a_remainder_of_shares_is_read_as_narrowly_as_its_print_allows(sizes: tuple[int, int]):
    """Also where the total is a range, which rules out that all parts are exact, and where it is exact."""
    enumerated(SHARES, (range(sizes[0] + 1), range(sizes[1] + 1)), sizes, code_share)


def test_a_remainder_of_averages_is_read_as_narrowly_as_its_print_allows():
    enumerated(MEANS, (range(8, 41), range(5, 26)), (8, 5), lambda total, n: code_mean(Fraction(total, n), n))


@pytest.mark.audit
@pytest.mark.parametrize("sizes", [(8, 5), (10, 6), (12, 7)])
def test_a_remainder_of_averages_of_whole_scores_is_read_as_narrowly(sizes: tuple[int, int]):
    sums = (range(3 * sizes[0], 15 * sizes[0] + 1), range(3 * sizes[1], 15 * sizes[1] + 1))
    enumerated(MEANS, sums, sizes, lambda total, n: code_mean(Fraction(total, 3 * n), n))


def test_the_remainder_is_who_answered_and_is_not_shown():
    printed = Printed(MEANS, exact("3.0"), {"a": exact("3.0")}, {"a": 8, "b": 3, "c": 0, "d": 4})
    assert printed.remainder == ("b", "d")
    assert set(printed.atoms(1)) == {A, frozenset("bd")}


def test_without_a_remainder_the_total_tightens_the_groups():
    """By hand: of 20 people each, 3.0 is 59 or 60 and 3.1 is 61 or 62; 3.1 of all 40 is at least 122."""
    codes, sizes = {"a": exact("3.0"), "b": exact("3.1")}, {"a": 20, "b": 20}
    assert Printed(MEANS, exact("3.1"), codes, sizes).atoms(1) == {A: (60, 60), REST: (62, 62)}
    assert Printed(MEANS, exact("3.0"), codes, sizes).atoms(1) == {A: (59, 60), REST: (61, 62)}


def test_a_print_that_nothing_gives_is_a_contradiction_and_no_failure():
    """By hand: 4.4 of fifteen is 66 at least; ten with 1.7 have 17, so five would have 49 of their 25."""
    low, high = Printed(MEANS, exact("4.4"), {"a": exact("1.7")}, {"a": 10, "b": 5}).atoms(1)[REST]
    assert (low, high) == (49, 25)
