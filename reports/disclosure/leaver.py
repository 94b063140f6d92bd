"""Somebody who is left out of what is known: an insider, who knows the own answers."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reports.disclosure.classes import ANSWERS, PLACE

#: What is bounded, as its place among all that is: the scores, and then of each item its classes and their sum.
About = int
SCORES: Final[About] = 0
#: In place of a class: the sum of all answers to an item.
WHOLE: Final = len(ANSWERS)


def about_item(place: int, number: int) -> About:
    """Return what bounds a class of answers to an item, or ``WHOLE``."""
    return 1 + place * (WHOLE + 1) + number


@dataclass(frozen=True)
class Leaver:
    """The own answers and the own score, as what they add to every sum."""

    #: In parts of the unit of scores; ``None``: has no score.
    score: int | None
    #: Per item; 0: no number.
    answers: tuple[int, ...]

    @cached_property
    def adds(self) -> tuple[int, ...]:
        """What this person adds to each sum."""
        own = ((*(int(PLACE.get(answer) == number) for number in range(WHOLE)), answer) for answer in self.answers)
        return self.score or 0, *(each for item in own for each in item)
