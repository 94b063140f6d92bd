"""A report of many networks together: for the board of a support organisation, or for a province.

It is made of rows that say in how many networks something is published: of nobody's answers, and of no network's
results by name. ``given`` is what it is made of, ``counting`` how numbers of networks may be printed, ``build`` puts
it together; a file for each group of sections.
"""

from reports.regional.build import build_regional
from reports.regional.counting import MIN_TOGETHER
from reports.regional.given import (
    ActionTally,
    Edition,
    GapTally,
    MoveTally,
    Names,
    Regional,
    RegionNetwork,
    SaidTally,
    ThemeTally,
)

__all__ = [
    "MIN_TOGETHER",
    "ActionTally",
    "Edition",
    "GapTally",
    "MoveTally",
    "Names",
    "RegionNetwork",
    "Regional",
    "SaidTally",
    "ThemeTally",
    "build_regional",
]
