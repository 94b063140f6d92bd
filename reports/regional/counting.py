"""How numbers of networks are printed, and which are named."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from reports.regional.given import Edition, Regional
from reports.report.tables import Column, Table
from reports.report.values import Value
from reports.wording import Words

#: From so many networks on they have a middle of their own, and something is said of most of them (decision 0055).
MIN_TOGETHER: Final = 5


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
