"""What somebody answers is not there for others: try answers of one person, and see whether the rest still fits.

Groups may be apart in the averages and together in the items. Then one group's average may need most of the low answers
that there are, and nobody elsewhere can have given many of them. Leaving a person with such answers out, as an insider
is left out, shows it: the bounds of the others contradict each other.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Final, Literal

from reports.disclosure.item_known import ItemKnown, possible
from reports.disclosure.joint import Everything
from reports.disclosure.known import Known
from reports.disclosure.leaver import Leaver
from reports.disclosure.policy import HIGHEST, LOWEST, OPEN_ANSWERS, OPEN_POINTS
from reports.disclosure.reading import Groups
from reports.disclosure.theme_answers import ThemeAnswers

#: Below so many points of slack per item it is worth trying: one person takes no more than four from anybody.
PROBED_BELOW: Final = HIGHEST - LOWEST

#: How many answers of one person are tried for a theme; three for each insider and block where nothing is wrong. What
#: is not tried any more counts as impossible.
PATIENCE: Final = 2_000


#: Somebody's answers to all items; 0 where nobody answered.
Vector = tuple[int, ...]


class Prober:
    """Tries answers of one person, for all insiders of a theme together no more than ``PATIENCE`` times."""

    def __init__(self, theme: ThemeAnswers) -> None:
        self.theme = theme
        self.left = PATIENCE
        #: Low and high answers that fitted in a block, for another insider: they mostly fit again.
        self.fitted: dict[Groups, list[Vector]] = {}

    def narrowed(self, everything: Everything) -> Iterator[tuple[Literal["answer", "score"], str]]:
        """Go through what is narrowed too far about people of any block: an item's answer, or the theme's score."""
        if len(everything.blocks) == 1 or everything.slack >= PROBED_BELOW * len(self.theme.items):
            return
        for block, known in everything.blocks.items():
            if known.scored:
                yield from self._narrowed_in(everything, block)

    def _narrowed_in(self, everything: Everything, block: Groups) -> Iterator[tuple[Literal["answer", "score"], str]]:
        """Try low, high and middling answers; each that fit are possible for every item at once."""
        known, fitting = everything.blocks[block], self._again(everything, block)
        if not _apart(fitting, known):
            ends = [self._first(everything, block, from_end(known, high=high)) for high in (False, True)]
            fitting = self.fitted[block] = [vector for vector in ends if vector]
        if not _apart(fitting, known):
            yield "score", self.theme.id
        middle = self._first(everything, block, iter([_along(known, _middle)]))
        seen_in = [*fitting, *([middle] if middle else [])]
        for place, item in enumerate(self.theme.items):
            seen = {vector[place] for vector in seen_in}
            if known.items[place].n and not self._answers_open(everything, block, place, seen):
                yield "answer", item

    def _again(self, everything: Everything, block: Groups) -> list[Vector]:
        return [vector for vector in self.fitted.get(block, []) if self.fits(everything, block, vector)]

    def _answers_open(self, everything: Everything, block: Groups, place: int, seen: set[int]) -> bool:
        known = everything.blocks[block]
        for answer in set(possible(known.items[place])) - seen:
            if len(seen) >= OPEN_ANSWERS:
                break
            if self._first(everything, block, with_answer(known, place, answer)):
                seen.add(answer)
        return len(seen) >= OPEN_ANSWERS

    def _first(self, everything: Everything, block: Groups, vectors: Iterator[Vector]) -> Vector | None:
        return next((vector for vector in vectors if self.fits(everything, block, vector)), None)

    def fits(self, everything: Everything, block: Groups, vector: Vector) -> bool:
        """Whether one person of a block can have given these answers, as far as it is still tried."""
        known = everything.blocks[block]
        self.left -= 1
        if self.left < 0:
            return False
        if known.people == 1:
            return all(
                item.total[0] <= answer <= item.total[1] for item, answer in zip(known.items, vector, strict=True)
            )
        return everything.without(block, Leaver(_score(vector, known), vector)).is_possible


def _apart(vectors: Sequence[Vector], known: Known) -> bool:
    """Whether some scores are far enough apart."""
    scores = [_score(vector, known) for vector in vectors]
    return bool(scores) and max(scores) - min(scores) >= OPEN_POINTS * known.unit


def _score(vector: Vector, known: Known) -> int:
    return sum(vector) * known.unit // max(1, len(vector) - vector.count(0))


def with_answer(known: Known, place: int, answer: int) -> Iterator[Vector]:
    """Go through full sets of answers with one given: the others in the middle first, and then at the ends."""
    for pick in (_middle, min, max):
        vector = _along(known, pick)
        yield (*vector[:place], answer, *vector[place + 1 :])


def _along(known: Known, pick: Callable[[Sequence[int]], int]) -> Vector:
    return tuple(pick(_options(item)) for item in known.items)


def _options(item: ItemKnown) -> tuple[int, ...]:
    """Return the answers that are possible; an item that nobody answered is skipped."""
    return possible(item) or (0,)


def _middle(options: Sequence[int]) -> int:
    return options[len(options) // 2]


def from_end(known: Known, *, high: bool) -> Iterator[Vector]:
    """Go through sets of answers from one end towards the other: the outermost items first, one answer at a time.

    Which of them go first makes a difference to the others; each takes its turn. What comes out the same is not tried
    twice.
    """
    options, count = [_options(item) for item in known.items], len(known.items)
    levels = range(HIGHEST, LOWEST - 1, -1) if high else range(LOWEST, HIGHEST + 1)
    tried: set[Vector] = set()
    for level, further, first in product(levels, range(count), range(count)):
        goals = [level + levels.step * ((place - first) % count < further) for place in range(count)]
        vector = tuple(_nearest(each, goal, high=high) for each, goal in zip(options, goals, strict=True))
        if vector not in tried:
            tried.add(vector)
            yield vector


def _nearest(options: Sequence[int], goal: int, *, high: bool) -> int:
    """Return the answer at a goal, or the next one beyond it; when there is none, the last."""
    beyond = [answer for answer in options if (answer <= goal if high else answer >= goal)]
    return max(beyond, default=options[0]) if high else min(beyond, default=options[-1])
