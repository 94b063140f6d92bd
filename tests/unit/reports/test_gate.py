"""The gate: what it takes back, in which order, how that looks, and what it tells (R12)."""

import logging
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from questionnaires.definition import Questionnaire
from reports.answers import SealedRow
from reports.disclosure import gate
from reports.disclosure.attacker import Violation, attack_theme
from reports.disclosure.gate import Level, settle
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results import Cell, Results
from reports.results.tables import theme_cells, unknown_cell
from tests.attacks.themes import Person, theme_of
from tests.unit.reports.test_publish_shares import asked, published

MIXED: list[Person] = [(1, 2, 3), (2, 3, 4), (3, 4, 5), (4, 5, 1), (5, 1, 2)]
#: All that is printed of these gives everybody's answers away.
OF_ONE_MIND: list[list[Person]] = [[(3, 3, 3)] * 5, [(4, 4, 4)] * 5]
#: A theme whose groups all have shares of their own.
WIDE = theme_of([MIXED * 2, MIXED * 2, MIXED * 2])


# --- the order ------------------------------------------------------------------------------------------------


class Pretended:
    """A gate with an attacker and a second look of which the test says what they find."""

    def __init__(self, breaks: Iterable[Level], is_open: Callable[[Level], bool]) -> None:
        self.breaks, self.is_open = set(breaks), is_open
        self.drafted: list[Level] = []
        self.dropped: list[bool] = []

    def draft(self, theme: ThemeAnswers, /, level: Level) -> tuple[Cell, ...]:
        self.drafted.append(level)
        return (Cell("theme_mean", f"level-{level.value}", "total", "withheld", reason="too_few"),)

    def attack(self, cells: tuple[Cell, ...], theme: ThemeAnswers, insiders: object = None) -> Iterator[Violation]:
        level = Level(int(cells[0].subject.removeprefix("level-")))
        yield from [Violation("answer", "x")] * (level in self.breaks)

    def look(self, theme: ThemeAnswers, printed: Callable[..., tuple[Cell, ...]], dropped: Callable[..., bool]) -> bool:
        level = Level(int(printed(theme)[0].subject.removeprefix("level-")))
        self.dropped.append(dropped(theme))
        return self.is_open(level)


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Pretended]:
    def make(*breaks: Level, is_open: Callable[[Level], bool] = lambda _: True) -> Pretended:
        made = Pretended(breaks, is_open)
        monkeypatch.setattr(gate, "attack_theme", made.attack)
        monkeypatch.setattr(gate, "still_open", made.look)
        return made

    return make


FULL, NO_ITEMS, NO_GROUPS, NOTHING = Level


@pytest.mark.parametrize(
    ("breaks", "left"),
    [
        ([], FULL),
        ([FULL], NO_ITEMS),
        ([FULL, NO_ITEMS], NO_GROUPS),
        ([FULL, NO_ITEMS, NO_GROUPS], NOTHING),
        ([NO_ITEMS, NO_GROUPS], FULL),  # what is not needed is not taken back
    ],
)
def test_items_go_first_then_groups_then_the_theme(pretend: Callable[..., Pretended], breaks: list[Level], left: Level):
    made = pretend(*breaks)
    assert settle(WIDE, made.draft) == left


def test_what_the_second_look_finds_goes_a_level_further(pretend: Callable[..., Pretended]):
    assert settle(WIDE, pretend(FULL, is_open=lambda level: level != NO_ITEMS).draft) == NO_GROUPS
    assert settle(WIDE, pretend(FULL, is_open=lambda _: False).draft) == NOTHING


def test_where_nothing_was_dropped_there_is_no_second_look(pretend: Callable[..., Pretended]):
    made = pretend(is_open=lambda _: False)
    assert settle(WIDE, made.draft) == FULL
    assert made.dropped == []


def test_the_second_look_knows_that_everything_above_was_dropped(pretend: Callable[..., Pretended]):
    """Of the real answers it was, so they are an example of themselves; also where a higher level did not break."""
    made = pretend(FULL, NO_ITEMS, is_open=lambda _: False)
    settle(WIDE, made.draft)
    assert made.dropped == [True]  # asked once, at the level without groups
    kept = pretend(FULL, is_open=lambda level: level == NO_GROUPS)
    settle(WIDE, kept.draft)
    assert kept.dropped == [True, False]  # without items nothing broke: that the groups went too tells more


