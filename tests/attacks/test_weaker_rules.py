"""The suite can fail: rules that are weaker in one way give people away, in rounds that ours keep safe."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from reports.disclosure import averages, coded, shares
from reports.disclosure.attacker import Violation, attack_theme
from reports.disclosure.coded import Coded
from reports.disclosure.gate import Level, settle
from reports.disclosure.grid import TENTHS, Grid
from reports.disclosure.policy import K
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results import TOTAL, Cell, cells, publishing, tables
from reports.results.tables import theme_cells
from tests.attacks.hostile import hostile
from tests.attacks.test_joint_attack import GIVEN_AWAY
from tests.attacks.themes import Person, theme_of
from tests.attacks.whole_round import attack

SEEDS = range(70)

Weaken = Callable[[pytest.MonkeyPatch], None]


def three_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (averages, cells):
        monkeypatch.setattr(place, "K", 3)


def no_remainder_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show every group that is large enough, whatever is left."""

    def shown(sizes: Mapping[str, int], k: int) -> tuple[str, ...] | None:
        return tuple(group for group, n in sizes.items() if n >= k) if sum(sizes.values()) >= k else None

    for place in (averages, shares):
        monkeypatch.setattr(place, "shown_groups", shown)


def two_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    hundredths = Grid(Decimal("0.01"), Decimal("1.00"), Decimal("5.00"))
    for place in (averages, coded):
        monkeypatch.setattr(place, "TENTHS", hundredths)
    monkeypatch.setitem(cells.GRIDS, "theme_mean", hundredths)


def an_item_average_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print, beside a theme, the average of each of its items."""

    def with_averages(theme: ThemeAnswers, level: Level, **options: Any) -> tuple[Cell, ...]:
        return (*theme_cells(theme, level, **options), *_item_averages(theme))

    monkeypatch.setattr(publishing, "theme_cells", with_averages)


def _item_averages(theme: ThemeAnswers) -> Iterator[Cell]:
    for place, item in enumerate(theme.items):
        tallies = [
            averages.Tally(sum(theme.recoded_counts(place, each)), Fraction(theme.given_total(place, each)))
            for each in theme.plan
        ]
        everybody = sum(tallies, averages.Tally())
        if len(theme.items) >= 3 and everybody.n >= K:
            mean = TENTHS.half_up(everybody.mean)
            yield Cell("item_word", item, TOTAL, "exact", mean, mean, step=TENTHS.step)


def shares_without_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print every share, also of everybody and of nobody."""
    monkeypatch.setattr(coded, "EXCEPTIONS", 0)
    monkeypatch.setattr(tables, "determined", lambda *asked: False)


def an_exact_total(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print the total as if no groups stood beside it."""

    def total(parts: object, total: Coded, grid: Grid) -> Coded:
        return total

    for place in (averages, shares):
        monkeypatch.setattr(place, "total_from_parts", total)


def let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish what the other rules allow; what the gate would take back is left standing."""
    monkeypatch.setattr(publishing, "settle", lambda theme, draft: Level.FULL)


@pytest.fixture
def no_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    let_through(monkeypatch)


def found(seed: int) -> set[Violation]:
    asked = hostile(seed)
    return attack(asked.publish().cells, asked.questionnaire, asked.frame, asked.plan)


@pytest.fixture(scope="module")
def safe() -> list[int]:
    """Rounds in which nothing is found even without the gate: what is found after that is the weaker rule's fault."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        let_through(monkeypatch)
        return [seed for seed in SEEDS if not found(seed)]


#: What each weaker rule lets an attacker find, and in how many of the rounds that our rules keep safe, at least.
WEAKER: dict[Weaken, tuple[str, int]] = {
    three_are_enough: ("sum", 5),
    no_remainder_rule: ("sum", 5),
    two_digits: ("answer", 1),
    an_item_average_too: ("answer", 10),
    shares_without_edges: ("answer", 20),
    an_exact_total: ("answer", 2),
}


@pytest.mark.parametrize("weaken", WEAKER, ids=lambda weaken: weaken.__name__)
def test_a_weaker_rule_is_found_out(
    weaken: Weaken, safe: list[int], no_gate: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, least = WEAKER[weaken]
    weaken(monkeypatch)

    given_away = [seed for seed in safe if kind in {each.kind for each in found(seed)}]

    assert len(safe) >= len(SEEDS) * 0.85
    assert len(given_away) >= least


def test_outside_the_themes_answers_would_be_given_away_too(no_gate: None, monkeypatch: pytest.MonkeyPatch) -> None:
    shares_without_edges(monkeypatch)

    subjects = {each.subject for seed in SEEDS for each in found(seed)}

    assert {"worth", "grade", "reach.young", "ladder.now"} <= subjects


@pytest.mark.parametrize("groups", [groups for groups, _, _ in GIVEN_AWAY.values()], ids=GIVEN_AWAY)
def test_without_the_gate_somebody_is_given_away(groups: list[list[Person]]) -> None:
    """All other rules are as they are: only the gate keeps these people safe."""
    theme = theme_of(groups)

    assert set(attack_theme(theme_cells(theme, Level.FULL), theme))
    assert not set(attack_theme(theme_cells(theme, settle(theme, theme_cells)), theme))
