"""Which of several things are named in a sentence."""

from collections.abc import Mapping
from typing import Final

#: So many are named in a sentence.
_NAMED: Final = 3


def foremost(numbers: Mapping[str, int]) -> list[str]:
    """Return the keys with the highest numbers above 0, three at most; of equal ones all or none.

    Where more than three share the highest number there is none, for naming some of them would be choosing.

    Examples
    --------
    >>> foremost({"a": 4, "b": 1, "c": 0, "d": 4, "e": 1, "f": 1})
    ['a', 'd']
    >>> foremost({"a": 1, "b": 1, "c": 1, "d": 1})
    []
    """
    order = sorted((key for key in numbers if numbers[key]), key=lambda key: -numbers[key])
    if len(order) <= _NAMED:
        return order
    cut = numbers[order[_NAMED]]
    return [key for key in order[:_NAMED] if numbers[key] > cut]


def alike(numbers: Mapping[str, int]) -> int:
    """Return how many share the highest number."""
    highest = max(numbers.values(), default=0)
    return sum(each == highest for each in numbers.values())
