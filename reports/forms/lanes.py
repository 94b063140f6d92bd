"""Where the marks of one row stand when they would lie on each other: above and below the row's middle."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reports.report import Mark, Row

#: Two marks nearer to each other than this touch.
_NEAR: Final = Decimal("0.2")
#: How far the arrow of a coded value reaches.
_ARROW: Final = Decimal("0.4")
#: The height of a row on the vertical axis: all places are whole numbers.
ROW: Final = 12
#: How far from the middle so many marks stand that would lie on each other.
_APART: Final = {1: (0,), 2: (-2, 2), 3: (-4, 0, 4), 4: (-5, -2, 2, 5)}


def lanes(row: Row) -> dict[str, int]:
    """Return how far below the row's middle each of its marks stands, by series; the order is that of the key."""
    order = [mark.series for mark in row.marks]
    found = dict.fromkeys(order, 0)
    for cluster in _clusters(row):
        together = sorted((mark.series for mark in cluster), key=order.index)
        found |= zip(together, _APART.get(len(together), (0,) * len(together)), strict=True)
    return found


def _clusters(row: Row) -> Iterator[list[Mark]]:
    """Go through the marks from left to right, those together that would touch."""
    cluster, right = list[Mark](), Decimal(0)
    for mark in sorted(row.marks, key=_reach):
        left, end = _reach(mark)
        if cluster and left - right >= _NEAR:
            yield cluster
            cluster, right = [], Decimal(0)
        cluster.append(mark)
        right = max(right, end)
    if cluster:
        yield cluster


def _reach(mark: Mark) -> tuple[Decimal, Decimal]:
    """Return how far a mark reaches to the left and to the right, with its arrow."""
    left, right = mark.edges[0], mark.edges[-1]
    return left - _ARROW * (mark.kind == "at_most"), right + _ARROW * (mark.kind == "at_least")
