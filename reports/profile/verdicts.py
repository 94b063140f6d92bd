"""Published shares against a threshold: yes, no, or too little to say (disclosure rule R15)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum

from reports.disclosure.grid import FIVES
from reports.results import Cell

_NONE, _ALL = FIVES.lowest, FIVES.highest
_HALF_STEP = FIVES.step / 2


class Verdict(StrEnum):
    """What follows from what is printed; a threshold that falls inside a coded edge leaves it unclear."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


def printed(cell: Cell | None) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest share that could stand where this is printed; of a hidden one, any share."""
    if cell is None or not cell.shown:
        return _NONE, _ALL
    return _NONE if cell.low is None else cell.low, _ALL if cell.high is None else cell.high


def reaches(cell: Cell | None, threshold: Decimal) -> Verdict:
    """Tell whether a printed share is at least ``threshold``; both are in steps of 5%, as readers see them."""
    low, high = printed(cell)
    if low >= threshold:
        return Verdict.YES
    return Verdict.NO if high < threshold else Verdict.UNCLEAR


def ahead(shares: Mapping[str, Cell]) -> str | None:
    """Return the option whose printed share is above all others, whatever stands behind a coded one."""
    ends = {option: printed(cell) for option, cell in shares.items()}
    for option, (low, _) in ends.items():
        if all(low > high for other, (_, high) in ends.items() if other != option):
            return option
    return None


def together(cells: Iterable[Cell | None]) -> tuple[Decimal, Decimal]:
    """Return between which ends the shares behind several prints lie together.

    Each print stands for half a step more and less, so that a sum of rounded shares is not taken for exact.
    """
    ends = [printed(cell) for cell in cells]
    low = sum((max(low - _HALF_STEP, _NONE) for low, _ in ends), _NONE)
    return low, min(sum((high + _HALF_STEP for _, high in ends), _NONE), _ALL)
