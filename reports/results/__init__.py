"""The published results of one closed round: the only thing that a report ever reads.

``cells`` and ``document`` are what is stored; ``publishing`` makes it from answers, once.
"""

from typing import TYPE_CHECKING, Any

from reports.results.cells import TOTAL, Cell, Kind, Measure, Reason
from reports.results.document import InvalidResults, PlanGroup, PublishedTheme, Response, Results

if TYPE_CHECKING:
    from reports.results.publishing import ClosedRound, publish

__all__ = [
    "TOTAL",
    "Cell",
    "ClosedRound",
    "InvalidResults",
    "Kind",
    "Measure",
    "PlanGroup",
    "PublishedTheme",
    "Reason",
    "Response",
    "Results",
    "publish",
]


def __getattr__(name: str) -> Any:
    """Load what makes results only when it is asked for: it brings pandas, which who only reads them can do without."""
    if name not in ("ClosedRound", "publish"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reports.results import publishing

    return getattr(publishing, name)
