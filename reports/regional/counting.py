"""How a number of networks is printed: as it is, or where it is given on, coded at both ends."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reports.regional.given import Edition, Regional
from reports.report.tables import Column, Table
from reports.report.values import Value
from reports.wording import Words

#: From so many networks on something is said of them together (disclosure rule R7).
MIN_TOGETHER: Final = 5
#: So many networks at least may be the exception, as with shares of people (disclosure rule R5).
_EXCEPTIONS: Final = 2
#: So many are named in a sentence.
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Source:
    """What the sections share."""

    given: Regional
    words: Words
    edition: Edition

    @property
    def is_given_on(self) -> bool:
        """Whether people read it who cannot open the networks."""
        return self.edition == "given_on"

    @property
    def is_enough(self) -> bool:
        """Whether there are so many networks that something may be said of them together."""
        alone = self.given.stands_alone or not self.is_given_on
        return alone and self.tells(len(self.given.networks))

    def tells(self, networks: int) -> bool:
        """Whether numbers out of so many networks are told in this edition."""
        return networks >= (MIN_TOGETHER if self.is_given_on else 1)

    def count(self, networks: int, of: int) -> Value:
        """Return a number of networks out of ``of`` as this edition prints it.

        Examples
        --------
        >>> from datetime import date
        >>> from reports.wording import words
        >>> nothing = Regional("Drenthe", date(2026, 1, 1), (), (), (), (), (), (), (), None)
        >>> source = Source(nothing, words("nl"), "given_on")
        >>> [str(source.count(each, 8)) for each in (0, 2, 3, 5, 6, 8)]
        ['≤2', '≤2', '3', '5', '≥6', '≥6']
        >>> str(source.count(3, 4))
        '–'
        """
        if not self.tells(of):
            return Value("–", "number", "withheld", about="networks")
        if self.is_given_on and networks <= _EXCEPTIONS:
            return Value(f"≤{_EXCEPTIONS}", "number", "at_most", None, _EXCEPTIONS, "networks")
        if self.is_given_on and networks >= of - _EXCEPTIONS:
            return Value(f"≥{of - _EXCEPTIONS}", "number", "at_least", of - _EXCEPTIONS, None, "networks")
        return Value(str(networks), "number", "exact", networks, networks, "networks")


def networks_counted(networks: int) -> Value:
    """Return how many networks numbers are out of; that is told as it is."""
    return Value(str(networks), "number", "exact", networks, networks, "networks")


def at_least(value: Value) -> int:
    """Return how many networks it certainly are, by what is printed."""
    return int(value.low) if value.low is not None else 0


def said(source: Source, value: Value) -> str:
    """Say a number of networks: ``3``, ``2 of minder`` or ``6 of meer``."""
    if value.exactness in ("at_least", "at_most"):
        end = value.low if value.exactness == "at_least" else value.high
        return source.words.say(f"region.count.{value.exactness}", number=end)
    return value.text


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


def quoted(source: Source, names: Sequence[str]) -> str:
    """Return names as one phrase, each between quotes."""
    return source.words.listed([source.words.say("titles.quoted", title=name) for name in names])


def table(
    source: Source,
    id: str,
    heads: Sequence[str],
    rows: Sequence[tuple[Value, ...]],
    *,
    of_words: Collection[int] = (0,),
) -> Table:
    """Return a table; ``heads`` are in words, the columns at the places ``of_words`` hold words, all others numbers."""
    columns = tuple(Column(head, numeric=place not in of_words) for place, head in enumerate(heads))
    return Table(id, source.words.say(f"region.table.{id}"), columns, tuple(rows))
