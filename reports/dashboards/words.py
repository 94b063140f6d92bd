"""Networks by themes with a word in every cell: what the grids of words have in common."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from reports.dashboards.given import ComparedNetwork
from reports.wording import Words


@dataclass(frozen=True, slots=True)
class Sign:
    """A word and the name of the shape before it; ``of`` says in words what a shape stands for that is no word."""

    shape: str
    text: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class WordCell:
    """What stands in a cell, one below the other, and all there is to say of it."""

    signs: tuple[Sign, ...]
    says: str


#: Stands where there is nothing to say.
NO_SIGN: Final = (Sign("none", "–"),)


@dataclass(frozen=True, slots=True)
class WordRow:
    """One network, by its key and name, under a heading if there is one."""

    key: str
    name: str
    when: str
    cells: tuple[WordCell, ...]
    under: str = ""


@dataclass(frozen=True, slots=True)
class WordGrid:
    """Networks in rows and themes in columns; rows stand in the order in which they were given."""

    columns: tuple[str, ...]
    rows: tuple[WordRow, ...]

    @property
    def headed(self) -> list[tuple[str, list[WordRow]]]:
        """The rows by the headings that they stand under, in the order in which they come."""
        return [(heading, list(rows)) for heading, rows in groupby(self.rows, key=lambda row: row.under)]


def columns_of(networks: Iterable[ComparedNetwork], titles: Mapping[str, str]) -> dict[str, str]:
    """Return the themes that one of these networks has, with their titles, in the order of ``titles``."""
    asked = {each.theme for network in networks for each in network.themes}
    return {theme: title for theme, title in titles.items() if theme in asked}


def counted_said(said: Words, title: str, counts: Mapping[str, int]) -> str:
    """Say of a theme in how many networks there is each word: counted, not ranked, in the order given."""
    told = [said.say("counted.word", word=word, number=number) for word, number in counts.items()]
    return said.counted("counted.answer", sum(counts.values()), theme=title, counts=said.listed(told))


def difference_said(said: Words, difference: Decimal | None, margin: Decimal | None) -> str:
    """Say a published difference with its margin: ``+0,4 (marge 0,56)``; a dash where it has no number."""
    if difference is None or margin is None:
        return "–"
    return said.say("difference.margin", difference=signed(said, difference), margin=said.number(margin))


def signed(said: Words, difference: Decimal) -> str:
    """Return a difference with its sign.

    Examples
    --------
    >>> from reports.wording import words
    >>> signed(words("nl"), Decimal("-0.4"))
    '−0,4'
    """
    sign = "+" if difference > 0 else "\N{MINUS SIGN}" if difference < 0 else ""
    return f"{sign}{said.number(abs(difference))}"
