"""What a list is: columns, filters, and where its rows come from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, ClassVar, Final, Generic, TypeVar
from uuid import UUID

from flask import current_app, url_for
from sqlalchemy.orm import Session

from survey.clock import dutch_day
from survey.i18n import day
from survey.queries.lists.finding import Matches, Wish

Row = TypeVar("Row")
#: What stands in a cell of the workbook.
Value = str | int | date | datetime | None

#: The rows on a page.
PAGE_SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: a text, perhaps a link; a bar of ``share`` in 100; below it something smaller, and a link."""

    text: str
    href: str = ""
    share: int | None = None
    more: str = ""
    also: str = ""
    also_href: str = ""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column; ``key`` is its name in the address bar, by which its list can be sorted if there is an order for it."""

    key: str
    title: str
    value: Callable[[Row], Value]
    #: How the page shows it, where that is more than the value.
    cell: Callable[[Row], Cell] | None = None
    #: Of the workbook, in letters.
    width: int = 20
    is_number: bool = False
    #: Not on the page, where there is no room for it.
    only_exported: bool = False

    def shown(self, row: Row) -> Cell:
        """Return what the page shows of a row."""
        return self.cell(row) if self.cell else Cell(said(self.value(row)))


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice that leaves rows out: what can be chosen, with its words; the empty choice leaves nothing out."""

    key: str
    title: str
    choices: Mapping[str, str]
    #: What holds when the address bar says nothing.
    default: str = ""
    #: Beside the search, rather than under it with the others.
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A filter of which any day can be chosen; with the others, under the search."""

    key: str
    title: str
    is_first: ClassVar[bool] = False


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """One list, for who asks for it now."""

    #: Of its page; the workbook's ends in "_workbook".
    endpoint: str
    #: Of the workbook's file and sheet, and what the audit log says was exported.
    file_name: str
    exported: str
    columns: tuple[Column[Row], ...]
    matches: Callable[[Wish], Matches]
    lines: Callable[[Session, Sequence[UUID]], list[Row]]
    filters: tuple[Filter | Day, ...] = ()
    #: What can be searched for, said beside the field; empty: nothing can.
    searched: str = ""
    newest_first: bool = False
    #: The column that sorts it when nobody says; empty: its first.
    sorted_by: str = ""

    @property
    def default_sort(self) -> str:
        """What sorts it when nobody says."""
        return self.sorted_by or self.columns[0].key

    @cached_property
    def orders(self) -> frozenset[str]:
        """The columns that sort it."""
        return frozenset(self.matches(Wish()).orders)


def said(value: Value) -> str:
    """Say a value in words."""
    if isinstance(value, datetime):
        return day(dutch_day(value))
    return day(value) if isinstance(value, date) else str("" if value is None else value)


def has_page(endpoint: str) -> bool:
    """Say whether there is such a page."""
    return endpoint in current_app.view_functions


def link_to(endpoint: str, identifier: UUID) -> str:
    """Return the address of the page about one thing; empty where there is no such page."""
    if not has_page(endpoint):
        return ""
    rule: Any = next(current_app.url_map.iter_rules(endpoint))
    return url_for(endpoint, **{name: str(identifier) for name in rule.arguments})  # pyright: ignore[reportArgumentType] -- none is an option
