"""What the gate lets through, given to the attacker that overlooks nothing: the exact model of the whole theme."""

import pytest

from reports.disclosure import averages, coded
from reports.disclosure.attacker import Violation, attack_theme
from reports.disclosure.gate import Level, settle
from reports.disclosure.theme_answers import Insider, ThemeAnswers
from reports.results import cells
from reports.results.tables import theme_cells
from tests.attacks.joint_attack import attack_jointly, every_insider, telling_insiders
from tests.attacks.themes import Person, targeted, theme_of

#: Answers of groups a, b and so on of which everything, printed as the other rules allow, gives somebody away; and the
#: insider who finds out (-1: nobody needs to be one). Each was found by search, and overlooked by a simpler attacker.
GIVEN_AWAY: dict[str, tuple[list[list[Person]], int, str]] = {
    # The lowest five of ten answers already add up to what a's average allows.
    "two groups of one mind": ([[(3, 3, 3)] * 5, [(4, 4, 4)] * 5], -1, "answer"),
    # Nobody below 3, and hardly anything to spare above the least sum.
    "a score from the answers that are left": (
        [
            [(1, 1, 1)] * 10,
            [(4, 4, 3), (4, 3, 3), (3, 4, 3)] + [(4, 3, 4)] * 3 + [(3, 4, 4)] * 3 + [(3, 3, 3)] * 2,
        ],
        -1,
        "score",
    ),
    # All averages apart, the items of b and c together: b's high sum leaves c the low answers.
    "averages apart and items together": (
        [
            [(4, 4, 4)] * 6 + [(1, 4, 4)] * 2 + [(4, 4, 1), (4, 1, 4)],
            [(1, 5, 5)] + [(5, 5, 5)] * 4,
            [(3, 3, 3), (3, 4, 3), (3, 3, 3), (4, 3, 3), (4, 4, 3)],
        ],
        10,
        "answer",
    ),
    # Who answered everything has a whole number of points: 5 people x 3 items, from 50.25 to 51.75, is 51.
    "whole points": (
        [
            [(1, 1, 1)] * 10,
            [(2, 2, 2)] * 3 + [(4, 2, 2), (2, 2, 4), (2, 4, 2), (4, 4, 2), (2, 4, 2), (4, 2, 4), (4, 2, 4)],
            [(3, 3, 3), (3, 4, 3), (4, 4, 4), (3, 3, 3), (4, 3, 4)],
            [(1, 4, 1), (4, 4, 1), (4, 1, 1), (4, 1, 4), (4, 4, 4)],
        ],
        25,
        "answer",
    ),
    # Who skipped an item has the score of the other two, which can be 3 at most.
    "one who skipped an item": (
        [
            [(2, 2, 0)] * 2 + [(3, 3, 2)] * 3 + [(3, 3, 3)] * 3 + [(3, 2, 2), (3, 2, 3)],
            [(2, 2, 2)] * 8 + [(2, 0, 2), (0, 2, 2)],
        ],
        0,
        "score",
    ),
    # The low answers that one of a could have given are all needed to bring b down to its average.
    "what one takes is not there for the others": (
        [
            [(4, 4, 3)] * 6 + [(4, 1, 3)],
            [(1, 1, 3), (1, 4, 3), (4, 1, 3)] + [(4, 4, 3)] * 3,
        ],
        6,
        "score",
    ),
    "the same, of three groups": (
        [
            [(5, 4, 3)] * 3 + [(1, 4, 3)] * 3 + [(1, 4, 0), (1, 4, 4), (5, 4, 4)] + [(1, 1, 3)] * 2,
            [(1, 4, 4)] * 3 + [(1, 4, 3), (5, 4, 3)],
            [(1, 1, 4)] * 2 + [(1, 4, 4), (1, 4, 3), (5, 4, 3)],
        ],
        20,
        "score",
    ),
    "the same, of four groups": (
        [
            [(5, 5, 5)] * 6 + [(5, 5, 1)] * 3 + [(1, 5, 5)],
            [(2, 1, 1)] * 4 + [(1, 2, 1), (2, 2, 2), (1, 1, 1), (1, 1, 2)] + [(2, 2, 1)] * 2,
            [(3, 3, 3)] * 2 + [(3, 4, 3), (4, 3, 3), (3, 4, 4)],
            [(1, 1, 1)] * 5,
        ],
        24,
        "score",
    ),
}


