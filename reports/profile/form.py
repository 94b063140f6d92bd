"""Form and phase: whether the network wants to go further together or may be lighter, from published shares."""

from decimal import Decimal
from enum import StrEnum
from typing import Final

from reports.profile.verdicts import Verdict, reaches, together
from reports.results import Results

DEPTH: Final = "form-depth"
#: The two steps of close co-operation: doing part of the work together, and one plan with shared people or money.
CLOSE: Final = ("joint-work", "one-plan")

STEERING, NOBODY = "form-steering", "nobody"
#: From this share on that nobody really steers is a signal for the conditions.
NOBODY_STEERS: Final = Decimal("0.30")


class Direction(StrEnum):
    """Where people want the network to go; a lighter form is a good answer too."""

    FURTHER = "further"
    LIGHTER = "lighter"
    UNCLEAR = "unclear"


def direction(results: Results) -> Direction:
    """Compare the share of the two close forms now and as needed in two years.

    Each printed share stands for half a step (2.5%) more and less, an edge for everything on its side. Further when
    the lower end of what is needed is above the upper end of now; lighter the other way round; else unclear.
    """
    now, needed = (_close(results, moment) for moment in ("now", "needed"))
    if needed[0] > now[1]:
        return Direction.FURTHER
    return Direction.LIGHTER if now[0] > needed[1] else Direction.UNCLEAR


def _close(results: Results, moment: str) -> tuple[Decimal, Decimal]:
    shares = results.shares(f"{DEPTH}.{moment}")
    return together(shares.get(step) for step in CLOSE)


def nobody_steers(results: Results) -> Verdict:
    """Tell whether many say that nobody really steers the network now."""
    return reaches(results.shares(f"{STEERING}.now").get(NOBODY), NOBODY_STEERS)
