"""The rules one by one: who is shown (R3, R4), bands and caps (R5), and the total that follows from its parts."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.disclosure.averages import AverageTable, Printed, Tally, average_table
from reports.disclosure.coded import Coded, band, caps, code_mean, code_share, total_from_parts
from reports.disclosure.grid import FIVES, TENTHS
from reports.disclosure.rules import shown_groups


def at_least(value: str) -> Coded:
    return Coded("at_least", Decimal(value))


def at_most(value: str) -> Coded:
    return Coded("at_most", Decimal(value))


def exact(value: str) -> Coded:
    return Coded("exact", Decimal(value))


def between(low: str, high: str) -> Coded:
    return Coded("between", Decimal(low), Decimal(high))


# --- who is shown ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((0, 0), None),
        ((4,), None),
        ((2, 2), None),
        ((5,), ("a",)),
        ((3, 2), ()),
        ((1, 1, 1, 1), None),
        ((8, 4), ()),  # domain.md 4.15, test 2
        ((8, 5), ("a", "b")),
        ((8, 5, 0), ("a", "b")),
        ((8, 5, 3), ("a",)),
        ((8, 5, 5), ("a", "b", "c")),
        ((5, 5, 4), ("a",)),  # a tie: the later in plan order goes
        ((5, 7, 5, 1), ("a", "b")),
        ((5, 3, 2), ("a",)),
        ((5, 3, 1), ()),
        ((6, 4, 4), ("a",)),
        ((9, 8, 7, 4), ("a", "b")),
    ],
)
def test_shown_groups(sizes, shown):
    assert shown_groups(dict(zip("abcd", sizes, strict=False)), 5) == shown


def test_a_size_below_zero_is_refused():
    with pytest.raises(ValueError, match="fewer than no answers"):
        shown_groups({"a": -3, "b": 9}, 5)


def test_a_network_without_groups_has_nothing_to_show():
    assert shown_groups({}, 5) is None


sizes_of_a_plan = st.lists(st.integers(0, 12), min_size=1, max_size=4)


@given(sizes_of_a_plan, st.integers(2, 10))
def test_every_atom_that_can_be_computed_has_k_persons(sizes, k):
    plan = {str(position): size for position, size in enumerate(sizes)}
    shown = shown_groups(plan, k)
    if shown is None:
        assert sum(sizes) < k
        return
    rest = sum(size for group, size in plan.items() if group not in shown)
    assert all(plan[group] >= k for group in shown)
    assert rest == 0 or rest >= k
    assert list(shown) == [group for group in plan if group in shown]


# --- rounding and bands ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "printed"), [("3.25", "3.3"), ("3.35", "3.4"), ("2.95", "3.0"), ("3.2499", "3.2")])
def test_half_a_tenth_goes_up(value, printed):
    assert str(TENTHS.half_up(Fraction(value))) == printed


@given(st.fractions(1, 5, max_denominator=420))
def test_rounding_brackets_the_value(value):
    assert TENTHS.down(value) <= value <= TENTHS.up(value)
    assert -Fraction(1, 20) <= value - Fraction(TENTHS.half_up(value)) < Fraction(1, 20)
    assert len(str(TENTHS.half_up(value))) == 3


@pytest.mark.parametrize(
    ("sizes", "low", "high"),
    [
        ([5], "2.2", "3.8"),
        ([6], "2.0", "4.0"),
        ([8], "1.8", "4.2"),
        ([10], "1.6", "4.4"),
        ([15], "1.4", "4.6"),
        ([20], "1.3", "4.7"),
        (range(30, 60), "1.2", "4.8"),
        (range(60, 80), "1.1", "4.9"),
    ],
)
def test_bands_of_the_rule(sizes, low, high):
    assert all(band(n) == (Decimal(low), Decimal(high)) for n in sizes)


@pytest.mark.parametrize(
    ("mean", "n", "printed"),
    [
        (Fraction(16, 5), 10, exact("3.2")),
        (Fraction("3.95"), 10, exact("4.0")),  # domain.md 4.15, test 5
        (Fraction("3.949"), 10, exact("3.9")),
        (Fraction(5), 5, at_least("3.8")),
        (Fraction(1), 5, at_most("2.2")),
        (Fraction("3.8"), 5, at_least("3.8")),  # on the band's end
        (Fraction("3.75"), 5, at_least("3.8")),  # rounded first, compared then
        (Fraction("3.7499"), 5, exact("3.7")),
        (Fraction("2.2499"), 5, at_most("2.2")),
        (Fraction("2.25"), 5, exact("2.3")),
        (Fraction("4.75"), 30, at_least("4.8")),
        (Fraction("4.74"), 30, exact("4.7")),
    ],
)
def test_code_mean(mean, n, printed):
    assert code_mean(mean, n) == printed


@given(st.integers(5, 80), st.data())
def test_nobody_is_narrowed_below_three_answers_by_one_average(n, data):
    """disclosure.md section 3, "Edges": the proof, checked for every insider's answer and every average."""
    mean = Fraction(data.draw(st.integers(n, 5 * n)), n)
    low, high = code_mean(mean, n).behind(TENTHS)
    assert low <= mean <= high
    for own in range(1, 6):
        assert low * n - own - 5 * (n - 2) <= 3
        assert high * n - own - (n - 2) >= 3


