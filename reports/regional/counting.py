"""How numbers of networks are printed, and which are named."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reports.regional.given import Edition, Regional
from reports.report.tables import Column, Table
from reports.report.values import Value
from reports.wording import Words

#: From so many networks on they have a middle of their own, and something is said of most of them (disclosure rule R7).
MIN_TOGETHER: Final = 5
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

    def count(self, networks: int, of: int) -> Value:
        """Return a number of networks out of ``of``; a dash where nothing was asked."""
        if not of:
            return Value("–", "number", "withheld", about="networks")
        return networks_counted(networks)


def networks_counted(networks: int) -> Value:
    """Return a number of networks."""
    return Value(str(networks), "number", "exact", networks, networks, "networks")


def number_of(value: Value) -> int:
    """Return how many networks it are."""
    return int(value.low) if value.low is not None else 0


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
