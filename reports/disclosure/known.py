"""What is known about the people of one set on one theme: their scores, their answers to each item, and both linked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, gcd

from reports.disclosure.inference import Bounds
from reports.disclosure.item_known import ItemKnown, Range, contribution, fewest_with_score, has_room, possible, without
from reports.disclosure.leaver import SCORES, WHOLE, Leaver, about_item
from reports.disclosure.policy import HIGHEST, LOWEST

#: What somebody can do at an item: the answer (0: skip it), and what the others then add at least and at most.
Choice = tuple[int, Bounds]
#: A way through all items: how many were answered and the sum of those answers, and what the others add.
Walk = tuple[tuple[int, int], Bounds]


@dataclass(frozen=True)
class Known:
    """What is known about the people of one set; what follows from it is worked out once.

    Answers are recoded so that 5 is favourable. ``people`` is how many sent in, ``scored`` how many of them have a
    score, ``total`` bounds the sum of their scores in parts of ``unit`` (``lcm(1..J)``), ``required`` is how many items
    one with a score has answered at least.
    """

    people: int
    scored: int
    total: Bounds
    items: tuple[ItemKnown, ...]
    unit: int
    required: int

    @cached_property
    def skipper(self) -> Range | None:
        """Between what the score lies of somebody who skipped an item; ``None`` when a score needs all of them.

        It is the average of answers to so many items as are required, or more: at least of those that can be lowest.
        """
        if self.required == len(self.items):
            return None
        answers = [each for item in self.items if (each := possible(item))]
        lows, highs = sorted(each[0] for each in answers), sorted(each[-1] for each in answers)
        least, most = lows[: self.required] or [LOWEST], highs[-self.required :] or [HIGHEST]
        return Fraction(sum(least), len(least)), Fraction(sum(most), len(most))

    @cached_property
    def score_step(self) -> int:
        """Of what every sum of scores is a multiple, in parts of ``unit``."""
        complete = all(item.n == self.people for item in self.items)
        fewest = len(self.items) if complete else self.required
        return gcd(*(self.unit // answered for answered in range(fewest, len(self.items) + 1)))

    def without(self, leaver: Leaver) -> "Known":
        """Leave out one person of the set."""
        items = tuple(without(item, answer) for item, answer in zip(self.items, leaver.answers, strict=True))
        if leaver.score is None:
            return replace(self, people=self.people - 1, items=items)
        total = (self.total[0] - leaver.score, self.total[1] - leaver.score)
        return replace(self, people=self.people - 1, scored=self.scored - 1, total=total, items=items)

    @cached_property
    def bounds(self) -> tuple[Bounds, ...]:
        """Everything that is bounded, each at its place (see :data:`reports.disclosure.leaver.About`)."""
        return self.total, *(bounds for item in self.items for bounds in (*item.counts, item.total))

    @property
    def has_room(self) -> bool:
        """Whether leaving one person out, and then following another through all items, meets no bound.

        Each of the two takes at most 4 points per item from what the classes allow, and one from a class.
        """
        points = 2 * (HIGHEST - LOWEST) * len(self.items)
        return self.scored > 0 and self.slack >= points and all(has_room(item) for item in self.items)

    @property
    def is_possible(self) -> bool:
        """Whether there are answers that fit all bounds, as far as each bound by itself tells."""
        return all(low <= high for low, high in self.bounds)

    @property
    def slack(self) -> int:
        """How far the sum of scores is at least from the ends that the classes allow, times the items, in points."""
        skipper, count = self.skipper, len(self.items)
        by_class = (ItemKnown.of(item.n, item.counts) for item in self.items)
        spread = [contribution(item, self.people, self.scored, skipper) for item in by_class]
        least, most = sum(low for low, _ in spread), sum(high for _, high in spread)
        return min(count * self.total[1] // self.unit - least, most - count * self.total[0] // self.unit)

    @cached_property
    def _spread(self) -> tuple[Bounds, ...]:
        """What each item adds to the scores at least and at most, times the number of items, in points."""
        return tuple(contribution(item, self.people, self.scored, self.skipper) for item in self.items)

    def bounded(self, bounds: Sequence[Bounds]) -> "Known":
        """Take over tighter bounds, each at its place."""
        items = tuple(
            ItemKnown.of(
                item.n, bounds[about_item(place, 0) : about_item(place, WHOLE)], bounds[about_item(place, WHOLE)]
            )
            for place, item in enumerate(self.items)
        )
        return replace(self, total=bounds[SCORES], items=items)

    @cached_property
    def linked(self) -> "Known":
        """The same with items and scores tightened by each other: all items of a person make the score (R12)."""
        if not self.scored:
            return self
        count, step, (least, most) = len(self.items), self.score_step, _sum(self._spread)
        low = step * -(-max(self.total[0], -(-least * self.unit // count)) // step)
        high = step * (min(self.total[1], most * self.unit // count) // step)
        items = tuple(
            self._item(item, (count * low - (most - own[1]) * self.unit, count * high - (least - own[0]) * self.unit))
            for item, own in zip(self.items, self._spread, strict=True)
        )
        return replace(self, total=(low, high), items=items)

    def _item(self, item: ItemKnown, share: Bounds) -> ItemKnown:
        """Tighten an item's sum by what it must add to the scores, in parts of ``unit``.

        The fewer of those who answered have a score, the less this says.
        """
        lowest, highest = self.skipper or (LOWEST, HIGHEST)
        own = fewest_with_score(item.n, self.people, self.scored, self.skipper)
        low = -(-share[0] // self.unit) - ceil(highest * (self.scored - own)) + LOWEST * (item.n - own)
        high = share[1] // self.unit - floor(lowest * (self.scored - own)) + HIGHEST * (item.n - own)
        if low <= item.total[0] and high >= item.total[1]:
            return item
        return item._replace(total=(max(item.total[0], low), min(item.total[1], high)))

    def score_span(self, enough: int) -> int:
        """Return how far apart the scores are that any one of these people can have, in parts of ``unit``.

        A person with a score is followed through all items: with an answer that is possible there, or skipping it. What
        the others then add at least and at most must leave the sum of all scores within its bounds. When the lowest and
        the highest answers already lie ``enough`` apart, it looks no further.
        """
        if self._plain_span >= enough:
            return self._plain_span
        choices = [tuple(self._choices(item)) for item in self.items]
        return self._span(_walks(choices, len(choices) - self.required).items())

    @cached_property
    def _plain_span(self) -> int:
        return self._span([self._along(min), self._along(max)])

    def _along(self, pick: Callable[[Sequence[int]], int]) -> Walk:
        """Walk through the items with the lowest, or the highest, answer at each."""
        answers = [pick(possible(item) or (0,)) for item in self.items]
        others = [self._others(item, answer) for item, answer in zip(self.items, answers, strict=True)]
        return (sum(map(bool, answers)), sum(answers)), _sum(others)

    def _others(self, item: ItemKnown, answer: int) -> Bounds:
        """Bound what the others add to an item, when somebody gave ``answer`` (0: skipped it)."""
        return contribution(without(item, answer), self.people - 1, self.scored - 1, self.skipper)

    def _span(self, walks: Iterable[Walk]) -> int:
        scores = [
            total * self.unit // answered
            for (answered, total), others in walks
            if answered >= self.required and self._fits(total * self.unit // answered, others)
        ]
        return max(scores) - min(scores) if scores else 0

    def _choices(self, item: ItemKnown) -> Iterator[Choice]:
        """Go through a person's answers to an item (0: skipped it), with what the others add to it."""
        skips = (0,) if self.skipper and item.n < self.people else ()
        for answer in (*possible(item), *skips):
            yield answer, self._others(item, answer)

    def _fits(self, score: int, others: Bounds) -> bool:
        count = len(self.items)
        own = count * score
        return (
            others[0] * self.unit + own <= count * self.total[1]
            and others[1] * self.unit + own >= count * self.total[0]
        )


def _sum(bounds: Sequence[Bounds]) -> Bounds:
    return sum(low for low, _ in bounds), sum(high for _, high in bounds)


def _walks(choices: Sequence[Sequence[Choice]], skips: int) -> dict[tuple[int, int], Bounds]:
    """Return for each number of answers and their sum the least and the most that the others can add."""
    found: dict[tuple[int, int], Bounds] = {(0, 0): (0, 0)}
    for place, options in enumerate(choices):
        further: dict[tuple[int, int], Bounds] = {}
        for (answered, total), (least, most) in found.items():
            for answer, (low, high) in options:
                state = (answered + bool(answer), total + answer)
                if place + 1 - state[0] > skips:
                    continue
                known = further.get(state, (least + low, most + high))
                further[state] = (min(known[0], least + low), max(known[1], most + high))
        found = further
    return found