@pytest.mark.parametrize(("mean", "n"), [("0.9", 10), ("5.1", 10), ("3", 0)])
def test_what_is_no_average_is_refused(mean, n):
    with pytest.raises(ValueError, match=f"average of {n} answers"):
        code_mean(Fraction(mean), n)


# --- shares ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "low", "high"),
    [(10, "0.20", "0.80"), (11, "0.20", "0.80"), (13, "0.20", "0.80"), (14, "0.15", "0.85"), (15, "0.15", "0.85"),
     (20, "0.10", "0.90"), (39, "0.10", "0.90"), (40, "0.05", "0.95"), (400, "0.05", "0.95")],
)  # fmt: skip
def test_caps_of_the_rule(n, low, high):
    assert caps(n) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("count", "n", "printed"),
    [
        (7, 10, exact("0.70")),
        (8, 10, at_least("0.80")),
        (10, 10, at_least("0.80")),
        (2, 10, at_most("0.20")),
        (0, 10, at_most("0.20")),
        (5, 12, exact("0.40")),  # 0.4167
        (7, 40, exact("0.20")),  # 0.175: half a step goes up
        (1, 40, at_most("0.05")),  # 0.025 is 0.05, which is the end
        (37, 40, at_least("0.95")),  # 0.925
        (36, 40, exact("0.90")),
        (11, 13, at_least("0.80")),
        (10, 13, exact("0.75")),
    ],
)
def test_code_share(count, n, printed):
    assert code_share(count, n) == printed


@given(st.integers(10, 200), st.data())
def test_a_coded_share_leaves_two_exceptions_or_more(n, data):
    """disclosure.md section 3, "Shares": one who is an exception cannot conclude about anybody else."""
    coded = code_share(data.draw(st.integers(0, n)), n)
    same = [count for count in range(n + 1) if code_share(count, n) == coded]
    if coded.kind == "at_least":
        assert min(same) <= n - 2
        assert max(same) == n
    elif coded.kind == "at_most":
        assert max(same) >= 2
        assert min(same) == 0
    else:
        assert all(2 <= count <= n - 2 for count in same)


@given(st.integers(0, 200), st.integers(1, 200))
def test_a_share_is_on_its_grid_and_true(count, n):
    count = min(count, n)
    low, high = code_share(count, n).behind(FIVES)
    assert low <= Fraction(count, n) <= high
    assert len(str(code_share(count, n).value)) == 4


@pytest.mark.parametrize(("count", "n"), [(-1, 10), (11, 10), (0, 0), (1, 0)])
def test_what_is_no_share_is_refused(count, n):
    with pytest.raises(ValueError, match=f"{count} of {n} is no share"):
        code_share(count, n)


def test_a_coded_average_is_coherent():
    assert (exact("3.2").low, exact("3.2").high) == (Decimal("3.2"), Decimal("3.2"))
    assert (at_most("2.2").low, at_most("2.2").high) == (None, Decimal("2.2"))
    assert (between("3.0", "3.5").low, between("3.0", "3.5").high) == (Decimal("3.0"), Decimal("3.5"))
    with pytest.raises(ValueError, match="upper end"):
        Coded("between", Decimal("3.0"))
    with pytest.raises(ValueError, match="upper end"):
        Coded("exact", Decimal("3.0"), Decimal("3.5"))
    with pytest.raises(ValueError, match="above its lower end"):
        Coded("between", Decimal("3.0"), Decimal("1.0"))


@pytest.mark.parametrize("n", [1, 2, 3])
def test_what_is_never_printed_stays_on_the_scale(n):
    assert all(Decimal(1) <= end <= Decimal(5) for end in band(n))


# --- the total that follows from its parts --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "mean", "total"),
    [
        ([(8, exact("3.0")), (8, exact("3.5"))], "3.27", exact("3.3")),
        ([(5, at_least("3.8"))], "4.9", at_least("3.8")),  # everybody in one group: the total is that group
        ([(5, at_least("3.8")), (10, at_least("4.4"))], "4.9", at_least("4.1")),
        ([(5, at_most("2.2")), (10, at_most("1.6"))], "1.1", at_most("1.9")),
        ([(5, at_least("3.8")), (5, exact("3.0"))], "3.9", between("3.3", "4.1")),
        ([(5, at_most("2.2")), (5, at_least("3.8"))], "3.0", between("2.3", "3.7")),
        ([(5, exact("3.7")), (500, at_least("4.9"))], "4.9", at_least("4.8")),  # an upper end of 5.0 says nothing
        ([(5, exact("2.3")), (500, at_most("1.1"))], "1.1", at_most("1.2")),
    ],
)
def test_total_from_parts(parts, mean, total):
    n = sum(size for size, _ in parts)
    assert total_from_parts(parts, code_mean(Fraction(mean), n), TENTHS) == total


