"""Trying answers of one person: which are tried, how often, and what that shows."""

from collections.abc import Sequence
from itertools import islice

import pytest

from reports.disclosure import probing
from reports.disclosure.attacker import Violation, attack_theme
from reports.disclosure.gate import Level
from reports.disclosure.item_known import ItemKnown
from reports.disclosure.joint import Everything
from reports.disclosure.known import Known
from reports.disclosure.probing import Prober, from_end, with_answer
from reports.disclosure.reading import Reading
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results.tables import theme_cells
from tests.attacks.themes import Person, theme_of
from tests.unit.reports.hostile_themes import leaver

#: One group's average needs the low answers that one of the other could have given (F8).
TAKEN: list[list[Person]] = [
    [(4, 4, 3)] * 6 + [(4, 1, 3)],
    [(1, 1, 3), (1, 4, 3), (4, 1, 3)] + [(4, 4, 3)] * 3,
]
INSIDER = 6
MIXED: list[Person] = [(1, 2, 3), (2, 3, 4), (3, 4, 5), (4, 5, 1), (5, 1, 2)]


def everything(theme: ThemeAnswers) -> Everything:
    return Everything.of(Reading.of(theme_cells(theme, Level.FULL), theme))


def beside(theme: ThemeAnswers, person: int) -> Everything:
    """What one participant knows of the others."""
    found, (group, own) = everything(theme), theme.people[person]
    assert group is not None
    return found.without(next(block for block in found.blocks if group in block), leaver((group, own)))


def of_items(*possible: Sequence[int]) -> Known:
    """Two people, each with one of these answers to each item."""
    of_class = [[(0, 2 * bool(set(each) & set(values))) for values in ((1, 2), (3,), (4, 5))] for each in possible]
    items = tuple(ItemKnown.of(2, counts) for counts in of_class)
    return Known(2, 2, (12, 60), items, 6, 2)


def test_low_answers_are_tried_from_the_lowest_upwards():
    """The lowest items go first, up to the highest answers of all."""
    tried = list(from_end(of_items([1, 2, 3], [4, 5], [3]), high=False))
    assert tried == [(1, 4, 3), (2, 4, 3), (3, 4, 3), (3, 5, 3)]


def test_high_answers_are_tried_from_the_highest_downwards():
    tried = list(from_end(of_items([1, 2, 3], [4, 5], [3]), high=True))
    assert tried == [(3, 5, 3), (3, 4, 3), (2, 4, 3), (1, 4, 3)]


def test_of_items_alike_each_goes_first_once():
    tried = list(from_end(of_items([1, 2], [1, 2], [1, 2]), high=False))
    assert tried == [(1, 1, 1), (2, 1, 1), (1, 2, 1), (1, 1, 2), (2, 2, 1), (1, 2, 2), (2, 1, 2), (2, 2, 2)]


def test_an_item_that_nobody_answered_is_skipped():
    """F9: nothing is possible there, and trying must not fail on it."""
    known = Known(2, 2, (12, 60), (ItemKnown.of(2, [(0, 2)] * 3), ItemKnown.of(0, [(0, 0)] * 3)), 6, 1)
    assert next(from_end(known, high=False)) == (1, 0)
    assert next(with_answer(known, 0, 4)) == (4, 0)


def test_one_answer_is_tried_beside_others_in_the_middle_and_at_the_ends():
    known = of_items([1, 2, 3], [4, 5], [1, 2, 3, 4, 5])
    assert list(with_answer(known, 1, 5)) == [(2, 5, 3), (1, 5, 1), (3, 5, 5)]


def test_what_one_takes_is_not_there_for_the_others():
    theme = theme_of(TAKEN)
    known = beside(theme, INSIDER)
    assert ("score", "t") in Prober(theme).narrowed(known)
    # Nothing else tells: every block by itself leaves two points and more.
    assert all(each.score_span(2 * theme.unit) >= 2 * theme.unit for each in known.blocks.values())
    assert Violation("score", "t", insider=True) in attack_theme(theme_cells(theme, Level.FULL), theme)


def test_people_of_mixed_answers_are_not_narrowed():
    theme = theme_of([MIXED * 3, MIXED * 3])
    assert list(Prober(theme).narrowed(everything(theme))) == []


def test_where_no_table_tells_groups_apart_nothing_is_tried():
    """One block takes nothing from another; and with so much room one person makes no difference."""
    alone, roomy = theme_of([TAKEN[0] * 2]), theme_of([MIXED * 3, MIXED * 3])
    for theme in (alone, roomy):
        prober = Prober(theme)
        assert list(prober.narrowed(everything(theme))) == []
        assert prober.left == probing.PATIENCE


def test_what_is_not_tried_any_more_counts_as_impossible(monkeypatch: pytest.MonkeyPatch):
    """Too careful rather than too free: without patience everything that needs trying is narrowed."""
    theme = theme_of(TAKEN)
    assert ("answer", "x") not in Prober(theme).narrowed(everything(theme))
    monkeypatch.setattr(probing, "PATIENCE", 0)
    assert {("score", "t"), ("answer", "x")} <= set(Prober(theme).narrowed(everything(theme)))


def test_patience_is_for_all_insiders_together():
    theme = theme_of(TAKEN)
    prober = Prober(theme)
    list(prober.narrowed(beside(theme, 0)))
    left = prober.left
    list(prober.narrowed(beside(theme, 0)))
    assert probing.PATIENCE > left > prober.left


def test_what_fitted_for_one_insider_is_tried_first_for_the_next():
    theme = theme_of(TAKEN)
    prober = Prober(theme)
    list(prober.narrowed(beside(theme, 0)))
    first = probing.PATIENCE - prober.left
    list(prober.narrowed(beside(theme, 0)))
    assert probing.PATIENCE - prober.left < 2 * first


def test_the_only_one_of_a_block_can_have_what_its_bounds_allow():
    """Of one other person everything is in the bounds; leaving that one out would leave nobody to ask."""
    theme = theme_of([MIXED, [(3, 3, 3)]])
    one = Known(1, 1, (12, 24), tuple(ItemKnown.of(1, [(0, 1)] * 3, (2, 4)) for _ in range(3)), 6, 2)
    found = Everything({frozenset("b"): one}, (), {})
    prober = Prober(theme)
    assert prober.fits(found, frozenset("b"), (2, 3, 4))
    assert not prober.fits(found, frozenset("b"), (1, 3, 4))
    assert not prober.fits(found, frozenset("b"), (2, 3, 5))


def test_a_few_tries_are_enough_where_nothing_is_wrong():
    """Low, high and in the middle; the lowest and the highest fit at once."""
    known = of_items([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])
    assert list(islice(from_end(known, high=False), 1)) == [(1, 1)]
    assert list(islice(from_end(known, high=True), 1)) == [(5, 5)]
