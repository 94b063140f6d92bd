"""Numbers of people that an organisation gives, as far as they may be shown (disclosure rule R11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal

from pydantic import ConfigDict

from questionnaires.types.whole_number import UNKNOWN

#: From this number of people on a count is shown; 1 up to it appear as "< 5", and 0 as 0.
SHOWN_FROM: Final = 5

#: ``exact``: as given. ``few``: 1 to 4. ``part``: some of another number and not all of it, where the number itself or
#: what is left of the other would be 1 to 4. ``unknown``: the organisation does not know.
CountKind = Literal["exact", "few", "part", "unknown"]
#: How sure an organisation is of its number; absent when it did not say.
How = Literal["counted", "estimated"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as shown; ``number`` is there only when ``kind`` is exact, and never 1 to 4."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    kind: CountKind
    number: int | None = None
    how: How | None = None

    def __post_init__(self) -> None:
        if (self.kind == "exact") != (self.number is not None):
            raise ValueError("a number belongs to an exact count, and to no other")
        if self.number is not None and (self.number < 0 or is_small(self.number)):
            raise ValueError("a count of fewer than 5 people may not be stored as a number")

    @property
    def is_hidden(self) -> bool:
        """Whether there is a number that is not shown."""
        return self.kind in ("few", "part")


def is_small(number: int) -> bool:
    """Whether so few people are told apart by their number: 1 to 4."""
    return 0 < number < SHOWN_FROM


def code_count(answer: Mapping[str, Any]) -> Count:
    """Show a number of people as far as R11 allows.

    Parameters
    ----------
    answer
        A sound answer to a ``whole_number`` question.

    Examples
    --------
    >>> code_count({"number": 3, "how": "counted"})
    Count(kind='few', number=None, how='counted')
    >>> code_count({"number": 0}).number, code_count({"how": "unknown"}).kind
    (0, 'unknown')
    """
    if answer.get("how") == UNKNOWN:
        return Count("unknown")
    number, how = answer["number"], answer.get("how")
    return Count("few", how=how) if is_small(number) else Count("exact", number, how)


def code_part(answer: Mapping[str, Any], whole: Mapping[str, Any] | None) -> Count:
    """Show how many of a number that is shown itself: what is left of that number may not be 1 to 4 either.

    Of 20 people, 18 would tell that 2 are not among them; so it becomes "some". Of 6, 7 or 8 people any part but none
    and all is "some": "< 5" for the small parts would give the large ones away.

    Parameters
    ----------
    answer, whole
        Sound answers to ``whole_number`` questions; no ``whole`` when that question was skipped.

    Examples
    --------
    >>> [code_part({"number": n}, {"number": 20}).kind for n in (0, 4, 5, 15, 16, 20)]
    ['exact', 'few', 'exact', 'exact', 'part', 'exact']
    >>> [code_part({"number": n}, {"number": 6}).kind for n in range(7)]
    ['exact', 'part', 'part', 'part', 'part', 'part', 'exact']
    """
    number, total = answer.get("number"), (whole or {}).get("number")
    if number is None or total is None or not _tells_the_rest(number, total):
        return code_count(answer)
    return Count("part", how=answer.get("how"))


def _tells_the_rest(part: int, whole: int) -> bool:
    """Whether "< 5" or the number itself would narrow down a rest of 1 to 4 people."""
    if not 0 < part < whole or whole <= SHOWN_FROM:
        return False
    classes_overlap = whole - 1 < 2 * (SHOWN_FROM - 1)
    return classes_overlap or (is_small(whole - part) and not is_small(part))
