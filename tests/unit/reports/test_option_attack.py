"""The attacker on questions outside the themes: does a share say what somebody chose (R15)?"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.types.summary import NOT_TICKED, TICKED
from reports.disclosure.coded import Coded
from reports.disclosure.options import determined
from reports.disclosure.shares import share_table
from reports.results.tables import class_cells, option_cell

Counts = Mapping[str, int]


def printed(counts: Counts, extra: Counts | None = None) -> Mapping[str, Coded]:
    table = share_table({"total": counts}, extra or dict.fromkeys(counts, 0), apart=False)
    assert table.total is not None
    return table.total


def given_away(shares: Mapping[str, Coded], counts: Counts, extra: Counts | None = None) -> bool:
    return determined(shares, counts, extra or dict.fromkeys(counts, 0))


def exact(value: str) -> Coded:
    return Coded("exact", Decimal(value))


def at_least(value: str) -> Coded:
    return Coded("at_least", Decimal(value))


# --- by hand --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("chose", range(11))
def test_what_the_rules_print_of_ten_gives_nobody_away(chose: int):
    """From 20% to 80% there are two people or more, or perhaps so many, on either side."""
    counts = {"yes": chose, "no": 10 - chose}
    assert not given_away(printed(counts), counts)


def test_a_share_of_everybody_says_what_each_chose():
    """By hand: 100% of ten, printed exactly, is all of them: no insider is needed."""
    assert given_away({"yes": exact("1.00"), "no": exact("0.00")}, {"yes": 10, "no": 0})


def test_one_exception_knows_what_all_others_chose():
    """By hand: nine of ten, printed exactly; the tenth knows it of the nine."""
    assert given_away({"yes": exact("0.90"), "no": exact("0.10")}, {"yes": 9, "no": 1})
    # If there were an exception that nobody printed, nobody is the one who knows.
    assert not given_away({"yes": exact("0.80"), "no": exact("0.20")}, {"yes": 8, "no": 2})


def test_perhaps_one_exception_is_enough_for_the_one_who_is_it():
    """By hand: at least 90% of ten leaves one exception; who is it knows the others, who are not it know nothing."""
    shares = {"yes": at_least("0.90"), "no": Coded("at_most", Decimal("0.10"))}
    assert given_away(shares, {"yes": 9, "no": 1})
    assert not given_away(shares, {"yes": 10, "no": 0})


def test_of_a_tick_one_share_says_as_much_as_two():
    for chose in (0, 1, 2, 5, 9, 10):
        counts = {"ticked": chose, "not": 10 - chose}
        share = Coded("exact", Decimal(chose) * Decimal("0.10"))
        rest = Coded("exact", Decimal(10 - chose) * Decimal("0.10"))
        both = given_away({"ticked": share, "not": rest}, counts)
        assert given_away({"ticked": share}, counts) == both == (chose in (0, 1, 9, 10))


def test_of_three_classes_two_are_enough_to_stay_open():
    """By hand: nobody is in the first class; five and five of the others, of whom an insider leaves four or more."""
    assert not given_away(
        {"low": exact("0.00"), "middle": exact("0.50"), "high": exact("0.50")}, {"low": 0, "middle": 5, "high": 5}
    )


def test_nobody_and_one_person():
    assert not given_away({"yes": exact("0.00")}, {"yes": 0, "no": 0})
    # Nothing is printed of one person by the rules; if it were, it would tell.
    assert given_away({"yes": exact("1.00")}, {"yes": 1, "no": 0})


def test_answers_outside_the_groups_are_subtracted_where_all_shares_are_exact():
    """By hand: 10 of 20 say yes; the ten outside all say no, so the ten in groups all say yes."""
    shares, counts = {"yes": exact("0.50"), "no": exact("0.50")}, {"yes": 10, "no": 0}
    assert given_away(shares, counts, {"yes": 0, "no": 10})
    # Had the ten outside said half and half, so would the ten in groups.
    assert not given_away(shares, {"yes": 5, "no": 5}, {"yes": 5, "no": 5})


def test_answers_outside_the_groups_are_no_part_of_a_coded_share():
    """By hand: at least 80% is of the ten in groups alone: two may have said no."""
    counts = {"yes": 10, "no": 0}
    shares = printed(counts, {"yes": 0, "no": 10})
    assert shares["yes"] == at_least("0.80")
    assert not given_away(shares, counts, {"yes": 0, "no": 10})


# --- by trying everything -------------------------------------------------------------------------------------


def every_count(n: int, classes: int) -> Iterator[tuple[int, ...]]:
    return (counts for counts in product(range(n + 1), repeat=classes) if sum(counts) == n)


def in_bounds(counts: tuple[int, ...], shares: list[Coded]) -> bool:
    """Whether a count is printed like that, if it is printed as a share of all."""
    grid = Decimal("0.05")
    n = sum(counts)
    for count, share in zip(counts, shares, strict=True):
        rounded = (Decimal(2 * count) / Decimal(n) / grid + 1) // 2 * grid
        low, high = share.low, share.high
        if (low is not None and rounded < low) or (high is not None and rounded > high):
            return False
    return True


@st.composite
def asked(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, Coded]]:
    """Draw counts of ten to sixteen people in two or three classes; coded strictly, loosely, or not at all."""
    n, classes = draw(st.integers(10, 16)), draw(st.sampled_from([2, 3]))
    counts = draw(st.sampled_from([*every_count(n, classes)]))
    names = "abc"[:classes]
    shares: dict[str, Coded] = {}
    for name, count in zip(names, counts, strict=True):
        rounded = (Decimal(2 * count) / Decimal(n) / Decimal("0.05") + 1) // 2 * Decimal("0.05")
        shares[name] = draw(st.sampled_from([Coded("exact", rounded), at_least(str(rounded))]))
    return dict(zip(names, counts, strict=True)), shares


@given(asked())
def test_it_is_what_trying_all_counts_finds(drawn: tuple[dict[str, int], dict[str, Coded]]):
    counts, shares = drawn
    n, classes = sum(counts.values()), len(counts)
    possible = [each for each in every_count(n, classes) if in_bounds(each, list(shares.values()))]

    def is_narrow(insider: int | None) -> bool:
        """Whether all others can be in one class only, of all counts that have the insider where he is."""
        left = [[each - (place == insider) for place, each in enumerate(counts)] for counts in possible]
        return len({place for each in left if min(each) >= 0 for place in range(classes) if each[place] > 0}) < 2

    insiders = [place for place, count in enumerate(counts.values()) if count]
    assert given_away(shares, counts) == any(map(is_narrow, (None, *insiders)))


# --- as cells -------------------------------------------------------------------------------------------------


def test_a_question_that_would_tell_is_withheld_like_one_of_too_few(monkeypatch: pytest.MonkeyPatch):
    counts, none = {"low": 3, "high": 7}, {"low": 0, "high": 0}
    assert [cell.shown for cell in class_cells("grade", counts, none)] == [True, True]
    monkeypatch.setattr("reports.results.tables.determined", lambda *_: True)
    withheld = class_cells("grade", counts, none)
    assert withheld == class_cells("grade", {"low": 3, "high": 6}, none)
    (cell,) = withheld
    assert (cell.kind, cell.reason, cell.option) == ("withheld", "too_few", None)


@pytest.mark.parametrize(("ticked", "shown"), [(3, True), (2, False)])
def test_a_tick_has_one_cell_with_its_own_name(ticked: int, shown: bool):
    cell = option_cell("reach", "older", {TICKED: ticked, NOT_TICKED: 7}, {TICKED: 0, NOT_TICKED: 0})
    assert (cell.subject, cell.option, cell.shown) == ("reach", "older", shown)
    assert cell.low == (Decimal("0.30") if shown else None)
