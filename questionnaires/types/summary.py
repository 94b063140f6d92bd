"""How answers are coded and counted: the codebook's variables, and the classes that shares are made of."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

#: Stored for "weet ik niet": an answer of its own, never a number.
DONT_KNOW: Final = "dk"

#: The classes of one option of a question in which several may be chosen.
TICKED, NOT_TICKED = "yes", "no"


@dataclass(frozen=True, slots=True)
class Variable:
    """One column of the data: its name, what it asks, how it is coded.

    ``values`` holds each code and its label; it is empty for numbers and texts.
    """

    name: str
    wording: str
    kind: Literal["one", "several", "number", "text"]
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """One table of shares: which class somebody's answer falls in.

    ``path`` leads from a question's answer to the part that is counted. With ``option``, the classes are whether that
    option was chosen; otherwise ``classes`` gives the class of each answer. Who chose ``unknown``, the option that says
    "weet ik niet", gave no valid answer about the other options (disclosure.md R15).
    """

    name: str
    path: tuple[str, ...]
    classes: Mapping[str, str]
    option: str | None = None
    unknown: str | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """The classes, each once, in their order."""
        return (TICKED, NOT_TICKED) if self.option else tuple(dict.fromkeys(self.classes.values()))

    def class_of(self, answer: Any) -> str | None:
        """Return the class of an answer; ``None`` when it is no valid answer for this table."""
        found = answer
        for step in self.path:
            found = cast(Mapping[str, Any], found).get(step) if isinstance(found, dict) else None
        if self.option is None:
            return None if found is None else self.classes.get(str(found))
        if not isinstance(found, list):
            return None
        chosen = cast(list[Any], found)
        if self.unknown in chosen and self.option != self.unknown:
            return None
        return TICKED if self.option in chosen else NOT_TICKED

    def tally(self, answers: Iterable[Any]) -> dict[str, int]:
        """Count the classes of these answers, in order; what has no class is left out."""
        counted = Counter(map(self.class_of, answers))
        return {name: counted[name] for name in self.order}
