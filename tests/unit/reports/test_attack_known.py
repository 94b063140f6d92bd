"""What is known of one set of people: their scores and their answers, each tightened by the other."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.disclosure.inference import Bounds
from reports.disclosure.item_known import ItemKnown, possible
from reports.disclosure.known import Known
from reports.disclosure.leaver import SCORES, WHOLE, Leaver, about_item
from reports.scoring import NO_NUMBER, required_answers
from tests.attacks.themes import Person

#: Lowest common multiple of 1, 2 and 3: the parts in which scores of three items are counted.
UNIT = 6
ANY = ((0, 99), (0, 99), (0, 99))


def items(*classes: tuple[int, int, int], people: int | None = None) -> tuple[ItemKnown, ...]:
    """Items of which the number of answers in each class is known exactly."""
    return tuple(ItemKnown.of(people or sum(counts), [(count, count) for count in counts]) for counts in classes)


def known(people: int, total: Bounds, *of: ItemKnown, scored: int | None = None) -> Known:
    return Known(people, people if scored is None else scored, total, of, UNIT, required_answers(len(of)))


# --- by hand --------------------------------------------------------------------------------------------------


def test_a_score_is_confined_by_the_answers_that_are_left():
    """F1: eleven people, an average of 3.5, and nobody below 3.

    The least answers add up to 38 + 38 + 39 = 115 points; an average below 3.55 is at most 117 of 33 answers. So one
    person has at most two points more than (4, 4, 4), which is 14 / 3, and at least 9 / 3.
    """
    mean = known(11, (228, 234), *items((0, 6, 5), (0, 6, 5), (0, 5, 6)))
    assert mean.linked.score_span(99) == 10  # 5/3 of a point, in sixths
    assert [possible(item) for item in mean.linked.items] == [(3, 4, 5)] * 3


def test_the_lowest_answers_that_there_are_leave_one_possibility():
    """F3: five of ten people have an average below 3.1; they answered 3 or more, so all of them 3."""
    item = ItemKnown.of(5, [(0, 0), (0, 5), (0, 5)])
    both = known(5, (89, 91), item, item, item)  # from 2.95 to below 3.05 of five people, in sixths
    assert [possible(item) for item in both.linked.items] == [(3,)] * 3
    assert both.linked.total == (90, 90)


def test_whoever_answered_everything_has_a_whole_number_of_points():
    """F4: a sum of 101 to 103 sixths of five people who answered all three items: 51 points are 102 sixths."""
    complete = known(5, (101, 103), *items((1, 2, 2), (1, 2, 2), (1, 2, 2)))
    assert complete.score_step == 2
    assert complete.linked.total == (102, 102)
    # If one skipped an item, there may be a score of two items, in halves.
    skipped = replace(complete, items=(*complete.items[:2], *items((1, 2, 1))))
    assert skipped.score_step == 1
    assert skipped.linked.total == (101, 103)


def test_who_skipped_an_item_has_the_score_of_the_others():
    """F5: nobody answered more than 3, so whoever skipped an item has 3 at most."""
    low = ItemKnown.of(4, [(2, 4), (0, 2), (0, 0)])
    assert known(5, (30, 150), low, low, low).skipper == (1, 3)
    assert known(5, (30, 150), low).skipper is None  # one of one item is needed for a score
    nobody = ItemKnown.of(0, [(0, 0)] * 3)
    assert known(5, (30, 150), nobody, nobody, nobody).skipper == (1, 5)


def test_scores_say_what_an_item_must_add():
    """By hand: four people, 12 points of 12 answers or one more; two items add at least 4 each, so the third 5 at most.

    In sixths of a score a point is two: a total of 24 to 27.
    """
    free = ItemKnown.of(4, ANY)
    linked = known(4, (24, 27), free, free, free).linked
    assert linked.total == (24, 26)
    assert [item.total for item in linked.items] == [(4, 5)] * 3
    assert [possible(item) for item in linked.items] == [(1, 2)] * 3


def test_items_say_what_scores_can_be():
    """By hand: four people who answered 4 or 5 to each of three items have 48 to 60 points, 96 to 120 sixths."""
    assert known(4, (24, 120), *items((0, 0, 4), (0, 0, 4), (0, 0, 4))).linked.total == (96, 120)


def test_people_without_a_score_say_nothing_of_the_items():
    """By hand: one of four has no score and may have answered anything, 1 to 5, to each item."""
    free = ItemKnown.of(4, ANY)
    assert known(4, (18, 18), free, free, free, scored=3).linked.items[0].total == (4, 3 + 5)
    assert known(4, (90, 90), free, free, free, scored=3).linked.items[0].total == (15 + 1, 20)
    nobody = known(4, (0, 0), free, free, free, scored=0)
    assert nobody.linked is nobody


def test_who_leaves_takes_answers_and_score_along():
    three = known(5, (80, 84), *items((1, 2, 2), (1, 2, 2), (1, 2, 2)))
    left = three.without(Leaver(22, (3, 4, 4)))
    assert (left.people, left.scored, left.total) == (4, 4, (58, 62))
    assert [item.counts for item in left.items] == [
        ((1, 1), (1, 1), (2, 2)),
        ((1, 1), (2, 2), (1, 1)),
        ((1, 1), (2, 2), (1, 1)),
    ]


def test_who_leaves_without_a_score_leaves_the_scores_alone():
    three = known(5, (60, 84), *items((1, 2, 2), (1, 2, 1), (1, 2, 1)), scored=4)
    left = three.without(Leaver(None, (5, 0, 0)))
    assert (left.people, left.scored, left.total) == (4, 4, (60, 84))
    assert left.items[0].n == 4
    assert left.items[1:] == three.items[1:]


def test_everything_that_is_bounded_has_its_place():
    one, two = items((1, 2, 2), (3, 1, 1))
    both = known(5, (60, 84), one, two)
    assert both.bounds[SCORES] == (60, 84)
    assert both.bounds[about_item(0, 2)] == (2, 2)
    assert both.bounds[about_item(1, 0)] == (3, 3)
    assert both.bounds[about_item(1, WHOLE)] == two.total
    assert both.bounded(both.bounds) == both
    assert Leaver(9, (0, 4)).adds == (9, 0, 0, 0, 0, 0, 0, 1, 4)
    assert Leaver(None, (2, 3)).adds == (0, 1, 0, 0, 2, 0, 1, 0, 3)


def test_bounds_that_cross_are_impossible():
    possible_ones = known(5, (60, 84), *items((1, 2, 2)))
    assert possible_ones.is_possible
    assert not replace(possible_ones, total=(61, 60)).is_possible
    assert not replace(possible_ones, items=(ItemKnown(5, ((1, 0), (2, 2), (2, 2)), (10, 20)),)).is_possible


def test_slack_is_how_far_the_items_are_from_the_scores():
    """By hand: the items add up to at least 115 points, and the scores to at most 234 / 2 = 117."""
    assert known(11, (228, 234), *items((0, 6, 5), (0, 6, 5), (0, 5, 6))).slack == 2


# --- by trying everything -------------------------------------------------------------------------------------


def persons(count: int) -> Iterator[Person]:
    """Everything that somebody with a score can have answered."""
    for answers in product(range(6), repeat=count):
        if sum(answer != NO_NUMBER for answer in answers) >= required_answers(count):
            yield answers


def score(person: Person) -> int:
    return sum(person) * UNIT // sum(answer != NO_NUMBER for answer in person)


def fits(group: tuple[Person, ...], about: Known) -> bool:
    if not about.total[0] <= sum(map(score, group)) <= about.total[1]:
        return False
    for place, item in enumerate(about.items):
        given_ones = [person[place] for person in group if person[place]]
        counts = [sum(answer in values for answer in given_ones) for values in ((1, 2), (3,), (4, 5))]
        held = all(low <= count <= high for count, (low, high) in zip(counts, item.counts, strict=True))
        if not held or len(given_ones) != item.n or not item.total[0] <= sum(given_ones) <= item.total[1]:
            return False
    return True


@st.composite
def tiny(draw: st.DrawFn) -> Known:
    """Draw two or three people with two items, and bounds that hold of them."""
    group = draw(st.lists(st.sampled_from([*persons(2)]), min_size=2, max_size=3))
    slack = st.integers(0, 1)
    found: list[ItemKnown] = []
    for place in range(2):
        given_ones = [person[place] for person in group if person[place]]
        counts = [sum(answer in values for answer in given_ones) for values in ((1, 2), (3,), (4, 5))]
        found.append(
            ItemKnown.of(len(given_ones), [(max(0, each - draw(slack)), each + draw(slack)) for each in counts])
        )
    total = sum(map(score, group))
    width = draw(st.integers(0, 6))
    return known(len(group), (total - draw(st.integers(0, width)), total + width), *found)


@given(tiny())
@settings(max_examples=60)
def test_nothing_that_fits_is_ruled_out(drawn: Known):
    linked = drawn.linked
    groups = [each for each in combinations_with_replacement([*persons(2)], drawn.people) if fits(each, drawn)]
    assert groups
    for group in groups:
        assert fits(group, linked)
        for person in group:
            assert all(
                answer == 0 or answer in possible(item) for answer, item in zip(person, linked.items, strict=True)
            )
    scores = [score(person) for group in groups for person in group]
    assert linked.score_span(99) >= max(scores) - min(scores)


@pytest.mark.parametrize(("enough", "span"), [(0, 0), (1, 3), (99, 3)])
def test_where_the_lowest_answers_do_not_fit_a_span_is_looked_for_further(enough: int, span: int):
    """By hand: two people with 1 or 2 and with 4 or 5, together 13 points: nobody has 5, so they have 6 and 7.

    A point is three sixths of a score. Only the highest answers fit of the two ends, which is a span of nothing.
    """
    low, high = ItemKnown.of(2, [(2, 2), (0, 0), (0, 0)]), ItemKnown.of(2, [(0, 0), (0, 0), (2, 2)])
    assert known(2, (39, 39), low, high).score_span(enough) == span


def test_who_may_have_skipped_an_item_is_followed_past_it():
    """By hand: one of four skipped the third item, where the others agree; without it the lowest score is 1."""
    disagree, agree = ItemKnown.of(4, [(4, 4), (0, 0), (0, 0)]), ItemKnown.of(3, [(0, 0), (0, 0), (3, 3)])
    wide = known(4, (24, 120), disagree, disagree, agree)
    assert wide.score_span(99) == 18 - 6  # from (1, 1, skipped) to (2, 2, 5)
    everybody = known(4, (24, 120), disagree, disagree, *items((0, 0, 4)))
    assert everybody.score_span(99) == 18 - 12  # from (1, 1, 4)
