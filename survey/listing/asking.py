"""Read from the address bar what somebody wants to see of a list, and write it there; what is not known falls away.

Of a choice that is not known the page says so.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from flask import url_for

from survey.forms import one_line
from survey.listing.listing import Day, Filter, Listing
from survey.queries.lists.finding import Wish

SEARCH, SORT, DIRECTION, PAGE = "zoek", "sorteer", "richting", "bladzijde"
UP, DOWN = "op", "af"
#: No name or address is longer.
SEARCH_LENGTH: Final = 200
_DIGITS: Final = 9
#: Days outside these years are slips, and the first and last ones have no time of day in other zones.
_YEARS: Final = range(2000, 2100)


def read_wish(listing: Listing[Any], given: Mapping[str, str]) -> Wish:
    """Return what is wished for; parts that the list does not know are as if they were not given."""
    sort = given.get(SORT, "")
    sort = sort if sort in listing.orders else listing.default_sort
    backwards = listing.newest_first and sort == listing.default_sort
    return Wish(
        search=one_line(given.get(SEARCH))[:SEARCH_LENGTH],
        chosen={each.key: chosen for each in listing.filters if (chosen := _chosen(each, given.get(each.key)))},
        sort=sort,
        descending={UP: False, DOWN: True}.get(given.get(DIRECTION, ""), backwards),
        page=_page(given.get(PAGE, "")),
    )


def unknown(listing: Listing[Any], given: Mapping[str, str]) -> list[str]:
    """Return the titles of the filters for which something is asked that cannot be chosen."""
    return [each.title for each in listing.filters if (asked := given.get(each.key)) and not _knows(each, asked)]


def address(listing: Listing[Any], wish: Wish, *, endpoint: str = "", page: int = 1) -> str:
    """Return the address of a list as it is wished for; what goes without saying is not in it."""
    said: dict[str, str | int] = {SEARCH: wish.search} if wish.search else {}
    for each in listing.filters:
        chosen = wish.chosen.get(each.key, "")
        if chosen != _default(each):
            said[each.key] = chosen
    backwards = listing.newest_first and wish.sort == listing.default_sort
    if wish.sort != listing.default_sort:
        said[SORT] = wish.sort
    if wish.descending != backwards:
        said[DIRECTION] = DOWN if wish.descending else UP
    if page > 1:
        said[PAGE] = page
    return url_for(endpoint or listing.endpoint, **said)  # pyright: ignore[reportArgumentType] -- only names of ours


def everything_address(listing: Listing[Any]) -> str:
    """Return the address at which no filter leaves anything out, and nothing is searched for."""
    return url_for(listing.endpoint)


def is_narrowed(listing: Listing[Any], wish: Wish) -> bool:
    """Whether something was asked that leaves rows out, other than what goes without saying."""
    return bool(wish.search) or any(wish.chosen.get(each.key, "") != _default(each) for each in listing.filters)


def _default(asked: Filter | Day) -> str:
    return asked.default if isinstance(asked, Filter) else ""


def _chosen(asked: Filter | Day, given: str | None) -> str:
    if given is None or not _knows(asked, given):
        return _default(asked)
    return given if isinstance(asked, Filter) else date.fromisoformat(given).isoformat()


def _knows(asked: Filter | Day, given: str) -> bool:
    if isinstance(asked, Filter):
        return given in asked.choices
    try:
        return date.fromisoformat(given).year in _YEARS
    except ValueError:
        return False


def _page(given: str) -> int:
    """Return a page number; one that is none, or that no list has, is told later what the last page is."""
    digits = given.strip()
    if not (digits.isascii() and digits.isdecimal()):
        return 1
    return max(1, int(digits[:_DIGITS]))
