"""What an import would do, row by row, before anything is written."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, Literal

from survey.importing.sentences import Sentence
from survey.services.importing.drafts import Drafts

Outcome = Literal["skipped", "changed", "added", "unchanged"]
#: In the order in which they are shown: first what asks for attention.
OUTCOMES: Final[tuple[Outcome, ...]] = ("skipped", "changed", "added", "unchanged")
#: What a row can add.
Added = Literal["network", "organisation", "contact"]


@dataclass(frozen=True, slots=True)
class Change:
    """One field of something that is there: what it was, and what it becomes."""

    field: str
    old: str
    new: str


@dataclass(slots=True)
class PlannedRow:
    """What becomes of one row; ``reasons`` say why all of it, or a part of it, is left as it is."""

    number: int
    network: str
    organisation: str
    name: str
    adds: list[Added] = field(default_factory=list[Added])
    changes: list[Change] = field(default_factory=list[Change])
    reasons: list[Sentence] = field(default_factory=list[Sentence])
    remarks: list[Sentence] = field(default_factory=list[Sentence])

    @property
    def outcome(self) -> Outcome:
        """What this row is counted as."""
        if self.changes:
            return "changed"
        if self.adds:
            return "added"
        return "skipped" if self.reasons else "unchanged"


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows, and the networks as they will be."""

    rows: list[PlannedRow]
    drafts: Drafts

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have which outcome, and how much of what is added."""
        outcomes = Counter(row.outcome for row in self.rows)
        adds = Counter(f"{what}s_added" for row in self.rows for what in row.adds)
        partly = sum(bool(row.reasons) for row in self.rows)
        return {each: outcomes[each] for each in OUTCOMES} | {"refused": partly} | dict(sorted(adds.items()))

    @property
    def does_something(self) -> bool:
        """Whether there is anything to carry out."""
        return any(row.adds or row.changes for row in self.rows)

    @property
    def late(self) -> list[str]:
        """The networks with an open round to which people are added: they are not invited to that round."""
        adding = {row.network for row in self.rows if "contact" in row.adds}
        return sorted(
            each.name for each in self.drafts.networks.values() if each.has_open_round and each.name in adding
        )

    def of(self, outcome: Outcome) -> list[PlannedRow]:
        """Return the rows with this outcome, in their order."""
        return [row for row in self.rows if row.outcome == outcome]

    @property
    def digest(self) -> str:
        """What tells this plan from another: when it is the same, the same was shown."""
        told = [
            (row.number, row.network, row.organisation, row.name, row.adds, row.changes, _messages(row))
            for row in self.rows
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def _messages(row: PlannedRow) -> list[str]:
    return [sentence.message for sentence in (*row.reasons, *row.remarks)]
