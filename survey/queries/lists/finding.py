"""Which rows of a list stand on which page: counted, sorted and cut in the database, whatever the list is of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, true
from sqlalchemy.orm import Session

from survey.models.folding import folded

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Order:
    """One order of a list: the rows that somebody reaches, put so that the database can read them in this order."""

    rows: Select[Any]
    keys: tuple[Any, ...]


#: Who searches for more words than this is not helped by the rest.
_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to see of a list; every part of it is known to the list, or empty."""

    search: str = ""
    #: What was chosen of each filter, by its name; filters that leave nothing out are not in it.
    chosen: Mapping[str, str] = field(default_factory=dict[str, str])
    sort: str = ""
    descending: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class Matches:
    """The rows that a wish is about: ``within`` selects everything that somebody reaches, ``conditions`` leave out.

    ``key`` is what rows are known by, and what sorts them last: no row is lost or doubled between two pages.
    """

    key: Any
    within: Select[Any]
    conditions: Sequence[Condition]
    orders: Mapping[str, Order]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows match, of how many that somebody reaches."""

    found: int
    within: int


def each_word(search: str, is_said: Callable[[str], Condition]) -> list[Condition]:
    """Return a condition for each word that is searched for: all must be found, in any order."""
    return [is_said(word) for word in folded(search).split()[:_WORDS]]


def says(text: Any, word: str) -> Condition:
    """Return the condition that a folded text has this word in it; nothing in the word is a pattern."""
    return text.contains(word, autoescape=True)


def count(session: Session, matches: Matches) -> Counted:
    """Count what matches and what somebody reaches, in one statement that goes through the rows once."""
    is_found = case((and_(true(), *matches.conditions), 1))
    counted = matches.within.with_only_columns(func.count(is_found), func.count())
    return Counted(*session.execute(counted).one())


def find_ids(session: Session, matches: Matches, wish: Wish, *, found: int, size: int) -> list[UUID]:
    """Return the ids of one page in their order; what stands nearer to the end is looked up from there."""
    first = (wish.page - 1) * size
    last = min(first + size, found)
    from_the_end = first > found - last
    statement = _sorted(matches, wish.sort, descending=wish.descending != from_the_end)
    offset = found - last if from_the_end else first
    ids = list(session.scalars(statement.offset(offset).limit(max(0, last - first))))
    return ids[::-1] if from_the_end else ids


def find_all_ids(session: Session, matches: Matches, wish: Wish) -> list[UUID]:
    """Return the ids of everything that matches, in their order."""
    return list(session.scalars(_sorted(matches, wish.sort, descending=wish.descending)))


def _sorted(matches: Matches, sort: str, *, descending: bool) -> Select[Any]:
    order = matches.orders[sort]
    keys = (key.desc() if descending else key.asc() for key in (*order.keys, matches.key))
    return order.rows.where(*matches.conditions).order_by(*keys)
