"""What is known about the answers of a set of people to one item, and what that leaves possible for each of them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Final, NamedTuple

from reports.disclosure.classes import ANSWERS, PLACE
from reports.disclosure.inference import Bounds
from reports.disclosure.policy import HIGHEST, LOWEST, OPEN_ANSWERS

#: Between what something lies that need not be a whole number.
Range = tuple[Fraction, Fraction]

#: Few different things are known, and everybody asks them again.
_REMEMBERED: Final = 4096

#: So many people more may be known of a class with room.
SPARE: Final = 3


# A plain tuple, because it is compared and looked up all the time.
class ItemKnown(NamedTuple):
    """One item: how many answered it, bounds on how many did in each class, and on the sum of their answers."""

    n: int
    counts: tuple[Bounds, ...]
    total: Bounds

    @classmethod
    def of(cls, n: int, counts: Sequence[Bounds], total: Bounds | None = None) -> "ItemKnown":
        """Tighten the bounds by each other: all classes together are ``n``, and decide what the sum can be."""
        return _tightened(n, tuple(counts), total)


@lru_cache(_REMEMBERED)
def _tightened(n: int, counts: tuple[Bounds, ...], total: Bounds | None) -> ItemKnown:
    tight = complete(n, counts)
    low, high = _sums(n, tight)
    if total is None or (total[0] <= low and total[1] >= high):
        return ItemKnown(n, tight, (low, high))
    within = (max(low, total[0]), min(high, total[1]))
    return ItemKnown(n, complete(n, _by_sum(n, tight, within)), within)


@lru_cache(_REMEMBERED)
def without(item: ItemKnown, answer: int) -> ItemKnown:
    """Leave out one person who gave ``answer``; 0 for no number."""
    if not answer:
        return item
    total = (item.total[0] - answer, item.total[1] - answer)
    return ItemKnown.of(item.n - 1, _one_less(item.counts, PLACE[answer]), total)


def has_room(item: ItemKnown) -> bool:
    """Whether three answers stay possible for anyone, also when a few people more are known."""
    free = item.n - sum(low for low, _ in item.counts)
    roomy = (low >= SPARE or min(high, free) >= SPARE for low, high in item.counts)
    return sum(len(answers) for has, answers in zip(roomy, ANSWERS, strict=True) if has) >= OPEN_ANSWERS


@lru_cache(_REMEMBERED)
def possible(item: ItemKnown) -> tuple[int, ...]:
    """Return the answers that any one of these people can have given."""
    return tuple(answer for place in range(len(ANSWERS)) for answer in _possible(item, place))


def _possible(item: ItemKnown, place: int) -> Iterator[int]:
    """Go through the answers of one class: with one person in it, the others must still fit the bounds."""
    rest = _one_less(item.counts, place)
    least, most = sum(low for low, _ in rest), sum(high for _, high in rest)
    if rest[place][1] >= 0 and least < item.n <= most + 1:
        low, high = _sums(item.n - 1, rest)
        yield from (each for each in ANSWERS[place] if item.total[0] - high <= each <= item.total[1] - low)


@lru_cache(_REMEMBERED)
def contribution(item: ItemKnown, people: int, scored: int, skipper: Range | None) -> Bounds:
    """Bound what an item adds to the scores of ``scored`` of the ``people``, times the number of items.

    Who has a score and skipped the item adds the own score, within the bounds of ``skipper`` (``None``: nobody with a
    score can have skipped it); who answered it without having a score adds nothing.
    """
    lowest, highest = skipper or (LOWEST, HIGHEST)
    fewest, most = fewest_with_score(item.n, people, scored, skipper), min(item.n, scored)
    if fewest > most:  # a contradiction: what is printed was not made by the rules, and nothing fits it
        return HIGHEST * scored, LOWEST * scored
    ends = [
        (
            max(item.total[0] - HIGHEST * (item.n - own), LOWEST * own) + floor(lowest * (scored - own)),
            min(item.total[1] - LOWEST * (item.n - own), HIGHEST * own) + ceil(highest * (scored - own)),
        )
        for own in range(fewest, most + 1)
    ]
    return min(low for low, _ in ends), max(high for _, high in ends)


def fewest_with_score(n: int, people: int, scored: int, skipper: Range | None) -> int:
    """Return how many of the ``n`` who answered an item have a score, at least."""
    return scored if skipper is None else max(0, n - (people - scored))


def complete(n: int, counts: Sequence[Bounds]) -> tuple[Bounds, ...]:
    """Tighten each class by what the others leave of ``n``."""
    least, most = sum(low for low, _ in counts), sum(high for _, high in counts)
    return tuple((max(low, n - (most - high)), min(high, n - (least - low))) for low, high in counts)


def _by_sum(n: int, counts: Sequence[Bounds], total: Bounds) -> list[Bounds]:
    """Take away at both ends of each class the counts with which the sum cannot come out."""
    found: list[Bounds] = []
    for place, (low, high) in enumerate(counts):
        fits = [count for count in range(low, high + 1) if _comes_out(n, counts, place, count, total)]
        found.append((fits[0], fits[-1]) if fits else (low, high))
    return found


def _comes_out(n: int, counts: Sequence[Bounds], place: int, count: int, total: Bounds) -> bool:
    fixed = [(count, count) if at == place else bounds for at, bounds in enumerate(counts)]
    if not sum(low for low, _ in fixed) <= n <= sum(high for _, high in fixed):
        return False
    low, high = _sums(n, fixed)
    return low <= total[1] and high >= total[0]


def _one_less(counts: Sequence[Bounds], place: int) -> list[Bounds]:
    return [(max(low - 1, 0), high - 1) if at == place else (low, high) for at, (low, high) in enumerate(counts)]


def _sums(n: int, counts: Sequence[Bounds]) -> Bounds:
    """Return the lowest and the highest sum of ``n`` answers: every class its least, the others as far out as fits."""
    left = n - sum(low for low, _ in counts)
    low, high = 0, 0
    upwards = downwards = left
    for place, answers in enumerate(ANSWERS):
        least, most = counts[place]
        low += least * answers[0] + min(upwards, most - least) * answers[0]
        upwards -= min(upwards, most - least)
        least, most = counts[-1 - place]
        high += (least + min(downwards, most - least)) * ANSWERS[-1 - place][-1]
        downwards -= min(downwards, most - least)
    return low, high