def level_alone(theme: ThemeAnswers, level: Level) -> Any:
    return level


def test_answers_that_would_be_taken_down_further_are_no_example(monkeypatch: pytest.MonkeyPatch):
    """They would not have been printed like this, so they are not possible; nor are those that are left alone."""
    further, whole = theme_of([MIXED, []]), theme_of([MIXED])
    breaks = {WIDE.plan: {FULL}, further.plan: {FULL, NO_ITEMS}, whole.plan: set[Level]()}
    heard: list[bool] = []

    def attack(level: Level, theme: ThemeAnswers, insiders: object = None) -> Iterator[Violation]:
        yield from [Violation("answer", "x")] * (level in breaks[theme.plan])

    def look(theme: ThemeAnswers, printed: object, dropped: Callable[[ThemeAnswers], bool]) -> bool:
        heard.extend(map(dropped, (theme, further, whole)))
        return True

    monkeypatch.setattr(gate, "attack_theme", attack)
    monkeypatch.setattr(gate, "still_open", look)
    assert settle(WIDE, level_alone) == NO_ITEMS
    assert heard == [True, False, False]


def test_an_example_is_judged_by_the_insider_who_found_out_too_much(monkeypatch: pytest.MonkeyPatch):
    """To be everybody again for each example would take long; one who finds out too much is enough."""
    who, asked_as = WIDE.people[0], list[Any]()

    def attack(cells: object, theme: object, insiders: object = None) -> Iterator[Violation]:
        asked_as.append(insiders)
        yield from [Violation("answer", "x", True, who)] * (len(asked_as) in (1, 3))

    def look(theme: ThemeAnswers, printed: object, dropped: Callable[[ThemeAnswers], bool]) -> bool:
        return dropped(theme)

    monkeypatch.setattr(gate, "attack_theme", attack)
    monkeypatch.setattr(gate, "still_open", look)
    assert settle(WIDE, level_alone) == NO_ITEMS
    assert asked_as == [None, None, [who], None]


def test_the_attacker_stops_at_the_first_thing_it_finds(monkeypatch: pytest.MonkeyPatch):
    def attack(cells: object, theme: object) -> Iterator[Violation]:
        yield Violation("sum", "x")
        raise AssertionError("one is enough")

    monkeypatch.setattr(gate, "attack_theme", attack)
    assert settle(WIDE, theme_cells) == NOTHING


# --- real answers ---------------------------------------------------------------------------------------------


def test_mixed_answers_are_left_alone():
    assert settle(WIDE, theme_cells) == FULL


def test_answers_of_one_mind_are_taken_back():
    theme = theme_of(OF_ONE_MIND)
    level = settle(theme, theme_cells)
    assert level > FULL
    assert not list(attack_theme(theme_cells(theme, level), theme))


def test_nobody_at_all_is_no_failure():
    assert settle(theme_of([[(0, 0, 0)] * 3, []]), theme_cells) == FULL


# --- how it looks ---------------------------------------------------------------------------------------------


def by_place(cells: Iterable[Cell]) -> dict[tuple[str, str, str], list[Cell]]:
    found: dict[tuple[str, str, str], list[Cell]] = {}
    for cell in cells:
        found.setdefault((cell.measure, cell.subject, cell.group), []).append(cell)
    return found


def test_every_level_speaks_of_the_same_subjects_and_groups():
    """Otherwise a missing cell would say which level it was."""
    assert len({tuple(by_place(theme_cells(WIDE, level))) for level in Level}) == 1


def test_items_that_are_dropped_look_like_items_of_too_few():
    """Nine people in all: no item has shares by the size of the network alone."""
    nine = theme_of([MIXED[:3], MIXED[:3], MIXED[:3]])
    for level in (NO_ITEMS, NO_GROUPS, NOTHING):
        items = [cell for cell in theme_cells(WIDE, level) if cell.measure == "share"]
        assert items == [cell for cell in theme_cells(nine, FULL) if cell.measure == "share"]


def test_items_go_and_the_averages_stay_as_they_were():
    averages = [cell for cell in theme_cells(WIDE, FULL) if cell.measure == "theme_mean"]
    assert [cell for cell in theme_cells(WIDE, NO_ITEMS) if cell.measure == "theme_mean"] == averages
    assert all(cell.shown for cell in averages)


