"""An attacker who reads all that is published about a theme, and tells what it leaves possible for everybody (R12).

It knows what a participant can know: the publication rules, who sent in, in which group they are and how many of them
answered what, and everything that is printed. Then it is each of the participants, one after the other, with the
own answers. What was answered without a personal invitation it knows altogether: somebody may have invented those
people. Intervals of whole numbers, no solver: what it rules out is ruled out; it may overlook what only a search
through all answers could find, which is what the audit tier does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from reports.disclosure.item_known import possible
from reports.disclosure.joint import Everything
from reports.disclosure.known import Known
from reports.disclosure.leaver import Leaver
from reports.disclosure.policy import OPEN_ANSWERS, OPEN_POINTS, K
from reports.disclosure.probing import Prober
from reports.disclosure.reading import Reading
from reports.disclosure.theme_answers import Insider, Own, ThemeAnswers
from reports.results.cells import Cell

#: What is found out: a sum over too few people, an answer to an item, or a theme score.
Kind = Literal["sum", "answer", "score"]


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that can be worked out and should not be; ``insider``: by somebody who knows the own answers."""

    kind: Kind
    subject: str
    insider: bool = False
    #: Which insider it is; never printed.
    who: Insider = field(default=None, compare=False, repr=False)


def attack_theme(
    cells: Iterable[Cell], theme: ThemeAnswers, insiders: Iterable[tuple[str, Own]] | None = None
) -> Iterator[Violation]:
    """Go through what the cells about one theme and its items give away; some of it comes more than once.

    Parameters
    ----------
    cells
        What is printed: the theme's averages, and the shares or words of its items.
    theme
        The answers, of which the attacker uses the sizes, what participants know of themselves, and the answers
        outside the groups.
    insiders
        Whom to be, after an outsider; by default everybody, one after the other.
    """
    reading = Reading.of(cells, theme)
    yield from _small_sums(reading)
    everything, prober = Everything.of(reading), Prober(theme)
    yield from _narrowed(everything, prober, None)
    if insiders is None and everything.has_room:
        return
    for group, (answers, score) in theme.insiders() if insiders is None else insiders:
        block = next(block for block in everything.blocks if group in block)
        known = everything.without(block, Leaver(score, answers))
        yield from _narrowed(known, prober, (group, (answers, score)))


def _small_sums(reading: Reading) -> Iterator[Violation]:
    if reading.scores.small(K):
        yield Violation("sum", reading.theme.id)
    for item, classes, total in zip(reading.theme.items, reading.counts, reading.totals, strict=True):
        if total.small(K) or any(table.small(K) for table in classes):
            yield Violation("sum", item)


def _narrowed(everything: Everything, prober: Prober, who: Insider) -> Iterator[Violation]:
    for known in (*everything.blocks.values(), *everything.larger.values()):
        yield from _narrowed_one(known, prober.theme, who)
    yield from (Violation(kind, subject, who is not None, who) for kind, subject in prober.narrowed(everything))


def _narrowed_one(known: Known, theme: ThemeAnswers, who: Insider) -> Iterator[Violation]:
    for name, item in zip(theme.items, known.items, strict=True):
        if item.n > 0 and len(possible(item)) < OPEN_ANSWERS:
            yield Violation("answer", name, who is not None, who)
    enough = OPEN_POINTS * known.unit
    if known.scored and known.score_span(enough) < enough:
        yield Violation("score", theme.id, who is not None, who)
