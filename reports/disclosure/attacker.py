"""An attacker who reads all that is published about a theme, and tells what it leaves possible for everybody (R12).

It knows what a participant can know: the publication rules, who sent in, in which group they are and how many of them
answered what, and everything that is printed. Then it is each of the participants, one after the other, with the
own answers. What was answered without a personal invitation it knows altogether: somebody may have invented those
people. Intervals of whole numbers, no solver: what it rules out is ruled out; it may overlook what only a search
through all answers could find, which is what the audit tier does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reports.disclosure.known import Known
from reports.disclosure.policy import HIGHEST, LOWEST, OPEN_ANSWERS, OPEN_POINTS, K
from reports.disclosure.reading import Reading
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results.cells import Cell

#: What is found out: a sum over too few people, an answer to an item, or a theme score.
Kind = Literal["sum", "answer", "score"]


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that can be worked out and should not be; ``insider``: by somebody who knows the own answers."""

    kind: Kind
    subject: str
    insider: bool = False


def attack_theme(cells: Iterable[Cell], theme: ThemeAnswers) -> set[Violation]:
    """Find what the cells about one theme and its items give away.

    Parameters
    ----------
    cells
        What is printed: the theme's averages, and the shares or words of its items.
    theme
        The answers, of which the attacker uses the sizes, what participants know of themselves, and the answers
        outside the groups.
    """
    reading = Reading.of(cells, theme)
    found = set(_small_sums(reading))
    for groups in reading.sets():
        known = reading.known(groups)
        found |= set(_narrowed(known.linked(), theme, insider=False))
        for answers, score in theme.insiders(groups):
            found |= set(_narrowed(known.without(answers, score).linked(), theme, insider=True))
    return found


def _small_sums(reading: Reading) -> Iterator[Violation]:
    if reading.scores.small(K):
        yield Violation("sum", reading.theme.id)
    for item, classes, total in zip(reading.theme.items, reading.counts, reading.totals, strict=True):
        if total.small(K) or any(table.small(K) for table in classes):
            yield Violation("sum", item)


def _narrowed(known: Known, theme: ThemeAnswers, *, insider: bool) -> Iterator[Violation]:
    if known.scored and _span(known) < OPEN_POINTS * known.unit:
        yield Violation("score", theme.id, insider)
    for name, item in zip(theme.items, known.items, strict=True):
        if item.n > 0 and len(item.possible()) < OPEN_ANSWERS:
            yield Violation("answer", name, insider)


def _span(known: Known) -> int:
    """Return how far apart the lowest and the highest score are that anyone of these people can have."""
    others = known.scored - 1
    low, high = known.total[0] - HIGHEST * known.unit * others, known.total[1] - LOWEST * known.unit * others
    if low <= LOWEST * known.unit and high >= HIGHEST * known.unit:
        return (HIGHEST - LOWEST) * known.unit
    left = [score for score in _scores(len(known.items), known.required, known.unit) if low <= score <= high]
    return max(left) - min(left) if left else 0


@cache
def _scores(items: int, required: int, unit: int) -> tuple[int, ...]:
    """Return every score that somebody can have, in parts of ``unit``."""
    return tuple(
        {
            total * unit // answered
            for answered in range(required, items + 1)
            for total in range(LOWEST * answered, HIGHEST * answered + 1)
        }
    )