def test_groups_that_are_dropped_look_like_groups_of_too_few():
    """Twelve of which no group has five, beside thirty in three groups: the same dashes, for the same reason."""
    twelve = theme_of([MIXED[:4], MIXED[:4], MIXED[:4]])
    groups = [cell for cell in theme_cells(WIDE, NO_GROUPS) if cell.measure == "theme_mean"][1:]
    assert groups == [cell for cell in theme_cells(twelve, FULL) if cell.measure == "theme_mean"][1:]
    assert {(cell.kind, cell.reason, cell.n) for cell in groups} == {("withheld", "group", None)}


def test_the_total_without_groups_is_printed_by_itself():
    total = theme_cells(WIDE, NO_GROUPS)[0]
    assert (total.group, total.kind, total.low, total.n) == ("total", "exact", Decimal("3.0"), 30)


def test_a_theme_that_is_dropped_looks_like_one_that_nobody_answered():
    nobody = theme_of([[(0, 0, 0)], [], []])
    assert theme_cells(WIDE, NOTHING) == theme_cells(nobody, FULL)
    assert unknown_cell("t", NOTHING, 30, 5, 90) == unknown_cell("t", FULL, 0, 0, 0)


def test_words_of_a_scan_go_with_the_items():
    five = theme_of([[(1,), (2,), (3,), (4,), (5,)]])
    words = {level: theme_cells(five, level, words=True)[0] for level in Level}
    assert [words[level].shown for level in Level] == [True, False, False, False]
    four = theme_of([[(1,), (2,), (3,), (4,)]])
    assert theme_cells(five, NO_ITEMS, words=True) == theme_cells(four, FULL, words=True)


# --- a whole round --------------------------------------------------------------------------------------------

QUESTIONNAIRE: Questionnaire = asked(3, 3)


def rows(first: list[list[Person]], second: list[list[Person]]) -> list[SealedRow]:
    """Two themes of the same people, in two groups; the last item of each is reversed."""
    found: list[SealedRow] = []
    for group, ones, others in zip(("library", "welfare"), first, second, strict=True):
        for one, other in zip(ones, others, strict=True):
            given: dict[str, Any] = {f"a-{place + 1}": value for place, value in enumerate(_as_given(one))}
            given |= {f"b-{place + 1}": value for place, value in enumerate(_as_given(other))}
            found.append((group, given))
    return found


def _as_given(person: Person) -> list[int]:
    return [*person[:-1], 6 - person[-1]]


def about(results: Results, theme: str) -> list[Cell]:
    return [cell for cell in results.cells if cell.subject == theme or cell.subject.startswith(f"{theme}-")]


def round_of(first: list[list[Person]], second: list[list[Person]]) -> Results:
    return published(rows(first, second), QUESTIONNAIRE, "library", "welfare")


SPREAD = [MIXED, MIXED]


def test_a_theme_that_is_dropped_leaves_the_others_alone():
    broken, whole = round_of(OF_ONE_MIND, SPREAD), round_of(SPREAD, SPREAD)
    assert about(broken, "b") == about(whole, "b")
    assert any(cell.shown for cell in about(broken, "b"))
    assert not any(cell.shown for cell in about(broken, "a"))
    assert [cell.key for cell in about(broken, "b")] == [cell.key for cell in about(whole, "b")]


def test_how_much_is_not_known_goes_with_the_theme():
    broken, whole = round_of(OF_ONE_MIND, SPREAD), round_of(SPREAD, SPREAD)
    assert whole.cell("dont_know", "a").shown
    assert not broken.cell("dont_know", "a").shown
    assert broken.cell("dont_know", "b").shown
    assert broken.cell("dont_know", "a").reason == "too_few"


@pytest.mark.parametrize(
    ("first", "lines"),
    [(OF_ONE_MIND, ["Themes that the gate took back: 1."]), (SPREAD, [])],
    ids=["taken back", "whole"],
)
def test_the_gate_logs_how_many_themes_and_nothing_else(
    first: list[list[Person]], lines: list[str], caplog: pytest.LogCaptureFixture
):
    log = logging.getLogger("netwerkspiegel.gate")
    log.addHandler(caplog.handler)  # by itself, because the application's log goes to its own place
    with caplog.at_level(logging.DEBUG, logger=log.name):
        round_of(first, SPREAD)
    log.removeHandler(caplog.handler)
    assert list(dict.fromkeys(record.getMessage() for record in caplog.records)) == lines