@st.composite
def parts_of_a_total(draw):
    sizes = draw(st.lists(st.integers(5, 20), min_size=1, max_size=5))
    return [(size, Fraction(draw(st.integers(12 * size, 60 * size)), 12 * size)) for size in sizes]


@given(parts_of_a_total())
def test_the_total_is_true_and_follows_from_the_parts(means):
    n = sum(size for size, _ in means)
    mean = sum(size * part for size, part in means) / n
    parts = [(size, code_mean(part, size)) for size, part in means]
    total = total_from_parts(parts, code_mean(mean, n), TENTHS)
    low, high = total.behind(TENTHS) if total.kind == "exact" or len(parts) == 1 else _as_printed(total)
    assert low <= mean <= high
    all_exact = all(part.kind == "exact" for _, part in parts)
    assert (total.kind == "exact") == all_exact
    if not all_exact:
        assert all(total_from_parts(parts, other, TENTHS) == total for other in (exact("3.0"), at_least("4.9")))


def _as_printed(total: Coded) -> tuple[Fraction, Fraction]:
    """A total that follows from several parts is true as it stands, not only for the rounded average."""
    return Fraction(total.low or 1), Fraction(total.high or 5)


# --- one table ------------------------------------------------------------------------------------------------


def group(n: int, mean: str) -> Tally:
    return Tally(n, n * Fraction(mean))


NOBODY = Tally()


@pytest.mark.parametrize(
    ("groups", "extra", "table"),
    [
        # too few, and the answers of others do not help
        ([group(4, "3")], NOBODY, AverageTable()),
        ([group(2, "3"), group(2, "3")], group(30, "3"), AverageTable()),
        ([], group(30, "3"), AverageTable()),
        # no group shown: the others count only beside an exact personal average
        ([group(3, "3"), group(2, "3")], NOBODY, AverageTable(Printed(5, exact("3.0")))),
        ([group(3, "3"), group(2, "3")], group(5, "4"), AverageTable(Printed(10, exact("3.5")))),
        ([group(3, "5"), group(2, "5")], group(20, "2"), AverageTable(Printed(5, at_least("3.8")))),
        ([group(3, "3"), group(2, "3")], group(40, "5"), AverageTable(Printed(45, exact("4.8")))),
        # a group shown: the others are left out
        ([group(8, "3")], group(9, "5"), AverageTable(Printed(8, exact("3.0")), {"a": Printed(8, exact("3.0"))})),
        # all in one group of a larger plan
        (
            [NOBODY, group(6, "5")],
            NOBODY,
            AverageTable(Printed(6, at_least("4.0")), {"b": Printed(6, at_least("4.0"))}),
        ),
        # a remainder that is exact, and one that is coded although it is not printed
        (
            [group(8, "4"), group(3, "3"), group(2, "3")],
            NOBODY,
            AverageTable(Printed(13, exact("3.6")), {"a": Printed(8, exact("4.0"))}),
        ),
        (
            [group(8, "4"), group(3, "5"), group(2, "5")],
            NOBODY,
            AverageTable(Printed(13, between("3.8", "4.5")), {"a": Printed(8, exact("4.0"))}),
        ),
        # eight and four (domain.md 4.15, test 2): the total only
        ([group(8, "4"), group(4, "3")], NOBODY, AverageTable(Printed(12, exact("3.7")))),
    ],
)
def test_average_table(groups, extra, table):
    assert average_table(dict(zip("abcd", groups, strict=False)), extra) == table


def test_eight_eight_and_eight_are_all_shown():
    """The utility control: the rules must leave something to talk about."""
    table = average_table({"a": group(8, "3.4"), "b": group(8, "2.9"), "c": group(8, "4.0")}, NOBODY)
    assert {name: cell.coded for name, cell in table.groups.items()} == {
        "a": exact("3.4"),
        "b": exact("2.9"),
        "c": exact("4.0"),
    }
    assert table.total == Printed(24, exact("3.4"))


def test_groups_can_be_left_out_altogether():
    """What the gate does when they say too much: the network by itself, with its own edges."""
    groups = {"a": group(8, "3.4"), "b": group(8, "5")}
    assert average_table(groups, NOBODY, apart=False) == AverageTable(Printed(16, exact("4.2")))
    assert average_table(groups, group(4, "2"), apart=False) == AverageTable(Printed(20, exact("3.8")))
