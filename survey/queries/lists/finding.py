"""Which rows of a list stand on which page: counted, sorted and cut in the database, whatever the list is of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
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
    #: The same rows where they are better gathered first and sorted then: when a good part is left out.
    gathered: Select[Any] | None = None


#: Who searches for more words than this is not helped by the rest.
_WORDS: Final = 8
#: As many are sorted by themselves, rather than found by reading a long list in its order.
_FEW: Final = 1000


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
    few = _find_few(session, matches)
    counted = _count(session, matches, found=None if few is None else len(few))
    page = min(wish.page, counted.pages(size))
    first = (page - 1) * size
    last = min(first + size, counted.found)
    in_order = partial(_sorted, matches, wish, few, counted.is_part)
    return Found(counted, page, _between(session, in_order, first=first, last=last, of=counted.found))


def _find_few(session: Session, matches: Matches) -> list[UUID] | None:
    """Return all ids that match, in no order, where they are few: a list is not read in its order to find those."""
    if not matches.conditions:
        return None
    found = matches.within.with_only_columns(matches.key, maintain_column_froms=True).where(*matches.conditions)
    ids = list(session.scalars(found.limit(_FEW + 1)))
    return ids if len(ids) <= _FEW else None


def _count(session: Session, matches: Matches, *, found: int | None) -> Counted:
    """Count what matches, unless that is known, and what somebody reaches; the rows are gone through once."""
    is_found = case((and_(true(), *matches.conditions), 1))
    counts = [func.count(), *([] if found is not None else [func.count(is_found)])]
    row = session.execute(matches.within.with_only_columns(*counts, maintain_column_froms=True)).one()
    return Counted(row[1] if found is None else found, row[0])


def _between(
    session: Session, in_order: Callable[[bool], Select[Any]], *, first: int, last: int, of: int
) -> list[UUID]:
    """Return the ids from ``first`` to ``last`` in their order; what stands nearer to the end is read from there."""
    if first >= last:
        return []
    backwards = first > of - last
    offset = of - last if backwards else first
    ids = list(session.scalars(in_order(backwards).offset(offset).limit(last - first)))
    return ids[::-1] if backwards else ids


def find_all_ids(session: Session, matches: Matches, wish: Wish) -> list[UUID]:
    """Return the ids of everything that matches, in their order."""
    return list(session.scalars(_sorted(matches, wish, None, True, False)))


def _sorted(matches: Matches, wish: Wish, few: list[UUID] | None, is_part: bool, backwards: bool) -> Select[Any]:
    """Return what matches in the order that is wished for, or from its end."""
    order = matches.orders[wish.sort]
    descending = wish.descending != backwards
    keys = (key.desc() if descending else key.asc() for key in (*order.keys, matches.key))
    conditions = matches.conditions if few is None else [matches.key.in_(few)]
    rows = order.gathered if is_part and order.gathered is not None else order.rows
    return rows.where(*conditions).order_by(*keys)