@pytest.mark.parametrize(("groups", "insider", "kind"), GIVEN_AWAY.values(), ids=GIVEN_AWAY)
def test_the_exact_attacker_finds_what_would_give_somebody_away(groups: list[list[Person]], insider: int, kind: str):
    theme = theme_of(groups)
    who = None if insider < 0 else theme.people[insider]
    assert kind in {each.kind for each in attack_jointly(theme_cells(theme, Level.FULL), theme, [who])}


@pytest.mark.parametrize(("groups", "insider", "kind"), GIVEN_AWAY.values(), ids=GIVEN_AWAY)
def test_the_gate_takes_it_back(groups: list[list[Person]], insider: int, kind: str):
    theme = theme_of(groups)
    assert left_by_the_gate(theme, telling_insiders(theme)) == set()


def test_an_item_that_nobody_of_a_group_answered():
    theme = theme_of([[(1, 1, 0), (1, 4, 0), (4, 4, 0), (5, 4, 0), (5, 1, 0)] * 2, [(1, 1, 0)] * 3 + [(4, 4, 0)] * 2])
    assert left_by_the_gate(theme, telling_insiders(theme)) == set()


def left_by_the_gate(theme: ThemeAnswers, insiders: list[Insider]) -> set[Violation]:
    level = settle(theme, theme_cells)
    return attack_jointly(theme_cells(theme, level), theme, insiders)


@pytest.mark.audit
@pytest.mark.parametrize("first", range(0, 80, 10))
def test_nothing_is_left_after_the_gate(first: int):
    """Each hostile theme, with the insiders of whom there are fewest and with the extreme ones."""
    themes = {seed: targeted(seed) for seed in range(first, first + 10)}
    found = {seed: left_by_the_gate(theme, telling_insiders(theme)) for seed, theme in themes.items()}
    assert {seed: each for seed, each in found.items() if each} == {}


@pytest.mark.audit
def test_nothing_is_left_to_any_insider_after_the_gate():
    themes = {seed: targeted(seed) for seed in range(1000, 1008)}
    found = {seed: left_by_the_gate(theme, every_insider(theme)) for seed, theme in themes.items()}
    assert {seed: each for seed, each in found.items() if each} == {}


@pytest.mark.audit
def test_the_hostile_themes_are_printed():
    """Otherwise nothing is left because nothing was said."""
    levels = [settle(targeted(seed), theme_cells) for seed in range(80)]
    assert levels.count(Level.FULL) >= 30
    assert len(set(levels)) > 1


def test_sums_over_a_few_are_found_out(monkeypatch: pytest.MonkeyPatch):
    """Three people with an exact average: of 3.0 in tenths, so that nine answers add up to 27 and nothing else."""
    for place in (averages, cells):
        monkeypatch.setattr(place, "K", 3)
    monkeypatch.setattr(coded, "EDGE", 1)
    theme = theme_of([[(3, 3, 3), (2, 3, 4), (3, 2, 4)], [(2, 3, 4)] * 7])
    found = attack_jointly(theme_cells(theme, Level.FULL), theme, every_insider(theme))
    assert {("sum", False), ("sum", True)} <= {(each.kind, each.insider) for each in found}


def test_the_exact_attacker_finds_all_that_the_gate_finds(monkeypatch: pytest.MonkeyPatch):
    """Without edges, so that there is much to find."""
    monkeypatch.setattr(coded, "EDGE", 1)
    monkeypatch.setattr(coded, "EXCEPTIONS", 0)
    found: set[Violation] = set()
    for seed in range(12):
        theme = targeted(seed)
        printed = theme_cells(theme, Level.FULL)
        plain = {each for each in attack_theme(printed, theme) if each.kind != "sum" and not each.insider}
        assert plain <= attack_jointly(printed, theme, [None]), seed
        found |= plain
    assert {each.kind for each in found} == {"answer", "score"}
