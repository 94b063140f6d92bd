"""What is known of one item: nothing true is ruled out, and what no answers fit is."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.disclosure.classes import ANSWERS, PLACE
from reports.disclosure.inference import Bounds
from reports.disclosure.item_known import ItemKnown, complete, contribution, fewest_with_score, possible, without

Answers = tuple[int, ...]
ANY = ((0, 99), (0, 99), (0, 99))


def counted(answers: Sequence[int]) -> list[int]:
    by_class = Counter(PLACE[answer] for answer in answers)
    return [by_class[place] for place in range(len(ANSWERS))]


def fits(answers: Answers, counts: Sequence[Bounds], total: Bounds | None) -> bool:
    held = all(low <= count <= high for count, (low, high) in zip(counted(answers), counts, strict=True))
    return held and (total is None or total[0] <= sum(answers) <= total[1])


def everything(n: int, counts: Sequence[Bounds], total: Bounds | None = None) -> list[Answers]:
    """Return all answers of n people that fit, one by one."""
    return [answers for answers in combinations_with_replacement(range(1, 6), n) if fits(answers, counts, total)]


@st.composite
def known(draw: st.DrawFn, *, with_total: bool) -> tuple[Answers, tuple[Bounds, ...], Bounds | None]:
    """Draw answers, and bounds that hold of them."""
    answers = tuple(draw(st.lists(st.integers(1, 5), min_size=1, max_size=5)))
    slack = st.integers(0, 2)
    counts = tuple((max(0, count - draw(slack)), count + draw(slack)) for count in counted(answers))
    total = (sum(answers) - draw(slack), sum(answers) + draw(slack)) if with_total else None
    return answers, counts, total


@given(known(with_total=True))
def test_nothing_that_fits_is_ruled_out(drawn: tuple[Answers, tuple[Bounds, ...], Bounds]):
    answers, counts, total = drawn
    item = ItemKnown.of(len(answers), counts, total)
    for each in everything(len(answers), counts, total):
        assert fits(each, item.counts, item.total)
        assert set(each) <= set(possible(item))


@given(known(with_total=False))
def test_of_classes_alone_everything_is_ruled_out_that_does_not_fit(
    drawn: tuple[Answers, tuple[Bounds, ...], Bounds | None],
):
    answers, counts, _ = drawn
    item, fitting = ItemKnown.of(len(answers), counts), everything(len(answers), counts)
    assert set(possible(item)) == {answer for each in fitting for answer in each}
    assert item.total == (min(map(sum, fitting)), max(map(sum, fitting)))
    assert item.counts == tuple((min(each), max(each)) for each in zip(*map(counted, fitting), strict=True))


@given(known(with_total=True), st.data())
def test_leaving_out_one_leaves_the_others_possible(
    drawn: tuple[Answers, tuple[Bounds, ...], Bounds], data: st.DataObject
):
    answers, counts, total = drawn
    one = data.draw(st.sampled_from(answers))
    rest = list(answers)
    rest.remove(one)
    left = without(ItemKnown.of(len(answers), counts, total), one)
    assert left.n == len(rest)
    assert fits(tuple(rest), left.counts, left.total)
    assert set(rest) <= set(possible(left))


def test_who_skipped_it_takes_nothing_out():
    item = ItemKnown.of(3, ANY)
    assert without(item, 0) == item


def test_a_sum_says_which_answers_there_can_be():
    """By hand: of three answers of 4 or 5 and two of 3, together 18, all are as low as they can be."""
    item = ItemKnown.of(5, [(0, 0), (2, 2), (3, 3)], (0, 18))
    assert possible(item) == (3, 4)
    # One point more, and one of them may be a 5.
    assert possible(ItemKnown.of(5, [(0, 0), (2, 2), (3, 3)], (0, 19))) == (3, 4, 5)


def test_a_sum_says_how_many_are_in_a_class():
    """By hand: ten answers add up to 48: with two of 3 it would be 46 at most, with one of 1 or 2 it would be 47."""
    item = ItemKnown.of(10, [(0, 5), (0, 5), (0, 10)], (48, 50))
    assert item.counts == ((0, 0), (0, 1), (9, 10))
    assert possible(item) == (3, 4, 5)


def test_all_classes_together_are_everybody():
    """Five of ten neither and five agree: then nobody disagrees, though two could have by that figure alone (F3)."""
    assert complete(10, [(0, 2), (5, 5), (5, 5)]) == ((0, 0), (5, 5), (5, 5))
    assert complete(10, [(0, 10), (2, 3), (1, 1)]) == ((6, 7), (2, 3), (1, 1))


def test_nobody_has_nothing_possible():
    assert possible(ItemKnown.of(0, [(0, 0)] * 3)) == ()


def test_bounds_that_contradict_each_other_leave_nothing_possible():
    item = ItemKnown.of(4, [(0, 0), (4, 4), (0, 0)], (5, 6))
    assert item.total[0] > item.total[1]
    assert possible(item) == ()


@pytest.mark.parametrize(
    ("people", "scored", "skipper", "adds"),
    [
        (3, 3, None, (9, 11)),  # everybody has a score: the answers themselves
        (3, 2, None, (4, 10)),  # one of them has none, and answered 1 to 5
        (5, 5, (2, 4), (13, 19)),  # two skipped it, and add 2 to 4 each
        (5, 4, (2, 4), (8, 18)),  # who has no score answered it (two of three count), or did not (one skipper)
        (3, 0, (1, 5), (0, 0)),
    ],
)
def test_what_an_item_adds_to_the_scores(people: int, scored: int, skipper: Bounds | None, adds: Bounds):
    """Three answered, together 9 to 11."""
    assert contribution(ItemKnown.of(3, ANY, (9, 11)), people, scored, skipper) == adds


def test_scores_that_cannot_be_let_nothing_fit():
    """More answers than people: no rules made this, and the bounds say so by contradicting each other."""
    assert contribution(ItemKnown.of(6, ANY), 5, 5, (1, 5)) == (25, 5)


@pytest.mark.parametrize(
    ("n", "people", "scored", "skipper", "fewest"),
    [(4, 6, 3, None, 3), (4, 6, 5, (1, 5), 3), (4, 6, 6, (1, 5), 4), (1, 6, 2, (1, 5), 0)],
)
def test_how_many_of_those_who_answered_have_a_score(
    n: int, people: int, scored: int, skipper: Bounds | None, fewest: int
):
    assert fewest_with_score(n, people, scored, skipper) == fewest
