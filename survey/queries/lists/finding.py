"""Which rows of a list stand on which page: counted, sorted and cut in the database, whatever the list is of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select, true
from sqlalchemy.orm import Session

from survey.models.folding import folded
from survey.queries.lists.unindexed import unindexed

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Order:
    """One order of a list: the rows that somebody reaches, put so that the database can read them in this order."""

    rows: Select[Any]
    keys: tuple[Any, ...]
    #: The same rows where they are better gathered first and sorted then: when most is left out.
    gathered: Select[Any] | None = None
    #: Whether the search looks in what it sorts by: then what is found stands together, perhaps far down the list.
    is_searched: bool = False


#: Who searches for more words than this is not helped by the rest.
_WORDS: Final = 8
#: Nobody has more to look after, but for a whole country: further on it costs too much to count.
COUNTED: Final = 10_000
#: So many can be looked through, page by page, of what was not counted.
SHOWN: Final = 1_000


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
    #: Whether somebody reaches more than ``within``, and whether more than ``found`` match.
    reaches_more: bool = False
    finds_more: bool = False

    @property
    def is_part(self) -> bool:
        """Whether most is left out."""
        return self.found * 3 < self.within

    def pages(self, size: int) -> int:
        """How many pages there are; nothing at all is one."""
        return max(1, -(-self.found // size))


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found."""

    counted: Counted
    page: int
    ids: list[UUID]


def each_word(search: str, is_said: Callable[[str], Condition]) -> list[Condition]:
    """Return a condition for each word that is searched for: all must be found, in any order."""
    return [is_said(word) for word in folded(search).split()[:_WORDS]]


def says(text: Any, word: str) -> Condition:
    """Return the condition that a folded text has this word in it; nothing in the word is a pattern."""
    return text.contains(word, autoescape=True)


def find(session: Session, matches: Matches, wish: Wish, *, size: int) -> Found:
    """Return one page; past the end, the last one."""
    counted = _look(session, matches)
    if counted.found == counted.within and not counted.reaches_more:
        matches = replace(matches, conditions=())  # they leave nothing out, and need not be tried again
    in_order = partial(_sorted, matches, wish, _gathers(matches.orders[wish.sort], counted))
    ids: list[UUID] | None = None
    if counted.reaches_more and counted.found <= SHOWN:
        ids = list(session.scalars(in_order(False).limit(SHOWN + 1)))
    if counted.reaches_more:
        found = SHOWN + 1 if ids is None else len(ids)
        counted = replace(counted, found=min(found, SHOWN), finds_more=found > SHOWN)
    page = min(wish.page, counted.pages(size))
    first = (page - 1) * size
    last = min(first + size, counted.found)
    return Found(counted, page, _between(session, in_order, counted, first, last) if ids is None else ids[first:last])


def _look(session: Session, matches: Matches) -> Counted:
    """Count what somebody reaches, and what of it matches; of very much, only of the first part."""
    is_found = case((and_(true(), *matches.conditions), 1)).label("is_found")
    some = matches.within.with_only_columns(is_found, maintain_column_froms=True).limit(COUNTED + 1).subquery()
    within, found = session.execute(select(func.count(), func.count(some.c.is_found)).select_from(some)).one()
    return Counted(found, min(within, COUNTED), reaches_more=within > COUNTED)


def _gathers(order: Order, counted: Counted) -> bool:
    """Whether rows are better gathered than read in their order: few of them, or all perhaps far down."""
    return counted.found <= SHOWN or (order.is_searched and counted.is_part)


def _between(
    session: Session, in_order: Callable[[bool], Select[Any]], counted: Counted, first: int, last: int
) -> list[UUID]:
    """Return the ids from ``first`` to ``last`` in their order; what stands nearer to the end is read from there."""
    if first >= last:
        return []
    backwards = not counted.finds_more and first > counted.found - last
    offset = counted.found - last if backwards else first
    ids = list(session.scalars(in_order(backwards).offset(offset).limit(last - first)))
    return ids[::-1] if backwards else ids


def find_all_ids(session: Session, matches: Matches, wish: Wish) -> list[UUID]:
    """Return the ids of everything that matches, in their order."""
    return list(session.scalars(_sorted(matches, wish, True, False)))


def _sorted(matches: Matches, wish: Wish, gathers: bool, backwards: bool) -> Select[Any]:
    """Return what matches in the order that is wished for, or from its end."""
    order = matches.orders[wish.sort]
    rows, keys = order.rows, (*order.keys, matches.key)
    if gathers and order.gathered is not None:
        rows, keys = order.gathered, (unindexed(keys[0]), *keys[1:])
    descending = wish.descending != backwards
    return rows.where(*matches.conditions).order_by(*(key.desc() if descending else key.asc() for key in keys))
