"""Invented choices from lists: in each network some answers are usual, and people differ around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from random import Random

from questionnaires.types.parts import Answer, OneOf, Part, Several, SomeOf
from questionnaires.types.role_cards import NOBODY, OTHER
from questionnaires.types.summary import DONT_KNOW
from survey.demo.plausible import Setting, plausible

#: Chances: to skip a field, and to say that one does not know.
SKIP, UNKNOWN = 0.03, 0.1
#: How far the usual answers of a network stand out from the others.
OUTSPOKEN = 1.1
#: How much of that is left where what is plausible says which answers are usual.
TAMED = 0.4
#: How often the answers beside the list are chosen, against one from it.
_BESIDE = {OTHER: 0.15, NOBODY: 0.3}


@dataclass(frozen=True, slots=True)
class Chooser:
    """One person of one network: ``network`` names what is usual there, ``person`` is where chance comes from."""

    network: str
    person: Random
    setting: Setting = field(default_factory=Setting)

    def choose(self, part: Part) -> Answer:
        """Return an answer to a part: sound, or ``None`` when it is skipped or no list."""
        match part:
            case OneOf():
                return self._one(part)
            case SomeOf():
                return self._some(part)
            case Several():
                answers = {key: self.choose(each) for key, each in part.parts.items()}
                return {key: answer for key, answer in answers.items() if answer is not None} or None
            case _:
                return None

    def _one(self, part: OneOf) -> Answer:
        if self.person.random() < SKIP:
            return None
        if DONT_KNOW in part.answers and self.person.random() < UNKNOWN:
            return DONT_KNOW
        values = [value for value in part.answers if value != DONT_KNOW]
        return part.answers[self.person.choices(values, self._weights(part.name, values))[0]]

    def _some(self, part: SomeOf) -> Answer:
        if self.person.random() < SKIP:
            return None
        alone = sorted(part.exclusive)
        if alone and self.person.random() < UNKNOWN:
            return [self.person.choice(alone)]
        left = [value for value in part.values if value not in part.exclusive]
        chosen: set[str] = set()
        for _ in range(self.person.randint(1, min(len(left), part.at_most or 3))):
            others = [value for value in left if value not in chosen]
            chosen |= set(self.person.choices(others, self._weights(part.name, others)))
        return [value for value in part.values if value in chosen]

    def _weights(self, name: str, values: Sequence[str]) -> list[float]:
        return [self._weight(name, value) for value in values]

    def _weight(self, name: str, value: str) -> float:
        likely, usual = plausible(name, value, self.setting), _usual(self.network, name, value)
        return (usual if likely is None else likely * usual**TAMED) * _BESIDE.get(value, 1.0)


@lru_cache(maxsize=2_000)
def _usual(network: str, name: str, value: str) -> float:
    """Return how usual an answer is in a network: the same for all its people."""
    return exp(Random(f"{network} {name} {value}").gauss(0, OUTSPOKEN))  # noqa: S311 -- invented answers
