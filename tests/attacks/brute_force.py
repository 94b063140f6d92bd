"""All that a handful of people can have answered to a theme, tried one by one: what the joint model must find."""

from collections.abc import Callable, Collection
from copy import copy
from dataclasses import replace
from functools import cache
from itertools import chain, combinations_with_replacement, product

import numpy as np
from numpy.typing import NDArray

from reports.disclosure.classes import ANSWERS
from reports.disclosure.policy import HIGHEST
from reports.disclosure.reading import Reading, Table
from reports.disclosure.theme_answers import Insider, ThemeAnswers
from reports.results.cells import Cell
from reports.scoring import NO_NUMBER
from tests.attacks.joint_system import bounds
from tests.attacks.themes import own_of

Publish = Callable[[ThemeAnswers], tuple[Cell, ...]]


class EveryPossibility:
    """All answers of the people in the groups that fit what is known and printed.

    People of one group can change places, so each group has every *collection* of persons once.
    """

    def __init__(self, reading: Reading) -> None:
        self.theme = reading.theme
        self.collections = {group: _collections(reading, group) for group in self.theme.plan}
        sizes = [len(each) for each in self.collections.values()]
        chosen = np.stack(np.meshgrid(*map(np.arange, sizes), indexing="ij"), axis=-1).reshape(-1, len(sizes))
        #: Per possibility the collection of each group.
        self.chosen = chosen[self._fits(reading, chosen)]

    def _fits(self, reading: Reading, chosen: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Compare every sum with its bounds, for all possibilities at once."""
        persons = {group: _persons(self.theme)[each] for group, each in self.collections.items()}
        scores = {group: _scores(self.theme, each).sum(axis=1) for group, each in persons.items()}
        fits = self._within(reading.scores, scores, chosen)
        for place, (classes, total) in enumerate(zip(reading.counts, reading.totals, strict=True)):
            given = {group: each[:, :, place] for group, each in persons.items()}
            fits &= self._within(total, {group: each.sum(axis=1) for group, each in given.items()}, chosen)
            for table, values in zip(classes, ANSWERS, strict=True):
                counts = {group: np.isin(each, values).sum(axis=1) for group, each in given.items()}
                fits &= self._within(table, counts, chosen)
        return fits

    def _within(self, table: Table, sums: dict[str, NDArray[np.int64]], chosen: NDArray[np.int64]) -> NDArray[np.bool_]:
        fits = np.ones(len(chosen), bool)
        for groups, low, high in bounds(table):
            columns = [sums[name][chosen[:, i]] for i, name in enumerate(self.theme.plan) if name in groups]
            fits &= (low <= sum(columns)) & (sum(columns) <= high)
        return fits

    def persons(self, group: str, insider: Insider) -> set[tuple[int, ...]]:
        """Return everything that any one of a group can have answered, beside an insider."""
        persons = self._possible(group, insider)
        if insider is None or insider[0] != group:
            return {_rows(self.theme)[person] for person in np.unique(persons)}
        own = _rows(self.theme).index(insider[1][0])
        rest = {_rows(self.theme)[person] for person in np.unique(persons) if person != own}
        return rest | ({insider[1][0]} if ((persons == own).sum(axis=1) > 1).any() else set())

    def _possible(self, group: str, insider: Insider) -> NDArray[np.int64]:
        chosen = self.chosen
        if insider is not None:
            own = _rows(self.theme).index(insider[1][0])
            place = self.theme.plan.index(insider[0])
            has = (self.collections[insider[0]] == own).any(axis=1)
            chosen = chosen[has[chosen[:, place]]]
        return self.collections[group][np.unique(chosen[:, self.theme.plan.index(group)])]

    def that_print(self, told: tuple[Cell, ...], publish: Publish) -> "EveryPossibility":
        """Keep the possibilities of which the same would be printed: all that one can know who knows the program."""
        alike = np.stack(
            [self._told_alike(group)[self.chosen[:, i]] for i, group in enumerate(self.theme.plan)], axis=1
        )
        _, first, which = np.unique(alike, axis=0, return_index=True, return_inverse=True)
        same = np.array([publish(self._as_theme(each)) == told for each in self.chosen[first]], bool)
        kept = copy(self)
        kept.chosen = self.chosen[same[which.ravel()]]
        return kept

    def _told_alike(self, group: str) -> NDArray[np.int64]:
        """Number the collections of a group, those alike that no publication can tell apart."""
        persons = _persons(self.theme)[self.collections[group]]
        sums = [_scores(self.theme, persons).sum(axis=1), *persons.sum(axis=1).T]
        classes = [np.isin(persons, values).sum(axis=1).T for values in ANSWERS]
        return np.unique(np.stack([*sums, *chain(*classes)]), axis=1, return_inverse=True)[1].ravel()

    def _as_theme(self, chosen: NDArray[np.int64]) -> ThemeAnswers:
        rows, groups = _rows(self.theme), zip(self.theme.plan, chosen, strict=True)
        people = [
            (group, own_of(self.theme, rows[person]))
            for group, collection in groups
            for person in self.collections[group][collection]
        ]
        outside = [person for person in self.theme.people if person[0] is None]
        return replace(self.theme, people=(*people, *outside))


def score_range(theme: ThemeAnswers, persons: Collection[tuple[int, ...]]) -> tuple[int, int] | None:
    """Return the lowest and highest score among some persons, in parts of ``unit``."""
    scores = [score for person in persons if (score := own_of(theme, person)[1]) is not None]
    return (min(scores), max(scores)) if scores else None


def _collections(reading: Reading, group: str) -> NDArray[np.int64]:
    """Return every collection of persons of one group with the numbers of answers and scores that are known."""
    theme, size = reading.theme, reading.theme.sent_in([group])
    given = np.array([total.sizes[group] for total in reading.totals])
    persons = _persons(theme)
    able = np.flatnonzero((persons == NO_NUMBER).sum(axis=1) <= size * given.size - given.sum())
    found = able[_every_collection(len(able), size)]
    answered = (persons[found] != NO_NUMBER).sum(axis=1)
    scored = ((persons[found] != NO_NUMBER).sum(axis=2) >= theme.required).sum(axis=1)
    return found[(answered == given).all(axis=1) & (scored == reading.scores.sizes[group])]


@cache
def _every_collection(persons: int, size: int) -> NDArray[np.int64]:
    return np.array(list(combinations_with_replacement(range(persons), size)), int).reshape(-1, size)


def _rows(theme: ThemeAnswers) -> list[tuple[int, ...]]:
    return _every_row(len(theme.items))


@cache
def _every_row(items: int) -> list[tuple[int, ...]]:
    return list(product(range(NO_NUMBER, HIGHEST + 1), repeat=items))


def _persons(theme: ThemeAnswers) -> NDArray[np.int64]:
    return np.array(_rows(theme))


def _scores(theme: ThemeAnswers, persons: NDArray[np.int64]) -> NDArray[np.int64]:
    answered = (persons != NO_NUMBER).sum(axis=2)
    worth = theme.unit // np.maximum(answered, 1)
    return np.where(answered >= theme.required, persons.sum(axis=2) * worth, 0)
