"""The organisation profile's results as they are stored: one document, with its hash, beside the published results."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import chain
from typing import ClassVar, Final, Literal

from pydantic import ConfigDict

from reports.profile.facts import Contact, Organisation, ReachNumber, Said, SeenGroup, Task, Voice, Wanted
from reports.stored import StoredDocument

#: The share of the organisations that must have answered a part before it says anything of the whole network: who did
#: not answer may do, lead, see or name what nobody else does (the project's domain notes, 3.5).
ENOUGH: Final = Fraction(7, 10)


class InvalidProfileResults(ValueError):
    """A stored text that is not a ProfileResults document of this format."""


@dataclass(frozen=True, slots=True)
class ProfileResults(StoredDocument):
    """What the organisations of a network said on their own behalf, frozen at closing and shown by name (R11).

    Nothing of the personal part is in it. Organisations stand in Dutch order of their names, and so do their answers
    within a question; questions, tasks and groups stand in questionnaire order. ``blocks`` are the parts that the round
    asked. Numbers of 1 to 4 people are not here, only that they are fewer than 5.
    """

    invalid: ClassVar = InvalidProfileResults
    unreadable: ClassVar = "These are not readable profile results."
    leaves_out_absent: ClassVar = True

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    policy: str
    questionnaire: str
    questionnaire_version: str
    questionnaire_hash: str
    closed_on: date
    blocks: tuple[str, ...]
    organisations: tuple[Organisation, ...]
    tasks: tuple[Task, ...]
    groups: tuple[SeenGroup, ...]
    numbers: tuple[ReachNumber, ...]
    said: tuple[Said, ...]
    voices: tuple[Voice, ...]
    contacts: tuple[Contact, ...]
    wanted: tuple[Wanted, ...]
    #: Of the stored text; raised when an older reader would misread it.
    format: Literal[1] = 1

    def __post_init__(self) -> None:
        listed = [organisation.id for organisation in self.organisations]
        if len(set(listed)) < len(listed):
            raise ValueError("an organisation is listed twice")
        if strangers := set(self._mentioned()) - set(listed):
            raise ValueError(f"something is said of organisations that are not listed: {', '.join(sorted(strangers))}")

    def _mentioned(self) -> Iterator[str]:
        for task in self.tasks:
            yield from chain(task.doers, task.leaders, task.wanting)
        yield from chain.from_iterable(group.organisations for group in self.groups)
        yield from (given.organisation for given in chain(self.numbers, self.said, self.voices))
        for tie in chain(self.contacts, self.wanted):
            yield from (tie.by, tie.about)

    def answered(self, block: str) -> tuple[str, ...]:
        """Return the ids of the organisations that answered a part of the profile, in the order of their names."""
        return tuple(organisation.id for organisation in self.organisations if block in organisation.blocks)

    def speaks_for_all(self, block: str) -> bool:
        """Whether so many organisations answered a part that it says something of the whole network."""
        return len(self.answered(block)) >= ENOUGH * len(self.organisations)

    def of_kind(self, kind: str) -> frozenset[str]:
        """Return the ids of the organisations of one kind."""
        return frozenset(organisation.id for organisation in self.organisations if organisation.kind == kind)

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names of these organisations, in the order given."""
        known = {organisation.id: organisation.name for organisation in self.organisations}
        return tuple(known[each] for each in ids)
