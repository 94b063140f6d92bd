"""The answers to one theme as plain numbers: what tables are made of, and what an attacker can know of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np
import pandas as pd

from questionnaires.definition import Theme
from questionnaires.types.statement import Statement
from reports.answers import GROUP
from reports.disclosure.averages import Tally
from reports.disclosure.classes import CLASSES, PLACE
from reports.disclosure.policy import HIGHEST, LOWEST
from reports.scoring import NO_NUMBER, required_answers, score_theme

#: Somebody's answers to the items of a theme (0: no number), and the own score in parts of ``unit``, if there is one.
Own = tuple[tuple[int, ...], int | None]


#: A participant who attacks: the group, and what is known of the own answers. ``None`` is an outsider.
Insider = tuple[str, Own] | None


@dataclass(frozen=True)
class ThemeAnswers:
    """Who answered what in one theme.

    ``people`` holds for each person the group (``None``: in no group) and the answers and score; answers are recoded so
    that 5 is favourable for every item.
    """

    id: str
    items: tuple[str, ...]
    is_reversed: tuple[bool, ...]
    plan: tuple[str, ...]
    people: tuple[tuple[str | None, Own], ...]
    unit: int

    @classmethod
    def of(cls, theme: Theme, answers: pd.DataFrame, plan: Sequence[str]) -> "ThemeAnswers":
        """Take a theme's answers from a frame of :func:`reports.answers.answer_frame`."""
        return cls.of_items(theme.id, theme.items, answers, plan)

    @classmethod
    def of_items(
        cls, name: str, items: Sequence[Statement], answers: pd.DataFrame, plan: Sequence[str]
    ) -> "ThemeAnswers":
        """Take the answers to some statements, as if they were a theme."""
        flipped = np.array([item.reversed for item in items])
        given = np.maximum(answers[[item.id for item in items]].to_numpy(dtype=np.int8), NO_NUMBER)
        scores = score_theme(given, flipped)
        recoded = np.where(flipped & (given != NO_NUMBER), LOWEST + HIGHEST - given, given)
        own = [
            (tuple(row), number if valid else None)
            for row, number, valid in zip(
                recoded.tolist(), scores.numerators.tolist(), scores.valid.tolist(), strict=True
            )
        ]
        groups = [group if isinstance(group, str) else None for group in answers[GROUP].tolist()]
        people = tuple(zip(groups, own, strict=True))
        ids = tuple(item.id for item in items)
        return cls(name, ids, tuple(flipped.tolist()), tuple(plan), people, scores.denominator)

    @property
    def required(self) -> int:
        """How many items one who has a score answered at least."""
        return required_answers(len(self.items))

    def answer(self, person: int, place: int) -> int:
        """Return one answer, 0 for no number."""
        return self.people[person][1][0][place]

    def changed(self, answers: Mapping[tuple[int, int], int]) -> "ThemeAnswers":
        """Return the same people with other answers, by person and place of the item."""
        people = list(self.people)
        for (person, place), value in answers.items():
            group, (given, _) = people[person]
            people[person] = (group, self._own((*given[:place], value, *given[place + 1 :])))
        return replace(self, people=tuple(people))

    def _own(self, answers: tuple[int, ...]) -> Own:
        answered = sum(answer != NO_NUMBER for answer in answers)
        return answers, sum(answers) * self.unit // answered if answered >= self.required else None

    def _of(self, group: str | None) -> list[Own]:
        return self._by_group[group]

    @cached_property
    def _by_group(self) -> dict[str | None, list[Own]]:
        found: dict[str | None, list[Own]] = {group: [] for group in (*self.plan, None)}
        for group, own in self.people:
            found[group].append(own)
        return found

    def insiders(self) -> Iterator[tuple[str, Own]]:
        """Go through who can be an insider, by plan: each different group and own answers once."""
        return ((group, own) for group in self.plan for own in dict.fromkeys(self._of(group)))

    def sent_in(self, groups: Collection[str]) -> int:
        """Return how many people of these groups sent in."""
        return sum(len(self._of(group)) for group in groups)

    def tally(self, group: str | None) -> Tally:
        """Return number and sum of a group's scores; ``None``: of those who are in no group."""
        scores = [score for _, score in self._of(group) if score is not None]
        return Tally(len(scores), Fraction(sum(scores), self.unit))

    def recoded_counts(self, place: int, group: str | None) -> tuple[int, int, int]:
        """Count a group's answers to an item per class, from unfavourable to favourable."""
        counts = [0, 0, 0]
        for answers, _ in self._of(group):
            if answers[place] != NO_NUMBER:
                counts[PLACE[answers[place]]] += 1
        return counts[0], counts[1], counts[2]

    def counts(self, place: int, group: str | None) -> dict[str, int]:
        """Count a group's answers to an item per class, as they were given."""
        counts = self.recoded_counts(place, group)
        return dict(zip(CLASSES, reversed(counts) if self.is_reversed[place] else counts, strict=True))

    def given_total(self, place: int, group: str | None) -> int:
        """Return the sum of a group's answers to an item, as they were given."""
        answers = [given[place] for (given, _) in self._of(group) if given[place] != NO_NUMBER]
        return sum(LOWEST + HIGHEST - answer if self.is_reversed[place] else answer for answer in answers)
