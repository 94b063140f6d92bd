"""The exact model says what trying all answers one by one says; and nobody who knows the rules can rule out less."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from reports.disclosure import attacker, averages, coded, item_words, shares
from reports.disclosure.attacker import Violation
from reports.disclosure.gate import Level
from reports.disclosure.policy import HIGHEST
from reports.disclosure.reading import Reading
from reports.disclosure.theme_answers import Insider, ThemeAnswers
from reports.results import cells, tables
from reports.results.tables import theme_cells
from reports.scoring import NO_NUMBER
from tests.attacks.brute_force import EveryPossibility, score_range
from tests.attacks.joint_attack import every_insider, others
from tests.attacks.joint_model import JointModel
from tests.attacks.themes import Person, theme_of, tiny

#: Tiny themes with so few possibilities that all can be published.
FEW_PUBLICATIONS = (2, 5, 7, 10, 11, 12, 13, 16, 19, 20, 31, 34, 35, 36, 38)


@pytest.fixture
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish about so few people that their answers can be tried one by one."""
    for place in (averages, cells, item_words):
        monkeypatch.setattr(place, "K", 2)
    monkeypatch.setattr(shares, "K_ITEM", 3)
    monkeypatch.setattr(coded, "EDGE", 2)
    monkeypatch.setattr(coded, "EXCEPTIONS", 1)
    monkeypatch.setattr(tables, "MIN_ITEMS", 2)


def published(theme: ThemeAnswers, seed: int = 0) -> tuple[cells.Cell, ...]:
    return theme_cells(theme, Level.FULL, words=seed % 3 == 0)


def questions(theme: ThemeAnswers) -> list[tuple[str, Insider]]:
    """Return every group to ask about with every insider, who is not the only one of it."""
    asked = [(group, insider) for insider in every_insider(theme) for group in theme.plan]
    return [(group, insider) for group, insider in asked if others(theme, group, insider)]


def compare(seed: int) -> Counter[str]:
    """Assert that the model and brute force agree about a tiny theme; count what was found."""
    theme, found = tiny(seed), Counter[str]()
    reading = Reading.of(published(theme, seed), theme)
    tried = EveryPossibility(reading)
    for group, insider in questions(theme):
        model, persons = JointModel(reading, group, insider), tried.persons(group, insider)
        for place in range(len(theme.items)):
            answers = {person[place] for person in persons} - {NO_NUMBER}
            assert set(model.answers(place)) == answers, (seed, group, insider, place)
            found["narrowed"] += 0 < len(answers) < 5
        scores = score_range(theme, persons)
        assert model.scores() == scores, (seed, group, insider)
        found["confined"] += scores is not None and scores[1] - scores[0] < 4 * theme.unit
    return found


@pytest.mark.parametrize("seed", [15, 28, 30, 31])
def test_the_model_finds_what_trying_everything_finds(seed: int, few_are_enough: None):
    assert compare(seed)["narrowed"]


@pytest.mark.audit
def test_the_model_agrees_with_brute_force_a_hundred_times(few_are_enough: None):
    found = Counter[str]()
    for seed in range(100, 200):
        found += compare(seed)
    assert min(found["narrowed"], found["confined"]) > 100  # or there was nothing to agree about


def known_by_printing(theme: ThemeAnswers, seed: int) -> dict[tuple[str, Insider], set[Person]]:
    """Return who anyone of a group can be, for each insider, by publishing everything that could have been answered."""
    told = published(theme, seed)
    same = EveryPossibility(Reading.of((), theme)).that_print(told, lambda answers: published(answers, seed))
    return {question: same.persons(*question) for question in questions(theme)}


def narrowed(theme: ThemeAnswers, known: dict[tuple[str, Insider], set[Person]], answers: int) -> Iterator[Violation]:
    """Go through what leaves fewer than so many answers, or than one less in points of a score."""
    for (_, insider), persons in known.items():
        for place, item in enumerate(theme.items):
            if 0 < len({person[place] for person in persons} - {NO_NUMBER}) < answers:
                yield Violation("answer", item, insider is not None)
        low, high = score_range(theme, persons) or (0, theme.unit * HIGHEST)
        if high - low < theme.unit * (answers - 1):
            yield Violation("score", theme.id, insider is not None)


@pytest.fixture
def compare_with_all_that_print_the_same(few_are_enough: None, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], int]:
    def compare(seed: int) -> int:
        """Assert that the attacker of the gate finds nothing that is not so; count what it overlooks."""
        theme, overlooked = tiny(seed), 0
        known = known_by_printing(theme, seed)
        for (group, insider), persons in known.items():
            model = JointModel(Reading.of(published(theme, seed), theme), group, insider)
            for place in range(len(theme.items)):
                assert {person[place] for person in persons} - {NO_NUMBER} <= set(model.answers(place))
        for answers in (3, 4, 5):
            monkeypatch.setattr(attacker, "OPEN_ANSWERS", answers)
            monkeypatch.setattr(attacker, "OPEN_POINTS", answers - 1)
            found = {each for each in attacker.attack_theme(published(theme, seed), theme) if each.kind != "sum"}
            so = set(narrowed(theme, known, answers))
            assert found <= so, (seed, answers)
            overlooked += len(so - found)
        return overlooked

    return compare


@pytest.mark.parametrize("seed", [11, 35])
def test_nothing_is_ruled_out_that_would_print_the_same(
    seed: int, compare_with_all_that_print_the_same: Callable[[int], int]
):
    compare_with_all_that_print_the_same(seed)


@pytest.mark.audit
def test_nothing_is_ruled_out_that_would_print_the_same_many_times(
    compare_with_all_that_print_the_same: Callable[[int], int],
):
    """What the attacker of the gate overlooks, among all that it could find, is why there is an exact one."""
    assert sum(map(compare_with_all_that_print_the_same, FEW_PUBLICATIONS)) <= 10


def test_what_is_printed_of_two_groups_of_one_mind_gives_every_answer_away():
    """By hand: ten answered 3 or more, five of them 3; the lowest five add up to 15, and a's average is 3.0."""
    theme = theme_of([[(3, 3, 3)] * 5, [(4, 4, 4)] * 5])
    reading = Reading.of(published(theme), theme)
    assert [[*JointModel(reading, group).answers(0)] for group in "ab"] == [[3], [4, 5]]
    assert JointModel(reading, "a").scores() == (3 * theme.unit, 3 * theme.unit)
    assert JointModel(reading, "a").spread(frozenset("a"), 0) == (15, 15)


def test_an_insider_knows_the_own_answers():
    """By hand: at least 8 of 10 agree, so with an insider who answered 1 the sum is at least 8 x 4 + 1 + 1."""
    theme = theme_of([[(5, 5, 5)] * 8 + [(1, 1, 1)] * 2])
    reading, everybody = Reading.of(published(theme), theme), frozenset("a")
    assert JointModel(reading, "a").spread(everybody, 0) == (34, 50)
    assert JointModel(reading, "a", theme.people[-1]).spread(everybody, 0) == (34, 46)
    assert JointModel(reading, "a", theme.people[0]).spread(everybody, 0) == (35, 50)


def test_who_has_no_score_is_not_asked_for_it():
    theme = theme_of([[(5, 0, 0)] * 4 + [(0, 0, 0)]])
    assert JointModel(Reading.of((), theme), "a").scores() is None
