"""The rows of a table on paper: which say the same in front, and which stay together at its end."""

from collections.abc import Iterator
from itertools import groupby

from reports.report import Table

#: The last rows stay together, so that none of them stands alone on a page.
_LAST = 2
#: More rows than this are not kept together: they would leave much of the page before empty.
_MOST = 5


def spans(table: Table) -> Iterator[int]:
    """Return for each row how many rows its first cell stands for; 0 where the row above has said the same.

    A table of two columns is a list, in which nothing is left out.
    """
    for _, same in groupby(row[0].text for row in table.rows):
        number = len(list(same))
        yield from (number, *[0] * (number - 1)) if len(table.columns) > 2 else [1] * number


def last_rows(table: Table) -> int:
    """Return how many rows at the end stay together: two or more, and no part of those that one cell stands for."""
    kept, spanned = 0, list(spans(table))
    while kept < len(spanned) and (kept < _LAST or not spanned[len(spanned) - kept]):
        kept += 1
    return kept if kept < len(spanned) and kept <= _MOST else 0
