"""What somebody answers is not there for others: try answers of one person, and see whether the rest still fits.

Groups may be apart in the averages and together in the items. Then one group's average may need most of the low answers
that there are, and nobody elsewhere can have given many of them. Leaving a person with such answers out, as an insider
is left out, shows it: the bounds of the others contradict each other.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from reports.disclosure.item_known import possible
from reports.disclosure.joint import Everything
from reports.disclosure.known import Known
from reports.disclosure.leaver import Leaver
from reports.disclosure.policy import HIGHEST, LOWEST, OPEN_ANSWERS, OPEN_POINTS
from reports.disclosure.reading import Groups
from reports.disclosure.theme_answers import ThemeAnswers

#: Below so many points of slack per item it is worth trying: one person takes no more than four from anybody.
PROBED_BELOW: Final = HIGHEST - LOWEST


def probed(everything: Everything, theme: ThemeAnswers) -> Iterator[tuple[Literal["answer", "score"], str]]:
    """Go through what is narrowed too far about people of any block: an item's answer, or the theme's score."""
    for block, known in everything.blocks.items():
        if known.scored:
            for place, item in enumerate(theme.items):
                if known.items[place].n and not _answers_open(everything, block, place):
                    yield "answer", item
            if not _score_open(everything, block):
                yield "score", theme.id


def _answers_open(everything: Everything, block: Groups, place: int) -> bool:
    known, found = everything.blocks[block], 0
    for answer in possible(known.items[place]):
        found += any(_fits(everything, block, vector) for vector in _with_answer(known, place, answer))
        if found == OPEN_ANSWERS:
            return True
    return False


def _score_open(everything: Everything, block: Groups) -> bool:
    """Whether a low and a high score both fit, far enough apart."""
    known = everything.blocks[block]
    low, high = (_first(everything, block, _from_end(known, high=high)) for high in (False, True))
    return low is not None and high is not None and high - low >= OPEN_POINTS * known.unit


def _first(everything: Everything, block: Groups, vectors: Iterator[tuple[int, ...]]) -> int | None:
    known = everything.blocks[block]
    return next((_score(vector, known) for vector in vectors if _fits(everything, block, vector)), None)


def _score(vector: Sequence[int], known: Known) -> int:
    return sum(vector) * known.unit // len(known.items)


def _fits(everything: Everything, block: Groups, vector: tuple[int, ...]) -> bool:
    known = everything.blocks[block]
    if known.people == 1:
        return all(item.total[0] <= answer <= item.total[1] for item, answer in zip(known.items, vector, strict=True))
    return everything.without(block, Leaver(_score(vector, known), vector)).is_possible


def _with_answer(known: Known, place: int, answer: int) -> Iterator[tuple[int, ...]]:
    """Go through full sets of answers with one given: the others in the middle first, and then at the ends."""
    options = [possible(item) for item in known.items]
    for pick in (_middle, min, max):
        yield tuple(answer if at == place else pick(each) for at, each in enumerate(options))


def _middle(options: Sequence[int]) -> int:
    return options[len(options) // 2]


def _from_end(known: Known, *, high: bool) -> Iterator[tuple[int, ...]]:
    """Go through full sets of answers from one end towards the other: ever more items one answer further.

    Which items go first makes a difference to the others; each takes its turn.
    """
    options = [possible(item)[::-1] if high else possible(item) for item in known.items]
    count = len(options)
    for steps in range(sum(len(each) - 1 for each in options) + 1):
        for first in range(count if steps else 1):
            taken = [steps // count + ((place - first) % count < steps % count) for place in range(count)]
            yield tuple(each[min(step, len(each) - 1)] for each, step in zip(options, taken, strict=True))
