"""Everything that is known and printed about a theme, as equations and bounds over whole numbers.

People who are told apart by nothing are counted, not followed: per block of people, how many answered ``a`` items, and
how many of those gave each answer to each item. Such counts can always be dealt out to persons: rows that all have the
same number of answers can be filled for any columns that have no more answers than there are rows (Gale and Ryser), and
which answer goes where is free.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reports.disclosure.classes import ANSWERS
from reports.disclosure.policy import HIGHEST, LOWEST
from reports.disclosure.reading import Groups, Reading, Table
from reports.scoring import NO_NUMBER

VALUES = np.arange(NO_NUMBER, HIGHEST + 1)

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Sum:
    """Variables with their weights."""

    variables: Numbers
    weights: Numbers

    @classmethod
    def of(cls, variables: Numbers, weights: Numbers | int = 1) -> "Sum":
        """Spread the weights over variables of any shape."""
        return cls(variables.ravel(), np.broadcast_to(weights, variables.shape).ravel())


#: What a sum must be: at least, and at most.
Row = tuple[Sum, int, int]


class Layout:
    """The variables: blocks of people by numbers of answered items by items by answers.

    Parameters
    ----------
    reading
        What is printed, and how many people of each group answered what.
    apart
        The groups of the people who are a block of their own.
    """

    def __init__(self, reading: Reading, apart: Collection[str]) -> None:
        theme = reading.theme
        self.groups = [*theme.plan, *apart]
        others = [theme.sent_in([group]) - list(apart).count(group) for group in theme.plan]
        self.sizes = np.array([*others, *(1 for _ in apart)])
        skipped = max(_skipped(reading, group) for group in theme.plan)
        #: How many items somebody can have answered.
        self.answered = np.arange(max(0, len(theme.items) - skipped), len(theme.items) + 1)
        self.has_score = self.answered >= theme.required
        self._worth = np.where(self.has_score, theme.unit // np.maximum(self.answered, 1), 0)
        shape = (self.sizes.size, self.answered.size, len(theme.items), VALUES.size)
        #: How many people gave an answer, and how many answered so many items.
        self.counts = np.arange(np.prod(shape)).reshape(shape)
        self.people = self.counts.size + np.arange(shape[0] * shape[1]).reshape(shape[:2])

    @property
    def size(self) -> int:
        """How many variables there are."""
        return self.counts.size + self.people.size

    def blocks(self, groups: Collection[str]) -> list[int]:
        """Return the blocks that the people of some groups are in."""
        return [block for block, group in enumerate(self.groups) if group in groups]

    def scores(self, blocks: list[int]) -> Sum:
        """Add up the scores of some blocks."""
        return Sum.of(self.counts[blocks], self._worth[:, None, None] * VALUES)

    def answers(self, blocks: list[int], place: int) -> Sum:
        """Add up the answers to an item."""
        return Sum.of(self.counts[blocks][:, :, place], VALUES)

    def given(self, blocks: list[int], place: int, values: Collection[int]) -> Sum:
        """Count some of the answers to an item."""
        return Sum.of(self.counts[blocks][:, :, place, list(values)])


def _skipped(reading: Reading, group: str) -> int:
    items = reading.theme.items
    given = sum(reading.totals[place].sizes[group] for place in range(len(items)))
    return reading.theme.sent_in([group]) * len(items) - given


def every_row(layout: Layout, reading: Reading) -> Iterator[Row]:
    """Go through all that must hold: the counts belong to persons, the sizes are known, the rest is printed."""
    yield from _of_persons(layout)
    yield from _known(layout, reading)
    yield from _printed(layout, reading)


def _of_persons(layout: Layout) -> Iterator[Row]:
    for block, size in enumerate(layout.sizes):
        yield Sum.of(layout.people[block]), size, size
        for people, answered, items in zip(layout.people[block], layout.answered, layout.counts[block], strict=True):
            for item in items:
                yield Sum(np.array([*item, people]), np.array([*[1] * item.size, -1])), 0, 0
            given = items[:, LOWEST:].ravel()
            yield Sum(np.array([*given, people]), np.array([*[1] * given.size, -answered])), 0, 0


def _known(layout: Layout, reading: Reading) -> Iterator[Row]:
    """Participants can know how many of a group have a score, and how many answered an item; not who."""
    for group in reading.theme.plan:
        blocks = layout.blocks([group])
        n = reading.scores.sizes[group]
        yield Sum.of(layout.people[blocks][:, layout.has_score]), n, n
        for place, total in enumerate(reading.totals):
            n = total.sizes[group]
            yield layout.given(blocks, place, range(LOWEST, HIGHEST + 1)), n, n


def _printed(layout: Layout, reading: Reading) -> Iterator[Row]:
    for groups, low, high in bounds(reading.scores):
        yield layout.scores(layout.blocks(groups)), low, high
    for place, (classes, total) in enumerate(zip(reading.counts, reading.totals, strict=True)):
        for groups, low, high in bounds(total):
            yield layout.answers(layout.blocks(groups), place), low, high
        for table, values in zip(classes, ANSWERS, strict=True):
            for groups, low, high in bounds(table):
                yield layout.given(layout.blocks(groups), place, values), low, high


def bounds(table: Table) -> Iterator[tuple[Groups, int, int]]:
    """Go through all that a table says of a sum."""
    yield from ((groups, low, high) for groups, (low, high) in table.atoms.items())
    if table.everybody:
        yield (frozenset(table.sizes), *table.everybody)
