"""Whatever people answered, what is published of a round gives nobody away; and it is not because nothing is said."""

from collections import Counter
from collections.abc import Iterable

import pytest

from reports.disclosure.attacker import Violation
from reports.disclosure.gate import Level
from reports.disclosure.policy import MIN_ITEMS
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results import TOTAL, Cell, Results, publishing, tables
from reports.results.tables import theme_cells
from tests.attacks.hostile import HostileRound, hostile, ordinary
from tests.attacks.joint_attack import attack_jointly, telling_insiders
from tests.attacks.whole_round import attack


def given_away(asked: HostileRound) -> set[Violation]:
    return attack(asked.publish().cells, asked.questionnaire, asked.frame, asked.plan)


def test_nothing_gives_anybody_away_in_two_hundred_hostile_rounds() -> None:
    assert {seed: found for seed in range(200) if (found := given_away(hostile(seed)))} == {}


@pytest.mark.audit
@pytest.mark.parametrize("first", range(200, 2200, 250))
def test_nothing_gives_anybody_away_in_two_thousand_hostile_rounds(first: int) -> None:
    assert {seed: found for seed in range(first, first + 250) if (found := given_away(hostile(seed)))} == {}


@pytest.mark.audit
@pytest.mark.parametrize("first", range(0, 60, 10))
def test_nothing_is_left_to_the_exact_attacker_in_hostile_rounds(first: int) -> None:
    """What is stored, given to the attacker that overlooks nothing; themes of more than four items take it too long."""
    for seed in range(first, first + 10):
        asked = hostile(seed)
        cells = asked.publish().cells
        for theme in asked.questionnaire.themes if asked.plan else ():
            if len(theme.items) <= 4:
                answers = ThemeAnswers.of(theme, asked.frame, asked.plan)
                assert attack_jointly(cells, answers, telling_insiders(answers)) == set(), (seed, theme.id)


def test_the_hostile_rounds_are_all_that_they_should_be() -> None:
    """Otherwise nothing is given away because nobody was hard to protect, or because nothing was said."""
    rounds = [hostile(seed) for seed in range(60)]
    sizes = Counter(len(each.plan) for each in rounds)
    assert set(sizes) == {0, 1, 2, 3, 4}
    assert {len(theme.items) for each in rounds for theme in each.questionnaire.themes} == set(range(1, 8))
    assert {item.reversed for each in rounds for theme in each.questionnaire.themes for item in theme.items} == {
        True,
        False,
    }
    assert any(group is None for each in rounds if each.plan for group, _ in each.rows)
    kinds = Counter((cell.measure, cell.kind) for each in rounds for cell in each.publish().cells)
    assert {measure for measure, _ in kinds} == {"theme_mean", "share", "dont_know", "item_word"}
    for measure in ("theme_mean", "share"):
        assert all(kinds[measure, kind] >= 5 for kind in ("exact", "at_least", "at_most", "between", "withheld"))


# --- attack 19: is a cell hidden because of its answers? ------------------------------------------------------


def hidden(cells: Iterable[Cell]) -> list[tuple[object, ...]]:
    """Return what there is to see of cells without their values: which are withheld, why, and the sizes of groups.

    The total takes those outside the groups in only where it is exact (R3); then its size says so too.
    """
    sizes = {cell: 0 if cell.group == TOTAL else cell.n or 0 for cell in cells}
    return sorted(
        {(cell.measure, cell.subject, cell.group, cell.shown, cell.reason or "", n) for cell, n in sizes.items()}
    )


@pytest.fixture
def no_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "settle", lambda theme, draft: Level.FULL)
    monkeypatch.setattr(tables, "determined", lambda *asked: False)


def test_19_without_the_gate_nothing_is_hidden_because_of_what_was_answered(no_gate: None) -> None:
    for seed in range(100):
        first, second = (hostile(seed, answering).publish() for answering in (0, 1))
        assert hidden(first.cells) == hidden(second.cells), seed


def level_of(results: Results, theme: ThemeAnswers, *, words: bool) -> Level | None:
    """Return the level whose cells show and hide just what these results do; ``None``: no level does."""
    about = {theme.id, *theme.items}
    seen = hidden(cell for cell in results.cells if cell.subject in about and cell.measure != "dont_know")
    return next((level for level in Level if hidden(theme_cells(theme, level, words=words)) == seen), None)


def test_19_the_gate_hides_whole_levels_and_nothing_else() -> None:
    """What is hidden of a theme follows from sizes and one of four levels: no single number is picked out."""
    levels = Counter[Level | None]()
    for asked in [asked for seed in range(60) if (asked := hostile(seed)).plan]:
        results, themes = asked.publish(), asked.questionnaire.themes
        words = all(len(theme.items) < MIN_ITEMS for theme in themes)
        levels += Counter(
            level_of(results, ThemeAnswers.of(each, asked.frame, asked.plan), words=words) for each in themes
        )
    assert None not in levels
    assert levels[Level.FULL] > 50
    assert len(levels) > 1


# --- hiding everything is no solution -------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(10))
def test_three_groups_of_eight_who_know_everything_are_all_shown(seed: int) -> None:
    asked = ordinary(seed, 8, 8, 8)
    results = asked.publish()
    for theme in asked.questionnaire.themes:
        assert all(results.cell("theme_mean", theme.id, group).shown for group in ("total", *asked.plan))
        assert all(len(results.shares(item.id)) == 3 for item in theme.items)
