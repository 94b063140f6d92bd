"""What is known about the people of one set on one theme, and what that leaves possible for each of them.

Answers are recoded so that 5 is favourable. ``unit`` is the common denominator of theme scores, ``lcm(1..J)``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from reports.disclosure.classes import ANSWERS, PLACE
from reports.disclosure.inference import Bounds
from reports.disclosure.policy import HIGHEST, LOWEST


@dataclass(frozen=True, slots=True)
class ItemKnown:
    """One item: how many answered it, bounds on how many did in each class, and on the sum of their answers."""

    n: int
    counts: tuple[Bounds, ...]
    total: Bounds

    @classmethod
    def of(cls, n: int, counts: Sequence[Bounds], total: Bounds | None = None) -> "ItemKnown":
        """Tighten the bounds by each other: all classes together are ``n``, and decide what the sum can be."""
        least, most = sum(low for low, _ in counts), sum(high for _, high in counts)
        tight = tuple((max(low, n - (most - high)), min(high, n - (least - low))) for low, high in counts)
        low, high = _filled(n, tight, False), _filled(n, tight, True)
        return cls(n, tight, (low, high) if total is None else (max(low, total[0]), min(high, total[1])))

    def without(self, answer: int) -> "ItemKnown":
        """Leave out one person who gave ``answer``; 0 for no number."""
        if not answer:
            return self
        own = PLACE[answer]
        counts = [(low - (place == own), high - (place == own)) for place, (low, high) in enumerate(self.counts)]
        total = (self.total[0] - answer, self.total[1] - answer)
        return ItemKnown.of(self.n - 1, [(max(low, 0), high) for low, high in counts], total)

    def possible(self) -> tuple[int, ...]:
        """Return the answers that any one of these people can have given."""
        return tuple(answer for answer in range(LOWEST, HIGHEST + 1) if self._allows(answer))

    def _allows(self, answer: int) -> bool:
        rest = [
            (max(low - (place == PLACE[answer]), 0), high - (place == PLACE[answer]))
            for place, (low, high) in enumerate(self.counts)
        ]
        if min(high for _, high in rest) < 0 or not _fits(self.n - 1, rest):
            return False
        low, high = _filled(self.n - 1, rest, False), _filled(self.n - 1, rest, True)
        return answer + low <= self.total[1] and answer + high >= self.total[0]


def _fits(n: int, counts: Sequence[Bounds]) -> bool:
    return sum(low for low, _ in counts) <= n <= sum(high for _, high in counts)


def _filled(n: int, counts: Sequence[Bounds], high: bool) -> int:
    """Return the lowest (or highest) sum of ``n`` answers: every class its least, then as many as can be at one end."""
    total, left = 0, n
    for (low, _), answers in zip(counts, ANSWERS, strict=True):
        total += low * answers[-1 if high else 0]
        left -= low
    order = list(zip(counts, ANSWERS, strict=True))
    for (low, most), answers in reversed(order) if high else order:
        more = min(left, most - low)
        total += more * answers[-1 if high else 0]
        left -= more
    return total


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about the people of one set.

    ``people`` is how many sent in, ``scored`` how many of them have a score, ``total`` bounds the sum of their scores
    in parts of ``unit``, ``required`` is how many items one with a score has answered at least.
    """

    people: int
    scored: int
    total: Bounds
    items: tuple[ItemKnown, ...]
    unit: int
    required: int

    def without(self, answers: Sequence[int], score: int | None) -> "Known":
        """Leave out an insider, who knows the own answers (0: no number) and the own score (``None``: has none)."""
        items = tuple(item.without(answer) for item, answer in zip(self.items, answers, strict=True))
        if score is None:
            return replace(self, people=self.people - 1, items=items)
        total = (self.total[0] - score, self.total[1] - score)
        return replace(self, people=self.people - 1, scored=self.scored - 1, total=total, items=items)

    def linked(self) -> "Known":
        """Tighten items and scores by each other: all items of a person together make the score (R12)."""
        if not self.scored:
            return self
        spread = [self._contribution(item) for item in self.items]
        least, most = sum(low for low, _ in spread), sum(high for _, high in spread)
        count = len(self.items)
        low = max(self.total[0], ceil(least * self.unit / count))
        high = min(self.total[1], most * self.unit // count)
        items = tuple(
            self._item(item, (count * low - (most - own[1]) * self.unit, count * high - (least - own[0]) * self.unit))
            for item, own in zip(self.items, spread, strict=True)
        )
        return replace(self, total=(low, high), items=items)

    def _contribution(self, item: ItemKnown) -> Bounds:
        """Bound what an item adds to the scores times the number of items; who skipped it adds the own score."""
        ends = [
            (
                max(item.total[0] - HIGHEST * others, LOWEST * own) + LOWEST * (self.scored - own),
                min(item.total[1] - LOWEST * others, HIGHEST * own) + HIGHEST * (self.scored - own),
            )
            for own, others in self._split(item)
        ]
        return min(low for low, _ in ends), max(high for _, high in ends)

    def _item(self, item: ItemKnown, share: Bounds) -> ItemKnown:
        """Tighten an item's sum by what it must add to the scores, in parts of ``unit``."""
        ends = [
            (
                ceil(share[0] / self.unit) - HIGHEST * (self.scored - own) + LOWEST * others,
                share[1] // self.unit - LOWEST * (self.scored - own) + HIGHEST * others,
            )
            for own, others in self._split(item)
        ]
        low, high = min(low for low, _ in ends), max(high for _, high in ends)
        return replace(item, total=(max(item.total[0], low), min(item.total[1], high)))

    def _split(self, item: ItemKnown) -> Iterator[tuple[int, int]]:
        """Go through how many of those who answered an item have a score, and how many have none."""
        skipped = len(self.items) - self.required
        fewest = max(0, item.n - (self.people - self.scored))
        if not skipped:
            fewest = self.scored
        for own in range(fewest, min(item.n, self.scored) + 1):
            yield own, item.n - own
