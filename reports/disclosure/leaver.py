"""Somebody who is left out of what is known: an insider, who knows the own answers."""

from dataclasses import dataclass
from typing import Final

from reports.disclosure.classes import ANSWERS, PLACE

#: What is bounded: an item's place, and the place of a class of its answers or ``WHOLE`` for their sum; or ``SCORES``.
About = tuple[int, int]
WHOLE: Final = len(ANSWERS)
SCORES: Final[About] = (-1, WHOLE)


@dataclass(frozen=True, slots=True)
class Leaver:
    """The own answers and the own score, as what they add to every sum."""

    #: In parts of the unit of scores; ``None``: has no score.
    score: int | None
    #: Per item; 0: no number.
    answers: tuple[int, ...]

    def adds(self, about: About) -> int:
        """Return what this person adds to a sum."""
        if about == SCORES:
            return self.score or 0
        place, number = about
        answer = self.answers[place]
        return answer if number == WHOLE or not answer else int(PLACE[answer] == number)
