"""Show one page of a list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from flask import request

from survey.database import reading
from survey.listing import asking
from survey.listing.listing import PAGE_SIZE, Cell, Column, Listing
from survey.queries.lists import finding
from survey.queries.lists.finding import Counted, Wish


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: how it sorts now ("ascending", "descending", or not), and where a click leads."""

    column: Column[Any]
    sorts: str
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of a list, as its template draws it."""

    listing: Listing[Any]
    wish: Wish
    counted: Counted
    lines: list[Any]
    #: The titles of the filters for which something was asked that cannot be chosen.
    unknown: list[str]

    @property
    def rows(self) -> list[list[Cell]]:
        """What stands in the cells."""
        return [[column.shown(line) for column in self.columns] for line in self.lines]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.counted.pages(PAGE_SIZE)

    @property
    def columns(self) -> list[Column[Any]]:
        """The columns on the page."""
        return [column for column in self.listing.columns if not column.only_exported]

    @property
    def heads(self) -> Iterator[Head]:
        """The heads of the columns."""
        for column in self.columns:
            is_sorted = column.key == self.wish.sort
            wish = replace(self.wish, sort=column.key, descending=is_sorted and not self.wish.descending)
            href = asking.address(self.listing, wish) if column.key in self.listing.orders else ""
            direction = "descending" if self.wish.descending else "ascending"
            yield Head(column, direction if is_sorted else "", href)

    @property
    def is_narrowed(self) -> bool:
        """Whether somebody asked for a part of it."""
        return asking.is_narrowed(self.listing, self.wish)

    @property
    def has_more_asked(self) -> bool:
        """Whether one of the filters that are folded away is in use, or another order."""
        folded_away = [each for each in self.listing.filters if not each.is_first]
        chosen = any(self.wish.chosen.get(each.key, "") != getattr(each, "default", "") for each in folded_away)
        return chosen or self.wish.sort != self.listing.default_sort

    def page_address(self, page: int) -> str:
        """Return where another page of it is."""
        return asking.address(self.listing, self.wish, page=page)

    @property
    def page_numbers(self) -> list[int | None]:
        """The pages to offer: the first, the last, and those around this one; ``None`` stands for what is between."""
        near = {1, self.pages, *range(self.wish.page - 2, self.wish.page + 3)}
        offered = [page for page in sorted(near) if 1 <= page <= self.pages]
        numbers: list[int | None] = []
        for page in offered:
            if numbers and page - (numbers[-1] or 0) > 1:
                numbers.append(None)
            numbers.append(page)
        return numbers

    @property
    def everything_address(self) -> str:
        """Where nothing is left out of it."""
        return asking.everything_address(self.listing)

    @property
    def workbook_address(self) -> str:
        """Where all of what was found is, as a workbook."""
        return asking.address(self.listing, self.wish, endpoint=f"{self.listing.endpoint}_workbook")


def show(listing: Listing[Any]) -> Shown:
    """Find the rows of the page that the address bar asks for; past the end, those of the last page."""
    wish = asking.read_wish(listing, request.args)
    matches = listing.matches(wish)
    with reading() as session:
        found = finding.find(session, matches, wish, size=PAGE_SIZE)
        lines = listing.lines(session, found.ids) if found.ids else []
    return Shown(listing, replace(wish, page=found.page), found.counted, lines, asking.unknown(listing, request.args))
