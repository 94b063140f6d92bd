"""All that is known of a theme put together: true for every hostile theme, and for everybody who is left out."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.disclosure.attacker import attack_theme
from reports.disclosure.gate import Level
from reports.disclosure.inference import Bounds
from reports.disclosure.item_known import ItemKnown, possible
from reports.disclosure.joint import Everything, Sum, blocks_of, shared, sums_of
from reports.disclosure.known import Known
from reports.disclosure.leaver import SCORES
from reports.disclosure.reading import Reading
from reports.disclosure.theme_answers import Insider, ThemeAnswers
from reports.results.tables import theme_cells
from tests.attacks.themes import Person, theme_of
from tests.unit.reports.hostile_themes import leaver, others, themes

A, B, C = frozenset("a"), frozenset("b"), frozenset("c")

#: Ten of mixed answers, and five: the averages tell a, b and c apart; the items tell a from b and c together.
MIXED: list[Person] = [(1, 2, 3), (2, 3, 4), (3, 4, 5), (4, 5, 1), (5, 1, 2)]


def everything(theme: ThemeAnswers) -> Everything:
    return Everything.of(Reading.of(theme_cells(theme, Level.FULL), theme))


def assert_true(known: Known, theme: ThemeAnswers, groups: frozenset[str], insider: Insider = None) -> None:
    """Assert that what is known of the people of some groups is so."""
    people = others(theme, groups, insider)
    scores = [score for _, score in people if score is not None]
    assert (known.people, known.scored) == (len(people), len(scores))
    assert known.total[0] <= sum(scores) <= known.total[1]
    assert not scores or known.score_span(99 * theme.unit) >= max(scores) - min(scores)
    for place, item in enumerate(known.items):
        given_ones = [answers[place] for answers, _ in people if answers[place]]
        assert item.n == len(given_ones)
        assert item.total[0] <= sum(given_ones) <= item.total[1]
        assert set(given_ones) <= set(possible(item))


@given(themes())
@settings(max_examples=150, deadline=None)
def test_what_is_known_is_true(theme: ThemeAnswers):
    found = everything(theme)
    assert found.is_possible
    for groups, known in (*found.blocks.items(), *found.larger.items()):
        assert_true(known, theme, groups)


@given(themes(), st.data())
@settings(max_examples=150, deadline=None)
def test_what_an_insider_knows_is_true(theme: ThemeAnswers, data: st.DataObject):
    insiders = [(group, own) for group, own in theme.people if group is not None]
    if not insiders:
        return
    insider, found = data.draw(st.sampled_from(insiders)), everything(theme)
    block = next(block for block in found.blocks if insider[0] in block)
    known = found.without(block, leaver(insider))
    assert known.is_possible
    for groups, each in (*known.blocks.items(), *known.larger.items()):
        assert_true(each, theme, groups, insider)


@given(themes(), st.data())
@settings(max_examples=50, deadline=None)
def test_prints_that_contradict_each_other_are_read_without_failing(theme: ThemeAnswers, data: st.DataObject):
    """The averages of some answers beside the shares of others of the same people: no rules made that."""
    turned = theme.changed({
        (person, place): 6 - theme.answer(person, place)
        for person in range(len(theme.people))
        for place in range(len(theme.items))
        if theme.answer(person, place) and data.draw(st.booleans())
    })  # fmt: skip
    averages = [cell for cell in theme_cells(theme, Level.FULL) if cell.measure == "theme_mean"]
    items = [cell for cell in theme_cells(turned, Level.FULL) if cell.measure != "theme_mean"]
    assert all(each.kind in ("sum", "answer", "score") for each in attack_theme([*averages, *items], theme))


def test_a_block_is_who_no_table_tells_apart():
    theme = theme_of([MIXED * 2, MIXED, MIXED, [(3, 3, 3)]])
    reading = Reading.of(theme_cells(theme, Level.FULL), theme)
    # The averages show a and b: of c and d, six people, c goes with d, because one alone would be left over.
    assert set(reading.scores.atoms) == {A, B, frozenset("cd")}
    assert set(reading.counts[0][0].atoms) == {A, frozenset("bcd")}
    assert set(blocks_of(reading)) == {A, B, frozenset("cd")}


def test_a_group_of_whom_nobody_sent_in_is_no_block():
    theme = theme_of([MIXED * 2, []])
    assert set(blocks_of(Reading.of(theme_cells(theme, Level.FULL), theme))) == {A}


def test_nothing_printed_leaves_one_block_about_which_nothing_is_known():
    theme = theme_of([MIXED, MIXED])
    (known,) = Everything.of(Reading.of((), theme)).blocks.values()
    assert known.total == (10 * theme.unit, 50 * theme.unit)
    assert {possible(item) for item in known.items} == {(1, 2, 3, 4, 5)}


def test_what_is_said_of_several_blocks_is_a_sum():
    theme = theme_of([MIXED * 2, MIXED, MIXED])
    reading = Reading.of(theme_cells(theme, Level.FULL), theme)
    told = sums_of(reading, blocks_of(reading))
    assert {each.blocks for each in told if each.about == SCORES} == {(A, B, C)}
    assert {each.blocks for each in told if each.about != SCORES} == {(B, C), (A, B, C)}
    assert {groups for groups in Everything.of(reading).larger} == {B | C, A | B | C}


def block(n: int, total: Bounds) -> Known:
    return Known(n, n, total, (ItemKnown.of(n, [(0, n)] * 3),), 1, 1)


def test_a_sum_leaves_each_block_what_the_others_do_not_have():
    """By hand: a has 10 to 14, b 10 to 20, together 30: a at least 10 and b at least 16."""
    found = shared({A: block(4, (10, 14)), B: block(4, (10, 20))}, [Sum(SCORES, (A, B), (30, 30))])
    assert (found[A].total, found[B].total) == ((10, 14), (16, 20))


def test_what_one_sum_says_is_used_for_the_next():
    """By hand: a and b are 30, so b is at least 16; b and c are 20, so c is 4 at most."""
    blocks = {A: block(4, (10, 14)), B: block(4, (10, 20)), C: block(4, (4, 20))}
    found = shared(blocks, [Sum(SCORES, (A, B), (30, 30)), Sum(SCORES, (B, C), (20, 20))])
    assert (found[B].total, found[C].total) == ((16, 16), (4, 4))


def test_a_sum_that_says_nothing_leaves_blocks_as_they_are():
    blocks = {A: block(4, (10, 14)), B: block(4, (10, 20))}
    assert all(shared(blocks, [Sum(SCORES, (A, B), (20, 34))])[name] is known for name, known in blocks.items())


def test_who_leaves_one_block_leaves_the_sums_of_it_only():
    theme = theme_of([MIXED * 2, MIXED, MIXED])
    found, own = everything(theme), theme.people[0]
    left = found.without(A, leaver(("a", own[1])))
    before, after = ({(each.about, each.blocks): each.bounds for each in which.sums} for which in (found, left))
    assert {key for key in before if before[key] != after[key]} <= {key for key in before if A in key[1]}
    score = own[1][1]
    assert score is not None
    told = before[SCORES, (A, B, C)]
    assert after[SCORES, (A, B, C)] == (told[0] - score, told[1] - score)
    assert found.blocks[A].people == 10  # what was known is still there for the next one


def test_a_larger_set_is_bounded_by_its_blocks():
    """F7: everybody together is no wider than a and b are."""
    found = everything(theme_of([[(4, 4, 3)] * 6 + [(4, 1, 3)], [(1, 1, 3), (1, 4, 3), (4, 1, 3)] + [(4, 4, 3)] * 3]))
    total = [sum(ends) for ends in zip(*(known.total for known in found.blocks.values()), strict=True)]
    assert total[0] <= found.larger[A | B].total[0]
    assert found.larger[A | B].total[1] <= total[1]


@pytest.mark.parametrize("level", Level)
def test_reversed_items_are_attacked_as_the_others_are(level: Level):
    """Answers are recoded: a theme says the same with an item turned round and its classes with it."""
    theme = theme_of([[(3, 3, 3)] * 5, [(4, 4, 4)] * 5])
    turned = replace(theme, is_reversed=(True, False, True))
    assert set(attack_theme(theme_cells(theme, level), theme)) == set(attack_theme(theme_cells(turned, level), turned))
