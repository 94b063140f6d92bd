"""What the attacker must see: what was once overlooked and found by search, and sums over a few.

More of the former stand in the attack suite, where the exact attacker confirms each.
"""

import pytest

from reports.disclosure import averages, item_words, shares
from reports.disclosure.attacker import Violation, attack_theme
from reports.disclosure.gate import Level, settle
from reports.disclosure.item_known import possible
from reports.disclosure.joint import Everything
from reports.disclosure.reading import Reading
from reports.results import cells
from reports.results.tables import theme_cells
from tests.attacks.test_joint_attack import GIVEN_AWAY
from tests.attacks.themes import Person, targeted, theme_of

Groups = list[list[Person]]

#: The answers, and something that they give away.
OVERLOOKED: dict[str, tuple[Groups, Violation]] = {
    # Everything is printed exactly; nobody in b is below 3, and there is little to spare above the least sum.
    "four items of neither and agree": (
        [
            [(1, 1, 1, 1)] * 10,
            [(3, 3, 4, 4)] * 4 + [(4, 4, 3, 3)] * 3 + [(3, 4, 3, 4), (3, 3, 3, 3), (4, 4, 4, 3)],
        ],
        Violation("score", "t"),
    ),
    # The items are told of all eleven together; b's average needs the highest of those answers, each of them.
    "five fives beside six": (
        [[(5, 3, 1)] + [(1, 3, 1)] * 4 + [(1, 3, 5)], [(5, 5, 5)] * 5],
        Violation("answer", "x"),
    ),
}


@pytest.mark.parametrize(("groups", "violation"), OVERLOOKED.values(), ids=OVERLOOKED)
def test_it_is_seen(groups: Groups, violation: Violation):
    theme = theme_of(groups)
    assert violation in set(attack_theme(theme_cells(theme, Level.FULL), theme))
    assert settle(theme, theme_cells) > Level.FULL


@pytest.mark.parametrize(("groups", "insider", "kind"), GIVEN_AWAY.values(), ids=GIVEN_AWAY)
def test_the_attacker_of_the_gate_sees_what_the_exact_one_does(groups: Groups, insider: int, kind: str):
    """Of the same kind, and without an insider where none is needed."""
    theme = theme_of(groups)
    found = {(each.kind, each.insider) for each in attack_theme(theme_cells(theme, Level.FULL), theme)}
    assert (kind, insider >= 0) in found


def test_what_is_seen_of_several_groups_together_only():
    """No group by itself has fewer than three answers left for the first item, and several groups together do."""
    theme = targeted(489)
    found = Everything.of(Reading.of(theme_cells(theme, Level.FULL), theme))
    narrow = [len(possible(known.items[0])) < 3 for known in (*found.blocks.values(), *found.larger.values())]
    assert any(narrow)
    assert not any(narrow[: len(found.blocks)])
    assert Violation("answer", "x") in set(attack_theme(theme_cells(theme, Level.FULL), theme))


@pytest.mark.parametrize("last", [0, 3])
def test_an_item_that_nobody_of_a_group_answered_is_no_failure(last: int):
    """F9: nothing is possible there, and nothing is narrowed; also not where the other group is of one mind."""
    theme = theme_of([[(1, 5, last), (2, 4, last), (4, 2, last), (5, 1, last), (3, 3, last)] * 2, [(2, 4, 0)] * 5])
    assert "z" not in {each.subject for each in attack_theme(theme_cells(theme, Level.FULL), theme)}


def test_nobody_is_given_away_where_answers_are_mixed():
    """Otherwise an attacker that always finds something would pass."""
    mixed: list[Person] = [(1, 2, 3), (2, 3, 4), (3, 4, 5), (4, 5, 1), (5, 1, 2)]
    theme = theme_of([mixed * 2, mixed * 2, mixed * 2], outside=[(1, 1, 1)] * 3)
    assert set(attack_theme(theme_cells(theme, Level.FULL), theme)) == set()


# --- sums over a few, of which the rules print none -----------------------------------------------------------


def test_the_average_of_a_few_is_seen(monkeypatch: pytest.MonkeyPatch):
    """With three as the minimum: of three people in b the average is printed."""
    for place in (averages, cells):
        monkeypatch.setattr(place, "K", 3)
    theme = theme_of([[(1, 2, 3)] * 5, [(2, 3, 4), (4, 3, 2), (3, 3, 3)]])
    assert Violation("sum", "t") in set(attack_theme(theme_cells(theme, Level.FULL), theme))


def test_the_shares_of_a_few_are_seen(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shares, "K_ITEM", 3)
    theme = theme_of([[(1, 2)] * 5, [(2, 4), (4, 2), (3, 3)]])
    found = set(attack_theme(theme_cells(theme, Level.FULL), theme))
    assert {Violation("sum", "x"), Violation("sum", "y")} <= found
    assert Violation("sum", "t") not in found


def test_the_word_of_a_few_is_seen(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(item_words, "K", 3)
    theme = theme_of([[(1,), (2,), (2,)]])
    assert Violation("sum", "x") in set(attack_theme(theme_cells(theme, Level.FULL, words=True), theme))
